"""What is known of very many articles in little memory, and names to find it by."""

from __future__ import annotations

import json
from collections.abc import Iterator, MutableMapping

from assistant.corpus.known import Known, known_from_fields, line_of


class Packed(MutableMapping[str, Known]):
    """What is known of each article, by its id, as a line of bytes: 0.5 KB instead of 1.2 KB."""

    def __init__(self) -> None:
        self._lines: dict[str, bytes] = {}

    def __getitem__(self, article_id: str) -> Known:
        found, *fields = json.loads(self._lines[article_id])
        return known_from_fields(found, fields, {})

    def __setitem__(self, article_id: str, known: Known) -> None:
        self._lines[article_id] = line_of(known).encode("utf-8", "surrogatepass")

    def __delitem__(self, article_id: str) -> None:
        del self._lines[article_id]

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


class Index:
    """Ids by names, of which only the hashes are kept: whoever finds an id looks whether it is what he wants."""

    def __init__(self) -> None:
        self._ids: dict[int, str | tuple[str, ...]] = {}

    def ids(self, *names: str) -> tuple[str, ...]:
        """Those of these names, and perhaps others."""
        found = self._ids.get(hash(names), ())
        return (found,) if isinstance(found, str) else found

    def put(self, article_id: str, *names: str) -> None:
        """Find it by these names, too."""
        others = tuple(each for each in self.ids(*names) if each != article_id)
        self._ids[hash(names)] = (*others, article_id) if others else article_id

    def drop(self, article_id: str, *names: str) -> None:
        """Find it by these names no longer."""
        others = tuple(each for each in self.ids(*names) if each != article_id)
        if others:
            self._ids[hash(names)] = others
        else:
            self._ids.pop(hash(names), None)
