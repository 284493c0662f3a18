"""Replace the halves of characters that JSON escapes can spell and no text can hold."""

from __future__ import annotations

import re

_LONGEST = 11  # characters of an escape that is not over
_BEGUN = re.compile(r"\\(?:u(?:\w{0,3}|[dD][89abAB]\w\w(?:\\(?:u\w{0,3})?)?))?")
_HALF = re.compile(r"\\u[dD][c-fC-F]")
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|u[dD][c-fC-F]\w\w|.)", re.DOTALL)
_LONE = re.compile(r"\\u[dD][c-fC-F]\w\w")


class Escapes:
    """JSON that comes in pieces, which may end inside an escape.

    The parser takes a lone first half for "?", but fails at a lone second one.
    """

    def __init__(self) -> None:
        self._rest = ""

    def whole(self, piece: str, *, final: bool = False) -> str:
        """What of this piece and the end of the one before is complete."""
        text = self._rest + piece
        end = len(text) if final else _begun(text)
        text, self._rest = text[:end], text[end:]
        return _ESCAPE.sub(_mended, text) if _HALF.search(text) else text


def _begun(text: str) -> int:
    """Where an escape begins that the end has cut off."""
    for place in range(max(0, len(text) - _LONGEST), len(text)):
        if _BEGUN.fullmatch(text, place) and (place - len(text[:place].rstrip("\\"))) % 2 == 0:
            return place
    return len(text)


def _mended(escape: re.Match[str]) -> str:
    return r"\ufffd" if _LONE.fullmatch(escape[0]) else escape[0]
