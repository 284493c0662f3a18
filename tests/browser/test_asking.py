"""Asking, and what is shown until there is an answer and when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Chat, Server, Visiting

FERRY = "What do the articles say about the ferry to Osmund Island?"
HONEY = "How much heather honey was harvested?"
CHESS = "Who won the chess championship in Reykjavik?"


def test_every_sentence_of_an_answer_carries_a_marker(chat: Chat) -> None:
    chat.ask_and_wait(FERRY)

    claims = chat.page.locator(".claim")
    assert claims.count() > 0
    for claim in claims.all():
        expect(claim.locator("button.marker")).not_to_have_count(0)


def test_a_suggested_question_is_answered(chat: Chat) -> None:
    chat.page.locator("[class*=st-key-suggestion_] button").first.click()

    chat.page.locator(".root[data-state=answered], .root[data-state=abstained]").wait_for()
    expect(chat.page.get_by_text("What do you want to check?")).to_be_hidden()


def test_numbers_go_on_within_a_conversation_and_start_anew_in_another(chat: Chat) -> None:
    chat.ask_and_wait(FERRY)
    first = chat.markers.all_inner_texts()
    chat.ask_and_wait(HONEY)
    numbers = [int(text) for text in chat.markers.all_inner_texts()]
    assert min(numbers[len(first) :]) > max(map(int, first))

    chat.page.get_by_role("button", name="New conversation").click()
    expect(chat.replies("answered")).to_have_count(0)
    chat.ask_and_wait(HONEY)

    assert chat.markers.first.inner_text() == "1"


def test_what_the_articles_do_not_say_is_not_answered_but_the_nearest_passages_open(chat: Chat) -> None:
    chat.ask_and_wait(CHESS, "abstained")

    expect(chat.replies("abstained")).to_contain_text("The articles do not say")
    nearest = chat.page.locator(".passage").first
    words = nearest.locator(".words").inner_text()
    nearest.click()
    expect(chat.reader.locator(".row.open p").last).to_have_text(words)


def test_a_reply_is_shown_while_it_is_written_and_stopping_keeps_what_there_is(slow_chat: Chat) -> None:
    slow_chat.ask(FERRY)
    slow_chat.replies("writing").wait_for()
    slow_chat.page.get_by_role("button", name="Stop").click()

    stopped = slow_chat.replies("stopped")
    expect(stopped).to_contain_text("has not been checked against the articles", timeout=2_000)
    expect(stopped.locator("button.marker")).to_have_count(0)
    slow_chat.ask_and_wait(HONEY)


def test_a_citation_opens_while_the_next_answer_is_written_and_the_writing_goes_on(slow_chat: Chat) -> None:
    slow_chat.ask_and_wait(HONEY)
    slow_chat.ask(FERRY)
    slow_chat.replies("writing").wait_for()
    quote = slow_chat.quote_of(slow_chat.markers.first)

    slow_chat.markers.first.click()

    assert slow_chat.highlighted == quote
    expect(slow_chat.replies("writing")).to_be_visible()
    slow_chat.replies("answered").nth(1).wait_for()
    assert slow_chat.highlighted == quote


def test_a_question_asked_while_another_is_answered_waits_for_its_turn(slow_chat: Chat) -> None:
    slow_chat.ask(HONEY)
    slow_chat.replies("writing").wait_for()
    slow_chat.ask(HONEY)

    slow_chat.replies("answered").nth(1).wait_for()
    numbers = [int(text) for text in slow_chat.markers.all_inner_texts()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_failure_is_told_in_plain_words_and_the_question_can_be_asked_again(slow_chat: Chat) -> None:
    slow_chat.ask("An unlucky question?")

    alert = slow_chat.page.get_by_role("alert")
    expect(alert).to_contain_text("wait until footnote ingest has ended")
    expect(slow_chat.replies("failed")).to_contain_text("An unlucky question?")
    expect(slow_chat.replies("failed").locator(".rest .row")).to_have_text("Try again")
    slow_chat.page.get_by_role("button", name="Try again").click()
    expect(slow_chat.replies("failed")).to_have_count(1)
    expect(alert).to_be_visible()


def test_a_page_without_a_library_says_how_to_get_one_and_comes_alive_when_there_is_one(
    visiting: Visiting, empty_server: Server, ingest_articles: Callable[[Path], Path], empty_home: Path
) -> None:
    chat = visiting(empty_server)
    chat.page.goto(empty_server.address)
    expect(chat.page.get_by_text("footnote ingest FOLDER")).to_be_visible()
    expect(chat.page.get_by_placeholder("Ask about the articles")).to_be_disabled()

    ingest_articles(empty_home)

    chat.page.get_by_text("Answers come only").wait_for()
    expect(chat.page.get_by_placeholder("Ask about the articles")).to_be_enabled()
