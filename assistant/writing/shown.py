"""The paragraphs as a chat model is shown them: numbered, within its room, with nothing that passes for ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain import Description, Ranked, day_words
from assistant.models.chat import tokens
from assistant.sentences import sentence_spans
from assistant.terms import words_in
from assistant.writing.harmless import harmless

# Of a paragraph that is longer only the part about the question is shown: five hundred words.
_LONGEST = 3_000
_LONGEST_OUTLET = 60

# What can end an outlet's name and go on as if it were the date, or the text.
_ENDS_A_NAME = re.compile(r"[:;,|(){}\[\]\"“”„«»‹›?…：；，、。]+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Shown:
    """Paragraphs, and the lines that a chat model reads; the first of both has the number 1."""

    paragraphs: Sequence[Ranked]
    lines: Sequence[str]

    def __len__(self) -> int:
        return len(self.paragraphs)

    @property
    def tokens(self) -> int:
        """What the lines take of a model's room, at most."""
        return sum(map(tokens, self.lines))

    def paragraph(self, number: int) -> Ranked | None:
        """The paragraph that a marker names; None for one that was never shown."""
        return self.paragraphs[number - 1] if 1 <= number <= len(self.paragraphs) else None


def shown(question: str, ranking: Sequence[Ranked], room: int) -> Shown:
    """As many of the paragraphs, best first, as fit into so many tokens; the first one in any case."""
    paragraphs: list[Ranked] = []
    lines: list[str] = []
    left = room
    for ranked in ranking:
        line = f"[{len(lines) + 1}] {told(ranked.description, ranked.paragraph.text, question)}"
        left -= tokens(line)
        if left < 0 and lines:
            break
        paragraphs.append(ranked)
        lines.append(line)
    return Shown(paragraphs, lines)


def told(description: Description, text: str, about: str, longest: int = _LONGEST) -> str:
    """A paragraph with where and when it appeared; of a longer one the part that says most about that."""
    return f"{_origin(description)}: {_part(text, about, longest)}"


def _origin(description: Description) -> str:
    """Outlet and date, and nothing else that a publisher can put words into."""
    outlet = (
        _SPACE.sub(" ", _ENDS_A_NAME.sub(" ", harmless(description.outlet or ""))).strip()[:_LONGEST_OUTLET].strip()
    )
    return f"{outlet or 'Unnamed outlet'}, {day_words(description.day) if description.day else 'undated'}"


def _part(text: str, about: str, longest: int) -> str:
    """The text; of a very long one the sentences around the one that shares most words with what it is to be about."""
    if len(text) <= longest:
        return harmless(text)
    spans = sentence_spans(text)
    asked = words_in(about)
    best = max(range(len(spans)), key=lambda at: len(asked & words_in(text[slice(*spans[at])])))
    first, last = _around(spans, best, longest)
    piece = text[first:last][:longest]
    return f"{'… ' if first else ''}{harmless(piece)}{' …' if last < len(text) else ''}"


def _around(spans: Sequence[tuple[int, int]], best: int, longest: int) -> tuple[int, int]:
    """The longest stretch of whole sentences around that one that may be shown, growing to both sides in turn."""
    first = last = best
    for before, after in _widening(best, len(spans)):
        if spans[after][1] - spans[before][0] > longest:
            break
        first, last = before, after
    return spans[first][0], spans[last][1]


def _widening(at: int, count: int) -> Iterator[tuple[int, int]]:
    before = after = at
    while before > 0 or after < count - 1:
        if after < count - 1:
            after += 1
            yield before, after
        if before > 0:
            before -= 1
            yield before, after
