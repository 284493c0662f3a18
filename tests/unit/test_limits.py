"""Limits that a person sets: what they leave, how they are said, that they go on from question to question."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.domain import NO_FILTERS, ArticleSummary, Cue, CueKind, Description, Filters
from ui.chips import chips, given
from ui.limits import Limit, label, limits_in, within, without
from ui.limits_form import MOST_OFFERED, choices, leaves, offered
from ui.listing import Listed


def summary(name: str, outlet: str | None = None, day: date | None = None, *authors: str) -> ArticleSummary:
    return ArticleSummary(name, Description("The ferry", f"{name}.txt", outlet, authors, day), 3)


LISTED = Listed(
    2,
    (
        summary("a", "The Gazette", date(2024, 5, 8), "Ada Quill"),
        summary("b", "Gazette", date(2024, 3, 1), "Ada Quill", "Jo Brandt"),
        summary("c", "River Wire", date(2024, 3, 1)),
        summary("d"),
    ),
)


@pytest.mark.parametrize(
    ("limits", "left"),
    [
        (NO_FILTERS, "abcd"),
        (Filters(after=date(2024, 3, 1)), "abc"),
        (Filters(after=date(2024, 3, 1), before=date(2024, 3, 1)), "bc"),
        (Filters(outlets=("gazette",)), "ab"),
        (Filters(outlets=("The Gazette", "River Wire"), authors=("Jo Brandt",)), "b"),
        (Filters(articles=("d", "a"), before=date(2024, 12, 31)), "a"),
    ],
)
def test_limits_leave_what_the_index_leaves(limits: Filters, left: str) -> None:
    assert "".join(each.id for each in within(LISTED.articles, limits)) == left


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (NO_FILTERS, "All 4 articles"),
        (Filters(outlets=("Gazette",)), "2 of 4 articles"),
        (Filters(authors=("Nobody",)), "None of 4 articles: nothing can be found within these limits."),
        (Filters(date(2024, 5, 1), date(2024, 3, 1)), "No article: the first day is after the last."),
    ],
)
def test_how_much_is_left_is_said(limits: Filters, said: str) -> None:
    assert leaves(limits, LISTED) == said


def test_each_name_is_offered_once_and_articles_that_look_the_same_are_told_apart() -> None:
    there = choices(LISTED)

    assert there.outlets == {"The Gazette": "The Gazette (2)", "River Wire": "River Wire (1)"}
    assert there.authors == {"Ada Quill": "Ada Quill (2)", "Jo Brandt": "Jo Brandt (1)"}
    assert len(set(there.articles.values())) == len(LISTED.articles)
    assert (there.first, there.last) == (date(2024, 3, 1), date(2024, 5, 8))


def test_of_too_many_articles_those_with_the_words_that_one_types_are_offered_and_those_chosen() -> None:
    shown = {f"a{number}": f"Ferry {number} · The Gazette" for number in range(2 * MOST_OFFERED)} | {
        "b": "Bridge · Wire"
    }

    assert list(offered(shown, ("b",), "gazette FERRY 7")) == ["b", *(each for each in shown if "7" in each)][:501]
    assert list(offered(shown, (), "")) == list(shown)[:MOST_OFFERED]
    assert offered({"b": "Bridge"}, (), "ferry") == {"b": "Bridge"}


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (Filters(after=date(2024, 3, 1)), "Only since 1 March 2024"),
        (Filters(outlets=("The Gazette", "River Wire")), "Only from The Gazette or River Wire"),
        (Filters(outlets=tuple("abcd")), "Only from 4 outlets"),
        (Filters(authors=("Ada Quill",)), "Only by Ada Quill"),
        (Filters(articles=("a",)), "Only in “The ferry”"),
        (Filters(articles=("a", "b")), "Only in 2 chosen articles"),
        (Filters(articles=("gone",)), "Only in 1 chosen article"),
    ],
)
def test_a_limit_says_what_it_is_and_is_taken_back_alone(limits: Filters, said: str) -> None:
    [limit] = limits_in(limits)

    assert label(limit, limits, {"a": "The ferry"}.get) == said
    assert without(limits, limit) == NO_FILTERS
    assert without(Filters(limits.after, None, ("x",), ("y",), ("z",)), limit).narrow


def test_limits_set_by_the_asker_are_told_from_those_found_in_the_question() -> None:
    cue = Cue(CueKind.OUTLET, "the Gazette", limits=True)
    filters = Filters(after=date(2024, 3, 1), outlets=("The Gazette",), cues=(cue,))

    assert filters.given == Filters(after=date(2024, 3, 1))
    assert list(given(filters, lambda _: None)) == [{"limit": Limit.DATES, "label": "Only since 1 March 2024"}]
    assert list(chips(filters)) == [{"words": "the Gazette", "label": "Only from the Gazette"}]
