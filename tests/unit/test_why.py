"""Why a paragraph was found, as it is noted and as it is said."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain import Article, Description, Favour, Paragraph, Ranked, Scores, Why
from assistant.preferred import Preferred
from assistant.question import Question
from assistant.terms import terms_of
from assistant.weigh import Candidate, Sought
from assistant.why import explained, spans_with
from tests.made import MadeUp
from ui.why_data import ordinal, reasons, why_data

ASKED = Question("When was the harbour bridge painted?")
SOUGHT = Sought(ASKED, MadeUp().encode_question(ASKED.text), terms_of(ASKED, lambda _: 1.0))


def candidate(name: str, text: str, dense: float, lexical: float | None, title: str = "News") -> Candidate:
    paragraph = Paragraph(1, text)
    article = Article(name, Description(title, "s", outlet="The Post"), (paragraph,))
    return Candidate(article, paragraph, Scores(dense, lexical), 0.5)


def whys(candidates: list[Candidate], sought: Sought = SOUGHT) -> dict[str, Why | None]:
    ranked = [
        Ranked(each.article.id, each.article.description, each.paragraph, 0.5, each.scores) for each in candidates
    ]
    return {each.article_id: each.why for each in explained(ranked, candidates, sought)}


PAINTED = candidate("a", "They paint the bridges in May.", 0.4, 7.0)
HARBOUR = candidate("b", "The pier is old.", 0.6, None, title="A harbour in May")


def test_its_places_are_counted_among_all_candidates_and_its_words_are_the_questions() -> None:
    assert whys([PAINTED, HARBOUR]) == {
        "a": Why(2, 2, 1, ("bridge", "painted")),
        "b": Why(2, 1, None, (), ("harbour",)),
    }


def test_equals_share_the_better_place() -> None:
    twins = [PAINTED, candidate("c", "A bridge.", 0.4, 7.0), candidate("d", "The bridge.", 0.1, 1.0)]

    assert [why and (why.by_meaning, why.by_words) for why in whys(twins).values()] == [(1, 1), (1, 1), (3, 3)]


def test_what_raised_it_besides_its_words_is_named() -> None:
    sought = replace(SOUGHT, spoken_of=frozenset("a"), preferred=Preferred(outlets=("Post",)))

    assert whys([PAINTED, HARBOUR], sought)["a"].favours == (Favour.CITED_BEFORE, Favour.SOURCE)


def test_words_are_found_in_every_form_and_nowhere_inside_others() -> None:
    text = "Bridges, a BRIDGE and a drawbridge: painted."

    assert [text[start:end] for start, end in spans_with(("bridge", "painting"), text)] == [
        "Bridges",
        "BRIDGE",
        "painted",
    ]


def test_the_reasons_are_said_with_their_figures() -> None:
    why = Why(50, 3, 1, ("ferry", "2019"), ("Osmund",), (Favour.DAYS,))

    assert list(reasons(Scores(0.714, 11.21, rerank=0.93), why)) == [
        "3rd of 50 by meaning (0.71); 1st by words (11.2): ferry, 2019.",
        "In its headline, outlet or authors: Osmund.",
        "Read again together with the question, it scored 0.93 of 1.",
        "Moved up because it is of the days that the question names.",
    ]
    assert list(reasons(Scores(0.2), Why(50, 40))) == [
        "40th of 50 by meaning (0.20); it shares no word with the question."
    ]


def test_places_in_the_text_are_those_of_the_browser() -> None:
    assert why_data(Scores(0.5), Why(1, 1, 1, ("ferry",)), "🚢 The ferry.")["spans"] == [[7, 12]]
    assert why_data(None, None, "The ferry.") is None


def test_ordinals_are_written_as_they_are_said() -> None:
    assert [ordinal(each) for each in (1, 2, 3, 4, 11, 12, 13, 21, 112, 122)] == [
        *("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th", "122nd")
    ]
