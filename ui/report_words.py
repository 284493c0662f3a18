"""What came of a change to the library, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.wording import counted, printable, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.domain import ArticleSummary
    from ingest.draft import Rejected
    from ingest.report import Report

_LONGEST_NAME = 300
_LETTER, _NARROWEST, _WIDEST = 7, 300, 1500  # pixels
MOST_NAMED = 8


def added(report: Report) -> str:
    """ "12 articles added, 1 updated, 3 unchanged"."""
    if not report.read:
        return "Nothing was added"
    parts = [
        f"{count:,} {what}" for count, what in ((report.updated, "updated"), (report.unchanged, "unchanged")) if count
    ]
    return ", ".join([f"{counted(report.added, 'article')} added", *parts])


def remarks(report: Report) -> list[str]:
    """What else there is to say of an ingest, a sentence each."""
    said = []
    if report.stopped:
        said.append("You stopped it: what had been read until then is in. Drop the same files again to go on.")
    if report.copies:
        one = report.copies == 1
        said.append(f"{report.copies:,} of them {'is a copy' if one else 'are copies'} of a story that was there.")
    if report.rejected:
        said.append(f"{len(report.rejected):,} could not be read:")
    return said


def rejected(report: Report) -> dict[str, list[str]]:
    """What was not read, and why, as the columns of a table."""
    return {
        "Not read": [shown(each.source) for each in report.rejected],
        "Why": [sentenced(each) for each in report.rejected],
    }


def width(report: Report) -> int:
    """Of the reasons, in pixels: as much as the longest takes, for a cell cuts off what it has no room for."""
    longest = max((len(each.reason) for each in report.rejected), default=0)
    return min(max(_NARROWEST, longest * _LETTER), _WIDEST)


def shown(name: str) -> str:
    return shortened(printable(name), _LONGEST_NAME)


def sentenced(rejection: Rejected) -> str:
    reason = printable(rejection.reason)
    return reason[:1].upper() + reason[1:]


def named(articles: Sequence[ArticleSummary]) -> list[str]:
    """The titles of the first of them, and how many others there are."""
    more = len(articles) - MOST_NAMED
    titles = [printable(each.description.title) for each in articles[:MOST_NAMED]]
    return [*titles, f"and {counted(more, 'other')}"] if more > 0 else titles
