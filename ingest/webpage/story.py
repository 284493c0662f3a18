"""Tell which blocks of a page are the story's, starting from what an extractor took for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.marks import is_sentence
from ingest.webpage.aligned import kept_of
from ingest.webpage.blocks import Block, Part

_COMPANY = 3  # paragraphs alike that show where the story's stand
_PROSE = 60  # characters of a sentence that is no label
_MOSTLY = 0.5  # share of a text that leads elsewhere


def story_in(blocks: Sequence[Block], extracted: str) -> set[int]:
    """The places of the story's blocks: those extracted, and those of their kind that were overlooked."""
    kept = kept_of([block.text for block in blocks], extracted) or _most_prose(blocks)
    if all(blocks[place].linked >= _MOSTLY for place in kept):  # a menu, or nothing
        return set()
    kept |= set(_alike(blocks, kept))
    kept |= set(_between(blocks, kept))
    kept |= {place for place in _headings(blocks, kept) if place + 1 in kept}
    return _without_last_headings(blocks, kept)


def is_prose(block: Block) -> bool:
    """Whether it is a sentence of a story rather than a label, a link or a picture's caption."""
    return (
        block.part in (Part.TEXT, Part.QUOTE)
        and len(block.text) >= _PROSE
        and is_sentence(block.text)
        and block.linked < _MOSTLY
    )


def _most_prose(blocks: Sequence[Block]) -> set[int]:
    """Where no extractor found anything: the prose of which there is most in elements of one kind."""
    prose = [place for place, block in enumerate(blocks) if is_prose(block) and not block.hidden]
    letters: Counter[int] = Counter()
    for place in prose:
        letters[blocks[place].path] += len(blocks[place].text)
    most = max(letters, key=letters.__getitem__, default=0)
    return {place for place in prose if blocks[place].path == most}


def _alike(blocks: Sequence[Block], kept: set[int]) -> Iterator[int]:
    """Prose in the same elements as the story's, up to another story's headline."""
    counts = Counter(blocks[place].path for place in kept if is_prose(blocks[place]))
    usual = {path for path, count in counts.items() if count >= _COMPANY}
    first, last = min(kept), max(kept)
    titles = [place for place, block in enumerate(blocks) if block.part is Part.TITLE]
    start = max((place for place in titles if place < first), default=0)
    end = min((place for place in titles if place > last), default=len(blocks))
    for place in range(start, end):
        block = blocks[place]
        if place not in kept and not block.hidden and block.path in usual and is_prose(block):
            yield place


def _between(blocks: Sequence[Block], kept: set[int]) -> Iterator[int]:
    """Quotations inside the story, and what stands alone between two of its paragraphs of its kind."""
    for place in range(min(kept), max(kept)):
        block = blocks[place]
        if place in kept or block.hidden:
            continue
        alike = {place - 1, place + 1} <= kept and block.path in (blocks[place - 1].path, blocks[place + 1].path)
        if block.part is Part.QUOTE or (alike and block.part is Part.TEXT and block.linked < _MOSTLY):
            yield place


def _headings(blocks: Sequence[Block], kept: set[int]) -> list[int]:
    inside = range(min(kept), max(kept) + 1)
    return [place for place in inside if blocks[place].part is Part.HEADING and not blocks[place].hidden]


def _without_last_headings(blocks: Sequence[Block], kept: set[int]) -> set[int]:
    """A heading under which the story does not go on is over a box of the page."""
    last = max((place for place in kept if blocks[place].part is not Part.HEADING), default=-1)
    return {place for place in kept if place <= last}
