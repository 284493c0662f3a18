"""Whether a chat model's text says no more than that the articles do not say."""

from __future__ import annotations

from assistant.writing.no_answer import is_polite, says_so
from assistant.writing.reading import sentences

SENTINEL = "NOT IN THE ARTICLES"
"""What the model is told to write, and nothing else, where the paragraphs do not answer."""

_FOLDED = "".join(SENTINEL.casefold().split())

# So much that is no letter may stand around it (quotation marks, asterisks, a marker): more of it is text.
_MOST_SIGNS = 40

# A reply in other words that is longer says something.
_LONGEST, _MOST_SENTENCES = 400, 2
_AROUND = " *_\"“”'.!"


class Declining:
    """Text held back while it still can become the sentinel, in whatever case, between whatever signs."""

    def __init__(self) -> None:
        self._held: list[str] = []
        self._letters = self._signs = 0
        self._is_text = False

    def feed(self, piece: str) -> str:
        """What is certain to be text with this piece."""
        for character in "" if self._is_text else piece:
            self._take(character)
        if not self._is_text:
            self._held.append(piece)
            return ""
        return self._released() + piece

    def finish(self) -> str:
        """What is left, unless the whole text was the sentinel."""
        return "" if self.declines else self._released()

    @property
    def declines(self) -> bool:
        """Whether all that has come is the sentinel."""
        return not self._is_text and self._letters == len(_FOLDED)

    def _take(self, character: str) -> None:
        if character.isspace():
            return
        if self._letters < len(_FOLDED) and character.casefold() == _FOLDED[self._letters]:
            self._letters += 1
            return
        self._signs += 1
        is_letter = character.isalpha() or (character.isalnum() and not self.declines)
        self._is_text = self._is_text or is_letter or self._signs > _MOST_SIGNS

    def _released(self) -> str:
        released = "".join(self._held)
        self._held.clear()
        return released


def is_sentinel(text: str) -> bool:
    """Whether this, a reply or a sentence, is the sentinel and nothing else."""
    declining = Declining()
    declining.feed(text)
    return declining.declines


def declines(text: str) -> bool:
    """Whether a whole reply says, as told or in its own words, that the articles do not say."""
    if is_sentinel(text):
        return True
    said = sentences(text[: _LONGEST + 1])
    if len(text) > _LONGEST or not 1 <= len(said) <= _MOST_SENTENCES or any(sentence.markers for sentence in said):
        return False
    told = [sentence.text.strip(_AROUND) for sentence in said]
    return any(map(says_so, told)) and all(says_so(sentence) or is_polite(sentence) for sentence in told)
