"""What an article's own words say about it: its title, its outlet in the title, its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from sentencex import segment

from ingest.clean import clean, one_line
from ingest.dates import Dated, find_dates
from ingest.outlets import repeats

LONGEST_TITLE = 500  # characters: what is longer is no headline
_LONGEST_SENTENCE = 1_000
_LEAD = 5_000
_TAIL = re.compile(r"\s+[|–—-]\s+")
_DATELINE = re.compile(r"^(?:[A-Z][\w.'’-]+[\s,]+){0,4}\(?")


def first_sentence(paragraph: str) -> str:
    """What stands in for a title that nobody gave."""
    start = paragraph[: 2 * _LONGEST_SENTENCE]
    sentence = next((one.strip() for one in segment("en", start) if one.strip()), start)
    if len(sentence) > _LONGEST_SENTENCE:
        sentence = sentence[:_LONGEST_SENTENCE].rsplit(" ", 1)[0] + "…"
    return sentence


def tidy_title(title: str, outlet: str | None) -> str:
    """A title as the reader saw it: without the outlet that the page's tab repeats after it."""
    title = one_line(clean(unescape(title)))
    if not outlet or len(title) > 2 * LONGEST_TITLE:
        return title
    cuts = (cut for cut in _TAIL.finditer(title) if repeats(title[cut.end() :], outlet))
    return next((title[: cut.start()] for cut in cuts), title)


def dateline(paragraph: str) -> Dated | None:
    """The date at the head of a lead: "KYIV, May 8, 2024 (Agency) - …"."""
    found = next(find_dates(paragraph[:80]), None)
    opening = _DATELINE.match(paragraph)
    if found and opening and found.start <= opening.end() and re.match(r"\)?\s*(?:\(|[-–—:/])", paragraph[found.end :]):
        return Dated(found.dated.moment, guessed=True)
    return None


def date_in_lead(paragraphs: Sequence[str]) -> Dated | None:
    """The latest full date in the first paragraphs: an article is no older than what it reports."""
    dates = [written.dated for text in paragraphs[:2] for written in find_dates(text[:_LEAD])]
    latest = max(dates, key=lambda dated: dated.day, default=None)
    return latest and Dated(latest.day, guessed=True)
