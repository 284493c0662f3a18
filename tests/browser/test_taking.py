"""What is taken along from the page: files, sentences, links; and what one thinks of a reply."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from playwright.sync_api import expect

from assistant.conversations.database import Database
from assistant.conversations.store import Conversations
from tests.made import answer
from tests.stores import Stores

if TYPE_CHECKING:
    from conftest import Chat, Server, Violations, Visiting
    from playwright.sync_api import Locator

FERRY = "What do the articles say about the ferry to Osmund Island?"
HONEY = "How much heather honey was harvested?"
MANY = 24


@pytest.fixture
def both(chat: Chat) -> Chat:
    chat.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for question in (FERRY, HONEY):
        chat.ask_and_wait(question)
    return chat


def downloaded(chat: Chat, button: Locator) -> bytes:
    with chat.page.expect_download() as download:
        button.click()
    return Path(download.value.path()).read_bytes()


def claims(chat: Chat) -> list[str]:
    """The sentences on the page, without their markers and the days above them."""
    return chat.page.locator(".claim").evaluate_all(
        """claims => claims.map(claim => {
            const said = claim.cloneNode(true);
            said.querySelectorAll("button, rt").forEach(each => each.remove());
            return said.textContent;
        })"""
    )


def copied(chat: Chat) -> str:
    return chat.page.evaluate("navigator.clipboard.readText()")


def menu(chat: Chat) -> None:
    chat.page.get_by_test_id("stPopoverButton").filter(has_text="Export").click()


def test_a_conversation_is_taken_along_as_it_is_on_the_page(both: Chat) -> None:
    said = claims(both)
    menu(both)

    record = json.loads(downloaded(both, both.page.get_by_role("button", name="JSON", exact=True)))
    assert [reply["question"] for reply in record["replies"]] == [FERRY, HONEY]
    assert [claim["text"] for reply in record["replies"] for claim in reply["claims"]] == said
    markdown = downloaded(both, both.page.get_by_role("button", name="Markdown", exact=True)).decode()
    assert all(number in markdown for number in ("\\[1\\]", "\\[2\\]", "\\[3\\]"))
    references = downloaded(both, both.page.get_by_role("button", name="BibTeX", exact=True)).decode()
    assert references.count("@") == 3


def test_one_reply_is_taken_along_by_itself(both: Chat) -> None:
    last = claims(both)[-1]
    both.page.get_by_role("button", name="Export this reply").last.focus()
    both.page.keyboard.press("Enter")
    both.page.keyboard.press("Tab")
    expect(both.page.get_by_role("button", name="HTML", exact=True).last).to_be_focused()

    word = downloaded(both, both.page.get_by_role("button", name="Word", exact=True).last)

    read = [paragraph.text for paragraph in docx.Document(io.BytesIO(word)).paragraphs]
    assert f"{last}[3]" in read
    assert not any(FERRY in text for text in read)
    expect(both.page.get_by_role("button", name="Export this reply").last).to_be_focused()


def test_a_sentence_is_copied_with_its_reference_by_mouse_and_by_keyboard(both: Chat) -> None:
    sentence = both.page.locator(".sentence").first
    copier = sentence.get_by_role("button", name="Copy this sentence")
    expect(copier).to_have_css("opacity", "0")
    sentence.hover()
    expect(copier).not_to_have_css("opacity", "0")
    copier.click()
    text = copied(both)
    assert text.startswith(f"{claims(both)[0]}[1]\n\n[1] “")
    both.page.get_by_role("button", name="Copy answer with references").first.click()
    assert text.split("\n")[-1] in copied(both).split("\n")

    both.markers.nth(1).focus()
    both.page.keyboard.press("Tab")
    both.page.keyboard.press("Enter")

    expect(both.page.get_by_text("Sentence copied")).to_be_attached()
    assert copied(both).startswith(f"{claims(both)[1]}[2]\n\n[2] “")
    both.page.keyboard.press("Control+a")
    assert both.page.locator(".written .take").evaluate_all("all => all.every(each => !each.textContent)")


def test_a_link_leads_to_its_reply(both: Chat, visiting: Visiting, server: Server) -> None:
    both.page.get_by_role("button", name="Copy link to this reply").last.click()
    link = copied(both)

    later = visiting(server)
    later.page.goto(link)

    expect(later.page.get_by_role("heading", name=HONEY)).to_be_focused()
    later.page.goto(link.replace("turn=", "turn=0"))
    expect(
        later.page.get_by_text("The reply that this link leads to is no longer in this conversation")
    ).to_be_visible()
    later.page.goto(f"{server.address}/?article=0123456789abcdef&p=2")
    expect(later.page.get_by_text("The article that this link leads to is not in this library")).to_be_visible()


def test_a_link_leads_to_a_reply_far_back_in_a_long_conversation(
    visiting: Visiting, server: Server, library: Path
) -> None:
    store = Conversations(Database(library))
    for at in range(MANY):
        store.answer(f"long{at}", answer(store.ask("many-replies", f"long{at}", f"What of number {at}?")))
    store.close()
    chat = visiting(server)

    chat.page.goto(f"{server.address}/?conversation=many-replies&turn=long1")

    heading = chat.page.get_by_role("heading", name="What of number 1?")
    expect(heading).to_be_focused()
    expect(chat.page.get_by_role("heading", name=f"What of number {MANY - 1}?")).to_be_attached()
    expect(heading).to_be_in_viewport()
    assert heading.bounding_box()["y"] < 200


def test_what_is_thought_of_a_reply_is_kept(both: Chat) -> None:
    up = both.page.get_by_role("button", name="Helpful", exact=True).last
    field = both.page.get_by_role("textbox", name="Why?")
    up.click()
    expect(both.page.get_by_role("status").filter(has_text="Saved")).to_have_count(1)
    field.fill("Short and right.")
    both.page.keyboard.press("Control+Enter")
    expect(both.page.get_by_role("status").filter(has_text="Saved")).to_have_count(1)
    expect(field).to_be_focused()

    both.page.reload()

    expect(field).to_have_value("Short and right.")
    expect(up).to_have_attribute("aria-pressed", "true")
    expect(both.page.get_by_role("status").filter(has_text="Saved")).to_have_count(0)
    up.click()
    expect(up).to_have_attribute("aria-pressed", "false")
    expect(both.page.get_by_role("status").filter(has_text="Saved")).to_have_count(1)
    both.page.reload()
    expect(field).to_have_value("Short and right.")
    expect(up).to_have_attribute("aria-pressed", "false")


def test_what_cannot_be_kept_is_told(both: Chat, library: Path) -> None:
    Stores(library).do(
        "DELETE FROM turns WHERE conversation = (SELECT id FROM conversations ORDER BY changed DESC LIMIT 1)"
    )

    both.page.get_by_role("button", name="Not helpful").last.click()

    expect(
        both.page.get_by_role("status").filter(has_text="Not saved: This reply is not kept any more")
    ).to_be_visible()
    expect(both.page.get_by_role("button", name="Not helpful").last).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_shut_out(visiting: Visiting, server: Server, violations: Violations, scheme: str) -> None:
    chat = visiting(server, color_scheme=scheme)
    chat.visit()
    chat.ask_and_wait(HONEY)
    chat.page.get_by_role("button", name="Not helpful").click()
    expect(chat.page.get_by_role("status").filter(has_text="Saved")).to_have_count(1)
    chat.page.locator(".sentence").hover()
    assert violations(chat) == []
    chat.page.get_by_role("button", name="Export this reply").click()
    assert violations(chat) == []
    chat.page.keyboard.press("Escape")
    menu(chat)
    chat.page.get_by_role("button", name="Markdown", exact=True).wait_for()
    assert violations(chat) == []


def test_on_a_phone_nothing_reaches_over_the_edge(visiting: Visiting, server: Server) -> None:
    chat = visiting(server, viewport={"width": 390, "height": 844}, has_touch=True)
    chat.visit()
    chat.ask_and_wait(FERRY)

    right = "all => Math.max(...all.map(each => each.getBoundingClientRect().right))"
    assert chat.page.locator(".written .take, .footer *").evaluate_all(right) <= 390
