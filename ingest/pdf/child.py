"""A program of its own that prints the lines of the PDF file on its standard input.

A broken PDF file can make any reader crash, hang or fill the memory; here that ends a process that holds nothing else.
It imports nothing of ours, so that it starts within a tenth of a second.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import islice

import pypdfium2
from pypdfium2 import raw

MOST_MEMORY = 2 * 1024**3  # bytes; files of a thousand pages take a tenth
MOST_SECONDS = 60  # of computing; a hundred pages take one
MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000  # five books
MOST_LINES = 250_000  # which take whoever started this a tenth of a gigabyte
_GAP = 1.6  # heights of a letter between two that no justified line puts between words
_PASSWORD = 4  # FPDF_ERR_PASSWORD

_LINE_ENDS, _SPACES = frozenset((10, 13)), frozenset((9, 32, 160))
_HYPHEN, _AT_LINE_END = ord("-"), frozenset((2, 0xFFFE))  # which PDFium puts for a hyphen and the line end after it

_Line = tuple[str, float, float, float, float]  # text, left, bottom, right, top
_Letter = tuple[int, float, float, float, float]


class _TooLong(Exception):
    """There is more text than in any article."""


def main() -> None:
    """Print {"properties", "pages": [[height, lines], ...]}, or {"problem"}."""
    _limit()
    try:
        pdf = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        told: dict[str, object] = {"problem": "password" if error.err_code == _PASSWORD else "damaged"}
    else:
        told = _read(pdf) if len(pdf) <= MOST_PAGES else {"problem": "long"}
    json.dump(told, sys.stdout)


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on Windows; whoever started this stops it after its time
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def _read(pdf: pypdfium2.PdfDocument) -> dict[str, object]:
    pages: list[tuple[float, list[_Line]]] = []
    left, lines_left = MOST_CHARACTERS, MOST_LINES
    for number in range(len(pdf)):
        try:
            page = pdf[number]
            lines = list(islice(_lines(page, left), lines_left))
        except pypdfium2.PdfiumError:  # one page: an article with a hole in it would mislead
            return {"problem": "damaged"}
        except _TooLong:
            return {"problem": "long"}
        pages.append((page.get_height(), lines))
        left, lines_left = left - sum(len(line[0]) for line in lines), lines_left - len(lines)
        if lines_left <= 0:
            return {"problem": "long"}
        page.close()
    return {"properties": pdf.get_metadata_dict(skip_empty=True), "pages": pages}


def _lines(page: pypdfium2.PdfPage, most: int) -> Iterator[_Line]:
    """The page's lines in the order in which it prints them, cut where a gap is as wide as between columns."""
    text = page.get_textpage()
    if text.count_chars() > most:
        raise _TooLong
    line: list[_Letter] = []
    for letter in _letters(text):
        if letter is None or (line and letter[1] - line[-1][3] > _GAP * (line[-1][4] - line[-1][2])):
            yield from _joined(line)
            line = []
        if letter is not None:
            line.append(letter)
    yield from _joined(line)
    text.close()


def _letters(text: pypdfium2.PdfTextPage) -> Iterator[_Letter | None]:
    """Each character with its box, spaces as a part of what stands before them; None where a line ends."""
    box, before = raw.FS_RECTF(), None
    for place in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, place)
        if code in _LINE_ENDS:
            before = None
            yield None
        elif code in _SPACES and before:
            yield (code, *before)
        elif code not in _SPACES and raw.FPDFText_GetLooseCharBox(text, place, box):
            before = (box.left, box.bottom, box.right, box.top)
            yield (_HYPHEN if code in _AT_LINE_END else code, *before)
            if code in _AT_LINE_END:
                yield None


def _joined(line: list[_Letter]) -> Iterator[_Line]:
    text = "".join(chr(letter[0]) for letter in line).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if text.strip():
        lefts, bottoms, rights, tops = zip(*(letter[1:] for letter in line), strict=True)
        yield text.strip(), min(lefts), min(bottoms), max(rights), max(tops)


if __name__ == "__main__":
    main()
