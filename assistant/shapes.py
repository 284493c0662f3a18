"""The shapes of what a reply's JSON is made of, each with the value that it was written from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from assistant.corpus.moments import moment_from
from assistant.domain import (
    Bases,
    Basis,
    Citation,
    Claim,
    Description,
    Kind,
    Moment,
    Paragraph,
    Place,
    Quote,
    Ranked,
    ResolvedDate,
    Scores,
    Support,
    Why,
)


def _moment(written: object) -> object:
    return moment_from(written) if isinstance(written, str) else written


Written = Annotated[Moment, BeforeValidator(_moment)]
"""A moment as `moment_text` writes it."""


@dataclass(frozen=True, slots=True)
class WrittenAs:
    """Says that a value is written in this shape.

    It is made while the shape is read, so that the place is known where there cannot be such a value.
    """

    shape: type[Cited | Found | Resolved | Claimed]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        del source
        return core_schema.no_info_after_validator_function(_value, handler.generate_schema(self.shape))


def _value(read: Cited | Found | Resolved | Claimed) -> Citation | Ranked | ResolvedDate | Claim:
    return read.value


class Described(BaseModel):
    """A paragraph with its article; what earlier versions did not write may be missing."""

    article_id: str
    title: str
    source: str
    outlet: str | None
    authors: tuple[str, ...]
    published: date | None
    published_at: Written | None = None
    published_guessed: bool = False
    updated: Written | None = None
    url: str | None
    language: str | None = None
    tags: tuple[str, ...] = ()
    found: Bases | None = None
    paragraph: int
    kind: Kind
    text: str
    digest: str | None = None
    also_in: tuple[Place, ...] = ()

    @property
    def words(self) -> Paragraph:
        paragraph = Paragraph(self.paragraph, self.text, self.kind)
        if self.digest not in (None, paragraph.digest):
            raise ValueError("its text is not the one that its digest was made of")
        return paragraph

    @property
    def description(self) -> Description:
        guessed = Basis.GUESSED if self.published_guessed else None
        return Description(
            title=self.title,
            source=self.source,
            outlet=self.outlet,
            authors=self.authors,
            published=self.published_at or self.published,
            updated=self.updated,
            url=self.url,
            language=self.language,
            tags=self.tags,
            bases=self.found or Bases(published=guessed),
        )


class Cited(Described):
    """A citation: the quote is there, where it says."""

    number: int
    quote: str
    start: int
    end: int
    scores: Scores | None = None
    why: Why | None = None

    @property
    def value(self) -> Citation:
        quote = Quote(self.article_id, self.description, self.words, self.start, self.end, self.also_in)
        if quote.text != self.quote:
            raise ValueError(f"its quote is not what its text says from {self.start} to {self.end}")
        return Citation(self.number, quote, self.scores, self.why)


class Found(Described):
    """A paragraph in a ranking."""

    score: float
    scores: Scores
    why: Why | None = None

    @property
    def value(self) -> Ranked:
        return Ranked(self.article_id, self.description, self.words, self.score, self.scores, self.also_in, self.why)


class Resolved(BaseModel):
    """A date that a claim's words leave open."""

    start: int
    end: int
    day: date = Field(alias="date")
    until: date | None = None

    @property
    def value(self) -> ResolvedDate:
        return ResolvedDate(self.start, self.end, self.day, self.until)


class Claimed(BaseModel):
    """A sentence of an answer."""

    text: str
    citations: tuple[int, ...]
    support: Support
    problem: str | None
    dates: tuple[Annotated[ResolvedDate, WrittenAs(Resolved)], ...]
    speaker: str | None
    opens: bool = False

    @property
    def value(self) -> Claim:
        return Claim(self.text, self.citations, self.support, self.problem, self.dates, self.speaker, self.opens)
