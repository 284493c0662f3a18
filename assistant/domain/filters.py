"""Where a question looks for its answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CueKind(StrEnum):
    """What words of a question say about the articles to look in."""

    DATES = "dates"
    OUTLET = "outlet"
    AUTHOR = "author"
    ORDER = "order"
    UNDATED = "undated"


class Order(StrEnum):
    """Which of several articles on something is preferred."""

    LATEST = "latest"
    EARLIEST = "earliest"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a question, as they stand in it, that were understood to say where to look.

    limits: other articles were left out; else what the words point to was preferred.
    """

    kind: CueKind
    words: str
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """What the question or its asker limits the answer to, what that left out, and what the question prefers.

    absent: sources that the question names and the library does not have.
    """

    after: date | None = None
    before: date | None = None
    outlets: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    undated_left_out: int = 0
    relaxed: bool = False
    preferred_outlets: tuple[str, ...] = ()
    preferred_authors: tuple[str, ...] = ()
    preferred_after: date | None = None
    preferred_before: date | None = None
    order: Order | None = None
    absent: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()

    @property
    def narrow(self) -> bool:
        """Whether anything is left out at all."""
        return bool(self.after or self.before or self.outlets or self.authors or self.articles)

    @property
    def given(self) -> Filters:
        """The limits that the asker set, without those found in the question: of one kind there are never both."""
        found = {cue.kind for cue in self.cues if cue.limits}
        dated = CueKind.DATES not in found
        return Filters(
            self.after if dated else None,
            self.before if dated else None,
            self.outlets if CueKind.OUTLET not in found else (),
            self.authors if CueKind.AUTHOR not in found else (),
            self.articles if CueKind.UNDATED not in found else (),
        )


NO_FILTERS = Filters()
