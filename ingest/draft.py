"""What a reader makes of a source: an article not yet in the library, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain import Description, Furniture, Paragraph


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as read, before it has an id.

    key: what makes it the same article next time: ``url:…``, ``id:…`` or ``file:<absolute path>#<line>``.
    origin: the absolute path it was read from (``-`` for standard input).
    """

    key: str
    origin: str
    description: Description
    paragraphs: tuple[Paragraph, ...]
    furniture: tuple[Furniture, ...] = ()

    def __post_init__(self) -> None:
        if not self.paragraphs:
            raise ValueError(f"{self.origin} has no paragraphs")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A source, or one line of it, that could not be read, and why.

    origin: the absolute path of the file; what it gave earlier stays in the library.
    """

    source: str
    reason: str
    origin: str = ""
