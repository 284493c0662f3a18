"""Markers in a row, with the signs that only join or enclose them."""

from __future__ import annotations

from assistant.writing.brackets import Token
from assistant.writing.markers import Marker

_JOINING = frozenset(",;")

# "( [1], [2], [3] )" and no more is held back: a parenthesis in which text stands is text.
_LONGEST = 24


class Rows:
    """Takes "," between markers and "(" and ")" around them for parts of them: "said [1], [2]", "said ([1])"."""

    def __init__(self) -> None:
        self._held: list[Token] = []
        self._is_after_marker = False

    def feed(self, piece: Token) -> list[Token]:
        """What is certain with this one."""
        if self._held and len(self._held) < _LONGEST and self._goes_on(piece):
            return self._taken(piece)
        held = self.finish()
        return [*held, *self._begun(piece)]

    def finish(self) -> list[Token]:
        """What is left."""
        held, self._held = self._held, []
        self._is_after_marker = self._is_after_marker and not held
        return held

    def _begun(self, piece: Token) -> list[Token]:
        if piece == "(" or (self._is_after_marker and piece in _JOINING):
            self._held = [piece]
            return []
        self._is_after_marker = isinstance(piece, Marker) or (self._is_after_marker and piece.isspace())
        return [piece]

    def _goes_on(self, piece: Token) -> bool:
        if isinstance(piece, Marker):
            return True
        if self._held[0] != "(":
            return piece == " "
        has_marker = any(isinstance(held, Marker) for held in self._held)
        return piece == " " or (has_marker and (piece == ")" or piece in _JOINING))

    def _taken(self, piece: Token) -> list[Token]:
        """A row goes on; it is whole with the marker that was to be joined, or the closing parenthesis."""
        self._held.append(piece)
        if piece != ")" and (self._held[0] == "(" or not isinstance(piece, Marker)):
            return []
        markers = [held for held in self._held if isinstance(held, Marker)]
        self._held, self._is_after_marker = [], True
        return [*markers]
