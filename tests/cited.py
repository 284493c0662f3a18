"""Paragraphs cited by sentences, made up for tests."""

from __future__ import annotations

from datetime import date

from assistant.domain import Article, Description, Paragraph
from assistant.support.ground import Ground
from assistant.support.verdict import Cited

TUESDAY = date(2025, 3, 11)


def ground(
    *texts: str, cites: tuple[int, ...] = (1,), day: date | None = TUESDAY, language: str | None = "en"
) -> Ground:
    """An article of these paragraphs, some of them cited by number."""
    description = Description(
        "Lantern works to close", "made.jsonl", outlet="Quay Post", published=day, language=language
    )
    article = Article("made", description, tuple(Paragraph(at, text) for at, text in enumerate(texts, start=1)))
    return Ground([Cited(article, article.paragraphs[number - 1]) for number in cites])
