"""What was understood in a question, shown as chips that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from conftest import Chat

COST = "According to Coast Courier, how much does the winter ferry to Osmund Island cost?"


def test_a_chip_removed_by_keyboard_asks_again_without_that_cue(chat: Chat) -> None:
    chat.ask_and_wait(COST)
    chip = chat.page.get_by_role("button", name="Only from Coast Courier. Ask again without this")
    expect(chip).to_have_count(1)

    chip.focus()
    chat.page.keyboard.press("Enter")

    expect(chat.page.locator(".remark").first).to_have_text("Asked without “Coast Courier”.")
    expect(chat.page.locator(".chips")).to_have_count(0)
    expect(chat.replies("answered")).to_have_count(1)
    expect(chat.page.locator(".question")).to_have_text(COST)
    expect(chat.page.get_by_placeholder("Ask about the articles")).to_be_focused()


def test_a_question_without_cues_has_no_chips(chat: Chat) -> None:
    chat.ask_and_wait("How much heather honey was harvested?")

    expect(chat.page.locator(".chips")).to_have_count(0)
