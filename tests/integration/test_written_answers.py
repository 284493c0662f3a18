"""Answers that a chat model writes: cited, checked, and sent back once where they fail.

The model is a script on loopback that LangChain's own client for OpenAI's protocol talks to.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from assistant.domain import (
    Abstention,
    Answer,
    Claimed,
    Consulting,
    Mending,
    Reply,
    Retrying,
    Step,
    Support,
    Written,
)
from assistant.errors import ModelTrouble
from assistant.library import Library, open_library
from assistant.settings import EXTRACTIVE, Settings
from tests.providers import Asked, Fails, Provider, Says

COURT = "When did Armenia join the International Criminal Court?"
JOINED = "Armenia became a member of the International Criminal Court in January 2024."


@pytest.fixture(scope="module")
def server() -> Iterator[Provider]:
    with Provider("openai") as provider:
        yield provider


@pytest.fixture(scope="module")
def library(sample_home: Path, server: Provider) -> Iterator[Library]:
    """The sample library, whose questions the scripted model answers."""
    with open_library(Settings(home=sample_home, model=server.name, model_url=server.url)) as opened:
        yield opened


def told(library: Library, server: Provider, *replies: str | Says | Fails, question: str = COURT) -> list[Step]:
    """The steps of a reply for which the model says these things in turn."""
    server.asked.clear()
    server.replies = replies
    return list(library.stream(question))


def reply(library: Library, server: Provider, *replies: str | Says | Fails, question: str = COURT) -> Reply:
    *_, last = told(library, server, *replies, question=question)
    assert isinstance(last, Answer | Abstention)
    return last


def answer(library: Library, server: Provider, *replies: str | Says | Fails, question: str = COURT) -> Answer:
    given = reply(library, server, *replies, question=question)
    assert isinstance(given, Answer)
    return given


def number_of(words: str, asked: Asked) -> int:
    """The number under which the model was shown the paragraph with these words."""
    lines = [line for line in asked.texts[1].split("\n") if words in line]
    return int(lines[0].split("]")[0].removeprefix("["))


def shown_as(words: str, library: Library, server: Provider, question: str = COURT) -> int:
    reply(library, server, "NOT IN THE ARTICLES", question=question)
    return number_of(words, server.asked[0])


def test_a_sentence_cites_the_words_that_bear_it_out(library: Library, server: Provider) -> None:
    number = shown_as("in January 2024", library, server)

    given = answer(library, server, f"{JOINED}[{number}]")

    assert given.claims[0].text == JOINED
    assert given.claims[0].support is Support.SUPPORTED
    assert given.citations[0].number == 1
    assert given.citations[0].quote.text == "Armenia joined the International Criminal Court in January 2024."


def test_numbers_are_given_by_first_mention_whatever_the_model_was_shown(library: Library, server: Provider) -> None:
    court, airport = (
        shown_as("in January 2024", library, server),
        shown_as("international airport of Yerevan", library, server),
    )

    given = answer(
        library,
        server,
        f"Armenia wants the Russian peacekeepers to leave Yerevan's airport [{airport}]. {JOINED}[{court}] "
        f"The peacekeepers at the airport had been there since Armenia became independent.[{airport}]",
    )

    assert [claim.citations for claim in given.claims] == [(1,), (2,), (3,)]
    assert [each.number for each in given.citations] == [1, 2, 3]
    assert "[1]" in given.text
    assert given.citations[0].quote.paragraph == given.citations[2].quote.paragraph


def test_a_marker_that_was_never_shown_is_dropped_and_counted(library: Library, server: Provider) -> None:
    number = shown_as("in January 2024", library, server)

    given = answer(library, server, f"{JOINED}[{number}][99]")

    assert given.claims[0].citations == (1,)
    assert given.inquiry.usage
    assert given.inquiry.usage.dropped == 1


def test_a_sentence_without_a_marker_gets_the_passage_that_bears_it_out(library: Library, server: Provider) -> None:
    given = answer(library, server, JOINED)

    assert given.claims[0].support is Support.SUPPORTED
    assert "January 2024" in given.citations[0].quote.text


def test_what_the_model_knows_from_elsewhere_is_withheld(library: Library, server: Provider) -> None:
    given = reply(library, server, "Paris is the capital of France.[1]", question="What is the capital of France?")

    assert isinstance(given, Abstention)
    assert given.withheld[0].text == "Paris is the capital of France."
    assert given.withheld[0].support is Support.UNSUPPORTED
    assert given.reason == "nothing of what the chat model wrote is borne out by the articles"


@pytest.mark.parametrize("declining", ["NOT IN THE ARTICLES", "**Not in the articles.**", "The articles do not say."])
def test_a_model_that_declines_is_an_abstention(library: Library, server: Provider, declining: str) -> None:
    given = reply(library, server, declining)

    assert isinstance(given, Abstention)
    assert not given.withheld
    assert given.nearest


def test_the_sentinel_within_an_answer_is_no_sentence_of_it(library: Library, server: Provider) -> None:
    given = answer(library, server, f"{JOINED}[1] NOT IN THE ARTICLES")

    assert [claim.text for claim in given.claims] == [JOINED]


def test_the_sentinel_is_never_shown_while_it_comes(library: Library, server: Provider) -> None:
    steps = told(library, server, Says(["NOT ", "IN THE", " ARTICLES"]))

    assert not [step for step in steps if isinstance(step, Written | Claimed)]


def test_a_sentence_that_fails_is_sent_back_once_and_takes_the_place_of_the_first(
    library: Library, server: Provider
) -> None:
    number = shown_as("in January 2024", library, server)

    steps = told(
        library,
        server,
        f"{JOINED}[{number}] The court has 142 members.[{number}]",
        f"1: The court has 124 members.[{number}]",
    )
    given = steps[-1]

    assert isinstance(given, Answer)
    assert Mending(1) in steps
    assert [claim.text for claim in given.claims] == [JOINED, "The court has 124 members."]
    assert all(claim.support is not Support.UNSUPPORTED for claim in given.claims)
    assert "1: The court has 142 members." in server.asked[-1].texts[-1]
    assert "142" in server.asked[-1].texts[-1].split("Problem:")[1]
    assert given.inquiry.usage
    assert given.inquiry.usage.calls == len(server.asked) == 2
    assert given.inquiry.usage.input_tokens == 200


@pytest.mark.parametrize("anew", ["1: NOT IN THE ARTICLES", "1: The court has 152 members.[1]", "Sorry.", Fails(401)])
def test_what_still_fails_is_shown_and_marked(library: Library, server: Provider, anew: str | Fails) -> None:
    number = shown_as("in January 2024", library, server)

    given = answer(library, server, f"{JOINED}[{number}] The court has 142 members.[{number}]", anew)

    assert [claim.support for claim in given.claims] == [Support.SUPPORTED, Support.UNSUPPORTED]
    assert given.claims[1].problem
    assert given.text.endswith("(not supported by the articles)")


def test_a_marker_that_was_never_shown_is_counted_in_what_is_written_anew_and_in_a_remark_too(
    library: Library, server: Provider
) -> None:
    number = shown_as("in January 2024", library, server)
    first = f"{JOINED}[{number}] The court has 142 members.[{number}] The articles do not say why.[98]"

    given = answer(library, server, first, f"1: The court has 124 members.[{number}][99]")

    assert given.inquiry.usage
    assert given.inquiry.usage.dropped == 2


def test_a_sentence_that_does_not_end_is_shown_and_marked_without_being_checked(
    library: Library, server: Provider
) -> None:
    number = shown_as("in January 2024", library, server)

    given = answer(
        library, server, f"{JOINED}[{number}] It said “a”, {'“a”, ' * 900}[{number}].", "NOT IN THE ARTICLES"
    )

    assert [claim.support for claim in given.claims] == [Support.SUPPORTED, Support.UNSUPPORTED]
    assert given.claims[1].problem == "it is too long to be held against a passage"


def test_what_came_anew_before_a_failure_is_void_too(
    library: Library, server: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.models.patience._guess", lambda _: 0)
    number = shown_as("in January 2024", library, server)
    cut = Says(["1: The court has 152"], then="cut")

    given = answer(library, server, f"The court has 142 members.[{number}]", cut, "1: The court has 124 members.")

    assert [claim.text for claim in given.claims] == ["The court has 124 members."]


def test_whoever_stops_while_sentences_are_checked_again_hangs_up(library: Library, server: Provider) -> None:
    number = shown_as("in January 2024", library, server)
    server.replies = (f"The court has 142 members.[{number}]", Says(["1: The court"], then="hangs"))
    server.asked.clear()

    steps = library.stream(COURT)
    assert isinstance(steps, Generator)
    next(step for step in steps if isinstance(step, Mending) and len(server.asked) == 2)
    steps.close()

    assert server.left.acquire(timeout=30)


def test_a_remark_on_what_the_articles_leave_open_is_not_sent_back(library: Library, server: Provider) -> None:
    number = shown_as("in January 2024", library, server)

    given = answer(library, server, f"{JOINED}[{number}] The articles do not say why.")

    assert len(server.asked) == 1
    assert given.claims[1].problem
    assert "only says that the articles do not say" in given.claims[1].problem


def test_steps_come_as_the_text_does(library: Library, server: Provider) -> None:
    number = shown_as("in January 2024", library, server)

    steps = told(library, server, Says(["Armenia became a member of the International ", f"{JOINED[45:]}[{number}]"]))

    assert [type(step) for step in steps if not isinstance(step, Written)][1:] == [Consulting, Claimed, Answer]
    written = "".join(step.text for step in steps if isinstance(step, Written))
    assert written.strip() == JOINED
    assert next(step for step in steps if isinstance(step, Written)).text.startswith("Armenia became")


def test_paragraphs_of_an_answer_are_kept(library: Library, server: Provider) -> None:
    court, airport = (
        shown_as("in January 2024", library, server),
        shown_as("international airport of Yerevan", library, server),
    )

    given = answer(
        library,
        server,
        f"{JOINED}[{court}]\n\nRussian peacekeepers at Yerevan's airport were asked to leave.[{airport}]",
    )

    assert [claim.opens for claim in given.claims] == [False, True]
    assert "\n\n" in given.text


def test_a_model_that_cannot_take_so_much_is_shown_less(library: Library, server: Provider) -> None:
    too_long = Fails(400, "This model's maximum context length is 900 tokens", code="context_length_exceeded")

    answer(library, server, too_long, JOINED)

    first, second = (len(asked.texts[1]) for asked in server.asked)
    assert second < first


def test_what_came_before_a_model_found_it_too_much_is_void(library: Library, server: Provider) -> None:
    too_long = Fails(400, "This model's maximum context length is 900 tokens", code="context_length_exceeded")

    steps = told(library, server, Says([f"{JOINED}[1] It left in May"], then=too_long), JOINED)

    kinds = [type(step) for step in steps]
    assert kinds.index(Retrying) > kinds.index(Claimed)
    assert Claimed in kinds[kinds.index(Retrying) :]


def test_a_model_that_does_not_answer_leaves_the_articles_own_words(library: Library, server: Provider) -> None:
    with pytest.raises(ModelTrouble):
        told(library, server, Fails(401, "bad key"))

    given = library.ask(COURT, model=EXTRACTIVE)
    assert isinstance(given, Answer)
    assert given.inquiry.model == EXTRACTIVE
    assert given.inquiry.usage is None


def test_nothing_is_sent_where_no_article_is_left_to_look_in(library: Library, server: Provider) -> None:
    from assistant.domain import Filters

    server.asked.clear()

    given = library.ask(COURT, filters=Filters(outlets=("The Tide",)))

    assert isinstance(given, Abstention)
    assert not server.asked


def test_who_wrote_an_article_is_answered_from_its_description(library: Library, server: Provider) -> None:
    question = "Who wrote the article on the refusal to finance the CSTO?"

    given = answer(
        library, server, "The article on the refusal was written by Footnote Sample Desk.[1]", question=question
    )

    assert given.claims[0].support is not Support.UNSUPPORTED
    assert given.citations[0].quote.paragraph.number == 0


def test_text_that_came_before_a_failure_is_void_and_the_question_is_asked_again(
    library: Library, server: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.models.patience._guess", lambda _: 0)
    number = shown_as("in January 2024", library, server)

    steps = told(library, server, Says(["Armenia became a member of "], then="cut"), f"{JOINED}[{number}]")

    assert any(isinstance(step, Retrying) for step in steps)
    assert isinstance(steps[-1], Answer)
    assert [claim.text for claim in steps[-1].claims] == [JOINED]
