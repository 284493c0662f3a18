"""Cited articles as RIS, a line a field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.exports.articles import CitedArticle
from assistant.exports.people import Person

_LINE_END = "\r\n"  # as the format has it


def as_ris(articles: Sequence[CitedArticle]) -> str:
    """No text has a line break, so that none can begin a field."""
    return _LINE_END.join(line for article in articles for line in (*_entry(article), ""))


def _entry(article: CitedArticle) -> Iterator[str]:
    yield f"TY  - {_kind(article)}"
    for tag, value in _fields(article):
        yield f"{tag}  - {value}"
    yield "ER  - "


def _kind(article: CitedArticle) -> str:
    if article.outlet:
        return "NEWS"
    return "ELEC" if article.address else "GEN"


def _fields(article: CitedArticle) -> Iterator[tuple[str, str]]:
    yield "ID", article.key
    yield from (("AU", _author(author)) for author in article.authors)
    yield "TI", article.title
    if article.outlet:
        yield "T2", article.outlet
    day = article.description.day
    if day:
        yield "PY", f"{day.year:04}"
        yield "DA", f"{day.year:04}/{day.month:02}/{day.day:02}"
    if article.address:
        yield "UR", article.address
    if article.language:
        yield "LA", article.language
    if article.remark:
        yield "N1", article.remark


def _author(author: Person) -> str:
    if author.literal:
        return author.literal
    family = f"{author.particle} {author.family}".strip()
    return ", ".join(filter(None, [family, author.given, author.suffix]))
