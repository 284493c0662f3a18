"""Keeps what is asked on the page, and what becomes of it, as it happens."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from secrets import token_hex
from threading import Lock
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakValueDictionary

from assistant.domain import NO_FILTERS, Abstention, Answer
from assistant.errors import FootnoteError
from ui.jobs import Job
from ui.unanswered import kept_as, shown_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from assistant.conversations.kept import KeptConversation
    from assistant.conversations.store import Conversations
    from assistant.domain import Filters, Reply, Step
    from assistant.settings import Settings
    from ui.jobs import Outcome

Result = TypeVar("Result")


class Keeper:
    """Writes in a thread of its own, one after the other: in the order of asking, and no page waits for a disk.

    trouble: why what was last to be kept was not; answers are given all the same. live: replies on their way, by turn.
    """

    def __init__(self, open_it: Callable[[], Conversations]) -> None:
        self.trouble: str | None = None
        self.live: WeakValueDictionary[str, Job] = WeakValueDictionary()
        self._open = open_it
        self._opened: Conversations | None = None
        self._opening = Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="keeping")

    def begin(
        self,
        conversation_id: str,
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
                conversation_id,
                turn_id,
                question,
                ignored,
                model,
                instead_of=instead_of,
                edited_from=edited_from,
                limits=limits,
                as_written=as_written,
            )

        return Keeping(turn_id, self, ask)

    def read(self, conversation_id: str) -> KeptConversation | None:
        """A conversation with all that was to be kept until now; raises why it cannot be read."""
        return self._thread.submit(lambda: self.opened().read(conversation_id)).result()

    def warm(self) -> None:
        """Load what the first question would wait for."""
        self._thread.submit(self.opened)

    def opened(self) -> Conversations:
        """Where all is kept, for those who only look; raises why it cannot be opened."""
        with self._opening:
            self._opened = self._opened or self._open()
            return self._opened

    def soon(self, act: Callable[[Conversations], Result]) -> Future[Result]:
        """Have something kept, after all that was to be kept before."""
        return self._thread.submit(self._do, act)

    def _do(self, act: Callable[[Conversations], Result]) -> Result:
        try:
            result = act(self.opened())
        except FootnoteError as error:
            self.trouble = str(error)
            raise
        self.trouble = None
        return result


class Keeping:
    """One turn being kept."""

    def __init__(self, turn_id: str, keeper: Keeper, ask: Callable[[Conversations], int]) -> None:
        self.turn_id = turn_id
        self._keeper = keeper
        self._ask = ask
        self._begun = keeper.soon(ask)

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
            if self._begun.exception() is not None:
                self._keeper.soon(self._ask).result()  # what was in its way may be gone
            return self._keeper.soon(lambda kept: kept.answer(self.turn_id, reply)).result()
        except FootnoteError:
            return reply

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
        leaving = self._keeper.soon(lambda kept: kept.leave(self.turn_id, unanswered))
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
