"""Conversations in the sidebar, questions edited, two tabs on one conversation, and a server that is killed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from assistant.conversations.database import Database
from assistant.conversations.store import Conversations
from tests.made import answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Chat, Server, SlowServing, Violations, Visiting
    from playwright.sync_api import Locator

FERRY = "What do the articles say about the ferry to Osmund Island?"
HONEY = "How much heather honey was harvested?"
ROOF = "What did the storm take off the boathouse at Halden?"
HOSTILE = "![x](http://elsewhere.invalid/a.png) <b>bold</b> $x$ **ferry** مرحبا"
QUESTIONS = 65
NAME = "Ferries, winter 2025"


@pytest.fixture(scope="module")
def home(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The library with one long conversation, one with a hostile name and a dozen others."""
    store = Conversations(Database(library))
    for number in range(QUESTIONS):
        turn = f"long-{number}"
        store.answer(turn, answer(store.ask("long", turn, f"Is the bridge open on day {number + 1}?")))
    for number in range(13):
        store.answer(f"other-{number}", answer(store.ask(f"other-{number}", f"other-{number}", f"Question {number}?")))
    store.rename("other-12", HOSTILE)
    yield library
    store.delete("long", *(f"other-{number}" for number in range(13)))
    store.close()


@pytest.fixture
def here(home: Path, visiting: Visiting, server: Server) -> Chat:
    begun = visiting(server)
    begun.visit()
    return begun


def listed(chat: Chat, name: str | re.Pattern[str]) -> Locator:
    return chat.page.locator(".item", has=chat.page.get_by_role("button", name=name, exact=True)).first


def open_long(chat: Chat) -> None:
    chat.page.get_by_placeholder("Search conversations").fill('"day 1?"')
    chat.page.locator(".hit").first.click()
    expect(chat.page).to_have_url(re.compile("conversation=long"))


def test_a_conversation_is_opened_renamed_deleted_and_brought_back(here: Chat, violations: Violations) -> None:
    here.ask_and_wait(HONEY)
    words = here.page.locator(".claim").all_inner_texts()
    item = listed(here, HONEY)
    expect(item.locator("[aria-current=page]")).to_be_visible()

    here.page.get_by_role("button", name="New conversation").click()
    expect(here.page.locator("[aria-current=page].name")).to_have_count(0)
    item.locator(".name").click()
    here.replies("answered").wait_for()
    assert here.page.locator(".claim").all_inner_texts() == words
    here.markers.first.click()
    assert here.highlighted == words[0].split("\n")[0].rstrip(" 0123456789") or here.highlighted in words[0]

    item.locator(".name").press("F2")
    here.page.keyboard.type("Not this")
    here.page.keyboard.press("Escape")
    expect(item.locator(".name")).to_be_focused()
    item.locator(".name").press("F2")
    here.page.keyboard.type(NAME)
    here.page.keyboard.press("Enter")
    expect(here.replies("answered")).to_have_count(1)
    here.page.get_by_role("button", name="Export", exact=True).click()
    with here.page.expect_download() as download:
        here.page.get_by_role("button", name="Markdown").click()
    assert "ferries-winter-2025" in download.value.suggested_filename
    here.page.keyboard.press("Escape")
    listed(here, NAME).locator(".name").press("Delete")
    expect(here.page.get_by_text("What do you want to check?")).to_be_visible()
    expect(listed(here, NAME)).to_have_count(0)
    undo = here.page.get_by_role("button", name=f"Undo: bring back {NAME}")
    expect(undo).to_be_focused()
    assert violations(here) == []

    undo.press("Enter")

    expect(listed(here, NAME).locator(".name")).to_be_focused()
    listed(here, NAME).hover()
    listed(here, NAME).get_by_role("button", name=f"Delete {NAME}").click()
    here.page.get_by_text("Recently deleted").click()
    here.page.get_by_role("button", name=f"Restore {NAME}").click()
    expect(listed(here, NAME)).to_be_visible()


def test_the_newest_are_listed_and_the_others_on_demand_and_names_are_only_text(here: Chat) -> None:
    names = here.page.locator(".list .name")
    expect(names).to_have_count(12)
    expect(here.page.locator(".list").get_by_text(HOSTILE)).to_be_visible()
    expect(here.page.locator(".list b, .list img")).to_have_count(0)

    here.page.get_by_role("button", name=re.compile("^Show (more|1 more)")).click()

    expect(listed(here, "Question 0?")).to_be_visible()


def test_words_are_found_and_a_hit_leads_to_the_question_and_its_citation(here: Chat, violations: Violations) -> None:
    here.page.get_by_placeholder("Search conversations").fill("ITS bridge day 7?")
    expect(here.page.get_by_text("No conversation has these words")).to_be_visible()
    open_long(here)
    expect(here.page.locator(".hit mark").first).to_have_text("day 1?")

    question = here.page.get_by_role("heading", name="Is the bridge open on day 1?", exact=True)
    expect(question).to_be_in_viewport()
    expect(here.page.get_by_role("button", name="Show 20 more questions")).to_be_visible()
    assert violations(here) == []
    here.page.get_by_placeholder("Search conversations").fill('"it is old"')
    here.page.locator(".hit", has_text="It is old").first.click()
    expect(here.page).to_have_url(re.compile(r"cite=\d+"))
    here.page.get_by_role("searchbox", name=re.compile("titles and outlets of sources")).fill('"bridge closed"')
    expect(here.page.locator(".hit .where").first).to_have_text(re.compile(r"Source \d+"))


def test_earlier_questions_are_shown_in_steps_and_the_page_stays_where_it_is(here: Chat) -> None:
    here.page.goto(f"{here.address}/?conversation=long")
    answers = here.replies("answered")
    expect(answers).to_have_count(25)
    more = here.page.get_by_role("button", name="Show 20 earlier questions")
    more.scroll_into_view_if_needed()
    top = "document.querySelector('.st-key-exchanges_2').getBoundingClientRect().top"

    # In one go, for the page may still be settling; and Playwright, clicking by hand, would scroll, too.
    before = more.evaluate(f"button => {{ const before = {top}; button.click(); return before; }}")

    expect(answers).to_have_count(45)
    expect(more).to_be_attached()
    here.page.wait_for_function(f"before => Math.abs({top} - before) <= 3", arg=before)


def test_a_question_is_edited_where_it_stands_and_asked_as_a_new_one(chat: Chat) -> None:
    chat.ask_and_wait(HONEY)
    pencil = chat.page.get_by_role("button", name="Edit and ask again")
    pencil.focus()
    pencil.press("Enter")
    chat.page.keyboard.press("Escape")
    expect(pencil).to_be_focused()
    pencil.press("Enter")
    field = chat.page.get_by_label("Edit the question")
    expect(field).to_have_value(HONEY)

    field.fill(ROOF)
    field.press("Enter")

    expect(chat.replies("answered")).to_have_count(2)
    expect(chat.page.get_by_role("heading", level=2, name=HONEY)).to_be_visible()
    expect(chat.page.get_by_text("Edited from question 1")).to_be_visible()
    chat.replies("answered").last.hover()
    chat.page.get_by_role("button", name="Ask again", exact=True).last.click()
    expect(chat.page.get_by_text("Question 2, asked again")).to_be_visible()
    expect(chat.replies("answered")).to_have_count(3)


def test_two_tabs_on_one_conversation_show_each_others_questions(visiting: Visiting, server: Server) -> None:
    one, other = visiting(server), visiting(server)
    one.visit()
    one.ask_and_wait(HONEY)
    expect(one.page).to_have_url(re.compile("conversation="))
    other.page.goto(one.page.url)
    other.replies("answered").wait_for()

    one.ask_and_wait(ROOF)
    expect(other.replies("answered")).to_have_count(2, timeout=5_000)
    other.ask_and_wait(FERRY)
    expect(one.replies("answered")).to_have_count(3, timeout=5_000)

    numbers = [int(text) for text in one.markers.all_inner_texts()]
    assert numbers == [int(text) for text in other.markers.all_inner_texts()] == sorted(set(numbers))
    listed(other, HONEY).locator(".name").press("Delete")
    expect(one.page.get_by_text("This conversation was deleted")).to_be_visible()
    one.ask_and_wait(HONEY)
    expect(one.page.get_by_text("This conversation was deleted")).to_have_count(0)


def test_a_server_killed_in_the_middle_of_an_answer_has_the_conversation_and_says_what_was_cut_off(
    visiting: Visiting, serving_slowly: SlowServing, library: Path, tmp_path: Path
) -> None:
    with serving_slowly(library, tmp_path / "killed.log") as server:
        chat = visiting(server)
        chat.page.set_default_timeout(60_000)
        chat.visit()
        chat.ask_and_wait(HONEY)
        chat.ask(FERRY)
        chat.replies("writing").wait_for()
        address = chat.page.url.removeprefix(server.address)
        server.process.kill()
        chat.page.goto("about:blank")
        chat.console.clear()

    with serving_slowly(library, tmp_path / "again.log") as server:
        again = visiting(server)
        again.page.set_default_timeout(60_000)
        again.page.goto(server.address + address)

        again.replies("answered").wait_for()
        expect(again.replies("failed")).to_contain_text(FERRY)
        expect(again.page.get_by_role("alert")).to_contain_text("The answer was interrupted")
        again.page.get_by_role("button", name="Try again").click()
        again.replies("answered").nth(1).wait_for()
        expect(again.replies("failed")).to_have_count(0)
