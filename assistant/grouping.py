"""The sentences of an answer as one reads them: in its paragraphs, or by the article that they are quoted from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.authorship import by_model
from assistant.domain import Answer, Claim, Description


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences that stand together; source: the article that all of them are quoted from, None for other words."""

    claims: tuple[Claim, ...]
    source: Description | None = None


def groups_of(answer: Answer) -> list[Group]:
    """As who answered wrote it."""
    return written(answer.claims) if by_model(answer.inquiry) else quoted(answer)


def quoted(answer: Answer) -> list[Group]:
    """Sentences quoted from one article stand together under its source."""
    described = {citation.quote.article_id: citation.quote.description for citation in answer.citations}
    articles = {citation.number: citation.quote.article_id for citation in answer.citations}

    def article_of(claim: Claim) -> str | None:
        return articles[claim.citations[0]] if claim.citations else None

    grouped = groupby(answer.claims, article_of)
    return [Group(tuple(claims), described.get(article_id or "")) for article_id, claims in grouped]


def written(claims: Sequence[Claim]) -> list[Group]:
    """What a chat model wrote, in its paragraphs."""
    paragraphs: list[list[Claim]] = []
    for claim in claims:
        if claim.opens or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(claim)
    return [Group(tuple(paragraph)) for paragraph in paragraphs]
