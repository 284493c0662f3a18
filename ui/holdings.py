"""What a library holds, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.domain import day_words
from assistant.tongue import NAMES
from assistant.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from assistant.domain import ArticleSummary

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Holdings:
    """copies: articles whose story another outlet's article tells, too. languages: with their articles, most first."""

    articles: int
    passages: int
    outlets: int
    copies: int
    first_day: date | None
    last_day: date | None
    undated: int
    languages: tuple[tuple[str, int], ...]

    @property
    def days(self) -> str:
        """The days that are covered, as one says them."""
        if self.first_day is None or self.last_day is None:
            return "none is known"
        first, last = day_words(self.first_day), day_words(self.last_day)
        return first if first == last else f"{first} to {last}"

    @property
    def languages_said(self) -> str:
        return ", ".join(f"{name} {number:,}" for name, number in self.languages) or "none"

    @property
    def copies_said(self) -> str:
        return f"{counted(self.copies, 'article')} that another one repeats" if self.copies else "none"


def holdings(articles: Sequence[ArticleSummary], passages: int) -> Holdings:
    """Count what is in a list of all articles."""
    described = [each.description for each in articles]
    days = sorted(each.day for each in described if each.day)
    languages = Counter(NAMES.get(each.language or "", each.language or UNKNOWN) for each in described)
    return Holdings(
        articles=len(articles),
        passages=passages,
        outlets=len({each.outlet.casefold() for each in described if each.outlet}),
        copies=sum(1 for each in articles if each.copies),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        undated=len(described) - len(days),
        languages=tuple(languages.most_common()),
    )
