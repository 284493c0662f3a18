"""The reader as a place to check what an answer says: searched, gone through by keyboard, and marked."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from assistant.conversations.database import FILE, Database
from assistant.conversations.store import Conversations
from assistant.domain import Answer, Citation, Claim, Filters, Inquiry, Paragraph, Quote, Support

if TYPE_CHECKING:
    from conftest import Chat, Server, Violations, Visiting
    from playwright.sync_api import Locator

FERRY = "What do the articles say about the ferry to Osmund Island?"
PASSENGERS = "How many passengers use the ferry?"
EKHOLM = "What did Marta Ekholm say?"
ISLAND = "Ferry to Osmund Island"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
FOUND = "[...CSS.highlights.get('footnote-found') ?? []].map(String)"
AT = "[...CSS.highlights.get('footnote-at') ?? []].map(String)"


@pytest.fixture
def reading(chat: Chat) -> Chat:
    """With the first source of an answer open, and the focus in it."""
    chat.ask_and_wait(FERRY)
    chat.page.wait_for_timeout(300)
    return opened(chat, chat.markers.first)


def opened(chat: Chat, marker: Locator) -> Chat:
    marker.focus()
    chat.page.keyboard.press("Enter")
    chat.page.locator("mark.open").first.wait_for()
    expect(text_of(chat)).to_be_focused()
    return chat


def text_of(chat: Chat) -> Locator:
    return chat.reader.locator(".text")


def pressed(chat: Chat, *keys: str) -> None:
    for key in keys:
        chat.page.keyboard.press(key)


def spoken(chat: Chat) -> Locator:
    return chat.reader.locator(".search [role=status]")


def said(chat: Chat) -> Locator:
    """What the reader says of what was marked."""
    return chat.reader.locator(".check [role=status]")


def store(library: Path) -> Conversations:
    return Conversations(Database(library))


def article_of(library: Path, chat: Chat) -> Quote:
    """A quote of the article on the ferry, from what was answered and kept."""
    [named] = re.findall(r"conversation=(\w+)", chat.page.url)
    turns = store(library).read(named).turns
    quotes = (each.quote for turn in turns for each in turn.outcome.citations)
    return next(quote for quote in quotes if quote.description.title.startswith(ISLAND))


def answered(library: Path, like: Quote, *questions: str, paragraphs: Sequence[int]) -> str:
    """A kept conversation whose answers all cite these paragraphs of the article on the ferry."""
    lines = (Path(__file__).parent / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = next(each["text"] for each in map(json.loads, lines) if each.get("title", "").startswith(ISLAND)).split(
        "\n\n"
    )
    conversation, kept = token_hex(8), store(library)
    for question in questions:
        turn_id = token_hex(8)
        first = kept.ask(conversation, turn_id, question)
        cited = [Paragraph(number, texts[number - 1]) for number in paragraphs]
        quotes = [replace(like, paragraph=each, start=0, end=len(each.text), also_in=()) for each in cited]
        citations = tuple(Citation(number, quote) for number, quote in enumerate(quotes, start=first))
        claims = tuple(Claim(each.quote.text, (each.number,), Support.QUOTED) for each in citations)
        kept.answer(turn_id, Answer(inquiry_of(question), claims, citations))
    return conversation


def inquiry_of(question: str) -> Inquiry:
    return Inquiry(question, question, Filters(), "extractive", "all-MiniLM-L6-v2")


def test_words_are_found_whatever_their_case_accents_and_apostrophes(reading: Chat) -> None:
    pressed(reading, "/")
    field = reading.reader.get_by_label("Search in this article")
    expect(field).to_be_focused()

    reading.page.keyboard.type("ISLÁND's")
    expect(reading.reader.locator(".count")).to_have_text("1 of 4")
    assert reading.page.evaluate(FOUND) == ["island’s"] * 4
    expect(spoken(reading)).to_have_text("1 of 4, paragraph 7")
    expect(reading.reader.locator("mark.open")).to_have_count(1)

    pressed(reading, "Enter", "Enter")
    expect(reading.reader.locator(".count")).to_have_text("3 of 4")
    expect(reading.reader.locator(".row.found .number")).to_have_text("9")
    expect(reading.reader.locator(".row.found")).to_be_in_viewport()
    pressed(reading, "Shift+Enter", "Shift+Enter", "Shift+Enter")
    expect(spoken(reading)).to_have_text("4 of 4, paragraph 10")

    pressed(reading, "Escape")
    expect(field).to_have_value("")
    assert reading.page.evaluate(FOUND) == []
    pressed(reading, "Escape")
    expect(field).to_be_hidden()
    expect(text_of(reading)).to_be_focused()
    expect(reading.reader).to_be_visible()


def test_a_search_says_its_count_once_for_a_pause_in_typing(reading: Chat) -> None:
    reading.page.evaluate(
        """root => {
        const said = window.saidOfSearch = [];
        const status = root.querySelector(".search [role=status]");
        new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
    }""",
        reading.reader.element_handle(),
    )

    pressed(reading, "Control+f")
    reading.page.keyboard.type("winter", delay=40)
    expect(spoken(reading)).to_contain_text("1 of")
    reading.page.wait_for_timeout(300)

    assert len(reading.page.evaluate("saidOfSearch.filter(Boolean)")) == 1


def test_words_are_found_in_the_part_of_a_long_article_that_is_not_shown(slow_chat: Chat) -> None:
    slow_chat.page.locator("button.article", has_text="Ferry to Osmund Island to run").click()
    expect(slow_chat.reader.get_by_text("Too long to show whole")).to_be_visible()
    assert "first winter departure" not in text_of(slow_chat).inner_text()

    slow_chat.reader.get_by_role("button", name="Search in the article").click()
    slow_chat.page.keyboard.type("winter")
    count = slow_chat.reader.locator(".count")
    expect(count).to_have_text("1 of 3")
    pressed(slow_chat, "Enter", "Enter")

    expect(count).to_have_text("3 of 3")
    assert slow_chat.page.evaluate(AT) == ["winter"]
    expect(slow_chat.reader.locator(".row.found")).to_contain_text("The first winter departure")
    expect(slow_chat.reader.locator(".row.found")).to_be_in_viewport()
    pressed(slow_chat, "Enter")
    expect(count).to_have_text("1 of 3")
    expect(slow_chat.reader.locator(".row.found .number")).to_have_text("1")


def test_the_rest_of_a_long_article_is_read_on_where_one_is(slow_chat: Chat) -> None:
    slow_chat.page.locator("button.article", has_text="Ferry to Osmund Island to run").click()
    slow_chat.page.set_viewport_size({"width": 1400, "height": 420})
    more = slow_chat.reader.get_by_role("button", name="Show later paragraphs")
    text_of(slow_chat).evaluate("text => { text.scrollTop = text.scrollHeight }")
    last = slow_chat.reader.locator(".row").last
    words, before = last.locator("p").last.inner_text(), last.bounding_box()["y"]

    more.click()

    same = slow_chat.reader.locator(".row", has_text=words)
    expect(slow_chat.reader.locator(".row").last).not_to_contain_text(words)
    assert same.bounding_box()["y"] == pytest.approx(before, abs=4)


def test_a_passage_leads_back_to_every_sentence_that_rests_on_it(chat: Chat) -> None:
    chat.ask_and_wait(PASSENGERS)
    first = chat.markers.filter(has_text=re.compile("^2$"))
    chat.ask_and_wait(EKHOLM)
    chat.page.wait_for_timeout(300)
    opened(chat, chat.markers.last)
    note = chat.reader.locator(".resting", has_text="Cited by 2 sentences")

    note.locator("summary").click()
    expect(note.locator(".asked")).to_have_text([PASSENGERS, EKHOLM])
    note.locator("button", has_text=PASSENGERS).click()

    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    expect(chat.page.locator(".claim.sought")).to_contain_text("40,000 passengers")
    expect(chat.reader).to_be_visible()


def test_a_passage_leads_back_to_a_sentence_that_is_not_drawn(reading: Chat, library: Path) -> None:
    questions = [f"Question {number}?" for number in range(1, 32)]
    named = answered(library, article_of(library, reading), *questions, paragraphs=[5])
    reading.page.goto(f"{reading.address}/?conversation={named}")
    reading.replies("answered").nth(10).wait_for()
    reading.page.wait_for_timeout(500)
    expect(reading.page.get_by_role("heading", name="Question 1?", exact=True)).to_have_count(0)
    opened(reading, reading.markers.last)
    note = reading.reader.locator(".resting", has_text="Cited by 31 sentences")

    note.locator("summary").click()
    note.locator("button").first.click()

    marker = reading.markers.first
    expect(marker).to_be_focused()
    expect(marker).to_be_in_viewport()
    expect(reading.page.get_by_role("heading", name="Question 1?", exact=True)).to_be_in_viewport()


def test_a_mark_is_made_by_keyboard_shown_at_the_marker_counted_and_kept(reading: Chat) -> None:
    marker = reading.markers.first
    marker.press("c")  # as after a click on it, the article being open beside it

    expect(said(reading)).to_have_text("Saved")
    expect(marker).to_have_attribute("aria-label", re.compile(", checked$"))
    expect(marker.locator(".sign.tick")).to_be_visible()
    expect(reading.page.locator(".tally")).to_have_text(f"1 of {reading.markers.count()} sources checked")

    reading.page.reload()
    expect(marker).to_have_attribute("aria-label", re.compile(", checked$"))
    checked = reading.reader.get_by_role("button", name="Checked", exact=True)
    expect(checked).to_have_attribute("aria-pressed", "true")
    checked.click()
    expect(said(reading)).to_have_text("Saved")
    expect(marker).not_to_have_attribute("aria-label", re.compile("checked"))
    expect(reading.page.locator(".tally")).to_be_hidden()
    reading.page.reload()
    expect(marker).not_to_have_attribute("aria-label", re.compile("checked"))


def test_a_doubt_is_kept_with_its_note_as_it_was_written_and_a_better_passage_in_mind(
    reading: Chat, library: Path
) -> None:
    note = "<img src=http://pictures.invalid/n.png> says “county”,\n**not** council."
    pressed(reading, "x")
    reading.reader.get_by_label("Another passage should have been cited").check()
    pressed(reading, "n")
    reading.reader.get_by_label("Note on source 1").fill(note)
    pressed(reading, "Control+Enter")
    expect(text_of(reading)).to_be_focused()
    expect(said(reading)).to_have_text("Saved")

    reading.page.reload()
    reading.page.locator("mark.open").first.wait_for()
    expect(reading.reader.get_by_label("Note on source 1")).to_have_value(note)
    expect(reading.reader.get_by_label("Another passage should have been cited")).to_be_checked()
    label = re.compile(", does not support, another passage should have been cited, with a note$")
    expect(reading.markers.first).to_have_attribute("aria-label", label)
    expect(reading.page.locator(".tally")).to_contain_text("1 does not support")
    [named] = re.findall(r"conversation=(\w+)", reading.page.url)
    [turn] = store(library).read(named).turns
    assert (turn.marks[1].note, turn.feedback.wrong_passages) == (note, (1,))


def test_a_mark_that_cannot_be_kept_says_so_and_stays(reading: Chat, library: Path) -> None:
    [named] = re.findall(r"conversation=(\w+)", reading.page.url)
    [turn] = store(library).read(named).turns
    with sqlite3.connect(library / FILE) as broken:
        broken.execute("delete from turns where id = ?", (turn.id,))
    broken.close()

    pressed(reading, "c")

    expect(said(reading)).to_contain_text("Not saved: this reply is not kept any more")
    expect(reading.reader.get_by_role("button", name="Try again")).to_be_visible()
    expect(reading.markers.first).to_have_attribute("aria-label", re.compile(", checked, not saved$"))
    expect(reading.reader.get_by_role("button", name="Checked", exact=True)).to_have_attribute("aria-pressed", "true")


def test_paragraphs_are_gone_through_by_keyboard_and_the_keys_are_told(reading: Chat) -> None:
    rows = reading.reader.locator(".row")
    pressed(reading, "j", "j")
    expect(rows.nth(2)).to_be_focused()
    pressed(reading, "k")
    expect(rows.nth(1)).to_be_focused()
    pressed(reading, *"jjjjjjjj")
    expect(rows.nth(9)).to_be_in_viewport(ratio=0.9)

    pressed(reading, "?")
    expect(reading.reader.get_by_role("heading", name="Keys")).to_be_visible()
    pressed(reading, "Escape")
    expect(reading.reader.get_by_role("heading", name="Keys")).to_be_hidden()
    pressed(reading, "Escape")
    expect(reading.reader).to_be_hidden()
    expect(reading.markers.first).to_be_focused()


def test_the_focus_stays_on_what_turned_to_another_article(reading: Chat) -> None:
    title = reading.reader.locator("h2").inner_text()
    following = reading.reader.get_by_role("button", name="Next citation")
    following.press("Enter")

    expect(reading.reader.locator("h2")).not_to_have_text(title)
    reading.page.wait_for_timeout(700)
    expect(following).to_be_focused()
    pressed(reading, "[")
    expect(reading.reader.locator("h2")).to_have_text(title)


def test_what_can_be_seen_already_is_turned_to_without_moving_the_text(reading: Chat, library: Path) -> None:
    named = answered(library, article_of(library, reading), "All of it?", paragraphs=[4, 5, 11])
    reading.page.goto(f"{reading.address}/?conversation={named}")
    reading.replies("answered").wait_for()
    opened(reading, reading.markers.first)
    text = text_of(reading)
    text.evaluate("text => { text.scrollTop = 60 }")

    pressed(reading, "ArrowRight")
    expect(reading.reader.locator(".row.open .number")).to_have_text("5")
    reading.page.wait_for_timeout(700)  # the server has had its say, too
    assert text.evaluate("text => text.scrollTop") == 60
    pressed(reading, "]")
    expect(reading.reader.locator("mark.open")).to_be_in_viewport()
    reading.page.wait_for_timeout(700)
    expect(reading.reader.locator("mark.open")).to_be_in_viewport()
    assert text.evaluate("text => text.scrollTop") > 60


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_checking_is_not_hard_to_reach_or_to_read(
    visiting: Visiting, server: Server, violations: Violations, scheme: str
) -> None:
    chat = visiting(server, color_scheme=scheme, reduced_motion="reduce", **PHONE)
    chat.visit()
    chat.ask_and_wait(FERRY)
    opened(chat, chat.markers.first)
    pressed(chat, "x", "n")
    chat.page.keyboard.type("Not what it says.")
    pressed(chat, "Control+Enter", "?", "/")
    chat.page.keyboard.type("ferry")
    chat.reader.locator(".resting summary").first.click()
    expect(said(chat)).to_have_text("Saved")

    assert violations(chat) == []
    assert chat.page.evaluate("document.documentElement.scrollWidth") <= 390
