"""What a chat model has written so far: its text read, each sentence weighed as soon as it is whole."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.domain import Claimed, Step, Written
from assistant.writing.declining import Declining, declines, is_sentinel
from assistant.writing.numbering import Numbers
from assistant.writing.reading import Reading
from assistant.writing.sentence import Sentence
from assistant.writing.weighing import Scales, Weighed


class Manuscript:
    """One attempt of a model at an answer."""

    def __init__(self, scales: Scales, first_number: int) -> None:
        self.sentences: list[Weighed] = []
        self._pieces: list[str] = []
        self._scales = scales
        self._reading = Reading()
        self._declining = Declining()
        self._numbers = Numbers(first_number)

    @property
    def text(self) -> str:
        """As it came, markers and all."""
        return "".join(self._pieces)

    @property
    def declined(self) -> bool:
        """Whether all that it says is that the articles do not say."""
        return self._declining.declines or declines(self.text)

    @property
    def dropped(self) -> int:
        """Markers that named no paragraph shown."""
        return sum(each.dropped for each in self.sentences)

    def take(self, piece: str) -> Iterator[Step]:
        """Read a further piece."""
        self._pieces.append(piece)
        yield from self._steps(self._declining.feed(piece))

    def finish(self) -> Iterator[Step]:
        """Read what was held back, now that nothing more comes."""
        yield from self._steps(self._declining.finish())
        if not self._declining.declines:
            yield from self._read(self._reading.finish())

    def _steps(self, text: str) -> Iterator[Step]:
        return self._read(self._reading.feed(text)) if text else iter(())

    def _read(self, read: Iterator[str | Sentence]) -> Iterator[Step]:
        for each in read:
            if isinstance(each, str):
                yield Written(each)
            elif not is_sentinel(each.text):
                # Within an answer it is no sentence of it: it answers us, who asked for a part at least.
                weighed = self._scales.weigh(each)
                self.sentences.append(weighed)
                yield Claimed(*self._numbers.claim(weighed))
