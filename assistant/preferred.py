"""What is preferred in a ranking without hiding the rest: the outlets and days that a question names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from assistant.domain import Description, Filters, name_key

# Reports are dated by other clocks than the questions about them.
_SLACK = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Preferred:
    """Outlets, authors and days; first and last are days of publication."""

    outlets: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None

    def from_source(self, description: Description) -> bool:
        """Whether one of the outlets or authors published the article."""
        wanted = {name_key(each) for each in (*self.outlets, *self.authors)}
        names = [description.outlet, *description.authors]
        return any(name_key(each) in wanted for each in names if each)

    def within(self, description: Description) -> bool:
        """Whether the article was published on the days."""
        day = description.day
        if day is None or not (self.first or self.last):
            return False
        return (not self.first or day >= self.first - _SLACK) and (not self.last or day <= self.last + _SLACK)


NOTHING = Preferred()


def preferred_by(filters: Filters) -> Preferred:
    """What the filters say is preferred."""
    return Preferred(
        filters.preferred_outlets, filters.preferred_authors, filters.preferred_after, filters.preferred_before
    )
