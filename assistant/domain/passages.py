"""What of an article is embedded, and where it stands."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from assistant.domain.articles import Kind


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands."""

    article_id: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or one window of a long one: what is embedded and retrieved."""

    place: Place
    window: int
    start: int
    end: int
    text: str
    paragraph_digest: str
    paragraph_folded: str
    kind: Kind = Kind.BODY

    @property
    def id(self) -> str:
        """Article, paragraph, window and the paragraph's digest: other words are another passage."""
        return f"{self.place.article_id}:{self.place.paragraph}:{self.window}:{self.paragraph_digest[:8]}"

    @property
    def digest(self) -> str:
        """Names the text; passages that share it share their vector."""
        return hashlib.sha256(self.text.encode()).hexdigest()
