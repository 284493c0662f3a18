"""What an article was before, and what was changed in it, as the reader shows it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from assistant.changes import Fate, changes
from assistant.domain import day_words
from assistant.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from assistant.changes import Change, Span
    from assistant.domain import Article, Version

Data = dict[str, object]

MOST_NAMED = 8
"""Changes offered by their day; a page of live updates has dozens."""


def history_data(article_id: str, versions: Sequence[Version]) -> Data | None:
    """When the article was changed, oldest change first; numbers count them from 1. versions: newest first."""
    if not versions:
        return None
    count = len(versions)
    times = "once" if count == 1 else f"{count:,} times"
    moments = [each.superseded for each in reversed(versions)]
    named = list(enumerate(labels(moments), start=1))[-MOST_NAMED:]
    first = versions[-1].seen
    return {
        "article": article_id,
        "line": f"Changed {times} since it was first read{f' on {said_day(first)}' if first else ''}:",
        "changes": [{"number": number, "label": label} for number, label in named],
        "more": f"and {counted(count - MOST_NAMED, 'earlier change')}" if count > MOST_NAMED else None,
    }


def labels(moments: Sequence[datetime]) -> list[str]:
    """The day of each; with its time where that day had several."""
    on_day = Counter(said_day(each) for each in moments)
    return [said_day(each) if on_day[said_day(each)] == 1 else said_moment(each) for each in moments]


def said_day(moment: datetime) -> str:
    return day_words(moment.astimezone())


def said_moment(moment: datetime) -> str:
    return f"{said_day(moment)}, {moment.astimezone():%H:%M}"


def changes_data(article: Article, versions: Sequence[Version], number: int) -> Data | None:
    """What one of its changes did to the words; None where there is no such change."""
    if not 1 <= number <= len(versions):
        return None
    version = versions[-number]
    after = article if number == len(versions) else versions[-number - 1].article
    return {
        "number": number,
        "of": len(versions),
        "when": said_moment(version.superseded),
        "title": after.description.title,
        "rows": list(rows(version.article, after)),
    }


def rows(before: Article, after: Article) -> Iterator[Data]:
    """The headline where it was changed, then every paragraph, numbered as it stands in the later version."""
    for change in changes([before.description.title], [after.description.title]):
        if change.fate is not Fate.KEPT:
            yield row(change, None, "headline")
    number = 0
    for change in changes(texts(before), texts(after)):
        number += change.after is not None
        yield row(change, None if change.after is None else number)


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def row(change: Change, number: int | None, kind: str | None = None) -> Data:
    return {"fate": str(change.fate), "number": number, "kind": kind, "runs": list(runs(change))}


def runs(change: Change) -> Iterator[Data]:
    """The words in their order: those that are no more before those that came in their place."""
    match change.fate:
        case Fate.REMOVED:
            yield run(change.before, "gone")
        case Fate.ADDED:
            yield run(change.after, "new")
        case Fate.KEPT:
            yield run(change.after, None)
        case Fate.REWORDED:
            yield from reworded(change)


def run(text: str | None, mark: str | None) -> Data:
    return {"text": text or "", "mark": mark}


def reworded(change: Change) -> Iterator[Data]:
    """What both versions share, and between it what was taken out before what came in its place."""
    before, after = change.before or "", change.after or ""
    marked = [*placed(before, change.gone, "gone"), *placed(after, change.new, "new")]
    shared = outside(before, change.gone)
    at = 0
    for place, mark, text in sorted(marked, key=lambda each: each[0]):
        if place > at:
            yield run(shared[at:place], None)
            at = place
        yield run(text, mark)
    if at < len(shared):
        yield run(shared[at:], None)


def placed(text: str, spans: Sequence[Span], mark: str) -> Iterator[tuple[int, str, str]]:
    """Each span by the place, in what both versions share, where it stands."""
    passed = 0
    for span in spans:
        yield span.start - passed, mark, text[span.start : span.end]
        passed += span.end - span.start


def outside(text: str, spans: Sequence[Span]) -> str:
    bounds = [0, *(bound for span in spans for bound in (span.start, span.end)), len(text)]
    return "".join(text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True))
