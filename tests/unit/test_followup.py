"""Follow-ups made into questions that stand alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assistant.domain import Turn
from assistant.followup import in_conversation, stand_alone

FERRY = (Turn("Why was the ferry late?", "A rope was caught in its screw."),)
OWLS = (
    Turn(
        "Who founded the Velvet Owls?",
        "Ilan Marsh and Petra Holm founded the Velvet Owls in Tarnby in the spring of 1998.[1]",
    ),
)
MARSH = (Turn("Who is Ilan Marsh?", "Ilan Marsh was the singer of the Velvet Owls."),)
TREATY = (Turn("When did Norland join the Amber Treaty?", "Norland joined it in May 2004.[1]"),)
LIND = (Turn("Who replaced Adam Koll?", "Mara Lind replaced him as president of Vestria.[1]"),)
HEADED = (
    Turn("Oskar Lund (writer)", "Early life"),
    Turn("Where did he grow up?", "in the port of Tarnby,"),
)


def alone(question: str, *history: Turn) -> str:
    return stand_alone(question, history)


# Pronouns


@pytest.mark.parametrize(
    ("question", "history", "expected"),
    [
        ("When did they disband?", OWLS, "When did the Velvet Owls disband?"),
        ("What was their first album?", OWLS, "What was the Velvet Owls' first album?"),
        ("Why did he leave?", MARSH, "Why did Ilan Marsh leave?"),
        ("Where was his first concert?", MARSH, "Where was Ilan Marsh's first concert?"),
        ("Who is she married to?", LIND, "Who is Mara Lind married to?"),
        ("What are her plans?", LIND, "What are Mara Lind's plans?"),
        ("Who voted for her?", LIND, "Who voted for Mara Lind?"),
        ("Why did he resign?", LIND, "Why did Adam Koll resign?"),
        ("When did it end?", (Turn("What is the Amber Treaty?", "A pact."),), "When did the Amber Treaty end?"),
        ("Who repaired it?", FERRY, "Who repaired the ferry?"),
        ("Was he a sailor?", HEADED, "Was Oskar Lund a sailor?"),
        ("And what did she say?", LIND, "What did Mara Lind say?"),
        ("Did Vestria invite him?", MARSH, "Did Vestria invite Ilan Marsh?"),
    ],
)
def test_a_pronoun_gives_way_to_the_name_it_stands_for(question: str, history: tuple[Turn, ...], expected: str) -> None:
    assert alone(question, *history) == expected


def test_he_and_she_are_told_apart_by_given_names() -> None:
    assert alone("Why did he leave?", *OWLS).startswith("Why did Ilan Marsh leave")
    assert alone("Why did she leave?", *OWLS).startswith("Why did Petra Holm leave")


def test_they_are_two_who_were_named_last() -> None:
    history = [Turn("Who did Adam Koll marry?", "In 2003, Adam Koll married Petra Holm.")]

    assert alone("Did they have children?", *history) == "Did Adam Koll and Petra Holm have children?"


def test_a_name_said_in_part_is_given_whole() -> None:
    assert alone("Where was Marsh born?", *MARSH) == "Where was Ilan Marsh born?"


def test_a_pronoun_reaches_back_through_questions_that_point_back_themselves() -> None:
    history = [*MARSH, Turn("When did he leave?", "In 2003."), Turn("Why did he?", "For the sea.")]

    assert alone("Where does he live?", *history) == "Where does Ilan Marsh live?"


def test_there_and_then_become_a_place_and_a_time() -> None:
    born = Turn("Where was Petra Holm born?", "Petra Holm was born in Tarnby in June 1971.")

    assert alone("What happened there?", born).startswith("What happened in Tarnby")
    assert alone("What has she done since then?", born) == "What has Petra Holm done since June 1971?"
    assert alone("What happened then?", born).startswith("What happened in June 1971")


@pytest.mark.parametrize(
    "question",
    [
        "Is it true that Vestria has no navy?",
        "How long does it take to sail to Grenmark?",
        "Are there lions in Grenmark?",
        "What did Tova Brandt say when she resigned?",
        "Did Vestria sell its navy?",
        "Why did Tova Brandt leave her party?",
        "What does the law of Grenmark say that Norlanders must do?",
    ],
)
def test_a_pronoun_that_means_nothing_or_a_name_before_it_takes_nothing(question: str) -> None:
    assert alone(question, *OWLS) == question


def test_a_name_may_come_after_its_pronoun() -> None:
    question = "Besides his novels, what did Oskar Lund write?"

    assert alone(question, *MARSH) == question


# What is left out


@pytest.mark.parametrize(
    ("question", "before", "expected"),
    [
        ("Why?", "Did Norland leave the Amber Treaty?", "Why did Norland leave the Amber Treaty?"),
        ("Why?", "When did Norland leave the Amber Treaty?", "Why did Norland leave the Amber Treaty?"),
        ("But why?", "Why was the ferry late?", "Why was the ferry late?"),
        ("Why?", "How many barges are waiting?", "Why are barges waiting?"),
        ("And when?", "Who repaired the ferry?", "Who repaired the ferry, and when?"),
        ("Since when?", "Is the bridge closed?", "Since when is the bridge closed?"),
        ("Who else?", "Who signed the Amber Treaty?", "Who else signed the Amber Treaty?"),
        ("And in Georgia?", "How many people fled in Armenia?", "How many people fled in Georgia?"),
        ("In Georgia?", "How many people fled?", "How many people fled in Georgia?"),
        ("What about 2023?", "How many ferries sank in 2022?", "How many ferries sank in 2023?"),
        ("And in 2023?", "How many ferries sank in 2022?", "How many ferries sank in 2023?"),
        ("what about 2023", "How many ferries sank?", "How many ferries sank in 2023?"),
        ("And on Tuesday?", "Why was the ferry late?", "Why was the ferry late on Tuesday?"),
        ("What about the bus?", "Why was the ferry late?", "Why was the bus late?"),
        ("And Vestria?", "When did Norland join the Amber Treaty?", "When did Vestria join the Amber Treaty?"),
        ("How about Tova Brandt?", "Where was Oskar Lund born?", "Where was Tova Brandt born?"),
    ],
)
def test_what_a_question_leaves_out_comes_from_the_one_before(question: str, before: str, expected: str) -> None:
    assert alone(question, Turn(before, "Forty.")) == expected


def test_what_a_question_leaves_out_may_have_been_left_out_before() -> None:
    history = [Turn("How many people fled in Armenia?", "Forty."), Turn("And in Georgia?", "Fifty.")]

    assert alone("Why?", *history) == "Why, and how many people fled in Georgia?" or "Georgia" in alone(
        "Why?", *history
    )


def test_another_place_leaves_the_one_before_out_of_what_is_searched_with() -> None:
    understood = in_conversation("And in Georgia?", [Turn("How many people fled in Armenia?", "Forty.")])

    assert "Armenia" not in understood.sought


# Things and topics


@pytest.mark.parametrize(
    ("question", "history", "expected"),
    [
        ("Who wrote the article?", FERRY, "Who wrote the article about the ferry?"),
        ("Any other interesting aspects?", OWLS, "Any other interesting aspects with the Velvet Owls?"),
        ("What else is in this article?", OWLS, "What else is in the Velvet Owls?"),
        ("Is there a film about this story?", OWLS, "Is there a film about the Velvet Owls?"),
        ("What were the songs called?", OWLS, "What were the Velvet Owls' songs called?"),
        ("How many of them?", (Turn("Which barges are waiting?", "Coal barges."),), "How many of the barges?"),
        ("What happened in 2003?", OWLS, "What happened in 2003 with the Velvet Owls?"),
    ],
)
def test_a_thing_is_said_to_be_of_what_the_conversation_is_about(
    question: str, history: tuple[Turn, ...], expected: str
) -> None:
    assert alone(question, *history) == expected


def test_a_thing_that_was_named_is_called_by_its_name() -> None:
    history = Turn("What did the Velvet Owls release?", "In 2001 the Velvet Owls released the album Night Ferry.")

    assert alone("Did the album sell well?", history) == "Did the album Night Ferry sell well?"


def test_where_no_name_was_said_the_question_before_comes_along() -> None:
    assert alone("Who said so?", Turn("How many barges wait?", "Forty.")) == "Who said so (How many barges wait)?"


def test_what_the_articles_did_not_say_names_nothing() -> None:
    history = [*MARSH, Turn("Did he write books?", "The articles do not say.")]

    assert alone("Did he paint?", *history) == "Did Ilan Marsh paint?"


# New topics


@pytest.mark.parametrize(
    "question",
    [
        "How many islands has Norway?",
        "Which company built the lighthouse of Grenmark?",
        "Has Norway sold its ferries?",
        "When did Tova Brandt resign?",
        "What do eels eat?",
        "Who is Ann Marsh?",
        "What is inflation?",
    ],
)
@pytest.mark.parametrize("history", [FERRY, OWLS, MARSH, TREATY, LIND, HEADED])
def test_a_new_topic_takes_nothing_along(question: str, history: tuple[Turn, ...]) -> None:
    understood = in_conversation(question, history)

    assert (understood.question, understood.context, understood.leans) == (question, (), False)


@pytest.mark.parametrize("question", ["Why?", "When did they disband?", "And in Georgia?", "", "???"])
def test_without_a_history_nothing_is_added(question: str) -> None:
    assert alone(question) == question


# Finding


def test_a_follow_up_is_searched_with_the_other_names_and_near_the_articles_cited() -> None:
    history = [Turn("Who founded the Velvet Owls?", "Ilan Marsh founded the Velvet Owls.", ("a1", "a2"))]

    leaning, new = in_conversation("When did they disband?", history), in_conversation("What do eels eat?", history)

    assert leaning.sought == "When did the Velvet Owls disband? Ilan Marsh"
    assert leaning.articles == {"a1", "a2"}
    assert not new.articles


def test_a_source_that_was_named_is_not_what_the_conversation_is_about() -> None:
    asked = Turn("According to the Coast Courier, what does the ferry to Osmund Island cost?", "Three crowns.")

    assert "Courier" not in stand_alone("Who runs it?", [asked])


# Any conversation

SAID = "he she they it there then this that the album why and what about who else Koll Mara Lind in of 2023 ? . , ' “ ”"
WORDS = some.sampled_from(SAID.split())
TEXT = some.one_of(some.text(max_size=80), some.lists(WORDS, max_size=25).map(" ".join))
TURNS = some.lists(some.builds(Turn, TEXT, TEXT), max_size=12)


@given(TEXT, TURNS)
def test_no_conversation_breaks_it_or_makes_a_question_long(question: str, history: list[Turn]) -> None:
    assert len(stand_alone(question, history)) <= max(400, len(question) + 100)


def test_a_very_long_conversation_stays_a_short_question_and_is_read_quickly() -> None:
    started = time.process_time()

    assert len(alone("And then?", *[Turn("And then?", "No more.")] * 5000)) < 200
    assert (
        len(alone("Why?", *[Turn("Why did Mara Lind leave " + "the old " * 300 + "port?", "Of it. " * 500)] * 50))
        < 4000
    )
    assert time.process_time() - started < 5
