"""Expressions of time in a text, placed on the calendar."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from assistant.when import Bound, time_words

WEDNESDAY = date(2024, 5, 8)


def spans(text: str, day: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    """Each expression with its days, as "2024-05-07" or "2024-05-07/2024-05-09"."""
    return [
        (text[each.start : each.end], str(each.first) if each.first == each.last else f"{each.first}/{each.last}")
        for each in time_words(text, day)
    ]


@pytest.mark.parametrize(
    "written",
    [
        "7 May 2024",
        "May 7, 2024",
        "May 7th 2024",
        "Tuesday, May 7, 2024",
        "Tues., 7 May 2024",
        "the 7th of May 2024",
        "the 7th of May, 2024",
        "2024-05-07",
    ],
)
def test_a_full_date_needs_no_day_of_reference(written: str) -> None:
    assert spans(f"It left on {written}, at noon.", None) == [(written, "2024-05-07")]


def test_a_numeric_date_is_read_only_where_it_can_be_one_day() -> None:
    assert spans("On 25/12/2024 and 12/25/2024.", None) == [("25/12/2024", "2024-12-25"), ("12/25/2024", "2024-12-25")]
    assert spans("On 7/5/2024.", None) == []


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("It sank in March 2024.", "March 2024", "2024-03-01/2024-03-31"),
        ("It sank in early March 2024.", "early March 2024", "2024-03-01/2024-03-10"),
        ("It sank in mid-March 2023.", "mid-March 2023", "2023-03-11/2023-03-21"),
        ("It sank at the end of March 2023.", "end of March 2023", "2023-03-22/2023-03-31"),
        ("It sank in 2023.", "2023", "2023-01-01/2023-12-31"),
        ("It sank in late 2023.", "late 2023", "2023-09-02/2023-12-31"),
        ("the 2020 election", "2020", "2020-01-01/2020-12-31"),
        ("the summer of 2022", "summer of 2022", "2022-06-01/2022-08-31"),
        ("in autumn 2022", "autumn 2022", "2022-09-01/2022-11-30"),
        ("winter 2022", "winter 2022", "2022-12-01/2023-02-28"),
        ("Profits in Q3 2023 fell.", "Q3 2023", "2023-07-01/2023-09-30"),
        ("the third quarter of 2023", "third quarter of 2023", "2023-07-01/2023-09-30"),
        ("the first half of 2024", "first half of 2024", "2024-01-01/2024-06-30"),
        ("Music of the 1990s", "1990s", "1990-01-01/1999-12-31"),
        ("Mills of the 1800s", "1800s", "1800-01-01/1899-12-31"),
        ("Music of the '80s", "'80s", "1980-01-01/1989-12-31"),
        ("a 19th-century mill", "19th-century", "1801-01-01/1900-12-31"),
        ("between March and May 2023", "March and May 2023", "2023-03-01/2023-05-31"),
        ("from November 2022 to May 2023", "November 2022 to May 2023", "2022-11-01/2023-05-31"),
        ("from December to May 2023", "December to May 2023", "2022-12-01/2023-05-31"),
        ("from 3 to 5 May 2024", "3 to 5 May 2024", "2024-05-03/2024-05-05"),
        ("on May 3-5, 2024", "May 3-5, 2024", "2024-05-03/2024-05-05"),
        ("from 2019 to 2021", "2019 to 2021", "2019-01-01/2021-12-31"),
        ("the 2019–2021 strikes", "2019–2021", "2019-01-01/2021-12-31"),
        ("the 2023-24 season", "2023-24", "2023-01-01/2024-12-31"),
    ],
)
def test_a_period_is_all_its_days(text: str, words: str, days: str) -> None:
    assert spans(text, None) == [(words, days)]


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("It said so on Tuesday.", "Tuesday", "2024-05-07"),
        ("It said so on Wednesday.", "Wednesday", "2024-05-08"),
        ("It said so on Thursday.", "Thursday", "2024-05-02"),
        ("It will sail on Tuesday.", "Tuesday", "2024-05-14"),
        ("It will stay after Tuesday.", "Tuesday", "2024-05-14"),
        ("It is scheduled to sail Tuesday.", "Tuesday", "2024-05-14"),
        ("The prize is to be given Monday night.", "Monday", "2024-05-13"),
        ("He said on Tuesday that it will sail.", "Tuesday", "2024-05-07"),
        ("On Tuesday, the crew voted.", "Tuesday", "2024-05-07"),
        ("On Tuesday, the crew will vote.", "Tuesday", "2024-05-14"),
        ("It sank last Friday.", "last Friday", "2024-05-03"),
        ("It sails next Monday.", "next Monday", "2024-05-13"),
        ("It sank on Friday of last week.", "Friday of last week", "2024-05-03"),
        ("It sank yesterday.", "yesterday", "2024-05-07"),
        ("It sank the day before yesterday.", "the day before yesterday", "2024-05-06"),
        ("It sails tomorrow.", "tomorrow", "2024-05-09"),
        ("It sank last night.", "last night", "2024-05-07"),
        ("It sank this morning.", "this morning", "2024-05-08"),
        ("It sank two days ago.", "two days ago", "2024-05-06"),
        ("It sank two weeks ago.", "two weeks ago", "2024-04-22/2024-04-28"),
        ("It sank a year ago.", "a year ago", "2023-01-01/2023-12-31"),
        ("It sank last week.", "last week", "2024-04-29/2024-05-05"),
        ("It sank earlier this week.", "earlier this week", "2024-05-06/2024-05-08"),
        ("It sank late last week.", "late last week", "2024-05-03/2024-05-05"),
        ("It sank last month.", "last month", "2024-04-01/2024-04-30"),
        ("It sails later this year.", "later this year", "2024-05-08/2024-12-31"),
        ("It sank late last year.", "late last year", "2023-09-02/2023-12-31"),
        ("It sails next year.", "next year", "2025-01-01/2025-12-31"),
        ("It sank last weekend.", "last weekend", "2024-05-04/2024-05-05"),
        ("It rained for the past two weeks.", "past two weeks", "2024-04-24/2024-05-08"),
        ("It rained last summer.", "last summer", "2023-06-01/2023-08-31"),
        ("It sails next March.", "next March", "2025-03-01/2025-03-31"),
        ("It sank in June of last year.", "June of last year", "2023-06-01/2023-06-30"),
        ("It sank Dec. 5 last year.", "Dec. 5 last year", "2023-12-05"),
    ],
)
def test_a_relative_time_is_placed_from_the_day_of_reference(text: str, words: str, days: str) -> None:
    assert spans(text) == [(words, days)]
    assert spans(text, None) == []
    assert time_words(text, WEDNESDAY)[0].relative


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("It sank on May 7.", "May 7", "2024-05-07"),
        ("It sank on October 1st.", "October 1st", "2023-10-01"),
        ("It will sail on October 1st.", "October 1st", "2024-10-01"),
        ("It sank on Sunday, Oct. 1, at noon.", "Sunday, Oct. 1", "2023-10-01"),
        ("It sank in March.", "March", "2024-03-01/2024-03-31"),
        ("It sank in early March.", "early March", "2024-03-01/2024-03-10"),
        ("It sank in December.", "December", "2023-12-01/2023-12-31"),
        ("It will sail in December.", "December", "2024-12-01/2024-12-31"),
    ],
)
def test_a_date_without_a_year_takes_the_one_that_makes_sense(text: str, words: str, days: str) -> None:
    assert spans(text) == [(words, days)]
    assert time_words(text, WEDNESDAY)[0].yearless


@pytest.mark.parametrize(
    "text",
    [
        "It may be so.",
        "You may march 10 miles.",
        "Theresa May said nothing.",
        "After May resigned, nothing moved.",
        "A letter by April Smith.",
        "The Women's March on the capital",
        "He sat in the sun for a second.",
        "Prices fall.",
        "About 2,000 people and 2020 votes.",
        "A crowd of 2000 people.",
        "It cost $2000.",
        "A man aged 19, and 12 others.",
        "It was found in 1200 homes.",
        "Black Friday, Saturday Night Live.",
        "It is shut on Mondays, and every Tuesday.",
        "It began on a Tuesday.",
        "The next day it left.",
        "Vision 2030",
        "Fireworks on the Fourth of July",
        "the last week of the war",
        "2024-02-31",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "lead", "bound", "earliest", "latest"),
    [
        ("in March 2024", "in ", Bound.WITHIN, date(2024, 3, 1), date(2024, 3, 31)),
        ("since March 2024", "since ", Bound.SINCE, date(2024, 3, 1), None),
        ("from March 2024 onwards", "from ", Bound.SINCE, date(2024, 3, 1), None),
        ("after March 2024", "after ", Bound.AFTER, date(2024, 4, 1), None),
        ("before the 1990s", "before the ", Bound.BEFORE, None, date(1989, 12, 31)),
        ("until March 2024", "until ", Bound.UNTIL, None, date(2024, 3, 31)),
        ("by 2024", "by ", Bound.UNTIL, None, date(2024, 12, 31)),
    ],
)
def test_the_preposition_says_whether_the_time_is_open(
    text: str, lead: str, bound: Bound, earliest: date | None, latest: date | None
) -> None:
    (found,) = time_words(text, None)

    assert text[found.lead : found.start] == lead
    assert (found.bound, found.earliest, found.latest) == (bound, earliest, latest)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("It said so on Tuesday.", True),
        ("Tuesday in the harbour", False),
        ("It sank last Monday.", False),
        ("It sank last Friday.", True),
        ("It sails next Friday.", False),
        ("It is quiet today.", False),
        ("It sank earlier today.", True),
        ("It sank two years ago.", False),
        ("It would sail on Tuesday.", False),
        ("The judge ordered a hearing on Thursday.", False),
        ("It was dry for the last decade.", False),
        ("It was shut until Tuesday.", False),
        ("It was put off to September.", False),
        ("It sank on May 6.", True),
        ("He spoke of the Feb. 6 storm.", False),
        ("It was built after Sept. 11.", False),
    ],
)
def test_what_may_be_read_two_ways_is_not_sure(text: str, sure: bool) -> None:  # noqa: FBT001
    assert [each.sure for each in time_words(text, WEDNESDAY)] == [sure]


WORDS = some.sampled_from(
    """Monday Tuesday last next this past the week weekend month year decade summer March May 7 31 2024 0001 9999 1000
    29 February to and between from - , . ago earlier two 12 999 days years will said in since before Q3 of 19th century
    1990s '90s early mid- yesterday today tomorrow 2024-05-07 9999-12-31 quarter first""".split()  # noqa: SIM905
)


@given(
    some.one_of(some.text(), some.lists(WORDS, max_size=8).map(" ".join)),
    some.one_of(some.none(), some.dates(), some.sampled_from([date.min, date.max])),
)
@example("999 decades ago, next decade, last weekend, on Monday", date.min)
@example("next decade, next weekend, in March, after 9999-12-31", date.max)
def test_any_text_on_any_day_gives_spans_of_it_in_order(text: str, day: date | None) -> None:
    found = time_words(text, day)

    assert all(0 <= each.lead <= each.start < each.end <= len(text) and each.first <= each.last for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(day or not each.relative for each in found)
    assert all(each.earliest or each.latest for each in found)
