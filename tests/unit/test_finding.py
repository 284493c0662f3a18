"""Rankings of the parts of a question, merged."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from assistant.domain import Description, Paragraph, Ranked, Scores
from assistant.finding import Found, Search, merged, relevant_as


def ranked(name: str, score: float) -> Ranked:
    return Ranked(name, Description(name, "s"), Paragraph(1, f"What {name} tells."), score)


def test_each_part_is_heard_in_turn_and_what_several_found_counts_once() -> None:
    one = [ranked("a", 0.9), ranked("b", 0.8)]
    other = [ranked("c", 0.4), ranked("a", 0.3)]

    assert [each.article_id for each in merged([one, other], 10)] == ["a", "c", "b"]


def test_scores_never_rise() -> None:
    scores = [each.score for each in merged([[ranked("a", 0.5)], [ranked("b", 0.9), ranked("c", 0.2)]], 10)]

    assert scores == sorted(scores, reverse=True)


def test_there_are_no_more_than_wanted() -> None:
    assert len(merged([[ranked("a", 0.5), ranked("b", 0.4)], [ranked("c", 0.3)]], 2)) == 2


def test_what_a_followups_context_found_is_as_relevant_as_it_is_to_the_question_alone() -> None:
    def relevant(name: str, relevance: float) -> Ranked:
        return replace(ranked(name, 0.9), scores=Scores(relevance=relevance))

    found = relevant_as([relevant("a", 0.4), relevant("b", 0.1)], [relevant("b", 0.8), relevant("c", 0.7)])

    assert [(each.article_id, each.score, each.scores.relevance) for each in found] == [
        ("b", 0.9, 0.1),
        ("c", 0.9, 0.1),
    ]


def found(names: str) -> Found:
    rankings = [ranked(name, 0.9 - 0.01 * at) for at, name in enumerate(names)]
    return Found(names, np.zeros(3, np.float32), rankings)


def test_other_words_of_a_question_have_together_one_place_in_three() -> None:
    search = Search(found("abcdefgh"), [], [found("rst"), found("xyz")])

    assert "".join(each.article_id for each in search.ranking(9)) == "abrcdxefs"


def test_other_words_beside_parts_are_heard_as_one_more_part() -> None:
    search = Search(found("abcd"), [found("mn")], [found("rs")])

    assert "".join(each.article_id for each in search.ranking(8)) == "mabrncds"
