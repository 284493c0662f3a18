"""What an article's record says of its copies, and what they are found by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.corpus.moments import moment_from
from assistant.corpus.records import Metadata, Value, copies_in

LINKS = ("sketch", "copies")
"""What is added to an article's record when it has been compared; writing the article anew takes it out."""


@dataclass(frozen=True, slots=True)
class Linked:
    """An article as it is compared with others.

    words, fingerprint: name title and text, and all that is kept of it, as `Known` has them. sketch: what stands for
    its body when it is compared, as it was written; empty where nobody has made one. copies: the ids of those that tell
    the same story in the same text.
    bare: whether its record does not have the sketch yet.
    """

    article_id: str
    words: str
    fingerprint: str
    outlet: str
    day: date | None
    sketch: str
    copies: tuple[str, ...]
    bare: bool = False


def linked_from(article_id: str, metadata: Mapping[str, Value]) -> Linked:
    """What the record says."""
    published = moment_from(str(metadata["published"])) if "published" in metadata else None
    return Linked(
        article_id,
        str(metadata["words"]),
        str(metadata["fingerprint"]),
        str(metadata.get("outlet", "")),
        date(published.year, published.month, published.day) if published else None,
        str(metadata.get("sketch", "")),
        copies_in(metadata),
    )


def link_record(linked: Linked) -> Metadata:
    """What the record is to say."""
    return {"sketch": linked.sketch, "copies": json.dumps(linked.copies)}
