"""Words found in conversations, as a person expects it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.conversations.excerpts import LONGEST, excerpt, places
from assistant.conversations.folding import folded, origins
from assistant.conversations.kept import State, Unanswered
from assistant.conversations.searching import MOST_HITS, Found, Hit, sought
from assistant.conversations.store import Conversations
from assistant.conversations.wordings import Part
from assistant.domain import Abstention, Answer, Citation, Claim, Paragraph, Quote, Support
from tests.kept import FERRY, in_own_words, quote
from tests.made import answer


def written(claim: str, paragraph: str, number: int = 1) -> Answer:
    """A sentence in other words than the paragraph it rests on."""
    made = answer()
    quote = Quote("a1", made.citations[0].quote.description, Paragraph(1, paragraph), 0, len(paragraph))
    return replace(made, claims=(Claim(claim, (number,), Support.SUPPORTED),), citations=(Citation(number, quote),))


def asked(kept: Conversations, conversation: str, *questions: str) -> None:
    for number, question in enumerate(questions):
        kept.ask(conversation, f"{conversation}-{number}", question)


def hits(kept: Conversations, words: str) -> list[tuple[str | None, Part, int | None]]:
    return [(each.turn, each.part, each.number) for found in kept.search(words) for each in found.hits]


def marked(hit: Hit) -> list[str]:
    return [hit.excerpt.text[start:end] for start, end in hit.excerpt.spans]


def test_a_cited_article_is_found_by_title_and_outlet_at_its_first_citation(kept: Conversations) -> None:
    asked(kept, "c1", "Where is the ferry?")
    kept.answer("c1-0", in_own_words("", [quote("It is."), quote("It was."), quote("So.", FERRY, "ferry")], 3))

    assert hits(kept, "bridge closed") == [("c1-0", Part.SOURCE, 3)]
    assert hits(kept, "harbour GAZETTE it") == [("c1-0", Part.SOURCE, 3)]
    assert hits(kept, "stays") == [("c1-0", Part.SOURCE, 5)]
    [found] = kept.search("gazette")
    assert found.hits[0].excerpt.text == "Bridge closed, Harbour Gazette"
    assert marked(found.hits[0]) == ["Gazette"]


def test_a_word_is_found_in_name_question_answer_and_quote(kept: Conversations) -> None:
    asked(kept, "c1", "Where is the ferry?")
    kept.answer("c1-0", written("It lies in Hale.", "The harbour of Hale holds the boat."))
    kept.rename("c1", "Boats of the north")

    assert hits(kept, "north") == [(None, Part.NAME, None)]
    assert hits(kept, "ferry") == [("c1-0", Part.QUESTION, None)]
    assert hits(kept, "lies") == [("c1-0", Part.ANSWER, None)]
    assert hits(kept, "harbour") == [("c1-0", Part.QUOTE, 1)]
    assert hits(kept, "boat") == [(None, Part.NAME, None), ("c1-0", Part.QUOTE, 1)]
    assert hits(kept, "tunnel") == hits(kept, " ") == []


@pytest.mark.parametrize(
    ("written_so", "typed"),
    [
        ("Łódź", "lodz"),
        ("ÉCLAIR", "éclair"),
        ("Straße", "STRASSE"),
        ("Сёла", "села"),
        ("ΟΔΟΣ", "οδος"),
        ("mayor’s", "mayor's"),
        ("naïve", "nai\u0308ve"),
        ("がっこう", "がっこう"),
    ],
)
def test_case_accents_and_typography_are_as_one_types_them(kept: Conversations, written_so: str, typed: str) -> None:
    asked(kept, "c1", f"What of {written_so} now?")

    [found] = kept.search(typed)

    assert marked(found.hits[1]) == [written_so]


def test_letters_that_only_look_accented_are_told_apart(kept: Conversations) -> None:
    asked(kept, "c1", "がっこう")

    assert kept.search("かっこう") == ()


def test_all_the_words_must_stand_in_one_turn_and_those_in_quotation_marks_together(kept: Conversations) -> None:
    asked(kept, "c1", "Is the bridge old?", "Is the old ferry at the bridge?", "A ferry?")

    assert [turn for turn, _, _ in hits(kept, "bridge ferry")] == ["c1-1"]
    assert [turn for turn, _, _ in hits(kept, "“the bridge old”")] == [None, "c1-0"]
    assert sought('"old  ferry" Bridge bridge') == ("old ferry", "bridge")


@pytest.mark.parametrize("words", ["100%", "a_b", "c\\d", "it's"])
def test_signs_that_mean_something_to_a_database_are_only_signs(kept: Conversations, words: str) -> None:
    asked(kept, "c1", "Nothing like 100 per cent, axb or cd or its?")
    assert kept.search(words) == ()
    asked(kept, "c2", f"Is {words} so?")

    assert [each.conversation.id for each in kept.search(words)] == ["c2"]


def test_what_changed_last_comes_first_and_further_turns_are_counted(kept: Conversations) -> None:
    asked(kept, "c1", *["Where is the ferry?"] * (MOST_HITS + 2))
    asked(kept, "c2", "Who owns the ferry?")

    second, first = kept.search("ferry")

    assert (first.conversation.id, second.conversation.id) == ("c1", "c2")
    assert [each.turn for each in first.hits] == [None, "c1-0", "c1-1", "c1-2"]
    assert (first.more, second.more) == (2, 0)


def test_what_was_written_before_it_was_stopped_is_found_and_what_went_wrong_is_not(kept: Conversations) -> None:
    asked(kept, "c1", "One?", "Two?", "Three?")
    kept.leave("c1-0", Unanswered(State.STOPPED, "The lighthouse"))
    kept.leave("c1-1", Unanswered(State.FAILED, "No lighthouse of a server answers."))
    kept.answer("c1-2", Abstention(answer().inquiry, "no lighthouse"))

    assert hits(kept, "lighthouse") == [("c1-0", Part.ANSWER, None)]


def test_a_turn_that_was_replaced_is_found_no_more(kept: Conversations) -> None:
    asked(kept, "c1", "Where is the ferry?")
    kept.rename("c1", "Boats")
    kept.ask("c1", "t2", "Where is the boat?", instead_of="c1-0")

    assert kept.search("ferry") == ()


# Excerpts


def test_an_excerpt_is_cut_between_words_around_the_first_place() -> None:
    text = "Before it all was quiet. " * 8 + "Then the Ferry of Hale sank. " + "After it all was loud. " * 20

    made = excerpt(text, places(text, ["ferry", "hale"]))

    assert (made.text[0], made.text[-1]) == ("…", "…")
    assert len(made.text) <= LONGEST + 2
    assert [made.text[start:end] for start, end in made.spans] == ["Ferry", "Hale"]
    assert made.text[1:-1] in text


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=200))
def test_whatever_is_found_is_marked_in_the_text_as_it_stands(before: str, word: str, after: str) -> None:
    text, wanted = f"{before}{word}{after}", folded(word).strip()
    if not wanted:
        return

    found = places(text, [wanted])

    assert found
    assert all(wanted in folded(text[start:end]) for start, end in found)
    made = excerpt(text, found)
    assert all(0 <= start < end <= len(made.text) for start, end in made.spans)
    assert len(origins(text)) == len(folded(text)) + 1


def test_nothing_is_found_of_nothing(kept: Conversations) -> None:
    none: tuple[Found, ...] = ()

    assert kept.search("") == kept.search('""') == none
