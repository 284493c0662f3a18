"""Decides how far a sentence is borne out by the paragraphs that it cites."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.domain import Support
from assistant.evidence import Encode
from assistant.support.bearing import Bearing, Borne
from assistant.support.doers import Doers
from assistant.support.ground import Ground, Problem, Test
from assistant.support.names import Names
from assistant.support.polarity import polarity
from assistant.support.verdict import Cited, Verdict
from assistant.terms import Near

UNCITED = "no paragraph is cited for it"

Weighing = Callable[[str, Ground, Borne], Sequence[Problem]]
"""A test that looks at what bears the sentence out."""

# Tests of the facts that a sentence states, the most telling first.
_FACTS: Sequence[Test] = ()

# More than two things at once are not read.
_MOST_PROBLEMS = 2

_FOLDED = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})
_SPACE = re.compile(r"\s+")


class Verifier:
    """Checks sentences; encode: knows the vectors made at ingest. near: the encoder's thesaurus."""

    def __init__(self, encode: Encode, near: Near) -> None:
        self._bearing = Bearing(encode, near)
        names = Names(near)
        self._facts: Sequence[Test] = (*_FACTS, names)
        self._sense: Sequence[Weighing] = (Doers(names), polarity)

    def check(self, text: str, cited: Sequence[Cited]) -> Verdict:
        """The verdict on a sentence, with the spans of what it cites that bear it out."""
        if not cited:
            return Verdict(Support.UNSUPPORTED, UNCITED, ())
        ground = Ground(cited)
        if spans := _word_for_word(text, ground):
            return Verdict(Support.QUOTED, None, spans)
        borne = self._bearing.of(text, ground)
        problems = [
            *(problem for test in self._facts for problem in test(text, ground)),
            *(problem for test in self._sense for problem in test(text, ground, borne)),
        ]
        if problems:
            said = "; ".join(dict.fromkeys(problems[:_MOST_PROBLEMS]))
            return Verdict(Support.UNSUPPORTED, said, borne.spans)
        return Verdict(Support.SUPPORTED, None, borne.spans)


def _word_for_word(text: str, ground: Ground) -> tuple[tuple[int, int] | None, ...] | None:
    """The span of the first paragraph that has the whole sentence, None for each of the others."""
    wanted = _pattern(text)
    found = [wanted.search(said.translate(_FOLDED)) if wanted else None for said in ground.texts]
    first = next((at for at, each in enumerate(found) if each), None)
    if first is None:
        return None
    return tuple(each.span() if each and at == first else None for at, each in enumerate(found))


def _pattern(text: str) -> re.Pattern[str] | None:
    """A sentence as one looks for it: white space, quotation marks, dashes and its last full stop make no odds."""
    words = _SPACE.split(text.translate(_FOLDED).strip().rstrip(".").strip())
    if not any(words):
        return None
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)\.?")
