"""Collections made beside the present ones, and put in their place when they are whole."""

from __future__ import annotations

from pathlib import Path

from assistant.corpus import segments
from assistant.corpus.client import ARTICLES, NEXT, PASSAGES, client, drop


def swap(folder: Path, marker: Path) -> None:
    """Put the collections made beside the present ones in their place; may be interrupted and repeated.

    The marker is a file that is there from the moment the new ones are complete until they are in place.
    """
    if not marker.exists():
        return
    opened = client(folder)
    names = {collection.name for collection in opened.list_collections()}
    for name in (ARTICLES, PASSAGES):
        if name + NEXT in names:
            drop(opened, name)
            opened.get_collection(name + NEXT, embedding_function=None).modify(name=name)
    segments.drop_orphans(folder)
    marker.unlink()


def drop_unfinished(folder: Path) -> None:
    """Drop what a rebuild that was cut short had made."""
    opened = client(folder)
    for name in (ARTICLES, PASSAGES):
        drop(opened, name + NEXT)
    segments.drop_orphans(folder)
