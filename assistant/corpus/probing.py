"""The index read as a whole, in a process of its own: where it is broken, Chroma ends whoever opens it."""

from __future__ import annotations

from pathlib import Path

from assistant.corpus.chroma import Chroma
from assistant.errors import LibraryDamaged


def probe(folder: str) -> None:
    """Open the folder and read every vector; dies or raises where the index is broken."""
    chroma = Chroma(Path(folder))
    for collection in filter(None, (chroma.articles, chroma.passages, chroma.past)):
        for page in chroma.pages(collection, ["embeddings"]):
            if len(page["embeddings"]) != len(page["ids"]):
                raise LibraryDamaged(f"{folder}: {collection.name} has lost vectors")
