"""Numbers and amounts of a sentence are in what is cited, told of the same."""

from __future__ import annotations

import time

import pytest

from assistant.support.amounts import amounts
from assistant.support.measured import Sort, amounts_in
from tests.cited import ground


@pytest.mark.parametrize(
    ("written", "value", "sort"),
    [
        ("three lamps", 3, Sort.COUNT),
        ("a dozen lamps", 12, Sort.COUNT),
        ("two hundred and fifty thousand lamps", 250_000, Sort.COUNT),
        ("half a million lamps", 500_000, Sort.COUNT),
        ("twenty-one lamps", 21, Sort.COUNT),
        ("1,500 lamps", 1500, Sort.COUNT),
        ("three and a half miles", 3.5, Sort.COUNT),
        ("2½ miles", 2.5, Sort.COUNT),
        ("14 % of them", 14, Sort.SHARE),
        ("14 per cent of them", 14, Sort.SHARE),
        ("a 14-percent share", 14, Sort.SHARE),
        ("two-thirds of them", 200 / 3, Sort.SHARE),
        ("half of them", 50, Sort.SHARE),
        ("seven in ten", 70, Sort.SHARE),
        ("$1.5bn", 1.5e9, Sort.MONEY),
        ("1.5 billion dollars", 1.5e9, Sort.MONEY),
        ("42 cents", 0.42, Sort.MONEY),
        ("the 21st lamp", 21, Sort.ORDINAL),
        ("the fourth lamp", 4, Sort.ORDINAL),
    ],
)
def test_a_number_is_read_however_it_is_written(written: str, value: float, sort: Sort) -> None:
    (found,) = amounts_in(written)
    assert (found.value, found.sort) == (pytest.approx(value), sort)


@pytest.mark.parametrize("named", ["COVID-19", "the B12 road", "one of them", "192.168.0.1", "9" * 20, "no. 1.2.3"])
def test_what_is_no_number_is_not_read(named: str) -> None:
    assert amounts_in(named) == ()


def test_a_range_shares_its_unit() -> None:
    first, last = amounts_in("$1-2 million")
    assert (first.value, last.value, last.sort) == (1e6, 2e6, Sort.MONEY)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Fourteen lamps broke.", "14 lamps broke."),
        ("The works lost $1.5bn.", "The works lost 1.5 billion dollars."),
        ("Sales fell 14%.", "Sales fell by 14 per cent."),
        ("It sold 298 lamps.", "It sold nearly 300 lamps."),
        ("Some 83 lamps broke.", "More than 80 lamps broke."),
        ("It got 55% of the vote.", "It got more than half of the vote."),
        ("It got 33% of the vote.", "It got about a third of the vote."),
        ("It made 1.23 million lamps.", "It made about 1.2 million lamps."),
        ("The road is 30 miles long.", "The road is 48 km long."),
        ("It took two years.", "It took 24 months."),
        ("It took a decade.", "It took ten years."),
        ("He is 51.", "The 51-year-old left."),
        ("The vote was 9–6.", "It passed by nine votes to six."),
        ("Out of 710 ships, 620 came back.", "The number of ships fell by 90."),
        ("It has 22 lamps, four more than in spring.", "It had 18 lamps in spring."),
        ("It won 11 golds, 12 silvers and 9 bronzes.", "It won 32 medals."),
        ("Of the nine lamps, five broke.", "Five of the nine lamps broke, four did not."),
        ("A tonne costs 42 cents and a trip $3.", "It costs $0.42 a tonne."),
        ("120 of its 2,900 jobs go.", "It will shed 120 jobs."),
        ("It opened in 1911 and closed in 1974.", "It closed 63 years later."),
        ("It opened in 1998.", "It opened 27 years ago, and for the first time in 27 years it is shut."),
        ("It rang at 4:30 a.m. and again at twenty past five.", "It rang again 50 minutes later."),
        ("It burned from 9:40 p.m. to 6:10 a.m.", "It burned for eight and a half hours."),
        ("The film runs for 142 minutes.", "The film lasts two hours and 22 minutes."),
        ("Of 212 lamps, 164 burn.", "Of the 212 lamps, 48 have yet to be lit."),
        ("Out of 62 lamps, nine of them new, eleven broke.", "Fifty-three of the lamps were old."),
        ("It held 312 lamps and 41 candles.", "It held 353 lights."),
        ("The tax brings $41 million and the toll $6 million.", "Together they bring $47 million."),
        ("A lamp costs $3, up from $2.25.", "A lamp has become a third more expensive."),
        ("Its reserves fell from $210 million to $74 million.", "Its reserves fell by nearly two-thirds."),
        ("The grant of €4 million is cut by 10 percent.", "The grant shrinks by about €400,000."),
        ("It spends 3.4 percent more than last year's $1.78 billion.", "It spends an additional $60 million."),
        ("It shortens the season from 32 weeks to 28.", "It shortens the season by four weeks."),
        ("It cost $7 million then, and would be 20 now.", "It would cost almost three times as much."),
        ("It beat 17 other lamps.", "It won in a field of 18 lamps."),
        ("Three lamps from Ulm and one from Bern broke.", "Four lamps broke."),
        ("Turnout was 63%.", "Thirty-seven percent did not vote."),
        ("It cut its rate by a quarter point to 3.75%.", "Its rate had stood at 4%."),
        ("Each of the 24 lamps costs €650.", "The lamps cost €15,600."),
        ("The works and the dealer disagree on 14 lamps.", "The two sides disagree."),
        ("It was led by Ada Quill, 74, who lit 12 lamps.", "The 74-year-old lit a dozen lamps."),
        ("It is 78% full.", "It is less than four in five full."),
        ("It was shot in 12 days.", "It was shot in less than two weeks."),
        ("The forecast for this year is 12 lamps.", "The forecast for 2025 is 12 lamps."),
        ("“I sold 15 lamps,” she said.", "She spoke of “15 lamps”."),
    ],
)
def test_what_is_the_same_or_follows_is_borne_out(text: str, sentence: str) -> None:
    assert amounts(sentence, ground(text)) == []


@pytest.mark.parametrize(
    ("text", "sentence", "words"),
    [
        ("Fourteen lamps broke.", "15 lamps broke.", "15"),
        ("The works lost $1.5 million.", "The works lost $1.5 billion.", "$1.5 billion"),
        ("The lamp is 3 millimetres high.", "The lamp is 3 centimetres high.", "3 centimetres"),
        ("It sold 298 lamps.", "It sold more than 300 lamps.", "300"),
        ("It got 45% of the vote.", "It got more than half of the vote.", "half"),
        ("It cost less than $6 million.", "It cost more than $6 million.", "$6 million"),
        ("It pays 42 cents a tonne.", "It pays 42 cents for every passenger.", "42 cents"),
        ("Sales fell 14%.", "Sales fell by 14 lamps.", "14"),
        ("Of 212 lamps, 164 burn.", "Of the 212 lamps, 58 have yet to be lit.", "58"),
        ("The tax brings $41 million and the toll $6 million.", "Together they bring $57 million.", "$57 million"),
        ("It rang at 4:30 a.m. and again at twenty past five.", "It rang again 40 minutes later.", "40 minutes"),
        (
            "More than 12 ports and stairs in five towns were closed.",
            "More than 12 ports and stairs in 7 towns were closed.",
            "7",
        ),
        ("Both lamps broke, and two lamps burned on.", "Both lamps broke, and three lamps burned on.", "three"),
        ("It saved 24 of 27 shots.", "It saved 24 of 24 shots.", "24"),
        ("It came third in the first quarter.", "It came third in the second quarter.", "second"),
    ],
)
def test_another_number_scale_unit_or_bound_is_a_problem(text: str, sentence: str, words: str) -> None:
    (problem,) = amounts(sentence, ground(text))
    assert problem.startswith(f"“{words}” is ")


def test_a_number_that_is_told_of_something_else_is_a_problem() -> None:
    text = "The works cancelled 214 deliveries because of the storm, against 95 in the same quarter of last year."
    problems = amounts("Because of the storm the works cancelled 95 deliveries.", ground(text))
    assert problems == ["“95” is told of something else in the paragraph cited (it says “214”)"]


def test_digits_are_compared_in_other_languages() -> None:
    text = "Im Hafen brannten 1.500 Lampen, davon drei die ganze Nacht."
    german = ground(text, language="de")
    assert amounts("In the harbour 1,500 lamps burned, three of them all night.", german) == []
    assert amounts("In the harbour 1,600 lamps burned.", german) == ["“1,600” is not in the paragraph cited"]


def test_a_sentence_too_long_for_one_is_not_checked_but_marked() -> None:
    assert amounts("1 " * 5_000, ground("One lamp.")) == ["it is too long to be checked"]


@pytest.mark.parametrize("hostile", ["1 " * 900, "two hundred and " * 120, "5% of " * 300, "1-" * 900, "$" * 1_900])
def test_hostile_numbers_take_no_time(hostile: str) -> None:
    started = time.process_time()
    amounts(hostile, ground("It sold 298 lamps for $5."))
    assert time.process_time() - started < 5


def test_basis_points_are_hundredths_of_a_point() -> None:
    text = ground("Two of the bank's seven directors voted for a cut of half a point from 4%.")

    assert not amounts("Two directors voted for a cut of 50 basis points.", text)
    assert amounts("Two directors voted for a cut of 75 basis points.", text)


def test_a_cut_is_no_level() -> None:
    cut = ground("The bank cut its key rate by a quarter of a point to 3.75% on Tuesday. Two wanted it to stay at 4%.")

    assert not amounts("The bank cut its key rate from 4% to 3.75%.", cut)


def test_what_is_left_behind_an_and_does_not_make_another_number_the_rest() -> None:
    text = ground("Of the $90,000 that it cost, $60,000 came from a village fair, and the rest from a sale of bricks.")

    assert amounts("Of the $90,000, $30,000 came from a village fair and the rest from bricks.", text)
