"""Locks between the processes that share a library's folder."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.errors import LibraryBusy, LibraryUnusable

# A write batch holds chroma.lock for some three seconds; a mending of 100,000 passages for two minutes.
CHROMA_PATIENCE = 300.0

# What Streamlit is given to run: nobody knows the page by that name.
_PAGE = "app.py"


def holder(lock: Path) -> str:
    """Who holds the lock, as one says it: "`footnote ingest news` (process 4711, since 14:02:11)", or the page."""
    try:
        known = json.loads(lock.with_suffix(".holder").read_text(encoding="utf-8"))
        who = "the page" if known["command"].split()[0] == _PAGE else f"`{known['command']}`"
        return f"{who} (process {known['pid']}, since {known['since']})"
    except (OSError, ValueError, KeyError, IndexError):
        return "another process"


@contextmanager
def hold(lock: Path, patience: float, on_wait: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold the lock or raise LibraryBusy after `patience` seconds; say once whom one waits for."""
    guard = FileLock(lock)
    try:
        _acquire(guard, lock, patience, on_wait)
    except Timeout as timeout:
        raise LibraryBusy(
            f"{lock.parent} is in use by {holder(lock)}; wait until it has ended, then try again"
        ) from timeout
    except OSError as error:
        raise LibraryUnusable(
            f"{lock.parent} cannot be written to ({error.strerror or error}); "
            "make it writable, or name another folder with --home"
        ) from error
    try:
        _sign(lock)
        yield
    finally:
        guard.release()


def _acquire(guard: FileLock, lock: Path, patience: float, on_wait: Callable[[str], None] | None) -> None:
    try:
        guard.acquire(timeout=0)
    except Timeout:
        if patience <= 0:
            raise
        if on_wait:
            on_wait(holder(lock))
        guard.acquire(timeout=patience, poll_interval=0.02)


def _sign(lock: Path) -> None:
    """Leave a note for those who will wait; who it names is only told, never relied on."""
    command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:]])[:200]
    note = {"pid": os.getpid(), "command": command, "since": time.strftime("%H:%M:%S")}
    draft = lock.with_suffix(f".{os.getpid()}.tmp")
    with suppress(OSError):
        draft.write_text(json.dumps(note), encoding="utf-8")
        draft.replace(lock.with_suffix(".holder"))
