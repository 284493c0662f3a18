"""What others wrote is shown as text: each visit also fails on a request to another host."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from conftest import Chat, Server, Violations, Visiting

FERRY = "What do the articles say about the ferry to Osmund Island?"
LANTERN = "How many visitors did the lantern festival draw to the quay?"
HOSTILE = "![q](http://pictures.invalid/q.png) <img src=http://pictures.invalid/i.png> $x$ lantern visitors?"


def test_hostile_titles_stand_in_the_sidebar_as_text(chat: Chat) -> None:
    expect(chat.page.locator("button.article", has_text="![logo](http://pictures.invalid/title.png)")).to_be_visible()
    assert chat.page.title() == "Footnote"


def test_a_hostile_article_is_answered_from_and_read_as_text(chat: Chat) -> None:
    chat.ask_and_wait(LANTERN)
    chat.quote_of(chat.markers.first)
    chat.markers.first.click()

    assert "![pixel](http://pictures.invalid/pixel.png)" in chat.reader.inner_text()
    expect(chat.reader.get_by_role("link")).to_have_count(0)
    expect(chat.page.locator(".root img, .root script, .root a")).to_have_count(0)
    assert chat.page.title() == "Footnote"


def test_a_hostile_question_is_shown_as_text(slow_chat: Chat) -> None:
    slow_chat.ask(HOSTILE)

    expect(slow_chat.page.locator(".question")).to_have_text(HOSTILE)
    slow_chat.page.locator(".root[data-state=answered], .root[data-state=abstained]").wait_for()
    expect(slow_chat.page.locator(".question")).to_have_text(HOSTILE)


def test_text_from_right_to_left_keeps_its_direction_to_itself(chat: Chat) -> None:
    chat.page.locator("button.article", has_text="العبّارة").click()

    expect(chat.reader.locator("h2")).to_have_css("direction", "rtl")
    expect(chat.reader.locator("footer")).to_have_css("direction", "ltr")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_nothing_of_ours_is_hard_to_reach_or_to_read(
    visiting: Visiting, server: Server, violations: Violations, scheme: str, width: int
) -> None:
    chat = visiting(server, color_scheme=scheme, viewport={"width": width, "height": 900})
    chat.visit()
    assert violations(chat) == []

    chat.ask_and_wait(FERRY)
    chat.markers.first.click()
    chat.page.locator("mark.open").first.wait_for()
    chat.page.wait_for_timeout(500)

    assert violations(chat) == []
