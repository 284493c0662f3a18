"""Sort the paragraphs of a text that was taken off its page already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Furniture, Kind, Paragraph
from ingest.decode import Unreadable
from ingest.foot import notes_at_foot
from ingest.furniture import recognise
from ingest.marks import Mark, Role
from ingest.page import KINDS, arrange

_SURE = frozenset({Role.NAVIGATION, Role.NOTE, Role.CREDIT, Role.CAPTION, Role.TEASER, Role.LABEL})
_EDGE = 2  # paragraphs at either end among which a byline is this article's
_BODY = Mark(Role.BODY)


@dataclass(frozen=True, slots=True)
class Body:
    """An article's paragraphs and furniture, and the authors that its text names."""

    paragraphs: tuple[Paragraph, ...]
    furniture: tuple[Furniture, ...]
    authors: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not any(paragraph.kind is Kind.BODY for paragraph in self.paragraphs):
            raise Unreadable("it has no article text, only what pages put around one")


def sort_paragraphs(texts: Sequence[str], title: str | None) -> Body:
    """Set aside only what is furniture for sure: here most of a page's has been taken away."""
    marks = [_mark(text, place, len(texts)) for place, text in enumerate(texts)]
    if title and len(texts) > 1 and texts[0].casefold() == title.casefold():
        marks[0] = Mark(Role.FIELD)
    for place in notes_at_foot(texts, marks):
        marks[place] = Mark(Role.NOTE)
    if not any(mark.role is Role.BODY for mark in marks):
        marks = [_BODY if mark.role in KINDS else mark for mark in marks]
    paragraphs, furniture = arrange(texts, marks)
    return Body(paragraphs, furniture, tuple(name for mark in marks for name in mark.names))


def _mark(text: str, place: int, count: int) -> Mark:
    mark = recognise(text)
    at_edge = place < _EDGE or place >= count - _EDGE
    if mark and (mark.role in _SURE or (at_edge and mark.role is Role.BYLINE)):
        return mark
    return _BODY
