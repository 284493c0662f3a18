"""Whether another process is adding articles to the library right now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

if TYPE_CHECKING:
    from pathlib import Path


def being_filled(home: Path) -> bool:
    """Whether an ingest holds its lock; one that begins in the same instant waits a moment, no more."""
    lock = home / "ingest.lock"
    if not lock.exists():
        return False
    try:
        FileLock(lock).acquire(timeout=0).lock.release()
    except Timeout:
        return True
    except OSError:
        return False
    return False
