"""Chroma as a process meets it: its client, its collections, its errors."""

from __future__ import annotations

import gc
import sqlite3
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from assistant.corpus.stamp import Stamp
from assistant.errors import LibraryMissing

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

NAMES = ARTICLES, PASSAGES, PAST = "articles", "passages", "past"

NEXT = "-next"
"""Ends the name of a collection that is made to take the place of the one without."""

# On 123,149 real paragraphs recall of the 50 nearest is .998 so, .977 with Chroma's defaults, for 1 ms more.
_HNSW = {"hnsw": {"space": "cosine", "ef_search": 400, "ef_construction": 200, "max_neighbors": 32}}


def _settings() -> Any:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)


@cache
def _spare_what_stays() -> None:
    """Have the collector pass over what the process has loaded by now, some 100,000 objects.

    Looking through it made one question in twenty 0.1 s slower, and each closing of a library. Done once, before there
    is a client: the collector has to see that one when it is let go of.
    """
    gc.collect()
    gc.freeze()


def client(folder: Path) -> ClientAPI:
    """A client that reads the files anew, not one that this process opened before others wrote."""
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient

    _spare_what_stays()
    SharedSystemClient.clear_system_cache()
    return chromadb.PersistentClient(path=str(folder), settings=_settings())


def make(opened: ClientAPI, name: str, stamp: Stamp) -> Collection:
    """An empty collection."""
    return opened.create_collection(
        name, metadata=asdict(stamp), configuration=cast("Any", _HNSW), embedding_function=None
    )


def complete(folder: Path, stamp: Stamp) -> bool:
    """Make the collections that are missing; returns whether there were any. Only sees records, not indexes."""
    opened = client(folder)
    absent = set(NAMES) - {collection.name for collection in opened.list_collections()}
    for name in sorted(absent):
        make(opened, name, stamp)
    return bool(absent)


def drop(opened: ClientAPI, name: str) -> None:
    """Take a collection out, if it is there."""
    if name in {collection.name for collection in opened.list_collections()}:
        opened.delete_collection(name)


def missing(home: Path) -> LibraryMissing:
    """Says that there is no library, and how to make one."""
    return LibraryMissing(f"there is no library in {home}; make one with `footnote ingest FOLDER`")


def failures() -> tuple[type[Exception], ...]:
    """What is raised for files that cannot be read or written: Chroma's errors, and what bindings let through."""
    from chromadb.errors import ChromaError

    return (ChromaError, ValueError, RuntimeError, KeyError, OSError, sqlite3.Error)
