"""Cut a web page into the blocks of text that its reader sees, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from lxml import etree
from lxml.html import HtmlElement

from ingest.clean import clean, one_line
from ingest.furniture import recognise
from ingest.marks import is_sentence
from ingest.webpage.elements import BREAKING, UNSEEN

_CELLS = frozenset({"td", "th"})
_NOT_IN_ROWS = ("table", "ul", "ol", "form", "figure", "blockquote")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Links that do something instead: share, write, play, open a menu.
_NO_PAGE = re.compile(
    r"^\s*(?:#|$|(?!https?:)[a-z]+:)|/(?:sharer?|intent|dialog)\b|share(?:r|article)?\b.*[?&]|[?&](?:u|url|text)=",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:^|[\s_-])captions?(?:$|[\s_-])", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")
_LINE, _CELL = "\n", "\t"
_BETWEEN_CELLS = " · "
_LONGEST_ROW = 600  # characters: what is longer is a page laid out as a table
_LONG_LINE = 80  # characters: a sentence of this length before a line break is a paragraph


class Part(Enum):
    """What a block is on its page."""

    TEXT = auto()
    TITLE = auto()
    HEADING = auto()
    CAPTION = auto()
    QUOTE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """Words that stand together on the page.

    linked: the share of them in links and buttons. leading: in links to other pages. hidden: whether the page shows
    them only when asked to.
    path: names the elements that it stands in, alike for the paragraphs of one article.
    """

    text: str
    part: Part = Part.TEXT
    linked: float = 0.0
    leading: float = 0.0
    hidden: bool = False
    path: int = 0


@dataclass(frozen=True, slots=True)
class _Around:
    """What a text stands in. row: a row of a table, whose cells are read as one line."""

    part: Part = Part.TEXT
    linked: bool = False
    leading: bool = False
    hidden: bool = False
    row: bool = False
    path: int = 0


_PARTS = {
    "figcaption": Part.CAPTION,
    "blockquote": Part.QUOTE,
    "h1": Part.TITLE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), Part.HEADING),
}
_Run = tuple[str, _Around]


def blocks_of(tree: HtmlElement) -> list[Block]:
    """Every text of a page but what no browser draws, each character in one block."""
    blocks: list[Block] = []
    runs: list[_Run] = []
    for run in _runs(tree):
        if run is not None:
            runs.append(run)
        elif runs:
            blocks += (_block(line) for line in _lines(runs) if any(text.strip() for text, _ in line))
            runs = []
    return blocks


def _runs(tree: HtmlElement) -> Iterator[_Run | None]:
    """The texts of the page with what they stand in; None where a block ends."""
    inside = [_Around()]
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            inside.append(_within(element, inside[-1]))
            yield from _border(element, inside[-1], starts=True)
            if not isinstance(element.tag, str) or element.tag in UNSEEN:
                walker.skip_subtree()
            elif element.text:
                yield _SPACE.sub(" ", element.text), inside[-1]
        else:
            yield from _border(element, inside.pop(), starts=False)
            if element.tail:
                yield _SPACE.sub(" ", element.tail), inside[-1]
    yield None


def _border(element: HtmlElement, within: _Around, *, starts: bool) -> Iterator[_Run | None]:
    """What parts the text inside an element from that around it."""
    if element.tag == "br":
        if starts:
            yield _LINE, within
    elif element.tag in BREAKING:
        if not within.row or element.tag == "tr":
            yield None
        elif starts:
            yield (_CELL if element.tag in _CELLS else " "), within
    elif within.part is Part.CAPTION and starts:  # a credit is set apart by style alone
        yield " ", within


def _within(element: HtmlElement, around: _Around) -> _Around:
    """What the text of an element stands in."""
    tag, sort = element.tag, element.get("class", "")
    return _Around(
        Part.CAPTION if _CAPTION.search(sort) else _PARTS.get(tag, around.part),
        linked=around.linked or (tag == "a" and "href" in element.attrib) or tag == "button",
        leading=around.leading or (tag == "a" and not _NO_PAGE.search(element.get("href", "#"))),
        hidden=around.hidden or "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", ""))),
        row=around.row or (tag == "tr" and _is_row(element)),
        path=hash((around.path, tag, _DIGITS.sub("", sort))) if tag in BREAKING else around.path,
    )


def _is_row(row: HtmlElement) -> bool:
    """Whether its cells are to be read together: a row of figures, not columns of a page."""
    if next(row.iter(*_NOT_IN_ROWS), None) is not None:
        return False
    filled = [cell for cell in row if cell.tag in _CELLS and cell.text_content().strip()]
    several = any(sum(1 for _ in cell.iter("p", "div", "br")) > 1 for cell in filled)
    return len(filled) > 1 and not several and sum(len(cell.text_content()) for cell in filled) <= _LONGEST_ROW


def _lines(runs: Iterable[_Run]) -> Iterator[list[_Run]]:
    """The paragraphs of a block: two line breaks part them, or one behind a long sentence or a byline."""
    line: list[_Run] = []
    last, length, broken = "", 0, False
    for text, around in runs:
        if text != _LINE:
            line.append((text, around))
            last, length, broken = (text, length + len(text), False) if text.strip() else (last, length, broken)
        elif broken or (length >= _LONG_LINE and is_sentence(last)) or (length < _LONG_LINE and _is_label(line)):
            yield line
            line, last, length, broken = [], "", 0, False
        else:
            line.append((" ", around))
            broken = True
    yield line


def _is_label(line: list[_Run]) -> bool:
    return recognise("".join(text for text, _ in line).strip()) is not None


def _block(runs: list[_Run]) -> Block:
    text = "".join(text for text, _ in runs)
    cells = [one_line(clean(cell)) for cell in text.split(_CELL)]
    letters = [(len(text.strip()), around) for text, around in runs if text.strip()]
    whole = sum(count for count, _ in letters)
    return Block(
        _BETWEEN_CELLS.join(filter(None, cells)),
        letters[0][1].part,
        linked=sum(count for count, around in letters if around.linked) / whole,
        leading=sum(count for count, around in letters if around.leading) / whole,
        hidden=all(around.hidden for _, around in letters),
        path=letters[0][1].path,
    )
