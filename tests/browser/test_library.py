"""The library page: what is dropped onto it, read there, removed and put back."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Chat, Server, Serving, Violations, Visiting

HEIGHT, TICK, TITLE = 35, 16, 150
"""Of a row, and where its box to tick and its title stand, in pixels."""

KEEPER = "Lighthouse keeper retires"
FERRY = "What do the articles say about the ferry to Osmund Island?"
HOSTILE = "![q](http:⁄⁄pictures.invalid⁄q.png) <img src=x>.txt"
BRIDGE = """Harbour bridge opens again

The harbour bridge opened to traffic on Monday, two years after a ship struck its northern pier.

The repair cost 31 million crowns, more than the council had set aside.
"""
PIER = "Old pier is to be a museum\n\nThe old pier of Halden is to be a museum of the sea, the town has said."


@pytest.fixture(scope="module")
def shelves(library: Path, serving_page: Serving, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The page with a library of its own, which these tests change."""
    folder = tmp_path_factory.mktemp("shelves")
    shutil.copytree(library, folder / "library")
    with serving_page(folder / "library", folder / "server.log") as started:
        yield started


@pytest.fixture
def at_shelves(visiting: Visiting, shelves: Server) -> Chat:
    chat = visiting(shelves)
    chat.visit()
    chat.go_to_library()
    return chat


def drop(chat: Chat, *files: tuple[str, str]) -> None:
    """Drop files of these names and contents, and wait for the report."""
    close = chat.page.get_by_role("button", name="Close", exact=True)
    if close.is_visible():  # the report of those before
        close.click()
        expect(close).to_have_count(0)
    payloads = [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in files]
    chat.page.locator("input[type=file]").set_input_files(payloads)
    close.wait_for()


def click_row(chat: Chat, title: str, across: int) -> None:
    """Click so many pixels into the row of the table that shows that title."""
    chat.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    found = chat.table.locator("tr", has=chat.page.get_by_text(title, exact=True))
    found.wait_for(state="attached")
    box = chat.table.bounding_box()
    chat.page.mouse.click(box["x"] + across, box["y"] + HEIGHT * (int(found.get_attribute("aria-rowindex")) - 0.5))


def open_article(chat: Chat, title: str) -> None:
    click_row(chat, title, TITLE)
    expect(chat.reader.locator("h2")).to_have_text(title)


def test_of_dropped_files_the_good_ones_are_added_and_the_bad_one_is_named_with_the_reason(at_shelves: Chat) -> None:
    drop(at_shelves, ("bridge.txt", BRIDGE), ("pier.txt", PIER), (HOSTILE, " "))

    expect(at_shelves.page.get_by_text("2 articles added")).to_be_visible()
    rejected = at_shelves.page.get_by_role("region", name="What could not be read, and why")
    expect(rejected.locator("td")).to_have_text([HOSTILE, "It is empty"])
    expect(at_shelves.page.locator("img[src*=invalid]")).to_have_count(0)
    close = at_shelves.page.get_by_role("button", name="Close", exact=True)
    close.click()
    expect(close).to_have_count(0)
    open_article(at_shelves, "Old pier is to be a museum")


def test_what_was_changed_in_an_article_is_shown_word_for_word(at_shelves: Chat) -> None:
    drop(at_shelves, ("bridge.txt", BRIDGE))
    drop(at_shelves, ("bridge.txt", BRIDGE.replace("31 million", "33 million")))
    expect(at_shelves.page.get_by_text("1 updated")).to_be_visible()
    open_article(at_shelves, "Harbour bridge opens again")

    at_shelves.reader.get_by_role("button", name="What changed on").press("Enter")

    expect(at_shelves.reader.locator(".text del")).to_have_text("31")
    expect(at_shelves.reader.locator(".text ins")).to_have_text("33")
    expect(at_shelves.reader.locator(".text")).to_be_focused()
    at_shelves.page.keyboard.press("Escape")
    expect(at_shelves.reader.locator(".row p").nth(1)).to_contain_text("33 million crowns")


def test_what_is_removed_can_be_put_back(at_shelves: Chat) -> None:
    page = at_shelves.page
    click_row(at_shelves, KEEPER, TICK)
    page.get_by_role("button", name="Remove").click()
    dialog = page.get_by_role("dialog", name="Remove 1 article?")
    expect(dialog.get_by_text(KEEPER)).to_be_visible()
    dialog.get_by_role("button", name="Remove").click()

    expect(page.get_by_text("1 article removed")).to_be_visible()
    expect(at_shelves.table.get_by_text(KEEPER)).to_have_count(0)
    page.get_by_role("button", name="Undo").click()

    expect(page.get_by_text("1 article put back")).to_be_visible()
    expect(at_shelves.table.get_by_text(KEEPER)).to_be_attached()


def test_an_answer_goes_on_while_one_looks_at_the_library(slow_chat: Chat) -> None:
    slow_chat.ask(FERRY)
    slow_chat.replies("writing").wait_for()

    slow_chat.go_to_library()
    slow_chat.page.get_by_role("link", name="Ask").click()

    slow_chat.replies("answered").wait_for()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1400), ("dark", 390)])
def test_nothing_of_the_library_page_is_hard_to_reach_or_to_read(
    visiting: Visiting, shelves: Server, violations: Violations, scheme: str, width: int
) -> None:
    chat = visiting(shelves, color_scheme=scheme, viewport={"width": width, "height": 900})
    chat.visit()
    chat.go_to_library()
    open_article(chat, KEEPER)

    assert violations(chat) == []
