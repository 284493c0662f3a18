"""Cited articles as CSL-JSON, which Zotero, pandoc and their like read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from assistant.exports.articles import CitedArticle
from assistant.exports.people import Person


def as_csl(articles: Sequence[CitedArticle]) -> str:
    return json.dumps([_item(article) for article in articles], ensure_ascii=False, indent=2) + "\n"


def _item(article: CitedArticle) -> dict[str, Any]:
    """What is not known is left out: the schema has no null."""
    known = {
        "id": article.key,
        "type": _kind(article),
        "title": article.title,
        "container-title": article.outlet,
        "author": [_author(author) for author in article.authors],
        "issued": _issued(article),
        "URL": article.address,
        "language": article.language,
        "note": article.remark,
    }
    return {name: value for name, value in known.items() if value}


def _kind(article: CitedArticle) -> str:
    if article.outlet:
        return "article-newspaper"
    return "webpage" if article.address else "document"


def _issued(article: CitedArticle) -> dict[str, Any]:
    day = article.description.day
    if day is None:
        return {}
    about = {"circa": True} if article.description.published_guessed else {}
    return {"date-parts": [[day.year, day.month, day.day]], **about}


def _author(author: Person) -> dict[str, str]:
    known = {
        "family": author.family,
        "given": author.given,
        "non-dropping-particle": author.particle,
        "suffix": author.suffix,
        "literal": author.literal,
    }
    return {name: value for name, value in known.items() if value}
