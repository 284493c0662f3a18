"""Whether an outlet writes the day before the month, as far as its language or its address tells."""

from __future__ import annotations

from ingest.address import host_of

_MONTH_FIRST = frozenset({"us", "gov", "mil"})
_DAY_FIRST = frozenset({"uk", "ie", "au", "nz", "in", "za", "ng", "ke", "pk", "bd", "sg", "my", "mt", "eu"})


def day_comes_first(language: str | None, url: str | None) -> bool | None:
    """Only in English are both in use, and there the ending of the host may tell."""
    if language not in (None, "en"):
        return True
    ending = host_of(url).rsplit(".", 1)[-1] if url else ""
    if ending in _MONTH_FIRST:
        return False
    return True if ending in _DAY_FIRST else None
