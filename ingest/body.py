"""Sort the paragraphs of a text that was taken off its page already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Furniture, Kind, Paragraph
from ingest.dates import Dated
from ingest.decode import Unreadable
from ingest.foot import notes_at_foot
from ingest.furniture import recognise
from ingest.marks import Mark, Role
from ingest.page import KINDS, arrange, published, updated

_SURE = frozenset({Role.NAVIGATION, Role.NOTE, Role.CREDIT, Role.CAPTION, Role.TEASER, Role.LABEL})
_EDGE = 2  # paragraphs at either end among which a byline is this article's
_BODY = Mark(Role.BODY)


@dataclass(frozen=True, slots=True)
class Body:
    """An article's paragraphs and furniture, and the authors and dates that its text states."""

    paragraphs: tuple[Paragraph, ...]
    furniture: tuple[Furniture, ...]
    authors: tuple[str, ...] = ()
    published: Dated | None = None
    updated: Dated | None = None

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
    names = tuple(name for mark in marks for name in mark.names)
    return Body(paragraphs, furniture, names, published(marks), updated(marks))


def _mark(text: str, place: int, count: int) -> Mark:
    mark = recognise(text)
    at_edge = place < _EDGE or place >= count - _EDGE
    if mark and (mark.role in _SURE or (at_edge and _states(mark))):
        return mark
    return _BODY


def _states(mark: Mark) -> bool:
    """Whether it is a byline or a date that says what it is of; a bare date may head a section."""
    return mark.role is Role.BYLINE or (mark.role is Role.DATE and mark.labelled)
