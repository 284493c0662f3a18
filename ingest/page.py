"""Lay out a saved page: its paragraphs, its furniture, and what the page says about the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.domain import Furniture, Kind, Paragraph
from ingest.dates import Dated
from ingest.decode import Unreadable
from ingest.foot import notes_at_foot
from ingest.furniture import recognise
from ingest.head import Head, read_head
from ingest.marks import Mark, Role, is_sentence
from ingest.names import without_noise
from ingest.paragraphs import Line, split_lines, unwrap
from ingest.tail import tail_of
from ingest.teasers import teasers_among

KINDS = {Role.BODY: Kind.BODY, Role.CAPTION: Kind.CAPTION, Role.TEASER: Kind.TEASER}
_OUTLETS = frozenset({"source", "outlet", "publication", "publisher", "newspaper", "copyright"})
_BODY = Mark(Role.BODY)


@dataclass(frozen=True, slots=True)
class Page:
    """What a saved page holds and states; None where it does not say."""

    paragraphs: tuple[Paragraph, ...]
    furniture: tuple[Furniture, ...]
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: Dated | None = None
    updated: Dated | None = None
    tags: tuple[str, ...] = ()
    url: str | None = None


def lay_out(text: str) -> Page:
    """Give every line its role; what is not surely furniture is the article's."""
    lines = unwrap(split_lines(text), stands_alone=stands_alone)
    texts = [line.text for line in lines]
    alone = [recognise(text) for text in texts]
    head = read_head(texts, alone)
    marks = _settle(lines, alone, head)
    if not any(mark.role is Role.BODY for mark in marks):
        head, marks = Head(), [_doubted(mark) for mark in marks]
    paragraphs, furniture = arrange(texts, marks)
    if not any(paragraph.kind is Kind.BODY for paragraph in paragraphs):
        raise Unreadable("it has no article text, only what pages put around one")
    return _with_statements(Page(paragraphs, furniture), texts, marks, head)


def arrange(texts: Iterable[str], marks: Iterable[Mark]) -> tuple[tuple[Paragraph, ...], tuple[Furniture, ...]]:
    """Number what is cited, and keep the rest where it stood."""
    paragraphs: list[Paragraph] = []
    furniture: list[Furniture] = []
    for text, mark in zip(texts, marks, strict=True):
        if kind := KINDS.get(mark.role):
            paragraphs.append(Paragraph(len(paragraphs) + 1, text, kind))
        else:
            furniture.append(Furniture(len(paragraphs), text))
    return tuple(paragraphs), tuple(furniture)


def stands_alone(text: str) -> bool:
    """Whether a line of a text broken at a width is whole: no part of a sentence that went on."""
    mark = recognise(text)
    if mark is None or mark.role in KINDS or mark.role is Role.CREDIT or is_sentence(text):
        return False
    return mark.role is Role.BYLINE or not text[0].islower()


def _settle(lines: Sequence[Line], alone: Sequence[Mark | None], head: Head) -> list[Mark]:
    """The final role of each line, from its words, its place in the head and its neighbours."""
    foot = _foot([line.text for line in lines], alone)
    known: list[Mark | None] = [
        None if mark and place >= head.end and _is_common_inside(mark, in_foot=place >= foot) else mark
        for place, mark in enumerate(alone)
    ]
    for place, mark in head.marks:
        known[place] = mark
    if head.title is not None:
        known[head.title] = Mark(Role.FIELD, field="title", value=lines[head.title].text)
    behind = [mark or (_BODY if place < head.end else None) for place, mark in enumerate(known)]
    for place in teasers_among(lines, behind):
        known[place] = Mark(Role.TEASER)
    for place in notes_at_foot([line.text for line in lines[head.end :]], known[head.end :]):
        known[head.end + place] = Mark(Role.NOTE)
    for place, mark in tail_of([line.text for line in lines], known, head.end).items():
        known[place] = mark
    return [mark or _BODY for mark in known]


def _foot(texts: Sequence[str], marks: Sequence[Mark | None]) -> int:
    """Where the last sentence of the article is over: an author or a date below it is the page's."""
    sentences = (place for place, text in enumerate(texts) if marks[place] is None and is_sentence(text))
    return max(sentences, default=-1) + 1


def _is_common_inside(mark: Mark, *, in_foot: bool) -> bool:
    """Whether articles have such lines too: a bare date over a section, "Source: …" under a table."""
    return mark.role is Role.FIELD or (mark.role is Role.DATE and not (mark.labelled or in_foot))


def _doubted(mark: Mark) -> Mark:
    """Where nothing would be left, only what is surely furniture is."""
    return _BODY if mark.role in (Role.FIELD, Role.TAGS, Role.TEASER) else mark


def _with_statements(page: Page, texts: Sequence[str], marks: Sequence[Mark], head: Head) -> Page:
    stated = {mark.field: mark.value for mark in reversed(marks) if mark.field}
    foot = _foot(texts, [None if mark.role is Role.BODY else mark for mark in marks])
    title = head.title or 0
    # Below the title before above it: a masthead has the day of saving, and names that are sections.
    near = [*marks[title : head.end], *marks[:title], *marks[max(foot, head.end) :]]
    outlet = head.outlet or next((stated[field] for field in sorted(_OUTLETS & stated.keys(), reverse=True)), None)
    return Page(
        page.paragraphs,
        page.furniture,
        title=stated.get("title") or stated.get("headline"),
        outlet=outlet,
        authors=without_noise(_signed(near, head.end - title), outlet),
        published=published(near),
        updated=updated(near),
        tags=tuple(dict.fromkeys(tag for mark in marks for tag in mark.tags)),
        url=stated.get("url") or stated.get("link"),
    )


def _signed(near: Sequence[Mark], under_title: int) -> tuple[str, ...]:
    """The names under the title; else the first names above it or at the foot."""
    names = [name for mark in near[:under_title] for name in mark.names]
    return tuple(names) or next((mark.names for mark in near if mark.names), ())


def published(marks: Iterable[Mark]) -> Dated | None:
    """The byline's date before others; with its time if any line has it."""
    ranked = sorted(
        (mark for mark in marks if mark.dates), key=lambda mark: (mark.role is not Role.BYLINE, not mark.labelled)
    )
    if not ranked:
        return None
    best = ranked[0].dates[0]
    timed = (one for mark in ranked for one in mark.dates if one.day == best.day and one.moment != one.day)
    return next(timed, best)


def updated(marks: Iterable[Mark]) -> Dated | None:
    """The latest date that is said to be of a later version."""
    return max((one for mark in marks for one in mark.updates), key=lambda dated: dated.day, default=None)
