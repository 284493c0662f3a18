"""What of a sentence stands in quotation marks of any kind, apostrophes told from them."""

from __future__ import annotations

import re

from assistant.quotations import quotations

_GUILLEMETS = re.compile(r"«[^«»]*»|»[^«»]*«|「[^「」]*」|『[^『』]*』|‹[^‹›]*›")
# German: „…“; the closing mark is the English opening one.
_LOW = re.compile(r"„[^„“”\"]*[“”\"]?|‚[^‚‘’']*[‘’']")
_OPENING = re.compile(r"(?<![\w’'])[‘'](?=[^\W_]|[\[(“\"…])")
_CLOSING = re.compile(r"(?<=[^\s‘'])[’'](?!\w)")
# A measure of feet and inches: 6'2" is no quotation.
_INCHES = re.compile(r"(?<=\d)\"(?=\W|$)")


def marked(text: str) -> list[tuple[int, int]]:
    """Spans in characters, marks included, outermost only, in order."""
    low = [found.span() for found in (*_LOW.finditer(text), *_GUILLEMETS.finditer(text))]
    double = quotations(_without_inches(_blanked(text, low)))
    return sorted([*low, *double, *_single(_blanked(text, [*low, *double]))])


def unmarked(text: str) -> str:
    """The text with what stands in marks blanked out, so that places stay the same."""
    return _blanked(text, marked(text))


def _single(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    closing = [found.start() for found in _CLOSING.finditer(text)]
    at = 0
    for opening in _OPENING.finditer(text):
        if spans and opening.start() < spans[-1][1]:
            continue
        while at < len(closing) and closing[at] <= opening.start():
            at += 1
        if end := _closed(text, closing[at : at + 2]):
            spans.append((opening.start(), end))
    return spans


def _closed(text: str, closing: list[int]) -> int | None:
    """The end of a quotation: ‘the boys’ hats’ ends at the second mark, for the first may be a plural's."""
    if not closing:
        return None
    plural = len(closing) > 1 and text[closing[0] - 1] == "s" and not _OPENING.search(text, closing[0], closing[1])
    return closing[1 if plural else 0] + 1


def _without_inches(text: str) -> str:
    """Inches blanked out where no quotation is open before them."""
    for found in _INCHES.finditer(text):
        if text.count('"', 0, found.start()) % 2 == 0 and "“" not in text[: found.start()]:
            text = text[: found.start()] + " " + text[found.end() :]
    return text


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        pieces += [text[at:start], " " * (end - start)]
        at = max(at, end)
    return "".join([*pieces, text[at:]])
