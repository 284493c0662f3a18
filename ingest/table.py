"""Find the articles in a table whose first row names its columns, one row in memory at a time."""

from __future__ import annotations

import ast
import csv
import io
import json
import re
from collections.abc import Iterator

from ingest.decode import MIXED, Unreadable, encoding_of
from ingest.draft import Rejected
from ingest.offered import REMEDY, Offered, megabytes
from ingest.piece import Piece
from ingest.record import names_text

_DELIMITERS = ",;\t|"
_SAID = re.compile(r"sep=(.)\s*", re.IGNORECASE)  # how Excel says it, in a line of its own
_LIST = re.compile(r"\[.{0,2000}\]", re.DOTALL)
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?")  # since 1970; milliseconds in the longer


def rows_in(offered: Offered) -> Iterator[Piece | Rejected]:
    """Each row below the first as a record."""
    csv.field_size_limit(offered.largest)  # of the whole process, which reads nothing else by csv
    lines = _lines(offered)
    head, delimiter = _head(lines)
    names, number = _named(head, delimiter), 1
    if not names_text(names):
        told = ", ".join(name for name in names[:8] if name.strip())[:200]
        raise Unreadable(f"its first row names no column `text` (or `body`, `content`, …) but: {told or 'nothing'}")
    try:
        for number, row in enumerate(csv.reader(lines, delimiter=delimiter), start=2):
            if any(value.strip() for value in row):
                fields = {name: _value(value) for name, value in zip(names, row, strict=False)}
                yield offered.record(number, json.dumps(fields).encode())
    except csv.Error as error:
        yield offered.rejected(f"the table is damaged after row {number} ({error}); what came before was read")
        return
    if number == 1:
        yield offered.rejected("there is no row below the names of its columns")


def _lines(offered: Offered) -> Iterator[str]:
    """Decoded lines with their ends; raises `Unreadable` for one that would fill the memory."""
    text = io.TextIOWrapper(offered.stream, encoding_of(offered.start), MIXED, newline="")
    while line := text.readline(offered.largest + 1):
        if len(line) > offered.largest:
            raise Unreadable(f"a line of it is longer than {megabytes(offered.largest)}, {REMEDY}")
        yield line


def _head(lines: Iterator[str]) -> tuple[str, str]:
    """The first row that is not blank, with what parts its columns."""
    head = next((line for line in lines if line.strip()), "")
    if said := _SAID.fullmatch(head):
        return next(lines, ""), said[1]
    return head, max(_DELIMITERS, key=lambda each: (names_text(_named(head, each)), head.count(each)))


def _named(head: str, delimiter: str) -> list[str]:
    return next(csv.reader([head], delimiter=delimiter), [])


def _value(text: str) -> object:
    """The text of a field; a list or a time in seconds where it is one that a program wrote."""
    if _SECONDS.fullmatch(text):
        return int(text)
    if _LIST.fullmatch(text):
        try:
            return ast.literal_eval(text)
        except (ValueError, SyntaxError, MemoryError, RecursionError):  # a sentence in brackets, or brackets alone
            return text
    return text
