"""Where conversations are kept, and how many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.errors import ConversationsUnusable, Misuse

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.conversations.store import Conversations
    from assistant.settings import Settings


NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class KeptAt:
    """place: a file, or a server without its password. count: None where they cannot be read; trouble says why."""

    place: str
    count: int | None
    trouble: str | None = None

    @property
    def said(self) -> str:
        if self.count is None:
            return f"{self.place}: {self.trouble}"
        return f"{self.count:,} in {self.place}"


def kept_at(kept: Conversations) -> KeptAt:
    """What they can be asked; that they cannot be is an answer, too."""
    try:
        return KeptAt(kept.place, kept.count())
    except ConversationsUnusable as error:
        return KeptAt(kept.place, None, str(error))


def look_up(settings: Settings) -> KeptAt:
    """The same, for those who have not opened them."""
    from assistant.conversations.database import Database
    from assistant.conversations.store import Conversations

    def look() -> KeptAt:
        kept = Conversations(Database(settings.home, settings.database_url))
        try:
            return kept_at(kept)
        finally:
            kept.close()

    return as_set(look)


def as_set(look: Callable[[], KeptAt]) -> KeptAt:
    """What was found, or that the setting names no database."""
    try:
        return look()
    except Misuse as error:
        return KeptAt(NOWHERE, None, str(error))
