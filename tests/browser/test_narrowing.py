"""Asking within limits, as written, and looking why a passage was found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from conftest import Chat, Server, Violations, Visiting

FERRY = "What do the articles say about the ferry to Osmund Island?"
HONEY = "How much heather honey was harvested?"


def choose(chat: Chat, label: str, typed: str) -> None:
    """Choose the first that is offered for what is typed, by keyboard."""
    field = chat.page.get_by_role("combobox", name=label)
    field.focus()
    chat.page.keyboard.type(typed)
    chat.page.get_by_role("option", name=typed).first.wait_for()
    chat.page.keyboard.press("Enter")
    chat.page.keyboard.press("Escape")


def limit(chat: Chat) -> None:
    """Limit the next questions to the Halden Gazette."""
    chat.page.get_by_role("button", name="Only in …", exact=True).click()
    choose(chat, "Outlets", "Halden Gazette")
    expect(chips(chat)).to_contain_text("Only from Halden Gazette")


def chips(chat: Chat):  # noqa: ANN201  named only for the checker of types
    return chat.page.locator(".st-key-limit_chips")


def test_questions_are_limited_until_the_limit_is_removed_and_the_reply_says_so(
    chat: Chat, violations: Violations
) -> None:
    limit(chat)
    expect(chips(chat)).to_contain_text("3 of 8 articles")
    assert not violations(chat)
    chat.page.keyboard.press("Escape")
    chat.ask_and_wait(FERRY)

    expect(chat.page.get_by_role("list", name="Set by you")).to_have_text("Only from Halden Gazette")
    assert {each.split(",")[0] for each in chat.page.locator(".group .source").all_inner_texts()} == {"Halden Gazette"}

    chat.page.reload()
    chat.replies("answered").wait_for()
    chips(chat).get_by_role("button", name="Only from Halden Gazette").click()
    expect(chips(chat).get_by_role("button")).to_have_count(0)
    chat.page.get_by_role("button", name="Only from Halden Gazette. Ask again without this").click()
    expect(chat.page.locator(".given")).to_have_count(0)
    expect(chat.replies("answered")).to_have_count(1)


def test_a_reply_is_asked_for_again_within_limits(chat: Chat, violations: Violations) -> None:
    chat.ask_and_wait(FERRY)
    chat.page.get_by_role("button", name="Ask again only in").click()
    dialog = chat.page.get_by_role("dialog")
    expect(dialog).to_contain_text(FERRY)
    choose(chat, "Outlets", "Coast Courier")
    expect(dialog).to_contain_text("1 of 8 articles")
    assert not violations(chat)

    dialog.get_by_role("button", name="Ask again").click()

    expect(chat.page.get_by_role("list", name="Set by you")).to_have_text("Only from Coast Courier")
    expect(chat.page.locator(".question")).to_have_count(1)
    expect(dialog).to_have_count(0)


def test_an_article_is_asked_about_from_the_reader_and_from_the_library(chat: Chat) -> None:
    chat.ask_and_wait(HONEY)
    chat.markers.first.click()
    chat.reader.get_by_role("button", name="Ask about this article").click()
    expect(chips(chat)).to_contain_text("Only in “Beekeepers")
    expect(chips(chat)).to_contain_text("1 of 8 articles")

    chat.go_to_library()
    chat.table.click(position={"x": 20, "y": 52})
    chat.page.get_by_role("button", name="Ask about this", exact=False).first.click()

    expect(chips(chat)).to_contain_text("Only in “Osmund ferry dearer than thought”")


def test_a_follow_up_is_asked_as_it_was_written(chat: Chat) -> None:
    chat.ask_and_wait("Who is Marta Ekholm?")
    chat.ask("What did she say about the ferry?")
    understood = chat.page.get_by_text("Understood as:")
    expect(understood).to_contain_text("Marta Ekholm")

    chat.page.get_by_role("button", name="Ask as written").click()

    expect(understood).to_have_count(0)
    expect(chat.page.get_by_text("Asked as written.")).to_be_visible()
    expect(chat.page.locator(".question")).to_have_count(2)


HIGHLIGHTED = "[...(CSS.highlights.get('footnote-asked-words') ?? [])].map(range => range.toString())"


def test_what_is_found_besides_says_why_and_opens_with_the_words_of_the_question(
    chat: Chat, violations: Violations
) -> None:
    chat.ask_and_wait(FERRY)
    chat.page.locator("summary", has_text="Other passages found").click()
    passages = chat.page.locator(".passage:visible")
    expect(passages).to_have_count(5)
    chat.page.get_by_role("button", name=re.compile(r"^Show \d+ more$")).click()
    expect(passages).not_to_have_count(5)
    expect(passages.nth(5)).to_be_focused()
    chat.page.locator(".nearest summary").first.click()
    expect(chat.page.locator(".nearest .why").first).to_contain_text("by meaning (0.")
    asked = passages.first.locator(".asked").all_inner_texts()
    assert "ferry" in [each.lower() for each in asked]

    passages.first.click()

    expect(chat.reader.locator(".row.open")).to_have_count(1)
    expect(chat.reader.locator(".why")).to_contain_text("Why this passage")
    assert chat.page.evaluate(HIGHLIGHTED) == asked
    assert not violations(chat)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_citation_says_why_in_its_preview_and_beside_its_paragraph(
    visiting: Visiting, server: Server, violations: Violations, scheme: str
) -> None:
    chat = visiting(server, color_scheme=scheme)
    chat.visit()
    chat.ask_and_wait(HONEY)
    chat.markers.first.hover()
    expect(chat.page.locator(".preview")).to_contain_text("1st by words")
    assert "honey" in chat.page.locator(".preview .asked").all_inner_texts()

    chat.markers.first.click()

    chat.reader.locator(".why summary").click()
    expect(chat.reader.locator(".row.open .why")).to_contain_text("by meaning (0.")
    assert "honey" in chat.page.evaluate(HIGHLIGHTED)
    assert not violations(chat)
