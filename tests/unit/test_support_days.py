"""Dates and times of a sentence are in what is cited, told of the same."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.support.clock import clocks_in
from assistant.support.days import days
from tests.cited import ground

# Published on Tuesday, 11 March 2025.


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It opened on July 4, 2024.", "It opened on 4 July 2024."),
        ("It opened on July 4, 2024.", "It opened in July 2024."),
        ("It opened on July 4, 2024.", "It opened in 2024."),
        ("It opened on Monday.", "It opened on 10 March."),
        ("It opened on Monday.", "It opened on 10 March 2025."),
        ("It opened last month.", "It opened in February 2025."),
        ("It will close by Wednesday evening.", "It will close by the evening of 12 March."),
        ("It made 620 lamps last year, down from 710 a year earlier.", "It made 710 lamps in 2023."),
        ("It knew by the spring of 2021, and signed that October.", "It signed in October 2021."),
        ("It will cut jobs by the end of the year.", "It will cut jobs by the end of 2025."),
        ("It closed for good in the fall of 2014.", "It closed ten years before, in 2014."),
        ("It ran from 2007 to 2014.", "It began to run in 2007."),
        ("It began at 5 p.m. and ended at noon.", "It began at 17:00 and ended at 12 p.m."),
        ("The mill shut in 1911.", "The Quay Post reported on 11 March 2025 that the mill shut in 1911."),
        ("He broke a 61-year-old record.", "He broke a record set 61 years ago."),
        ("May was asked whether she may go.", "May may go."),
        ("It must close no later than Sunday.", "It must close by 16 March."),
        ("It will stay shut on Sundays.", "It loses its Sunday hours."),
        ("It broke at 5:30 a.m.", "It broke at half past five in the morning."),
        ("It broke at 11:04 p.m.", "It broke shortly after 11 p.m."),
        ("It broke on Monday and Tuesday.", "It broke on 10 and 11 March."),
        ("It opened on Wednesday and is to last 30 days.", "It is to close in April."),
        ("She was born in 1979 and left at the age of 24.", "She left in 2003."),
        ("It opened in 1984.", "It opened more than 40 years ago."),
    ],
)
def test_the_same_day_or_a_coarser_time_is_borne_out(text: str, sentence: str) -> None:
    assert days(sentence, ground(text)) == []


@pytest.mark.parametrize(
    ("text", "sentence", "words"),
    [
        ("It opened on July 4, 2024.", "It opened on July 5, 2024.", "July 5, 2024"),
        ("It opened on July 4, 2024.", "It opened on 4 June 2024.", "4 June 2024"),
        ("It opened in May 2024.", "It opened on 3 May 2024.", "3 May 2024"),
        ("It opened on Monday.", "It opened on 11 March.", "11 March"),
        ("It opened on Monday.", "It opened on Friday.", "Friday"),
        ("It went bankrupt in February.", "It went bankrupt in February 2023.", "February 2023"),
        ("It ran from 2007 to 2014.", "It ran from 2007 to 2016.", "2016"),
        ("It ran from 2007 to 2014.", "It ran in 2010.", "2010"),
        ("The Fourth of July was cold.", "The Fourth of October was cold.", "October"),
        ("It was an early Saturday morning.", "It was an early Wednesday morning.", "Wednesday"),
        ("It began at 5 p.m.", "It began at 5 a.m.", "5 a.m."),
        ("It broke at 5:30 a.m.", "It broke at half past six in the morning.", "half past six in the morning"),
        ("It broke at 11:04 p.m.", "It broke shortly after 10 p.m.", "10 p.m."),
        ("One left in 2010, the other in 2012.", "One left in 2010, the other in 2010.", "2010"),
    ],
)
def test_another_day_or_a_finer_one_is_a_problem(text: str, sentence: str, words: str) -> None:
    problems = days(sentence, ground(text))
    assert len(problems) == 1
    assert problems[0].startswith(f"“{words}” is ")


def test_the_nearest_time_of_the_text_is_named() -> None:
    assert days("It opened on 14 May.", ground("It opened on 13 May.")) == [
        "“14 May” is not what the paragraph cited says (it says “13 May”)"
    ]


def test_a_date_that_is_told_of_something_else_is_a_problem() -> None:
    text = "The final result is to be certified on May 30, and the new council does not meet before June 10."
    (problem,) = days("The final result is to be certified on June 10.", ground(text))
    assert problem == "“June 10” is told of something else in the paragraph cited (it says “May 30”)"


def test_where_the_paragraph_names_no_day_the_story_s_own_is_meant() -> None:
    story = ground("The works burned down on Sunday.", "Nobody was hurt.", cites=(2,))
    assert days("Nobody was hurt on Sunday.", story) == []
    assert len(days("Nobody was hurt on Friday.", story)) == 1


def test_the_same_word_means_another_day_in_each_article() -> None:
    later = ground("It opened on Monday.", day=date(2025, 3, 18))
    assert days("It opened on 17 March.", later) == []


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("8 p.m.", 1200), ("8:30pm", 1230), ("20:00", 1200), ("noon", 720), ("midnight", 0), ("4:12 a.m.", 252)],
)
def test_a_time_of_day_is_read(written: str, minutes: int) -> None:
    assert [clock.minutes for clock in clocks_in(f"It began at {written} sharp")] == [minutes]


def test_nothing_is_said_of_dates_in_another_language() -> None:
    assert days("It opened on 5 May 2024.", ground("Es öffnete am 3. Mai 2024.", language="de")) == []


def test_a_weekday_is_within_a_week_of_the_day_that_tells_it() -> None:
    text = ground("The ward is expected to open on Friday.")  # The 14th.

    assert not days("The ward is expected to open on Friday, 14 March.", text)
    assert days("The ward is expected to open on Friday, 21 March.", text)
