"""The text of a chat model, read into sentences while it comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.writing import endings
from assistant.writing.ahead import Ahead
from assistant.writing.brackets import Brackets, Token
from assistant.writing.endings import Verdict
from assistant.writing.gap import Gap
from assistant.writing.growing import Growing
from assistant.writing.markers import Marker
from assistant.writing.rows import Rows
from assistant.writing.sentence import Sentence

# Beside these a space goes with the marker that it led to: "he said [1] ." is "he said."
_CLOSING, _OPENING = frozenset(".,;:!?…)]}”’»"), frozenset("([{“‘«")


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text that is there already."""
    reading = Reading()
    told = [*reading.feed(text), *reading.finish()]
    return [piece for piece in told if isinstance(piece, Sentence)]


class Reading:
    """A chat model's text as it comes.

    What is told is text to be shown at once, without markers, any white space as one space, and sentences: each is
    made of all the text told since the one before it. How the text was cut into pieces makes no difference, and a
    character costs the same whatever came before it. The first sentence opens nothing; one after a blank line opens
    a paragraph, and so does an item of a list, which would run on else.
    """

    def __init__(self) -> None:
        self._brackets = Brackets()
        self._rows = Rows()
        self._growing = Growing()
        self._gap = Gap()
        self._ahead: Ahead | None = None
        self._to_show: list[str] = []

    def feed(self, piece: str) -> Iterator[str | Sentence]:
        """What this piece makes certain."""
        for character in piece:
            for token in self._brackets.feed(character):
                yield from self._read_all(self._rows.feed(token))
        yield from self._shown()

    def finish(self) -> Iterator[str | Sentence]:
        """What is left: the last sentence, with what might have become a marker."""
        for token in self._brackets.finish():
            yield from self._read_all(self._rows.feed(token))
        yield from self._read_all(self._rows.finish())
        while self._ahead:
            self._ahead.is_over = True
            yield from self._looked_ahead(self._ahead)
        self._growing.mark(self._gap.before + self._gap.after)
        yield from self._ended()

    def _read_all(self, tokens: Sequence[Token]) -> Iterator[Sentence | str]:
        for token in tokens:
            yield from self._read(token)

    def _read(self, token: Token) -> Iterator[Sentence | str]:
        if self._ahead:
            self._ahead.add(token)
            yield from self._looked_ahead(self._ahead)
        elif isinstance(token, Marker) or token.isspace():
            self._gap.add(token)
        else:
            yield from self._met(token)

    def _met(self, character: str) -> Iterator[Sentence | str]:
        """Text after a gap, or after text."""
        if self._gap:
            verdict = endings.at_once(self._growing, self._gap, character)
            if verdict is None:
                self._ahead = Ahead(character)
                return
            yield from self._settled(verdict, character)
        self._write(character)

    def _looked_ahead(self, ahead: Ahead) -> Iterator[Sentence | str]:
        """Decide on a possible end if what follows tells; then what follows is read like anything else."""
        verdict = endings.in_time(self._growing, self._gap, ahead.text, is_over=ahead.is_over)
        if verdict is None:
            return
        self._ahead = None
        yield from self._settled(verdict, ahead.text[0])
        yield from self._read_all(ahead.tokens)

    def _settled(self, verdict: Verdict, character: str) -> Iterator[Sentence | str]:
        gap, self._gap = self._gap, Gap()
        if verdict is Verdict.GOES_ON:
            self._growing.mark(gap.before + gap.after)
            self._space(gap, character)
            return
        self._growing.mark(gap.before)
        yield from self._ended()
        self._growing = Growing(opens=verdict is Verdict.OPENS)
        self._growing.mark(gap.after)

    def _space(self, gap: Gap, character: str) -> None:
        is_wanted = gap.ends_in_space or (gap.has_space and character.isalnum())
        is_enclosed = character in _CLOSING or self._growing.last in _OPENING
        if is_wanted and not self._growing.is_empty and not (gap.has_marker and is_enclosed):
            self._write(" ")

    def _write(self, character: str) -> None:
        self._growing.write(character)
        self._to_show.append(character)

    def _shown(self) -> Iterator[str]:
        if self._to_show:
            yield "".join(self._to_show)
            self._to_show.clear()

    def _ended(self) -> Iterator[Sentence | str]:
        yield from self._shown()
        if not self._growing.is_empty:
            yield self._growing.sentence
