"""An index that is broken, filled again from the vectors kept beside Chroma."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.corpus import segments
from assistant.corpus.batches import batches
from assistant.corpus.chroma import ALIKE, WRITE, Chroma
from assistant.corpus.vectors import Vectors
from assistant.errors import LibraryDamaged

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection


def refill(folder: Path, vectors: Vectors) -> int:
    """Set the index files aside and fill the index again from the vectors kept; returns how many.

    Raises LibraryDamaged where a vector is missing, too, or the records do not open.
    """
    segments.set_aside(folder)
    chroma = Chroma.without_index(folder)
    encoder = chroma.stamp.encoder
    filled = 0
    for collection, name in ((chroma.articles, "lead"), (chroma.passages, "embedded")):
        for page in chroma.pages(collection, ["metadatas"]):
            filled += _refill_page(collection, page, name, vectors, encoder)
    refill_past(chroma)
    chroma.close()
    return filled


def refill_past(chroma: Chroma) -> None:
    """Give what is past its vectors again, which are all alike."""
    if chroma.past is not None:
        for some in batches(chroma.ids(chroma.past), WRITE):
            chroma.past.upsert(ids=list(some), embeddings=np.stack([ALIKE] * len(some)))


def _refill_page(collection: Collection, page: Mapping[str, Any], name: str, vectors: Vectors, encoder: str) -> int:
    digests = [str(metadata[name]) for metadata in page["metadatas"]]
    kept = vectors.get(encoder, digests)
    if lost := set(digests) - set(kept):
        raise LibraryDamaged(
            f"the vectors of {len(lost)} passages are lost; run `footnote ingest --rebuild`, "
            "which makes them again from the stored text"
        )
    # Upsert: an update passes over ids that the index does not hold.
    collection.upsert(ids=page["ids"], embeddings=np.stack([kept[each] for each in digests]))
    return len(digests)
