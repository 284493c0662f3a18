"""Whether words still stand in quotation marks or brackets while they are being written."""

from __future__ import annotations

# Pairs as sentencex has them, which ends no sentence inside one; curly and straight ones are mixed up often.
_QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’", "„": "“", "‹": "›"}
_DOUBLE = frozenset('”"')
_OPENING, _CLOSING = "([{（", ")]}）"

# After anything else a single one is an apostrophe.
_BEFORE_SINGLE = ' ([“"—'

# A mark that is still open after so many characters was forgotten, a single one an apostrophe ("the '90s").
_LONGEST, _LONGEST_SINGLE = 400, 150


class Quoting:
    """The quotation marks and brackets that are open."""

    def __init__(self) -> None:
        self._written = 0
        self._before = self._last = " "
        self._closing: str | None = None
        self._quoted_since = 0
        self._bracketed_since: int | None = None

    def write(self, character: str) -> None:
        """Take note of one more character."""
        self._written += 1
        self._quote(character)
        if character in _OPENING and self._bracketed_since is None:
            self._bracketed_since = self._written
        elif character in _CLOSING:
            self._bracketed_since = None
        self._before, self._last = self._last, character

    @property
    def closing(self) -> str:
        """What closes the quotation or the bracket in which a sentence cannot end; empty where none is open."""
        if self._closing and self._is_quoted and not self._closing == self._last == "'":
            return self._closing
        is_bracketed = self._bracketed_since is not None and self._written - self._bracketed_since <= _LONGEST
        return ")" if is_bracketed else ""

    @property
    def _is_quoted(self) -> bool:
        return self._written - self._quoted_since <= (_LONGEST_SINGLE if self._closing == "'" else _LONGEST)

    def _quote(self, character: str) -> None:
        if self._closing and not self._is_quoted:
            self._closing = None
        if self._closing == "'" == self._last and not character.isalnum():
            self._closing = None
        if self._closing is None:
            self._open(character)
        elif character == self._closing != "'" or {character, self._closing} <= _DOUBLE:
            self._closing = None

    def _open(self, character: str) -> None:
        single = self._last == "'" and character.isalpha() and self._before in _BEFORE_SINGLE
        self._closing = "'" if single else _QUOTES.get(character)
        self._quoted_since = self._written
