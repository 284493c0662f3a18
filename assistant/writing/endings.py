"""Where a sentence ends that is still being written."""

from __future__ import annotations

import re
from enum import Enum

from assistant.sentences import sentence_spans
from assistant.writing.gap import Gap
from assistant.writing.growing import Growing
from assistant.writing.quoting import Quoting


class Verdict(Enum):
    """What becomes of a sentence at a gap; OPENS: it ends, and the next one begins a paragraph."""

    GOES_ON = "goes on"
    ENDS = "ends"
    OPENS = "opens"


_ITEM = re.compile(r"(?:[-*•–]|[0-9]{1,3}[.)]|#{1,6}) ")
_MAY_BEGIN_ITEM = frozenset("-*•–#0123456789")
_LONGEST_ITEM = 6

# What never begins a sentence, and what may do so without white space before it.
_CLOSING = frozenset(".,;:!?)]}”’»%")
_DASHES = frozenset("-–—")
_OPENING = frozenset("“‘«(\"'")

# The next words must be known as far as sentence_spans asks for: shorter ones belong to the sentence before.
_ENOUGH, _MORE_THAN_ENOUGH = 12, 30
_CALMED = str.maketrans(".!?", ",,,")


def at_once(growing: Growing, gap: Gap, character: str) -> Verdict | None:
    """What is certain when a gap is followed by this character; None: more must be known."""
    if growing.is_empty:
        return Verdict.GOES_ON
    if gap.has_blank_line:
        return Verdict.OPENS
    if gap.has_break and character in _MAY_BEGIN_ITEM:
        return None
    return _before(growing, gap, character)


def _before(growing: Growing, gap: Gap, character: str) -> Verdict | None:
    if (gap.has_break and growing.is_heading) or _is_told_apart(growing, gap, character):
        return Verdict.ENDS
    is_undecided = growing.may_end and gap.has_space and character not in _CLOSING
    return None if is_undecided else Verdict.GOES_ON


def in_time(growing: Growing, gap: Gap, following: str, *, is_over: bool) -> Verdict | None:
    """What is certain when a gap is followed by this text; is_over: nothing more comes that could tell."""
    if gap.has_break and following[0] in _MAY_BEGIN_ITEM:
        if _ITEM.match(following):
            return Verdict.OPENS
        if " " not in following and len(following) < _LONGEST_ITEM and not is_over:
            return None
    verdict = _before(growing, gap, following[0])
    if verdict:
        return verdict
    if not is_over and not _is_enough(following):
        return None
    return Verdict.ENDS if _ends(growing.recent, following, is_over=is_over) else Verdict.GOES_ON


def _is_told_apart(growing: Growing, gap: Gap, character: str) -> bool:
    """Whether a marker or a line break at a full stop leaves no doubt: "in the U.S. [1] and" does."""
    if not growing.may_end or not (gap.has_marker or gap.has_break or growing.is_just_marked):
        return False
    if character.islower() or character in _CLOSING or character in _DASHES:
        return False
    return gap.has_space or character.isupper() or character in _OPENING


def _is_enough(following: str) -> bool:
    words = following.rstrip()
    whole = words != following and words[-1].isalnum()
    return len(words) >= (_ENOUGH if whole else _MORE_THAN_ENOUGH)


def _ends(recent: str, following: str, *, is_over: bool) -> bool:
    """Whether sentence_spans ends one here."""
    known = following if is_over else _closed(following)
    return any(end == len(recent) for _, end in sentence_spans(f"{recent} {known}"))


def _closed(following: str) -> str:
    """The text with the quotation closed that is still open in it, as one that will be long."""
    quoting, opened = Quoting(), 0
    for position, character in enumerate(following):
        was_open = bool(quoting.closing)
        quoting.write(character)
        if quoting.closing and not was_open:
            opened = position
    quoted = following[opened:].translate(_CALMED)
    return following[:opened] + quoted + quoting.closing if quoting.closing else following
