"""When a text that some other way of cutting articles gave counts as the right paragraph."""

from __future__ import annotations

import pytest

from assistant.evaluation.judging import Known
from tests.benchmarks.finders import Found
from tests.benchmarks.peers import is_right_paragraph

FIRST = "The ferry to Holm stopped at noon."
ANSWERING = "Its captain, Ada Brandt, said that the ice was thicker than in any winter since 1987."
LAST = "Passengers were taken ashore by sledge, and the post has waited on the pier ever since."
PARAGRAPH = f"{FIRST} {ANSWERING} {LAST}"
KNOWN = Known(answers=("Ada Brandt",), paragraph=PARAGRAPH)


@pytest.mark.parametrize(
    "text",
    [
        PARAGRAPH,
        f"Fish was dear all week.\n\n{PARAGRAPH}\n\nThe market closes at four.",
        f"{ANSWERING[40:]} {LAST}",
        ANSWERING.upper(),
    ],
    ids=["itself", "with its neighbours", "most of it", "the sentence that answers, in other letters"],
)
def test_enough_of_the_right_paragraph_is_right(text: str) -> None:
    assert is_right_paragraph(Found(text, frozenset()), KNOWN)


@pytest.mark.parametrize(
    "text",
    ["Ada Brandt has been a captain for nine years.", LAST, FIRST, ""],
    ids=["another with the answer", "its end", "its beginning", "nothing"],
)
def test_less_of_it_is_not(text: str) -> None:
    assert not is_right_paragraph(Found(text, frozenset()), KNOWN)
