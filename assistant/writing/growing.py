"""A sentence that is still being written."""

from __future__ import annotations

from collections import deque

from assistant.writing.quoting import Quoting
from assistant.writing.sentence import Sentence

ENDING = frozenset(".!?…。！？‼⁇⁈⁉．｡؟۔।")

# Of a longer sentence only its end is looked at, so that the next full stop costs what the first did.
_LOOKED_AT = 400


class Growing:
    """Its words so far, without markers, with what they say of where it may end."""

    def __init__(self, *, opens: bool = False) -> None:
        self._opens = opens
        self._words: list[str] = []
        self._recent: deque[str] = deque(maxlen=_LOOKED_AT)
        self._numbers: dict[int, None] = {}
        self._quoting = Quoting()
        self._has_letter = self._has_ending = False
        self.is_just_marked = False

    def write(self, character: str) -> None:
        self._words.append(character)
        self._recent.append(character)
        self._quoting.write(character)
        if character.isalnum():
            self._has_letter = self._has_letter or character.isalpha()
            self._has_ending = self.is_just_marked = False
        elif character in ENDING:
            self._has_ending = True

    def mark(self, numbers: list[int]) -> None:
        self.is_just_marked = self.is_just_marked or bool(numbers)
        self._numbers.update(dict.fromkeys(numbers))

    @property
    def is_empty(self) -> bool:
        return not self._words

    @property
    def last(self) -> str:
        """Its last character; a space where it has none."""
        return self._words[-1] if self._words else " "

    @property
    def may_end(self) -> bool:
        """Whether it ends like a sentence, outside quotation marks; "2." begins an item of a list."""
        return self._has_ending and self._has_letter and not self._quoting.closing

    @property
    def is_heading(self) -> bool:
        return self._words[:1] == ["#"]

    @property
    def recent(self) -> str:
        """Its last words."""
        return "".join(self._recent)

    @property
    def sentence(self) -> Sentence:
        return Sentence("".join(self._words).strip(), tuple(self._numbers), self._opens)
