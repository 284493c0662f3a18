"""Give every block of a page its role: a paragraph of the article, or furniture around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.furniture import recognise
from ingest.marks import Mark, Role
from ingest.names import is_name
from ingest.page import KINDS
from ingest.webpage.aligned import folded
from ingest.webpage.blocks import Block, Part
from ingest.webpage.story import is_prose, story_in

_LINKED = 0.8  # share of a block's letters that makes it a link to another story
_TEASER = range(4, 41)  # words
_CAPTION = range(3, 121)  # words
_NEAR = 8  # blocks around the story in which its author and its date may stand
_BODY = Mark(Role.BODY)
_FURNITURE = Mark(Role.NAVIGATION)
_SURE = frozenset({Role.NAVIGATION, Role.NOTE, Role.CREDIT, Role.CAPTION, Role.TEASER, Role.LABEL})


@dataclass(frozen=True, slots=True)
class Laid:
    """The texts of a page with their roles, in reading order; head and foot: of these, what states something."""

    texts: tuple[str, ...]
    marks: tuple[Mark, ...]
    head: tuple[Mark, ...]
    foot: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Story:
    """The places of the story's blocks, of its headline, and of its first and last sentence."""

    places: frozenset[int]
    title: int
    first: int
    last: int
    linked: bool  # a list of links, none of which is a teaser among paragraphs


def lay_out(blocks: Sequence[Block], extracted: str, title: str | None) -> Laid:
    """Sort the blocks by what was extracted, by where they stand, and by their own words."""
    story = _story(blocks, story_in(blocks, extracted), folded(title or ""))
    shown = [place for place, block in enumerate(blocks) if place in story.places or not block.hidden]
    near = range(story.title, story.last + _NEAR + 1)
    alone = {place: _alone(blocks[place]) if place in near or place in story.places else None for place in shown}
    stating = {place: mark for place, mark in alone.items() if mark and (mark.names or mark.dates or mark.value)}
    stating |= {place: Mark(Role.BYLINE, names=(blocks[place].text,)) for place in _names(blocks, stating)}
    return Laid(
        texts=tuple(blocks[place].text for place in shown),
        marks=tuple(_role(blocks[place], place, alone[place], story) for place in shown),
        head=tuple(mark for place, mark in sorted(stating.items(), key=_place) if story.title < place < story.first),
        foot=tuple(mark for place, mark in stating.items() if story.last < place <= story.last + _NEAR),
    )


def _story(blocks: Sequence[Block], places: set[int], title: str) -> _Story:
    prose = [place for place in sorted(places) if is_prose(blocks[place])] or sorted(places)
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), -1)
    above = [place for place in range(first) if blocks[place].part is Part.TITLE or folded(blocks[place].text) == title]
    headline = above[-1] if above else first - _NEAR
    links = sum(blocks[place].linked >= _LINKED for place in places)
    own = {place for place in places if place != headline and (folded(blocks[place].text) != title or place > first)}
    return _Story(frozenset(own), headline, first, last, linked=2 * links > len(places))


def _place(one: tuple[int, Mark]) -> int:
    return one[0]


def _names(blocks: Sequence[Block], stating: Iterable[int]) -> list[int]:
    """Names beside a line that states something: pages set author and date under each other."""
    beside = {near for place in stating for near in (place - 1, place + 1)} - set(stating)
    return [place for place in beside if 0 <= place < len(blocks) and is_name(blocks[place].text)]


def _alone(block: Block) -> Mark | None:
    """What a block is by its own words and its element."""
    mark = recognise(block.text)
    if block.part is Part.CAPTION and (mark is None or mark.role not in _SURE):
        return Mark(Role.CAPTION) if len(block.text.split()) in _CAPTION else mark
    return mark


def _role(block: Block, place: int, mark: Mark | None, story: _Story) -> Mark:
    inside = story.first < place < story.last
    if _leads_elsewhere(block) and mark is None and not story.linked:
        return Mark(Role.TEASER) if inside and block.leading >= _LINKED else _FURNITURE
    if place in story.places:
        return mark if mark and (mark.role in _SURE or not inside) and place != story.first else _BODY
    near = story.title < place <= story.last + 1
    return mark if mark and near and (mark.role not in KINDS or mark.role is Role.CAPTION or inside) else _FURNITURE


def _leads_elsewhere(block: Block) -> bool:
    return block.linked >= _LINKED and len(block.text.split()) in _TEASER
