"""Keeps what is asked on the page, and what becomes of it, as it happens."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from secrets import token_hex
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakValueDictionary

from assistant.domain import NO_FILTERS, Abstention, Answer
from assistant.errors import FootnoteError
from ui.jobs import Job
from ui.owed import Debts, Owed
from ui.unanswered import kept_as, shown_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from assistant.conversations.kept import KeptConversation
    from assistant.conversations.store import Conversations
    from assistant.domain import Filters, Reply, Step
    from assistant.settings import Settings
    from ui.conversation import Conversation
    from ui.jobs import Outcome

Result = TypeVar("Result")


AGAIN_AFTER_SECONDS = 5.0
"""How long what could not be kept is left alone; then the disk may have room again, or the server be there."""


class Keeper:
    """Writes in a thread of its own, one after the other: in the order of asking, and no page waits for a disk.

    What cannot be kept is owed, and is kept as soon as that is possible, before all that comes after it.
    live: replies on their way, by turn. replies: those that some page shows as they are kept, likewise: all pages have
    one copy of each.
    """

    def __init__(self, open_it: Callable[[], Conversations]) -> None:
        self.live: WeakValueDictionary[str, Job] = WeakValueDictionary()
        self.replies: WeakValueDictionary[str, Reply] = WeakValueDictionary()
        self._open = open_it
        self._opened: Conversations | None = None
        self._opening = Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="keeping")
        self._debts = Debts()
        self._trouble: str | None = None
        self._again_at = 0.0

    @property
    def trouble(self) -> str | None:
        """Why something is owed; None where all is kept that was to be."""
        return self._trouble if self._debts else None

    def begin(
        self,
        conversation: Conversation,
        question: str,
        ignored: Sequence[str],
        model: str | None,
        instead_of: str | None = None,
        *,
        edited_from: str | None = None,
        limits: Filters = NO_FILTERS,
        as_written: bool = False,
    ) -> Keeping:
        """Begin to keep a turn, behind those begun before it."""
        turn_id = token_hex(16)

        def ask(kept: Conversations) -> int:
            return kept.ask(
                conversation.id,
                turn_id,
                question,
                ignored,
                model,
                instead_of=instead_of,
                edited_from=edited_from,
                limits=limits,
                as_written=as_written,
            )

        return Keeping(turn_id, self, conversation, ask)

    def read(self, conversation_id: str) -> KeptConversation | None:
        """A conversation with all that was to be kept until now; raises why it cannot be read."""
        return self._thread.submit(lambda: self.look(conversation_id)).result()

    def look(self, conversation_id: str) -> KeptConversation | None:
        """A conversation as it is kept by now; what a page shows as it is kept is not read again."""
        found = self.opened().read(conversation_id, self.replies.get)
        for turn in found.turns if found else ():
            if isinstance(turn.outcome, Answer | Abstention):
                self.replies[turn.id] = turn.outcome
        return found

    def unkept(self, conversation_id: str) -> Conversation | None:
        """A conversation of which something is owed, as a page has it; where it is kept, it lacks that."""
        return self._debts.conversation(conversation_id)

    def warm(self) -> None:
        """Load what the first question would wait for."""
        self._thread.submit(self.opened)

    def opened(self) -> Conversations:
        """Where all is kept, for those who only look; raises why it cannot be opened."""
        with self._opening:
            self._opened = self._opened or self._open()
            return self._opened

    def soon(self, act: Callable[[Conversations], Result]) -> Future[Result]:
        """Have something done, after all that was to be kept before; where that fails, it is not tried again."""
        return self._thread.submit(self._do, act)

    def surely(self, act: Callable[[Conversations], Result], of: Conversation | None = None) -> Owed[Result]:
        """Have something kept, now or as soon as that is possible."""
        owed = Owed(act, of)
        owed.tried = self._thread.submit(self._keep, owed)
        return owed

    def try_again(self) -> None:
        """Try to keep what is owed, if there is any, and it was left alone for a while."""
        if self._debts and monotonic() >= self._again_at:
            self._again_at = monotonic() + AGAIN_AFTER_SECONDS
            self.soon(lambda _: None)

    def _keep(self, owed: Owed[Result]) -> Result:
        try:
            return self._do(owed.keep)
        except FootnoteError as error:
            self._debts.add(owed, error)
            raise

    def _do(self, act: Callable[[Conversations], Result]) -> Result:
        try:
            kept = self.opened()
            self._debts.pay(kept)
            return act(kept)
        except FootnoteError as error:
            self._trouble, self._again_at = str(error), monotonic() + AGAIN_AFTER_SECONDS
            raise


class Keeping:
    """One turn being kept."""

    def __init__(
        self, turn_id: str, keeper: Keeper, conversation: Conversation, ask: Callable[[Conversations], int]
    ) -> None:
        self.turn_id = turn_id
        self._keeper = keeper
        self._conversation = conversation
        self._begun = keeper.surely(ask, conversation).tried

    def first_number(self, known: int) -> int:
        """The first number that no citation of the conversation has; known: as far as one page can tell."""
        try:
            return max(known, self._begun.result())
        except FootnoteError:
            return known

    def kept(self, steps: Iterator[Step]) -> Iterator[Step]:
        """The steps of a reply; it is kept before it is shown, so that what was shown is there ever after."""
        for step in steps:
            yield self._kept(step) if isinstance(step, Answer | Abstention) else step

    def _kept(self, reply: Reply) -> Reply:
        try:
            as_kept = self._soon(lambda kept: kept.answer(self.turn_id, reply)).result()
        except FootnoteError:
            return reply
        self._keeper.replies[self.turn_id] = as_kept
        return as_kept

    def _soon(self, act: Callable[[Conversations], Result]) -> Future[Result]:
        return self._keeper.surely(act, self._conversation).tried

    def follow(self, steps: Callable[[], Iterator[Step]]) -> Job:
        """The job that follows the steps of the turn's reply."""
        job = self._keeper.live[self.turn_id] = Job(steps, ended=self._ended)
        return job

    def _ended(self, outcome: Outcome, show: Callable[[Outcome], None]) -> None:
        """Keep why there is no reply, where there is none, and only then show it: its numbers may have been taken."""
        unanswered = kept_as(outcome)
        if unanswered is None:
            show(outcome)
            return
        leaving = self._soon(lambda kept: kept.leave(self.turn_id, unanswered))
        leaving.add_done_callback(lambda left: show(outcome if left.exception() else shown_as(left.result())))


def keeper(settings: Settings) -> Keeper:
    """The one keeper of this process; what it imports takes half a second, in its own thread."""
    return keeper_at(settings.home, settings.database_url)


@cache
def keeper_at(home: Path, url: str | None) -> Keeper:
    def open_it() -> Conversations:
        from assistant.conversations.database import Database
        from assistant.conversations.store import Conversations

        return Conversations(Database(home, url))

    return Keeper(open_it)
