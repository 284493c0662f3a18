"""Whether a sentence says of all, or of none, what is cited says of some."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.support.bearing import Borne, covered
from assistant.support.ground import Ground, Problem
from assistant.support.wording import carried, words_of

_ALL = re.compile(
    r"\b(?:all|every|both|each)\b(?! but\b)(?:\s+(?:of|the|its|their|his|her|one|\w+['’]s?|\d+|\w+))?", re.IGNORECASE
)
_SOME = re.compile(
    r"\b(?:half|most|some|many|few|part|several|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r" of (?P<what>(?:[\w’'-]+ ?){1,4})",
    re.IGNORECASE,
)
_BUT_NOT = re.compile(r"\bbut not\b", re.IGNORECASE)
# A sentence with as many of the words tells the same.
_SAME = 0.45


def overall(text: str, ground: Ground, borne: Borne) -> Sequence[Problem]:
    """A problem where the sentences that tell the same leave some out."""
    del ground
    telling = [each.text for each in borne.sentences if covered(borne.weights, [each.told]) >= _SAME]
    if not telling:
        return []
    for found in _ALL.finditer(text):
        part = next((each for said in telling for each in _parts(said, text, found)), None)
        if part and not any(_ALL.search(said) for said in telling):
            return [f"the paragraph cited does not say this of all (“{part}”)"]
    return []


def _parts(said: str, text: str, found: re.Match[str]) -> Iterator[str]:
    """Where a sentence says it of a part of those of whom the claim says it of all."""
    behind = [word.stem for word in words_of(text) if word.carries and word.start >= found.start()][:3]
    for some in _SOME.finditer(said):
        if carried(some["what"]) & set(behind) and some[0].lower() not in text.lower():
            yield some[0]
    if found[0].lower().startswith("both") and (but := _BUT_NOT.search(said)):
        yield said[max(0, but.start() - 20) : but.end() + 20].strip()
