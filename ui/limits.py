"""What a person limits questions to, kind by kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from assistant.domain import name_key
from assistant.understood import days_between
from assistant.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from assistant.domain import ArticleSummary, Filters
    from assistant.library import Library

TitleOf = Callable[[str], str | None]
"""An article's title by its id; None where nobody knows."""

MOST_NAMED = 3
"""Names that a label lists; more are counted."""


class Limit(StrEnum):
    """A kind of limit. Of one kind everything named is meant together, so it is taken back together."""

    DATES = "dates"
    OUTLETS = "outlets"
    AUTHORS = "authors"
    ARTICLES = "articles"


def limits_in(filters: Filters) -> Iterator[Limit]:
    """Those that are set."""
    if filters.after or filters.before:
        yield Limit.DATES
    for limit in (Limit.OUTLETS, Limit.AUTHORS, Limit.ARTICLES):
        if getattr(filters, limit):
            yield limit


def without(filters: Filters, limit: Limit) -> Filters:
    """The others."""
    match limit:
        case Limit.DATES:
            return replace(filters, after=None, before=None)
        case Limit.OUTLETS:
            return replace(filters, outlets=())
        case Limit.AUTHORS:
            return replace(filters, authors=())
        case Limit.ARTICLES:
            return replace(filters, articles=())


def label(limit: Limit, filters: Filters, title_of: TitleOf) -> str:
    """What one of them says: "Only from The Gazette or The Wire"."""
    match limit:
        case Limit.DATES:
            return f"Only {days_between(filters.after, filters.before)}"
        case Limit.OUTLETS:
            return f"Only from {any_of(filters.outlets, 'outlet')}"
        case Limit.AUTHORS:
            return f"Only by {any_of(filters.authors, 'author')}"
        case Limit.ARTICLES:
            return f"Only in {chosen(filters.articles, title_of)}"


def any_of(names: Sequence[str], noun: str) -> str:
    if len(names) > MOST_NAMED:
        return counted(len(names), noun)
    return " or ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def chosen(ids: Sequence[str], title_of: TitleOf) -> str:
    title = title_of(ids[0]) if len(ids) == 1 else None
    return f"“{title}”" if title else counted(len(ids), "chosen article")


def within(summaries: Iterable[ArticleSummary], limits: Filters) -> Iterator[ArticleSummary]:
    """The articles that the limits let through, as the library's index does."""
    outlets, authors = ({name_key(each) for each in names} for names in (limits.outlets, limits.authors))
    articles = set(limits.articles)
    for each in summaries:
        described = each.description
        if limits.articles and each.id not in articles:
            continue
        if outlets and not (described.outlet and name_key(described.outlet) in outlets):
            continue
        if authors and authors.isdisjoint(map(name_key, described.authors)):
            continue
        if is_between(described.day, limits):
            yield each


def is_between(day: date | None, limits: Filters) -> bool:
    """Whether an article of that day is let through; one without a date by no limit of dates."""
    if not (limits.after or limits.before):
        return True
    return day is not None and (not limits.after or day >= limits.after) and (not limits.before or day <= limits.before)


def require(library: Library, limits: Filters) -> None:
    """Have the articles that are named in the library; raises UnknownArticle."""
    for each in limits.articles:
        library.article(each)
