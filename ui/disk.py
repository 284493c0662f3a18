"""Room on the disk: what the library takes, and what is left."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_KILO = 1000
_LITTLE = 500 * _KILO**2
"""Bytes: some 40,000 passages with their vectors and indexes."""


@dataclass(frozen=True, slots=True)
class Disk:
    """used: by the library. free: for whoever writes there. In bytes."""

    used: int
    free: int

    @property
    def is_scarce(self) -> bool:
        """Whether the next ingest may not fit, or a rebuild, which keeps two libraries side by side for a while."""
        return self.free < max(_LITTLE, self.used)

    @property
    def said(self) -> str:
        return f"{size(self.used)} used, {size(self.free)} free"


def disk(home: Path) -> Disk:
    """Look through the folder; what goes while one looks is not counted."""
    used = 0
    for each in home.rglob("*"):
        with suppress(OSError):
            used += each.stat().st_size if each.is_file() else 0
    place = home.resolve()
    there = next(each for each in (place, *place.parents) if each.exists())
    return Disk(used, shutil.disk_usage(there).free)


def size(number: int) -> str:
    """Bytes, as disks are sold."""
    amount, unit = float(number), "bytes"
    for unit in ("bytes", "KB", "MB", "GB", "TB"):
        if amount < _KILO or unit == "TB":
            break
        amount /= _KILO
    return f"{amount:,.0f} {unit}" if unit == "bytes" or amount >= 10 else f"{amount:.1f} {unit}"  # noqa: PLR2004
