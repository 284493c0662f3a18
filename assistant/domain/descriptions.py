"""What is known about an article besides its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

Moment = date | datetime
"""A day, or a day with its time (and offset) where the source gives one."""


def name_key(name: str) -> str:
    """An outlet's or person's name as it is compared: "The Verge", "verge" and " the verge" are one."""
    return name.casefold().strip().removeprefix("the ").strip()


def _closed(words: str) -> str:
    """The words with a full stop, unless they end like a sentence already."""
    return words if words.rstrip("”’\"')").endswith((".", "?", "!", "…")) else f"{words}."


def day_words(day: Moment) -> str:
    """A day as one writes it: "8 May 2024"."""
    return f"{day.day} {day:%B %Y}"


class Basis(StrEnum):
    """How something about an article became known.

    given: a record, a feed or a file's own properties say it. page: a web page's markup does. text: a line of the
    text states it. guessed: nobody says it; it was taken from the words or the address.
    """

    GIVEN = "given"
    PAGE = "page"
    TEXT = "text"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Bases:
    """How each field of a description became known; None for what is not, or where nobody noted it."""

    title: Basis | None = None
    outlet: Basis | None = None
    authors: Basis | None = None
    published: Basis | None = None
    updated: Basis | None = None
    url: Basis | None = None
    language: Basis | None = None
    tags: Basis | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """What is known about an article besides its words, and how it became known."""

    title: str
    source: str
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: Moment | None = None
    updated: Moment | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    bases: Bases = Bases()

    @property
    def title_guessed(self) -> bool:
        """Whether the title is the article's first sentence, for want of one."""
        return self.bases.title is Basis.GUESSED

    @property
    def published_guessed(self) -> bool:
        """Whether the date was taken from where no date of publication is stated."""
        return self.bases.published is Basis.GUESSED

    @property
    def day(self) -> date | None:
        """The day of publication, whatever precision is known."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @property
    def line(self) -> str:
        """The text of paragraph 0: title, outlet, authors and date as one citable line."""
        parts = [self.title]
        if self.outlet:
            parts.append(self.outlet)
        if self.authors:
            parts.append("By " + ", ".join(self.authors))
        if self.day:
            guessed = " (guessed)" if self.published_guessed else ""
            parts.append(f"Published {day_words(self.day)}{guessed}")
        return " ".join(map(_closed, parts))
