"""What is to be kept, and is owed until it is."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from assistant.errors import Clash, FootnoteError, NotKept

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.conversations.store import Conversations
    from ui.conversation import Conversation

Result = TypeVar("Result")

FOR_GOOD = (NotKept, Clash)
"""What would fail again however often it is tried; a question that clashes is there already."""


class Owed(Generic[Result]):
    """Something that is to be kept, tried again until it is.

    tried: the first attempt, for those who wait for it. of: the conversation that has what it tells.
    """

    def __init__(self, act: Callable[[Conversations], Result], of: Conversation | None = None) -> None:
        self.act = act
        self.of = of
        self.tried: Future[Result] = Future()
        self._error: FootnoteError | None = None

    @property
    def trouble(self) -> str | None:
        """Why it is not kept; None where it is, or is being kept."""
        return str(self._error) if self._error else None

    def keep(self, kept: Conversations) -> Result:
        """Keep it; raises why it cannot be."""
        try:
            result = self.act(kept)
        except FootnoteError as error:
            self._error = error
            raise
        self._error = None
        return result

    def put_off(self, error: FootnoteError) -> None:
        """It cannot be kept for now."""
        self._error = error


class Debts:
    """What is owed, in its order: a question comes before its reply, and before the questions asked after it."""

    def __init__(self) -> None:
        self._owed: deque[Owed[Any]] = deque()

    def __bool__(self) -> bool:
        return bool(self._owed)

    def add(self, owed: Owed[Any], error: FootnoteError) -> None:
        owed.put_off(error)
        if not isinstance(error, FOR_GOOD):
            self._owed.append(owed)

    def pay(self, kept: Conversations) -> None:
        """Keep all of it; raises what keeps the first one from being kept, and with it all others."""
        while self._owed:
            with suppress(*FOR_GOOD):  # it says so itself
                self._owed[0].keep(kept)
            self._owed.popleft()

    def conversation(self, conversation_id: str) -> Conversation | None:
        """One of which turns are owed, as it is shown."""
        having = (each.of for each in tuple(self._owed) if each.of is not None)
        return next((each for each in having if each.id == conversation_id), None)
