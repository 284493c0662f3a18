"""Give up on a host that does not answer, or is too busy, several times running."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ingest.links.troubles import NoAnswer


@dataclass(frozen=True, slots=True)
class Patience:
    """Remembers the failures of each host since its last answer, for one run.

    most: a site that is down would otherwise cost its silence once for each of a thousand links.
    """

    most: int
    _failures: Counter[str] = field(default_factory=Counter)

    def require(self, host: str) -> None:
        """Raises `NoAnswer` where it is at an end."""
        if self._failures[host] >= self.most:
            raise NoAnswer(
                f"{host} gave no answer {self.most} times running and was not asked for this; try again later"
            )

    def failed(self, host: str) -> None:
        self._failures[host] += 1

    def answered(self, host: str) -> None:
        del self._failures[host]
