"""Articles by number with their days, outlets and authors, to tell which of them fit a filter."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.domain import Description, Filters, name_key

_UNDATED = 0


def line_of(article_id: str, description: Description) -> bytes:
    """An article as a line of the catalogue's file."""
    fields = {
        "id": article_id,
        "day": description.day.toordinal() if description.day else _UNDATED,
        "outlet": name_key(description.outlet) if description.outlet else None,
        "authors": [name_key(each) for each in description.authors],
    }
    return json.dumps(fields).encode() + b"\n"


class Catalogue:
    """Numbered from 0 in the order of their lines; an article written again has a number more."""

    def __init__(self) -> None:
        self._days: list[int] = []
        self._by_id: defaultdict[str, list[int]] = defaultdict(list)
        self._by_outlet: defaultdict[str, list[int]] = defaultdict(list)
        self._by_author: defaultdict[str, list[int]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._days)

    def add(self, lines: Iterable[bytes]) -> None:
        """Read further lines."""
        for number, line in enumerate(lines, start=len(self._days)):
            fields = json.loads(line)
            self._days.append(int(fields["day"]))
            self._by_id[fields["id"]].append(number)
            if fields["outlet"]:
                self._by_outlet[fields["outlet"]].append(number)
            for author in fields["authors"]:
                self._by_author[author].append(number)

    def numbers(self, article_ids: Iterable[str]) -> list[int]:
        """All numbers that these articles have had."""
        return [number for each in article_ids if each in self._by_id for number in self._by_id[each]]

    def number(self, article_id: str) -> int | None:
        """The number that an article has now."""
        return self._by_id[article_id][-1] if article_id in self._by_id else None

    def within(self, filters: Filters) -> NDArray[np.bool_]:
        """By number, whether the article fits."""
        days = np.array(self._days, np.int32)
        fits = np.ones(len(days), np.bool_)
        if filters.after:
            fits &= days >= filters.after.toordinal()
        if filters.before:
            fits &= (days <= filters.before.toordinal()) & (days != _UNDATED)
        for names, numbers in ((filters.outlets, self._by_outlet), (filters.authors, self._by_author)):
            if names:
                fits &= self._marked([numbers.get(name_key(each), []) for each in names])
        if filters.articles:
            fits &= self._marked([self.numbers(filters.articles)])
        return fits

    def _marked(self, numbers: Sequence[Sequence[int]]) -> NDArray[np.bool_]:
        marked = np.zeros(len(self), np.bool_)
        for some in numbers:
            marked[list(some)] = True
        return marked
