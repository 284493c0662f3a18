"""Find the running headers, footers and page numbers of a PDF file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.pdf.printed import Line, Sheet

_EDGE = 0.12  # of a page's height, above and below
_LINES = 2  # that a header or footer has
_SAME = 4  # points within which lines are at the same height
_SHARE = 0.3  # of the pages: left and right ones differ, and the first has none
_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|p|seite|página|pagina|стр)\b\W*)?\d{1,4}(?:\W+(?:(?:of|von|de|sur|di|из)\W+)?\d{1,4})?[\W_]*",
    re.IGNORECASE,
)

Key = tuple[str, int]
"""A line without its numbers, with its height on the page."""


def running_lines(sheets: Sequence[Sheet]) -> frozenset[Key]:
    """What stands at the same height of many pages, numbers aside."""
    often = Counter(key for sheet in sheets for key in {_key(line) for line in sheet.lines if _at_edge(line, sheet)})
    return frozenset(key for key, count in often.items() if count >= max(2, _SHARE * len(sheets)))


def is_running(line: Line, sheet: Sheet, running: frozenset[Key]) -> bool:
    """Whether a line is the page's and not the article's."""
    return _at_edge(line, sheet) and (_key(line) in running or _NUMBER.fullmatch(line.text) is not None)


def _at_edge(line: Line, sheet: Sheet) -> bool:
    """Whether it is one of the first or last lines of a page."""
    if _EDGE * sheet.height < line.bottom < (1 - _EDGE) * sheet.height:
        return False
    heights = sorted({round(each.bottom) for each in sheet.lines})
    return round(line.bottom) in (*heights[:_LINES], *heights[-_LINES:])


def _key(line: Line) -> Key:
    return re.sub(r"\d+", "#", line.text.casefold()), round(line.bottom / _SAME)
