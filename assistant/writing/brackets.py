"""Markers told from text, character by character."""

from __future__ import annotations

from assistant.writing.markers import CLOSING, Marker, marker, may_go_on

Token = str | Marker
"""One character, or a marker."""


class Brackets:
    """What stands in brackets, held back while it may be a marker.

    A character costs the same whatever came before it: no more than markers.LONGEST characters are ever held.
    """

    def __init__(self) -> None:
        self._held = ""
        self._whole: Marker | None = None
        self._closed = 0
        self._at_line_start = True

    def feed(self, character: str) -> list[Token]:
        """What is certain with this character."""
        if self._whole:
            return self._after(self._whole, character)
        if not self._held:
            return self._plain(character)
        if character in CLOSING:
            return self._opened(character)
        if character == CLOSING[self._held[0]]:
            return self._closing(character)
        if may_go_on(self._content, character):
            self._held += character
            return []
        return [*self._text(), *self._plain(character)]

    def finish(self) -> list[Token]:
        """What is left, when nothing comes any more."""
        return self._marked(self._whole) if self._whole else self._text()

    @property
    def _depth(self) -> int:
        return 2 if self._held[:1] == self._held[1:2] else 1

    @property
    def _content(self) -> str:
        return self._held[self._depth :]

    def _plain(self, character: str) -> list[Token]:
        if character in CLOSING:
            self._held = character
            return []
        self._at_line_start = character == "\n" or (self._at_line_start and character.isspace())
        return [character]

    def _opened(self, character: str) -> list[Token]:
        """Another bracket opens: of "[[[" the last two may be a marker's, of "[1[" the last."""
        doubles = {character, character * 2}
        kept = character if self._held in doubles else ""
        self._held = self._held.removesuffix(kept)
        text = self._text()
        self._held = kept + character
        return text

    def _closing(self, character: str) -> list[Token]:
        self._whole = marker(self._content)
        self._closed = 1
        self._held += character
        return [] if self._whole else self._text()

    def _after(self, whole: Marker, character: str) -> list[Token]:
        """What a marker turns out to be with the character behind it: a link and a footnote's text are text."""
        if self._closed < self._depth and character == CLOSING[self._held[0]]:
            self._held += character
            self._closed += 1
            return []
        is_text = character == "(" or (character == ":" and self._at_line_start)
        return [*(self._text() if is_text else self._marked(whole)), *self._plain(character)]

    def _marked(self, whole: Marker) -> list[Token]:
        left_open = self._held[: self._depth - self._closed]
        self._forget()
        return [left_open, whole] if left_open else [whole]

    def _text(self) -> list[Token]:
        held = self._held
        self._forget()
        self._at_line_start = self._at_line_start and not held
        return list(held)

    def _forget(self) -> None:
        self._held, self._whole, self._closed = "", None, 0
