"""What a person says of one reply, kept beside it."""

from __future__ import annotations

from concurrent.futures import wait
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.conversations.kept import Feedback, Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from assistant.conversations.store import Conversations
    from ui.keeping import Keeper
    from ui.owed import Owed

NOTHING = Mark()


class Opinions:
    """Marks by number of citation with what is thought of the whole: as they were kept, then as they are said.

    What cannot be kept stays, with the reason, and is kept as soon as that is possible.
    """

    def __init__(
        self,
        turn_id: str | None = None,
        keeper: Keeper | None = None,
        marks: Mapping[int, Mark] | None = None,
        feedback: Feedback | None = None,
    ) -> None:
        self._turn_id = turn_id
        self._keeper = keeper
        self._marks = dict(marks or {})
        self._feedback = self._seen = feedback or Feedback()
        self._joined: set[int] = set()
        self._keeping: dict[int, Owed[None]] = {}
        self._keeping_feedback: Owed[None] | None = None

    @property
    def marks(self) -> dict[int, Mark]:
        """What is said of single citations; of others nothing is."""
        return {number: mark for number, mark in self._marks.items() if mark != NOTHING}

    @property
    def feedback(self) -> Feedback:
        return self._feedback

    @property
    def say_something(self) -> bool:
        return bool(self.marks) or self._feedback != Feedback()

    @property
    def is_kept(self) -> bool:
        """Whether anything that is said here outlasts the visit."""
        return self._turn_id is not None and self._keeper is not None

    def mark(self, number: int, said: Mark, seen: Mark | None = None) -> None:
        """Say this of a citation in place of what was said of it; an empty mark takes it back.

        seen: what was said of it when this was begun, where others may have said more since.
        """
        seen, self._marks[number] = seen or self._marks.get(number, NOTHING), said
        self._joined.discard(number)

        def keep(kept: Conversations, turn_id: str) -> None:
            found = kept.mark(turn_id, number, said, seen)
            if found != said and self._marks[number] == said:
                self._marks[number] = found
                self._joined.add(number)

        if keeping := self._keep(keep):
            self._keeping[number] = keeping

    def is_joined(self, number: int) -> bool:
        """Whether what was said of a citation was joined with what others said of it in the same moment."""
        return number in self._joined

    def call_wrong(self, number: int, *, wrong: bool) -> None:
        """Say whether another passage should have been cited."""
        others = set(self._feedback.wrong_passages) - {number}
        self.think(replace(self._feedback, wrong_passages=tuple(sorted(others | {number} if wrong else others))))

    def think(self, feedback: Feedback) -> None:
        """Say this of the whole reply."""
        self._feedback = feedback
        self._keep_feedback()

    def is_wrong(self, number: int) -> bool:
        return number in self._feedback.wrong_passages

    def settle(self, seconds: float) -> None:
        """Wait for what is being kept, so long at most."""
        wait([each.tried for each in self._all()], seconds)

    def is_settled(self) -> bool:
        return all(each.tried.done() for each in self._all())

    def is_kept_by_now(self) -> bool:
        """Whether all that was said here is kept."""
        return self.is_settled() and not any(each.trouble for each in self._all())

    def trouble(self, number: int | None = None) -> str | None:
        """Why what is said of a citation could not be kept, or what is thought of the whole; None where it was."""
        keeping = self._keeping_feedback if number is None else self._keeping.get(number)
        return keeping.trouble if keeping else None

    def _all(self) -> list[Owed[None]]:
        return [*self._keeping.values(), *([self._keeping_feedback] if self._keeping_feedback else [])]

    def _keep_feedback(self) -> None:
        """What differs from what was kept last is what is said: all else may have been said by others since."""
        said = self._feedback

        def give(kept: Conversations, turn_id: str) -> None:
            kept.give_feedback(turn_id, said, self._seen)
            self._seen = said

        self._keeping_feedback = self._keep(give)

    def _keep(self, act: Callable[[Conversations, str], None]) -> Owed[None] | None:
        turn_id, keeper = self._turn_id, self._keeper
        return None if turn_id is None or keeper is None else keeper.surely(lambda kept: act(kept, turn_id))
