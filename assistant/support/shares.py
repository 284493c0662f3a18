"""Fractions of something, as words write them."""

from __future__ import annotations

import re

from assistant.support.spelled import PARTS
from assistant.support.tokens import Numeral, Tokens, count_of

_FOLLOWS_A_SHARE = re.compile(
    r"\s+(?:of|off|more|less|fewer|higher|lower|as|the|its|their|his|her|this|that|those|these|in|from|to|since|for|full|empty|larger|smaller|longer|shorter|cheaper|bigger|dearer|faster|slower|went|goes|come|came|are|were|is|was|said|have|had|would|will|could|do|did|and"
    r"|compared|on|after|below|above)\b|\s*(?:$|[.,;:)!?”\"’])",
    re.IGNORECASE,
)
_NO_SHARE = ("first", "second", "latter", "other", "last", "back", "every", "third", "this", "next")


def share(text: Tokens, at: int) -> Numeral | None:
    """ "two-thirds", "a fifth of", "half", "three in ten"; no "third place", no "first half"."""
    run = text.run(at)
    if run[0] == "half":
        return None if _is_noshare(text, at, run) else text.numeral(at, 1, 0.5, 0.5, share=True)
    count = 1.0 if run[0] == "a" else count_of(text, at)
    if count is None or len(run) < 2:  # noqa: PLR2004
        return None
    part = PARTS.get(run[1])
    if part is None or (part == 2.0 and count == 1.0 and run[0] != "one"):  # noqa: PLR2004
        return _one_in(text, at, run)
    plural = run[1].endswith("s")
    if (
        plural != (count > 1)
        or _is_timed(text, at)
        or not (plural or _FOLLOWS_A_SHARE.match(text.text, text.tokens[at + 1].end()))
    ):
        return None
    return text.numeral(at, 2, count / part, 0.5, share=True)


def _is_noshare(text: Tokens, at: int, run: list[str]) -> bool:
    """ "the first half", "half an hour", "two and a half years", "half-time"."""
    before = text.words[max(0, at - 2) : at]
    if text.text[text.tokens[at].end() : text.tokens[at].end() + 1] == "-":
        return True
    return _is_timed(text, at) or before == ["and", "a"] or run[1:2] in (["a"], ["an"])


def _is_timed(text: Tokens, at: int) -> bool:
    """ "the first three quarters"."""
    return at > 0 and text.words[at - 1] in _NO_SHARE


def _one_in(text: Tokens, at: int, run: list[str]) -> Numeral | None:
    """ "one in five", "three out of ten", "one in every four"."""
    last = next((len(words) + 1 for words in _IN if run[1 : len(words) + 1] == words), None)
    whole = count_of(text, at + last) if last and last < len(run) and not _in_score(text, at) else None
    few = count_of(text, at)
    if last is None or whole is None or few is None or run[0] == "a" or not 0 < few < whole <= 100:  # noqa: PLR2004
        return None
    return text.numeral(at, last + 1, few / whole, 0.5, share=True)


_IN = (["out", "of", "every"], ["out", "of"], ["in", "every"], ["in"])


def _in_score(text: Tokens, at: int) -> bool:
    """ "2-0-1 in four starts"."""
    return text.text[max(0, text.tokens[at].start() - 1) : text.tokens[at].start()] in ("-", "–")
