"""What of a text stands in quotation marks."""

from __future__ import annotations

import re

_MARK = re.compile(r"[“”\"]")


def quotations(text: str) -> list[tuple[int, int]]:
    """Spans in characters, marks included; one that is not closed goes on to the end."""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for mark in _MARK.finditer(text):
        if start is None and mark[0] != "”":
            start = mark.start()
        elif start is not None and mark[0] != "“":
            spans.append((start, mark.end()))
            start = None
    return spans if start is None else [*spans, (start, len(text))]


def unquoted(text: str) -> str:
    """The text with what is quoted blanked out, so that spans stay the same."""
    for start, end in quotations(text):
        text = text[:start] + "“" + " " * max(0, end - start - 2) + "”" * (end - start > 1) + text[end:]
    return text
