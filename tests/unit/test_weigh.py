"""Candidates weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pytest

from assistant.corpus.vectors import Vector
from assistant.domain import Article, Description, Kind, Paragraph, Ranked, Scores
from assistant.question import Question
from assistant.terms import terms_of
from assistant.weigh import Candidate, Sought, weigh

EAST, NORTH = np.array([1, 0], np.float32), np.array([0, 1], np.float32)
ASKED = Question("When was the harbour bridge painted?")
TERMS = terms_of(ASKED, lambda _: 1.0)


def nothing_kept(_: Sequence[str]) -> Mapping[str, Vector]:
    return {}


def candidate(text: str, *, published: date | None = None, kind: Kind = Kind.BODY, title: str = "News") -> Candidate:
    paragraph = Paragraph(1, text, kind)
    article = Article(f"{title} {text} {published}", Description(title, "s", published=published), (paragraph,))
    return Candidate(article, paragraph, Scores(0.4, 5.0), 0.5)


def first(*candidates: Candidate, asked: date | None = None) -> str:
    return weigh(candidates, Sought(ASKED, EAST, TERMS, asked), nothing_kept)[0].article_id


def test_a_sentence_that_tells_more_of_the_question_puts_its_paragraph_first() -> None:
    scattered = candidate("The harbour is old. A bridge fell. They painted.")
    together = candidate("They painted the bridge of the harbour. It is old. Nobody fell.")

    assert first(scattered, together) == together.article.id


def test_words_of_the_title_count_for_the_paragraph() -> None:
    plain, titled = candidate("It was red in May."), candidate("It was red in May.", title="Harbour bridge painted")

    assert first(plain, titled) == titled.article.id


def test_the_nearest_sentence_counts_beside_the_paragraph() -> None:
    vectors = {"Red paint came in May.": EAST, "Blue paint came in June.": NORTH}
    candidates = [candidate("Blue paint came in June."), candidate("Red paint came in May.")]

    ranked = weigh(candidates, Sought(ASKED, EAST, TERMS), lambda _: vectors)

    assert [each.scores.sentence for each in ranked] == pytest.approx([1.0, 0.0])


def test_without_kept_vectors_a_sentence_is_as_near_as_its_paragraph() -> None:
    [ranked] = weigh([candidate("Red paint came in May.")], Sought(ASKED, EAST, TERMS), nothing_kept)

    assert ranked.scores.sentence == ranked.scores.dense


@pytest.mark.parametrize("kind", [Kind.CAPTION, Kind.TEASER])
def test_captions_and_teasers_rank_below_the_same_words_of_the_body(kind: Kind) -> None:
    body, other = candidate("The bridge."), candidate("The bridge.", kind=kind, published=date(2024, 1, 1))

    assert first(other, body) == body.article.id


def test_with_a_day_of_asking_what_is_fresh_is_preferred_and_without_one_it_is_not() -> None:
    old, fresh = (candidate("The bridge.", published=date(2024, month, 1)) for month in (1, 6))

    assert first(old, fresh, asked=date(2024, 6, 3)) == fresh.article.id
    assert first(old, fresh) == old.article.id


def test_what_came_after_the_day_of_asking_is_not_fresh() -> None:
    before, after = (candidate("The bridge.", published=date(2024, 6, day)) for day in (1, 9))

    assert first(after, before, asked=date(2024, 6, 3)) == before.article.id


def test_an_article_whose_lead_is_near_the_question_puts_its_paragraphs_higher() -> None:
    plain, about = candidate("It was red in May.", title="Fish"), candidate("It was red in May.", title="Paint")

    ranked = weigh(
        [plain, about], Sought(ASKED, EAST, TERMS), lambda _: {plain.article.lead: NORTH, about.article.lead: EAST}
    )

    assert ranked[0].article_id == about.article.id


def test_a_paragraph_that_has_what_is_asked_for_ranks_higher() -> None:
    vague, dated = candidate("The bridge was painted then."), candidate("The bridge was painted in May.")

    assert first(vague, dated) == dated.article.id


def test_being_fresh_adds_to_the_score_and_not_to_the_relevance() -> None:
    def weighed(asked: date | None) -> Ranked:
        fresh = candidate("The bridge.", published=date(2024, 6, 1))
        return weigh([fresh], Sought(ASKED, EAST, TERMS, asked), nothing_kept)[0]

    then, ever = weighed(date(2024, 6, 1)), weighed(None)

    assert then.score > ever.score == ever.scores.relevance == then.scores.relevance


def test_an_article_that_the_conversation_is_about_is_preferred_but_does_not_hide_a_better_one() -> None:
    spoken_of, other = candidate("The bridge was painted.", title="A"), candidate("The bridge was painted.", title="B")
    better = candidate("The harbour bridge was painted in May.", title="C")
    wanted = Sought(ASKED, EAST, TERMS, spoken_of=frozenset({spoken_of.article.id}))

    ranked = weigh([other, spoken_of, better], wanted, nothing_kept)

    assert [each.description.title for each in ranked] == ["C", "A", "B"]
