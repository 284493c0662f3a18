"""The conversations there are, looked up again whenever somebody has written."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from assistant.errors import FootnoteError

if TYPE_CHECKING:
    from concurrent.futures import Future

    from assistant.conversations.kept import ConversationSummary, KeptConversation
    from assistant.conversations.searching import Found
    from ui.keeping import Keeper

REST_SECONDS = 0.4
"""So long nobody looks again, however many pages are open."""

REST_AFTER_TROUBLE_SECONDS = 10.0
"""A server that cannot be reached is waited for as long as that may take."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """All conversations at one generation, what changed last first, and those that were deleted lately."""

    generation: str
    conversations: tuple[ConversationSummary, ...]
    deleted: tuple[ConversationSummary, ...]

    def summary(self, conversation_id: str) -> ConversationSummary | None:
        everything = (*self.conversations, *self.deleted)
        return next((each for each in everything if each.id == conversation_id), None)


class KnownConversations:
    """Looks in threads of its own, once for all pages: none of them waits, and nothing that is to be kept does."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._known: Known | None = None
        self._error: FootnoteError | None = None
        self._looking: Future[None] | None = None
        self._rests_until = 0.0
        self._lock = Lock()
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="conversations")

    def look(self, patience: float = 0.0) -> Known | None:
        """What was seen last; None while nothing was yet. Raises why nothing can be seen."""
        with self._lock:
            is_idle = self._looking is None or self._looking.done()
            if self._looking is None or (is_idle and monotonic() >= self._rests_until):
                self._looking = self._threads.submit(self._look)
        wait([self._looking], patience)
        if self._error is not None:
            raise self._error
        return self._known

    def look_now(self) -> Known | None:
        """See also what was written in this very moment."""
        with self._lock:
            self._looking = self._threads.submit(self._look)
        wait([self._looking])
        return self._known

    def search(self, words: str) -> Future[tuple[Found, ...]]:
        return self._threads.submit(lambda: self._keeper.opened().search(words))

    def read(self, conversation_id: str) -> KeptConversation | None:
        return self._threads.submit(lambda: self._keeper.look(conversation_id)).result()

    def _look(self) -> None:
        try:
            self._known, self._error = self._newest(), None
        except FootnoteError as error:
            self._error = error
        rest = REST_AFTER_TROUBLE_SECONDS if self._error else REST_SECONDS
        self._rests_until = monotonic() + rest

    def _newest(self) -> Known:
        """The generation is read first: what is written meanwhile is seen by the next look."""
        kept = self._keeper.opened()
        generation = kept.generation()
        if self._known is not None and self._known.generation == generation:
            return self._known
        return Known(generation, kept.listed(), kept.deleted())


@lru_cache(maxsize=4)
def known_conversations(keeper: Keeper) -> KnownConversations:
    """The one of each keeper."""
    return KnownConversations(keeper)
