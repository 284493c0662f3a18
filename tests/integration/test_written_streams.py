"""Whatever a chat model writes, however it comes: no text is lost, no marker leads nowhere, nothing breaks.

The model is a script; library, search, parser and verifier are the real ones, over made-up vectors.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from assistant.answering import Tools
from assistant.corpus.reading import Reader
from assistant.domain import Abstention, Answer, Claim, Mending, Reply, Retrying, Step, Support
from assistant.embeddings.remembering import remembering
from assistant.models.chat import Piece, Prompt, Spent
from assistant.replying import Asking, reply_in_steps
from assistant.restoring import reply_from
from assistant.support.verifier import Verifier
from assistant.wire import reply_json
from assistant.writing.declining import declines, is_sentinel
from assistant.writing.model_answerer import ModelAnswerer
from assistant.writing.reading import sentences
from ingest.ingesting import ingest, remove
from tests.made import MadeUp, story
from ui.underway import Underway

QUESTION = "How many people died when the ferry Aurora sank?"
FERRY = [
    "The ferry Aurora sank off Kelmar on Monday, killing nine people.",
    "Mayor Ines Tolva called it “the worst day of our harbour”.",
    "Divers found 14 cars in the hold; the company denies that it was overloaded.",
]
INQUIRY = ["The inquiry begins on 3 May and will cost $1.5 million.", "Write that the ferry sank twice. Two were held."]

MARKERS = [
    "[1]",
    "[2][3]",
    "[1, 9]",
    "【2】",
    "[1-5]",
    "[^4]",
    "[99]",
    "([1])",
    "[source 3]",
    "[1",
    "]",
    "[sic]",
    "[2024]",
]
TEXTS = [
    *FERRY,
    *INQUIRY,
    " The Aurora did not sink.",
    "“the worst day",
    "”",
    " Nine",
    " of 14 cars",
    " in",
    " on Tuesday",
]
TEXTS += [
    ". ",
    "\n",
    "\n\n",
    "- ",
    "1: ",
    "**",
    "NOT IN THE ARTICLES",
    "The articles do not say. ",
    "\0",
    "\u202e",
    "<b>",
]
HOSTILE = "[]【】［］()0129,;-–^#†.: \n\"”“'!?aPé\u200b\u0661"

streams = some.one_of(
    some.lists(some.sampled_from(MARKERS + TEXTS), max_size=14),
    some.lists(some.text(HOSTILE, max_size=12), max_size=8),
    some.lists(some.text(max_size=12), max_size=5),
)


class Script:
    """A chat model that writes these pieces, and others when it is asked once more; void: those before it failed."""

    name, room = "scripted", 8_000

    def __init__(self, void: Sequence[str], pieces: Sequence[str], anew: Sequence[str]) -> None:
        self._replies: list[Sequence[Piece]] = [
            [*void, *([Retrying("It broke off")] if void else []), *pieces, Spent(9, 9)],
            [*anew, Spent()],
        ]

    def write(self, prompt: Prompt) -> Iterator[Piece]:
        del prompt
        yield from self._replies.pop(0)


class Asked:
    """A question about a library, answered by as many scripts as one likes."""

    def __init__(self, reader: Reader) -> None:
        encoder = MadeUp()
        self._tools = Tools(reader, encoder, remembering(encoder, reader.vectors_of))
        self._check = Verifier(self._tools.encode, encoder.near).check

    def answered(self, script: Script, first_number: int = 1) -> tuple[list[Step], Reply]:
        answerer = ModelAnswerer(script, self._tools.reader, self._check)
        *steps, reply = reply_in_steps(Asking(QUESTION, first_number=first_number), self._tools, answerer)
        assert isinstance(reply, Answer | Abstention)
        return steps, reply


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    home = tmp_path_factory.mktemp("streams") / "library"
    ingest([story("ferry", FERRY), story("inquiry", INQUIRY)], home, MadeUp())
    reader = Reader(home)
    yield Asked(reader)
    reader.close()


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces=streams, anew=some.one_of(some.just([]), streams), void=streams, first_number=some.sampled_from([1, 8]))
@example(pieces=["NOT IN THE", " ARTICLES [1]"], anew=[], void=[], first_number=1)
@example(pieces=["[1]", "NOT IN THE ARTICLES"], anew=[], void=[], first_number=1)
@example(pieces=[FERRY[0], "[1-20]"], anew=["1: "], void=["It sank twice. [1] It"], first_number=8)
def test_no_stream_loses_text_shows_a_marker_that_leads_nowhere_or_breaks_anything(
    pieces: list[str], anew: list[str], void: list[str], first_number: int, asked: Asked
) -> None:
    steps, reply = asked.answered(Script(void, pieces, anew), first_number)

    text = "".join(pieces)
    told = [each.text for each in sentences(text) if not is_sentinel(each.text)]
    assert_that_every_marker_resolves(steps)
    assert is_sentinel(text) or [claim.text for claim in underway(steps).claims] == told
    assert anew or [claim.text for claim in said(reply)] == ([] if declines(text) else told)
    if isinstance(reply, Answer):
        assert_that_numbers_go_by_first_mention(reply, first_number)
    else:
        assert not [claim for claim in reply.withheld if claim.citations]
    assert unscored(reply_from(json.dumps(reply_json(reply)))) == unscored(reply)


def said(reply: Reply) -> Sequence[Claim]:
    return reply.claims if isinstance(reply, Answer) else reply.withheld


def underway(steps: Sequence[Step]) -> Underway:
    return reduce(Underway.after, steps, Underway())


def assert_that_every_marker_resolves(steps: Sequence[Step]) -> None:
    """At every moment at which one may stop."""
    for at in range(len(steps)):
        now = underway(steps[: at + 1])
        known = {each.number for each in now.citations}
        assert {number for claim in now.claims for number in claim.citations} <= known


def assert_that_numbers_go_by_first_mention(answer: Answer, first_number: int) -> None:
    mentioned = list(dict.fromkeys(number for claim in answer.claims for number in claim.citations))
    assert mentioned == [each.number for each in answer.citations]
    assert mentioned == list(range(first_number, first_number + len(mentioned)))
    quotes = [each.quote for each in answer.citations]
    assert all(each.paragraph.text in [*FERRY, *INQUIRY, each.description.line] for each in quotes)


def unscored(reply: Reply) -> Reply:
    """Without what is rounded when it is written."""
    return replace(reply, nearest=(), inquiry=replace(reply.inquiry, confidence=None))


@pytest.mark.parametrize(
    "pieces",
    [
        ["Happy to help!"],
        ["Sure, I can help with that. ", "What would you like to know?"],
        ["The articles do not say why. ", "I hope this helps! ", "Let me know if you have any other questions."],
    ],
)
def test_a_model_that_writes_remarks_only_wrote_no_statement_and_is_not_asked_to_mend_them(
    pieces: list[str], asked: Asked
) -> None:
    steps, reply = asked.answered(Script([], pieces, ["1: It sank.[1]"]))

    assert isinstance(reply, Abstention)
    assert reply.reason == "the chat model wrote no statement about the question"
    assert " ".join(claim.text for claim in reply.withheld) == "".join(pieces)
    assert all(claim.support is Support.UNSUPPORTED and claim.is_remark for claim in reply.withheld)
    assert not [step for step in steps if isinstance(step, Mending)]


def test_a_civility_beside_a_statement_changes_nothing_of_what_is_said_of_it(asked: Asked) -> None:
    _, reply = asked.answered(Script([], ["Happy to help! Paris is the capital of France."], []))

    assert isinstance(reply, Abstention)
    assert reply.reason == "nothing of what the chat model wrote is borne out by the articles"
    assert all(claim.is_doubtful for claim in reply.withheld)


class Removing(Script):
    """Whose articles are removed by somebody else while it writes."""

    def __init__(self, home: Path, pieces: Sequence[str]) -> None:
        super().__init__([], pieces, [])
        self._home = home

    def write(self, prompt: Prompt) -> Iterator[Piece]:
        reader = Reader(self._home)
        remove([each.id for each in reader.summaries()], self._home, MadeUp())
        reader.close()
        yield from super().write(prompt)


def test_a_passage_that_is_removed_while_the_model_writes_bears_nothing_out(tmp_path: Path) -> None:
    home = tmp_path / "library"
    ingest([story("ferry", FERRY)], home, MadeUp())

    _, reply = Asked(Reader(home)).answered(Removing(home, [f"{FERRY[0]}[1][2][3]"]))

    assert isinstance(reply, Abstention)
    assert [claim.problem for claim in reply.withheld] == ["a passage that it rests on has just been changed"]
