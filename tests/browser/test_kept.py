"""Conversations that are there again when the page is loaded anew."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from conftest import Chat, Serving, Visiting

HERE = Path(__file__).parent
FERRY = "What do the articles say about the ferry to Osmund Island?"
HONEY = "How much heather honey was harvested?"


def shown(chat: Chat) -> list[str]:
    return chat.page.locator(".claim").all_inner_texts()


def test_a_conversation_is_as_it_was_when_the_page_is_loaded_again(chat: Chat) -> None:
    for question in (FERRY, HONEY):
        chat.ask_and_wait(question)
    chat.markers.last.click()
    before, marked = shown(chat), chat.highlighted
    expect(chat.page).to_have_url(re.compile(r"conversation=\w+.*&cite=\d+"))

    chat.page.reload()
    chat.replies("answered").nth(1).wait_for()

    assert shown(chat) == before
    assert chat.highlighted == marked
    chat.page.keyboard.press("Escape")
    chat.markers.last.click()
    assert chat.highlighted == marked
    chat.ask_and_wait(HONEY)
    numbers = [int(text) for text in chat.markers.all_inner_texts()]
    assert numbers == sorted(set(numbers))
    chat.page.get_by_role("button", name="New conversation").click()
    expect(chat.page).not_to_have_url(re.compile("conversation="))


def test_an_address_of_no_conversation_here_is_told_and_questions_are_answered(chat: Chat) -> None:
    chat.visit("/?conversation=0123456789abcdef")

    expect(chat.page.get_by_text("The conversation that this address names is not kept here")).to_be_visible()
    chat.ask_and_wait(HONEY)


def test_a_citation_says_what_it_was_when_its_article_was_changed(
    visiting: Visiting, serving_page: Serving, library: Path, tmp_path: Path
) -> None:
    home = Path(shutil.copytree(library, tmp_path / "library"))
    with serving_page(home, tmp_path / "server.log") as server:
        chat = visiting(server)
        chat.visit()
        chat.ask_and_wait(HONEY)
        before, quote = shown(chat), chat.quote_of(chat.markers.first)
        edit(home, tmp_path / "edited.jsonl", quote)

        chat.page.reload()
        chat.replies("answered").wait_for()
        assert shown(chat) == before
        chat.markers.first.click()

        expect(chat.reader.get_by_text("no longer in this article")).to_be_visible()
        expect(chat.reader.locator(".was mark")).to_have_text(quote)
        expect(chat.reader.locator("mark.open")).to_have_count(0)


def edit(home: Path, file: Path, quote: str) -> None:
    """Have the articles read again, with other words in place of the quote."""
    lines = (HERE / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    assert any(quote in each["text"] for each in articles)
    changed = [each | {"text": each["text"].replace(quote, "Something else was harvested.")} for each in articles]
    file.write_text("".join(json.dumps(each) + "\n" for each in changed), encoding="utf-8")
    command = [sys.executable, "-m", "ui.commands", "ingest", str(file), "--home", str(home)]
    subprocess.run(command, capture_output=True, check=True)
