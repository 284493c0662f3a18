"""Replies that are kept: their citations are what they were, whatever becomes of the library."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.conversations.database import Database
from assistant.conversations.kept import State, Unanswered
from assistant.conversations.store import Conversations
from assistant.corpus.reading import Reader
from assistant.domain import Answer, Article, Citation
from assistant.embeddings.encoder import Encoder
from assistant.library import Library
from assistant.restoring import reply_from
from assistant.settings import Settings
from assistant.wire import reply_json
from ingest.draft import Draft
from ingest.ingesting import ingest, rebuild
from tests.integration.conftest import Elsewhere
from tests.made import story
from tests.terminal import Footnote
from ui.links import Link
from ui.standing import GONE, REMOVED, standing

FERRY = "The ferry of Hale stays in port until Friday because its engine failed twice."
WHY = "Why does the ferry of Hale stay in port?"


def drafts(ferry: str = FERRY) -> list[Draft]:
    return [
        story("ferry", ["The harbour was quiet on Monday.", ferry, "Buses run instead."]),
        story("eels", ["Eels have returned to the river after forty years, the biologist Miriam Okoye said."]),
    ]


@pytest.fixture
def home(tmp_path: Path, encoder: Encoder) -> Path:
    ingest(drafts(), tmp_path / "library", encoder)
    return tmp_path / "library"


@pytest.fixture
def opened(home: Path, encoder: Encoder) -> Iterator[Library]:
    with Library(Settings(home=home), Reader(home), encoder) as library:
        yield library


@pytest.fixture
def kept(home: Path, opened: Library) -> Answer:
    """The reply to a question, kept as the first of a conversation."""
    store = Conversations(Database(home))
    reply = opened.ask(WHY, first_number=store.ask("c1", "t1", WHY))
    assert isinstance(reply, Answer)
    assert store.answer("t1", reply) == reply
    store.close()
    return reply


def read_back(home: Path) -> Answer:
    """The same reply as another process reads it."""
    [turn] = Conversations(Database(home)).read("c1").turns
    assert isinstance(turn.outcome, Answer)
    return turn.outcome


def links(answer: Answer) -> list[tuple[Link, Citation]]:
    """The citations with their permalinks, as an export gives them."""
    written = json.loads(json.dumps(reply_json(answer)))["citations"]
    made = [Link(each["article_id"], each["paragraph"], each["digest"]) for each in written]
    return list(zip(made, answer.citations, strict=True))


def lead_to_their_quotes(answer: Answer, article: Callable[[str], Article]) -> bool:
    """Whether each permalink leads to a paragraph that says the quote where the citation says so."""
    found = [(link, each.quote, article(link.article_id)) for link, each in links(answer)]
    return all(
        not link.changed(there) and there.paragraph(link.paragraph).text[quote.start : quote.end] == quote.text
        for link, quote, there in found
    )


def test_a_reply_that_was_exported_is_read_back_as_it_was_kept(home: Path, kept: Answer) -> None:
    exported = json.dumps(reply_json(read_back(home), "t1"), indent=2)

    again = reply_from(exported)

    assert again == read_back(home)
    assert (again.claims, again.citations) == (kept.claims, kept.citations)
    assert [each["text"][each["start"] : each["end"]] for each in json.loads(exported)["citations"]] == [
        each.quote.text for each in kept.citations
    ]


def test_citations_are_what_they_were_after_the_same_articles_are_read_again(
    home: Path, kept: Answer, encoder: Encoder, opened: Library
) -> None:
    assert ingest(drafts(), home, encoder).unchanged == 2
    rebuild(home, encoder, on_progress=lambda _: None)

    again = read_back(home)

    assert (again.claims, again.citations) == (kept.claims, kept.citations)
    assert lead_to_their_quotes(again, opened.article)
    assert [standing(each.quote, opened.article(each.quote.article_id)).notice for each in again.citations] == [None]


def test_a_citation_of_an_edited_article_is_what_it_was_and_is_told_from_what_is_there(
    home: Path, kept: Answer, encoder: Encoder, opened: Library
) -> None:
    edited = "The ferry of Hale is back at sea."
    assert ingest(drafts(edited), home, encoder).updated == 1

    again = read_back(home)

    assert again.citations == kept.citations
    [(link, citation)] = links(again)
    article = opened.article(link.article_id)
    assert citation.quote.text == FERRY
    assert article.paragraph(link.paragraph).text == edited
    assert link.changed(article)
    assert standing(citation.quote, article).notice == GONE
    assert standing(citation.quote, None).notice == REMOVED


def test_what_was_kept_outlives_the_end_of_whoever_kept_it(tmp_path: Path, elsewhere: Callable[..., Elsewhere]) -> None:
    other = elsewhere("converse", tmp_path, "c1")
    shown = [other.line() for _ in range(12)]
    other.process.kill()
    other.process.wait()

    turns = Conversations(Database(tmp_path)).read("c1").turns

    assert other.process.returncode < 0
    assert [each.id for each in turns[:12]] == shown
    assert all(isinstance(each.outcome, Answer) for each in turns[:12])
    assert all(is_whole_or_interrupted(each.outcome) for each in turns[12:])


def is_whole_or_interrupted(outcome: object) -> bool:
    return isinstance(outcome, Answer) or outcome == Unanswered(State.INTERRUPTED)


def test_an_answer_that_was_on_its_way_when_its_process_was_killed_is_interrupted(
    tmp_path: Path, elsewhere: Callable[..., Elsewhere]
) -> None:
    other = elsewhere("converse", tmp_path, "c1", "3")
    while other.line() != "asking":
        pass
    other.process.kill()
    other.process.wait()

    *answered, last = Conversations(Database(tmp_path)).read("c1").turns

    assert [type(each.outcome) for each in answered] == [Answer] * 3
    assert last.outcome == Unanswered(State.INTERRUPTED)
    assert last.question == "Question 3?"


# From the terminal


def test_a_conversation_goes_on_from_the_terminal(footnote: Footnote, home: Path) -> None:
    def ask(question: str) -> dict[str, Any]:
        ran = footnote("ask", question, "--conversation", "ferry-story", "--json", "--home", home)
        assert ran.code == 0, ran.err
        return json.loads(ran.out)

    first, second = ask(WHY), ask("And who said so of the eels?")

    numbers = [each["number"] for reply in (first, second) for each in reply["citations"]]
    assert numbers == list(range(1, len(numbers) + 1))
    kept = Conversations(Database(home)).read("ferry-story")
    assert [each.id for each in kept.turns] == [first["id"], second["id"]]
    assert [reply_from(json.dumps(each)) for each in (first, second)] == [each.outcome for each in kept.turns]
    assert kept.name == WHY


def test_a_model_that_fails_in_the_terminal_leaves_a_question_that_another_may_answer(
    footnote: Footnote, home: Path, no_keys: None
) -> None:
    asked = ("--conversation", "ferry-story", "--model", "openai:scripted", "--home", home)
    ran = footnote("ask", WHY, *asked)

    assert ran.code == 1
    turn = Conversations(Database(home)).read("ferry-story").turns[0]
    assert turn.answerer == "openai:scripted"  # whom the page would ask again
    outcome = turn.outcome
    assert isinstance(outcome, Unanswered)
    assert outcome.of_answerer
    assert "OPENAI_API_KEY" in outcome.words
    assert "--model" not in outcome.words


@pytest.mark.parametrize("words", [("Why?", "--conversation", "../x"), ("--conversation", "x", "--batch", "a.jsonl")])
def test_a_conversation_that_cannot_be_is_misuse(words: tuple[str, ...], footnote: Footnote, home: Path) -> None:
    ran = footnote("ask", *words, "--home", home)

    assert ran.code == 2
    assert "--conversation" in ran.err
