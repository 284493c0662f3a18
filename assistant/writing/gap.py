"""What stands between two words besides text: white space with the markers in it."""

from __future__ import annotations

from assistant.writing.brackets import Token
from assistant.writing.markers import Marker

_BLANK = 2


class Gap:
    """White space in a row with markers, as far as it has come."""

    def __init__(self) -> None:
        self.has_space = self.has_break = self.has_blank_line = self.ends_in_space = False
        self.before: list[int] = []
        self.after: list[int] = []
        self._breaks = 0

    def add(self, token: Token) -> None:
        """A marker belongs to what stands before it, unless a blank line does and text follows on its line."""
        if isinstance(token, Marker):
            self._mark(token)
        else:
            self._space(token)

    def _mark(self, marker: Marker) -> None:
        self._breaks, self.ends_in_space = 0, False
        (self.after if self.has_blank_line else self.before).extend(marker.numbers)

    def _space(self, character: str) -> None:
        self.has_space = self.ends_in_space = True
        if character == "\n":
            self._breaks += 1
            self.has_break = True
            self.has_blank_line = self.has_blank_line or self._breaks == _BLANK
            self.before, self.after = self.before + self.after, []

    def __bool__(self) -> bool:
        return self.has_space or self.has_marker

    @property
    def has_marker(self) -> bool:
        return bool(self.before or self.after)
