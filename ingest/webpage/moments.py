"""When a page says that its article was published, when last changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from ingest.clean import clean, one_line
from ingest.dates import Dated, read_date
from ingest.webpage.linked_data import LinkedArticle
from ingest.webpage.markup import Markup

_PUBLISHED = re.compile(
    r"(?:article|og|sailthru|parsely|dc|dcterms|dcsext|article_?)?\w*?"
    r"(?:publish(?:ed)?(?:time|date|on|at)?|datepublished|pub(?:lication)?date|postdate|dateposted|issued)"
    r"|(?:dc|dcterms|sailthru|p|article)?date(?:created|original)?"
)
_UPDATED = re.compile(r"\w*?(?:modified|updated|lastmod|lastmodified)(?:time|date|on|at)?")

_DAY, _TIMED, _ZONED = range(3)


def published_of(markup: Markup, linked: LinkedArticle) -> Dated | None:
    said = [linked.published, *markup.meta("article:published_time", "og:article:published_time")]
    return _first([*said, *markup.like(_PUBLISHED), *markup.item("datepublished", "datecreated")])


def updated_of(markup: Markup, linked: LinkedArticle, published: Dated | None) -> Dated | None:
    """Only what is later than the publication."""
    said = [linked.modified, *markup.meta("article:modified_time", "og:updated_time")]
    found = _first([*said, *markup.like(_UPDATED), *markup.item("datemodified")])
    return found if found and published and _is_later(found, published) else None


def _first(said: Iterable[str | None]) -> Dated | None:
    """The first that is a date; one of about the same day is better if it says the time and its zone."""
    dates = [_to_the_second(dated) for each in said if each and (dated := read_date(one_line(clean(each))))]
    near = [each for each in dates if abs(each.day - dates[0].day) <= timedelta(days=1)]
    return max(near, key=_precision, default=None)


def _to_the_second(dated: Dated) -> Dated:
    moment = dated.moment
    return replace(dated, moment=moment.replace(microsecond=0)) if isinstance(moment, datetime) else dated


def _precision(dated: Dated) -> int:
    if not isinstance(dated.moment, datetime):
        return _DAY
    return _TIMED if dated.moment.tzinfo is None else _ZONED


def _is_later(one: Dated, other: Dated) -> bool:
    if _precision(one) == _precision(other) == _ZONED:
        return one.moment > other.moment
    return one.day > other.day
