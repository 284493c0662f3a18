"""Names of a sentence that what it cites names or means."""

from __future__ import annotations

import pytest

from assistant.support.ground import Ground
from assistant.support.names import Names
from tests.grounds import an_article, cite
from tests.made import MadeUp

BRIDGE = an_article(
    "The old bridge over the Ombra in Vellbridge, Kelmara, will close, its council said.",
    "Ilse Marchetti, an engineer, looked at the bridge in May. Mayor Walter Reuel, 51, did not.",
    "She found rust. “It was everywhere,” she said.",
    "Marchetti told the World Bridge Institute (WBI) of it.",
    "Thomas Penn, a fisherman, saw nothing of the kind.",
    title="Bridge in Vellbridge to close",
)


def missing(text: str, *numbers: int) -> list[str]:
    cited = Ground(cite(BRIDGE, *numbers))
    return [name.text for name in Names(MadeUp().near).missing(text, cited)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ilse Marchetti told the institute of it.", 4),  # In full, where the paragraph has the last name.
        ("Ilse Marchetti found rust.", 3),  # "She".
        ("The WBI was told of it.", 4),
        ("The World Bridge Institute was told of it.", 4),
        ("Kelmaran fishermen saw nothing.", 1),
        ("In Vellbridge, Thomas Penn saw nothing.", 5),  # What the article is about.
        ("The Harbour Gazette reported that Penn saw nothing.", 5),
        ("Ada Quill wrote that Penn saw nothing.", 5),
        ("Mayor Walter Reuel’s engineer looked at it.", 2),
        ("Joblessness fell.", 5),  # A capital for beginning the sentence.
    ],
)
def test_a_name_that_the_paragraph_has_or_means_is_borne_out(text: str, number: int) -> None:
    assert missing(text, number) == []


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("Elsa Marchetti told the institute of it.", 4, "Elsa Marchetti"),
        ("Thomas Penn found rust.", 3, "Thomas Penn"),
        ("Walter Reuel found rust.", 3, "Walter Reuel"),
        ("Ilse Marchetti saw nothing of the kind.", 5, "Ilse Marchetti"),
        ("It stands in Vellmark.", 1, "Vellmark"),
        ("The OSCW was told of it.", 4, "OSCW"),
    ],
)
def test_another_name_is_not(text: str, number: int, name: str) -> None:
    assert missing(text, number) == [name]


def test_names_in_quotation_marks_are_left_to_who_compares_quotations() -> None:
    assert missing("Thomas Penn saw “nothing of Rusk”.", 5) == []


def test_the_problem_names_what_is_missing() -> None:
    cited = Ground(cite(BRIDGE, 5))

    assert Names(MadeUp().near)("Otto Brandt saw nothing.", cited) == [
        "the paragraph cited does not name “Otto Brandt”"
    ]


FIRM = (
    "The mill stood open all night.",
    "Orla Pell runs it. A guard of Tarn Security left the door open, said Velm Security.",
    "The guard of Tarn Security had gone home; Pell was asleep. Ida and Jan Korr were at the door.",
)


def test_a_name_that_shares_only_its_kind_or_its_last_word_with_another_is_not_that_one() -> None:
    cited = Ground(cite(an_article(*FIRM), 3))
    found = Names(MadeUp().near)

    assert [each.text for each in found.missing("The guard of Velm Security had gone home.", cited)] == [
        "Velm Security"
    ]
    assert [each.text for each in found.missing("The guard of Pell Security had gone home.", cited)] == [
        "Pell Security"
    ]
    assert not list(found.missing("Ida Korr was at the door, and so was Jan Korr.", cited))
