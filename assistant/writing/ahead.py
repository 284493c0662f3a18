"""What follows a possible end, kept until it tells whether it was one."""

from __future__ import annotations

from assistant.writing.brackets import Token

_BLANK = 2


class Ahead:
    """Text and gaps in the order in which they came, with the text of them alone."""

    def __init__(self, character: str) -> None:
        self.tokens: list[Token] = [character]
        self.text = character
        self.is_over = False
        self._breaks = 0

    def add(self, token: Token) -> None:
        """A blank line is the end of what can tell anything."""
        self.tokens.append(token)
        if isinstance(token, str):
            self._follow(token)

    def _follow(self, character: str) -> None:
        is_space = character.isspace()
        self._breaks = self._breaks + character.count("\n") if is_space else 0
        self.is_over = self._breaks == _BLANK
        if not is_space:
            self.text += character
        elif not self.text.endswith(" "):
            self.text += " "
