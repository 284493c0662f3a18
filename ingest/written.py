"""Make an article of the paragraphs that a file itself keeps apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.domain import Basis, Furniture, Paragraph
from ingest.body import Body
from ingest.clean import clean
from ingest.decode import Unreadable
from ingest.describing import described
from ingest.draft import Draft
from ingest.page import Page, lay_out
from ingest.piece import Piece
from ingest.statements import Statements
from ingest.text import stated


@dataclass(frozen=True, slots=True)
class Written:
    """What a file holds. aside: what it says is no part of the text, after so many of its paragraphs.

    title: what its markup says is the heading of all.
    """

    paragraphs: tuple[str, ...]
    aside: tuple[Furniture, ...] = ()
    title: str | None = None


def draft_of(piece: Piece, written: Written, surest: Statements, *, last: Statements | None = None) -> Draft:
    """The article, laid out as saved text is. last: what is said of it that its text would know better."""
    kept = [text for text in map(_fit, written.paragraphs) if text]
    if not kept:
        raise Unreadable("there is no text in it")
    page = lay_out("\n\n".join(kept))
    body = Body(page.paragraphs, _with_aside(page, _places(written)))
    marked = Statements(Basis.TEXT, title=written.title)
    return described(piece, body, surest, marked, stated(page), *([last] if last else []))


def _fit(text: str) -> str:
    return "\n".join(line for line in clean(text).split("\n") if line.strip())


def _places(written: Written) -> list[Furniture]:
    """What stands aside, after so many of the lines that there are to lay out."""
    lines = [len(_fit(text).split("\n")) if _fit(text) else 0 for text in written.paragraphs]
    cleaned = [replace(one, after=sum(lines[: one.after]), text=clean(one.text)) for one in written.aside]
    return [one for one in cleaned if one.text.strip()]


def _with_aside(page: Page, aside: Sequence[Furniture]) -> tuple[Furniture, ...]:
    """The page's furniture and what stands aside, each where it stood."""
    items = _in_order(page)
    before = 0  # paragraphs
    found: list[Furniture] = []
    waiting = list(aside)
    for place in range(len(items) + 1):
        while waiting and (waiting[0].after <= place or place == len(items)):
            found.append(Furniture(before, waiting.pop(0).text))
        if place < len(items):
            item = items[place]
            before += isinstance(item, Paragraph)
            found += [item] if isinstance(item, Furniture) else []
    return tuple(found)


def _in_order(page: Page) -> list[Paragraph | Furniture]:
    """The lines that were laid out, in the order in which they stood."""
    items: list[tuple[int, Paragraph | Furniture]] = [(one.number, one) for one in page.paragraphs]
    items += [(one.after, one) for one in page.furniture]
    return [item for _, item in sorted(items, key=lambda pair: pair[0])]
