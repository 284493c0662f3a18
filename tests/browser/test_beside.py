"""What stands beside a quote to help to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from conftest import Chat

ROOF = "What did the storm take off the boathouse at Halden?"
TIMBER = "What would the boathouse be rebuilt in?"


def test_the_day_that_was_meant_stands_over_its_word_and_the_quote_stays_as_it_is(chat: Chat) -> None:
    chat.ask_and_wait(ROOF)
    tuesday = chat.page.locator("ruby", has_text="Tuesday").first
    expect(tuesday.locator("rt")).to_have_text("4 Nov 2025")

    marker = chat.page.locator(".claim", has=tuesday).locator("button.marker")
    quote = chat.quote_of(marker)
    assert "on Tuesday, and seventeen" in quote
    day, words = tuesday.locator("rt").bounding_box(), tuesday.bounding_box()
    assert day["y"] + day["height"] <= words["y"] + words["height"] / 2
    marker.click()
    assert chat.highlighted == quote


def test_the_day_is_neither_selected_nor_copied_with_the_quote(chat: Chat) -> None:
    chat.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    chat.ask_and_wait(ROOF)
    claim = chat.page.locator(".claim", has=chat.page.locator("ruby")).first
    quote = chat.quote_of(claim.locator("button.marker"))

    claim.evaluate("claim => getSelection().selectAllChildren(claim)")
    chat.page.keyboard.press("Control+c")
    assert chat.page.evaluate("navigator.clipboard.readText()").startswith(quote)

    chat.page.get_by_role("button", name="Copy answer with references").click()
    assert f"{quote}[1]" in chat.page.evaluate("navigator.clipboard.readText()")


def test_the_lines_of_a_dated_answer_are_equally_high(chat: Chat) -> None:
    chat.ask_and_wait(ROOF)
    text = chat.page.locator(".text", has=chat.page.locator("ruby")).first

    height, line = text.evaluate("text => [text.clientHeight, parseFloat(getComputedStyle(text).lineHeight)]")
    assert abs(height / line - round(height / line)) * line <= 2


def test_the_speaker_is_named_beside_a_sentence_that_does_not(chat: Chat) -> None:
    chat.ask_and_wait(TIMBER)

    claim = chat.page.locator(".claim", has_text="rebuilt in timber").first
    expect(claim.locator(".beside")).to_have_text("said by Tomas Reinholt")
