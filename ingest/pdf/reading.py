"""Read a PDF file: its columns as paragraphs, what is on every page set aside."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain import Basis, Furniture
from ingest.decode import Unreadable
from ingest.draft import Draft
from ingest.pdf.columns import in_columns
from ingest.pdf.flow import Flow, joined
from ingest.pdf.hyphens import Hyphens
from ingest.pdf.printed import Line, Printed, print_lines
from ingest.pdf.running import is_running, running_lines
from ingest.piece import Piece
from ingest.properties import real_authors, real_title, stands_in
from ingest.statements import Statements
from ingest.written import Written, draft_of

_HEAD = 12  # paragraphs
_LARGER = 1.25  # times the height of the text
_HEADLINE = range(3, 40)  # words
_SCANNED = "it holds pictures of pages, no text; run text recognition (OCR) over it first"


def read_pdf(piece: Piece) -> Draft:
    """The article in a PDF file; raises `Unreadable` where there is none.

    The file's own dates say when it was made, which may be years after the article: they are not asked.
    """
    printed = print_lines(piece.data)
    written = _written(printed)
    if not written.paragraphs:
        raise Unreadable(_SCANNED)
    title = real_title(printed.title)
    given = Statements(Basis.GIVEN, title=title if stands_in(title, " ".join(written.paragraphs)) else None)
    last = Statements(Basis.GIVEN, title=title, authors=real_authors(printed.author))
    return draft_of(piece, written, given, last=last)


def _written(printed: Printed) -> Written:
    running = running_lines(printed.sheets)
    lines: list[Line] = []
    aside: list[tuple[int, str]] = []
    for sheet in printed.sheets:
        for line in in_columns(sheet.lines):
            if is_running(line, sheet, running):
                aside.append((len(lines), line.text))
            else:
                lines.append(line)
    flow = Flow.of(lines)
    groups = flow.paragraphs()
    hyphens = Hyphens([line.text for line in lines])
    texts = tuple(joined([lines[place] for place in group], hyphens) for group in groups)
    title = _largest([lines[group[0]].height for group in groups], texts, flow.height)
    return Written(texts, tuple(Furniture(_begun(groups, place), text) for place, text in aside), title)


def _largest(heights: Sequence[float], texts: Sequence[str], usual: float) -> str | None:
    """What is printed largest near the beginning, if it can be a headline; a masthead has fewer words."""
    begin = list(zip(heights, texts, strict=True))[:_HEAD]
    height, text = max(begin, key=lambda one: one[0], default=(0.0, ""))
    return text if height > _LARGER * usual and len(text.split()) in _HEADLINE else None


def _begun(groups: list[list[int]], place: int) -> int:
    """How many paragraphs begin before a line."""
    return sum(group[0] < place for group in groups)
