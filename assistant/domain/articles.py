"""Articles as they were published, and as they are listed."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.domain.descriptions import Description

_NO_LETTERS = re.compile(r"[\W_]+")


class Kind(StrEnum):
    """What a paragraph is to its article; only body ranks in full."""

    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is cited. Numbered from 1 as a reader counts; 0 is the article's description."""

    number: int
    text: str
    kind: Kind = Kind.BODY

    def __post_init__(self) -> None:
        if (self.number == 0) != (self.kind is Kind.DESCRIPTION) or self.number < 0:
            raise ValueError(f"paragraph {self.number} cannot be a {self.kind}")
        if not self.text or self.text.isspace():
            raise ValueError(f"paragraph {self.number} is empty")

    @property
    def digest(self) -> str:
        """Names the words, so that a permalink can tell that they have changed."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    @property
    def folded(self) -> str:
        """Names the words without case, space and punctuation: paragraphs that share it count once."""
        letters = _NO_LETTERS.sub("", self.text.casefold())
        return hashlib.sha256((letters or self.text).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line of the page that is not the article's, kept where it stood: after this paragraph (0: above)."""

    after: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One story as one outlet ran it."""

    id: str
    description: Description
    paragraphs: tuple[Paragraph, ...]
    furniture: tuple[Furniture, ...] = ()
    copies: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        numbers = [paragraph.number for paragraph in self.paragraphs]
        if numbers != list(range(1, len(numbers) + 1)):
            raise ValueError(f"the paragraphs of {self.id} are numbered {numbers}")

    @property
    def lead(self) -> str:
        """The text whose vector stands for the whole article: its title and first paragraph."""
        return "\n".join([self.description.title, *(paragraph.text for paragraph in self.paragraphs[:1])])

    def paragraph(self, number: int) -> Paragraph | None:
        """The paragraph of that number; 0 is the description's line."""
        if number == 0:
            return Paragraph(0, self.description.line, Kind.DESCRIPTION)
        return self.paragraphs[number - 1] if 1 <= number <= len(self.paragraphs) else None


@dataclass(frozen=True, slots=True)
class Version:
    """An article as it was before its publisher changed it.

    seen: when it was read first, None where that was not noted. superseded: when what replaced it was read.
    """

    article: Article
    seen: datetime | None
    superseded: datetime


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article in a list: its description and how much there is of it."""

    id: str
    description: Description
    paragraphs: int
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """An article that was taken out and can be put back until the next ingest."""

    summary: ArticleSummary
    since: datetime
