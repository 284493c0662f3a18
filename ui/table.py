"""The articles of the library as a table of text, numbers and days."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.wording import printable

if TYPE_CHECKING:
    import pyarrow as pa

    from assistant.domain import ArticleSummary, Description
    from ui.listing import Listed

COLUMNS = ("Title", "Outlet", "Date", "Guessed", "Paragraphs", "Copies", "Source")


@dataclass(frozen=True, slots=True)
class Table:
    """Articles in the order of their rows, and the rows as they are shown."""

    articles: tuple[ArticleSummary, ...]
    rows: pa.Table

    @property
    def columns(self) -> list[str]:
        """Those that say something here."""
        said = {"Guessed": any(self.rows["Guessed"].to_pylist()), "Copies": any(self.rows["Copies"].to_pylist())}
        return [name for name in COLUMNS if said.get(name, True)]


@lru_cache(maxsize=8)
def table(listed: Listed, sought: str) -> Table:
    """The articles whose title, outlet, authors or source hold every word that is sought."""
    found = matching(listed.articles, sought)
    return Table(found, drawn(found))


def matching(articles: tuple[ArticleSummary, ...], sought: str) -> tuple[ArticleSummary, ...]:
    words = sought.casefold().split()
    return tuple(each for each in articles if all(word in searched(each.description) for word in words))


def searched(description: Description) -> str:
    parts = (description.title, description.outlet or "", *description.authors, description.source)
    return "\n".join(parts).casefold()


def drawn(articles: tuple[ArticleSummary, ...]) -> pa.Table:
    """A column for each name; days are days, so that they are sorted as such."""
    import pyarrow as pa

    described = [each.description for each in articles]
    return pa.table(
        {
            "Title": pa.array([printable(each.title) for each in described], pa.string()),
            "Outlet": pa.array([printable(each.outlet or "") for each in described], pa.string()),
            "Date": pa.array([each.day for each in described], pa.date32()),
            "Guessed": pa.array([guessed(each) for each in described], pa.string()),
            "Paragraphs": pa.array([each.paragraphs for each in articles], pa.int32()),
            "Copies": pa.array([len(each.copies) or None for each in articles], pa.int32()),
            "Source": pa.array([printable(each.source) for each in described], pa.string()),
        }
    )


def guessed(description: Description) -> str:
    """What of the description nobody says."""
    parts = [("title", description.title_guessed), ("date", description.published_guessed)]
    return ", ".join(name for name, is_guessed in parts if is_guessed)
