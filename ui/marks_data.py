"""What the browser is given of what is said of a reply's citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.conversations.kept import Mark

if TYPE_CHECKING:
    from ui.conversation import Exchange
    from ui.opinions import Opinions

Data = dict[str, object]


def checks_data(exchange: Exchange | None, heard: float) -> Data | None:
    """What there is to draw of them beside the article; None while numbers may change.

    heard: when the browser said the last thing that was taken down, by its own clock.
    """
    if exchange is None or exchange.job.outcome is None:
        return None
    return {
        "exchange": exchange.number,
        "marks": marks_data(exchange),
        "kept": exchange.opinions.is_kept,
        "settled": exchange.opinions.is_settled(),
        "heard": heard,
    }


def marks_data(exchange: Exchange) -> list[Data]:
    """Of each citation of which anything is said, or could not be kept."""
    opinions = exchange.opinions
    said = (mark_data(citation.number, opinions) for citation in exchange.citations)
    return [each for each in said if any(value for name, value in each.items() if name != "number")]


def mark_data(number: int, opinions: Opinions) -> Data:
    mark = opinions.marks.get(number, Mark())
    return {
        "number": number,
        "finding": str(mark.finding) if mark.finding else None,
        "note": mark.note,
        "wrong": opinions.is_wrong(number),
        "joined": opinions.is_joined(number),
        "trouble": opinions.trouble(number) or (opinions.trouble() if opinions.is_wrong(number) else None),
    }
