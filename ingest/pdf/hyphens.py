"""Join words that were parted by a hyphen at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HYPHENS = "-\u2010\u00ad"
_SOFT = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST = re.compile(rf"([^\W\d_]+(?:[-\u2010][^\W\d_]+)*)[{_HYPHENS}]$")
_FIRST = re.compile(r"[^\W\d_]+")
_LONGEST = 60  # letters of a word
_RARE = 0.03  # of all lines: where words are not hyphenated fewer lines end in a hyphen, and it belongs there


class Hyphens:
    """Tells by the words of a text which hyphens at its line ends belong to the word."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words: set[str] = set()
        parted, times = False, 0
        for line in lines:
            whole = _FIRST.sub("", line, count=1) if parted else line
            last = _last(line)
            parted = last is not None
            times += parted
            whole = whole.removesuffix(last[0]) if last else whole
            self._words.update(match[0].lower().replace("\u2010", "-") for match in _WORD.finditer(whole))
        self._are_rare = times < _RARE * len(lines)

    def join(self, line: str, following: str) -> str:
        """Two lines as one."""
        last, first = _last(line), _FIRST.match(following)
        if not last or not first:
            return f"{line} {following}"
        stays = line[-1] not in _SOFT and self._belongs(last[1].lower(), first[0])
        return (line[:-1] + "-" if stays else line[:-1]) + following

    def _belongs(self, before: str, after: str) -> bool:
        """Whether it is "long-term" and not "inter-national"."""
        if before + after.lower() in self._words:
            return False
        if f"{before}-{after.lower()}" in self._words or not after[0].islower():
            return True
        return self._are_rare or {before.rpartition("-")[2], after} <= self._words


def _last(line: str) -> re.Match[str] | None:
    """The beginning of a word at the end of a line, with its hyphen."""
    return _LAST.search(line[-_LONGEST:])
