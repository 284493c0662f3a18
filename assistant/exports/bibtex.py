"""Cited articles as BibTeX, which BibLaTeX reads as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.exports.articles import CitedArticle
from assistant.exports.people import Person

_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "#$%&_"},
}
_SPECIAL = re.compile(r"[\\{}~^#$%&_]")
# Two of these are set as one: "--" as a dash.
_SET_AS_ONE = re.compile(r"([-'`,<>])(?=\1)|[?!](?=`)")
_NOT_IN_ADDRESS = re.compile(r"[\\{}\"<>^`|]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def as_bibtex(articles: Sequence[CitedArticle]) -> str:
    return "\n".join(map(_entry, articles))


def _entry(article: CitedArticle) -> str:
    kind = "article" if article.outlet else "misc"
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(article))
    return f"@{kind}{{{article.key},\n{fields}}}\n"


def _fields(article: CitedArticle) -> Iterator[tuple[str, str]]:
    if article.authors:
        yield "author", f"{{{' and '.join(map(_author, article.authors))}}}"
    yield "title", f"{{{{{_escaped(article.title)}}}}}"  # twice, or styles would take its capitals away
    if article.outlet:
        yield "journal", f"{{{_escaped(article.outlet)}}}"
    day = article.description.day
    if day:
        yield "date", f"{{{day.isoformat()}}}"
        yield "year", f"{{{day.year}}}"
        yield "month", _MONTHS[day.month - 1]
        yield "day", f"{{{day.day}}}"
    if article.address:
        yield "url", f"{{{_NOT_IN_ADDRESS.sub(_percent, article.address)}}}"
    if article.language:
        yield "language", f"{{{_escaped(article.language)}}}"
    if article.remark:
        yield "note", f"{{{_escaped(article.remark)}}}"


def _author(author: Person) -> str:
    """As BibTeX takes a name apart at its commas; what is in braces it leaves whole."""
    if author.literal:
        return f"{{{_escaped(author.literal)}}}"
    family = " ".join(filter(None, [_escaped(author.particle), _together(author.family)]))
    return ", ".join(filter(None, [family, _escaped(author.suffix), _escaped(author.given)]))


def _together(family: str) -> str:
    """A family name of several words must not be taken apart: small ones within it would become a particle."""
    return f"{{{_escaped(family)}}}" if " " in family else _escaped(family)


def _escaped(text: str) -> str:
    disarmed = _SPECIAL.sub(lambda found: _COMMANDS[found[0]], text)
    return _SET_AS_ONE.sub(r"\g<0>{}", disarmed)


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"
