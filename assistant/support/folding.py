"""Text as two copies of the same words are compared: marks, dashes and spaces folded, every character's place kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_MARKS = "“”„‟\"«»‹›<>「」『』‚‘’‛'`´＂＇′″"
_APOSTROPHES = "'’‛`´′"
# Characters that no reader sees: soft hyphen, zero-width space and joiners, direction marks, byte order mark.
_UNSEEN = r"\u00ad\u200b-\u200f\u2060\ufeff"
_DASHES = r"\-‐‑‒–—―−"
_TOKENS = re.compile(
    rf"(?P<none>[{_UNSEEN}])|(?P<dots>…|\.(?:[ \u00a0]?\.){{2,}})|(?P<dash>\s*[{_DASHES}]+\s*)|(?P<space>\s+)"
    rf"|(?P<open>[\[【［](?=\d))|(?P<close>(?<=\d)[\]】］])|(?P<mark>[{re.escape(_MARKS)}])"
)
_SPACES = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded text, and for each of its characters where it stood, with the end of the text at last."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text stands in the text itself."""
        return self.places[start], self.places[end - 1] + 1


@lru_cache(maxsize=1024)
def folded(text: str) -> Folded:
    """Quotation marks are left out but for apostrophes, and left-out words are a space."""
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for found in _TOKENS.finditer(text):
        _add(pieces, places, text[at : found.start()], at)
        _add(pieces, places, _fold(found, text), found.start())
        at = found.end()
    _add(pieces, places, text[at:], at)
    return _single_spaced("".join(pieces), [*places, len(text)])


def _add(pieces: list[str], places: list[int], piece: str, at: int) -> None:
    pieces.append(piece)
    places.extend(range(at, at + len(piece)))


def _fold(found: re.Match[str], text: str) -> str:
    kind = found.lastgroup
    if kind == "mark":
        return "'" if found[0] in _APOSTROPHES and _within_word(text, found.start()) else ""
    return {"none": "", "dots": " ", "dash": "-", "space": " ", "open": "(", "close": ")"}[str(kind)]


def _within_word(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def _single_spaced(text: str, places: list[int]) -> Folded:
    """What was left out between two spaces leaves one."""
    kept: list[int] = []
    at = 0
    for found in _SPACES.finditer(text):
        kept.extend(range(at, found.start() + 1))
        at = found.end()
    kept.extend(range(at, len(text)))
    return Folded(_SPACES.sub(" ", text), (*(places[each] for each in kept), places[-1]))


def stretch(words: str, text: Folded, start: int = 0) -> tuple[int, int] | None:
    """Where folded words stand in folded text from a place on, as whole words; their first letter in either case."""
    words = words.strip(" ")
    if not words:
        return None
    spans = [each for each in (_whole(form, text.text, start) for form in _either_case(words)) if each]
    return min(spans, default=None)


def _either_case(words: str) -> tuple[str, ...]:
    first = words[0]
    other = first.lower() if first.isupper() else first.upper()
    return (words,) if other == first or len(other) != 1 else (words, other + words[1:])


# Of a word that stands in ever more words ("aaaa"), no more places are tried.
_TRIES = 200


def _whole(words: str, text: str, start: int) -> tuple[int, int] | None:
    at = start
    for _ in range(_TRIES):
        at = text.find(words, at)
        if at < 0:
            return None
        end = at + len(words)
        if not _cuts(text, at) and not _cuts(text, end):
            return at, end
        at += 1
    return None


def _cuts(text: str, at: int) -> bool:
    """Whether a word goes on across a place."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
