"""Rankings of the parts of a question, merged."""

from __future__ import annotations

from assistant.domain import Description, Paragraph, Ranked
from assistant.finding import merged


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
