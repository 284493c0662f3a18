"""Decides how far a sentence is borne out by the paragraphs that it cites."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.domain import Support
from assistant.evidence import Encode
from assistant.support.amounts import amounts
from assistant.support.attribution import Attribution
from assistant.support.bearing import Bearing, Borne
from assistant.support.binding import bindings
from assistant.support.closeness import Closeness
from assistant.support.companions import companions
from assistant.support.days import days
from assistant.support.doers import Doers
from assistant.support.edits import edits
from assistant.support.ground import Ground, Problem, Test, is_english
from assistant.support.names import Names
from assistant.support.overall import overall
from assistant.support.polarity import polarity
from assistant.support.quoted import quoted, word_for_word
from assistant.support.speakers import speakers
from assistant.support.telling import check_on_news
from assistant.support.verdict import Cited, Verdict
from assistant.terms import Near

UNCITED = "no paragraph is cited for it"

Weighing = Callable[[str, Ground, Borne], Sequence[Problem]]
"""A test that looks at what bears the sentence out."""

# Tests of the facts that a sentence states, the most telling first.
_FACTS: Sequence[Test] = (quoted, amounts, companions, days)

# More than two things at once are not read.
_MOST_PROBLEMS = 2

_CLOSING = re.compile(r"[.!?…]?[”\"’'»)]*")


class Verifier:
    """Checks sentences; encode: knows the vectors made at ingest. near: the encoder's thesaurus."""

    def __init__(self, encode: Encode, near: Near) -> None:
        self._bearing = Bearing(encode, near)
        names = Names(near)
        self._facts: Sequence[Test] = (*_FACTS, names)
        self._sense: Sequence[Weighing] = (
            bindings,
            edits,
            Attribution(names),
            Doers(names),
            polarity,
            overall,
            speakers,
        )
        self._last: Weighing = Closeness(encode)

    def check(self, text: str, cited: Sequence[Cited]) -> Verdict:
        """The verdict on a sentence, with the spans of what it cites that bear it out."""
        return check_on_news(self._check, text, cited)

    def _check(self, text: str, cited: Sequence[Cited]) -> Verdict:
        if not cited:
            return Verdict(Support.UNSUPPORTED, UNCITED, ())
        ground = Ground(cited)
        if spans := _word_for_word(text, ground):
            return Verdict(Support.QUOTED, None, spans)
        borne = self._bearing.of(text, ground)
        problems = self._problems(text, ground, borne)
        if problems:
            said = "; ".join(dict.fromkeys(problems[:_MOST_PROBLEMS]))
            return Verdict(Support.UNSUPPORTED, said, borne.spans)
        return Verdict(Support.SUPPORTED, None, borne.spans)

    def _problems(self, text: str, ground: Ground, borne: Borne) -> list[Problem]:
        """What is not borne out; how close it is only where nothing else is found."""
        problems = [problem for test in self._facts for problem in test(text, ground)]
        if is_english(ground):
            problems += [problem for test in self._sense for problem in test(text, ground, borne)]
        return problems or list(self._last(text, ground, borne))


def _word_for_word(text: str, ground: Ground) -> tuple[tuple[int, int] | None, ...] | None:
    """The span of the first paragraph that has the whole sentence, None for each of the others."""
    found = [word_for_word(text, said) for said in ground.texts]
    first = next((at for at, each in enumerate(found) if each), None)
    if first is None:
        return None
    said = ground.texts[first]
    return tuple(
        (each[0], _to_its_end(each[1], said)) if each and at == first else None for at, each in enumerate(found)
    )


def _to_its_end(end: int, text: str) -> int:
    """With the full stop and the mark that closes the sentence."""
    closing = _CLOSING.match(text, end)
    return closing.end() if closing else end
