"""The questions of one visit with the replies to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from secrets import token_hex
from typing import TYPE_CHECKING

from assistant.conversations.kept import turn
from assistant.domain import Abstention, Answer
from ui.clock import today
from ui.jobs import Job
from ui.opinions import Opinions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from assistant.domain import Citation, Step, Turn
    from assistant.library import Library
    from ui.keeping import Keeper


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and the reply to it, which may be on its way.

    ignored: words of cues that were taken back. model: who was asked, None for whom the settings name. turn_id: the
    turn as it is kept. opinions: what is said of the reply.
    """

    number: int
    question: str
    job: Job
    ignored: tuple[str, ...] = ()
    model: str | None = None
    turn_id: str | None = None
    opinions: Opinions = field(default_factory=Opinions)

    @property
    def citations(self) -> tuple[Citation, ...]:
        return self.job.citations


@dataclass(slots=True)
class Conversation:
    """Exchanges, oldest first, kept by a keeper where there is one.

    Numbers are never used twice, not even for a question asked again.
    """

    exchanges: list[Exchange] = field(default_factory=list)
    asked: int = 0
    id: str = field(default_factory=lambda: token_hex(16))
    keeper: Keeper | None = None

    def ask(
        self,
        question: str,
        library: Callable[[], Library],
        ignored: tuple[str, ...] = (),
        model: str | None = None,
        *,
        instead_of: Exchange | None = None,
    ) -> None:
        """Have a question answered, after those before it: what they were told is its history."""
        earlier = tuple(self.exchanges)
        replaced = instead_of.turn_id if instead_of else None
        keeping = self.keeper.begin(self.id, question, ignored, model, replaced) if self.keeper else None

        def steps() -> Iterator[Step]:
            for exchange in earlier:
                exchange.job.wait()
            number = next_number(earlier)
            number = keeping.first_number(number) if keeping else number
            found = library().stream(
                question, turns(earlier), first_number=number, ignored=ignored, today=today(), model=model
            )
            return keeping.kept(found) if keeping else found

        job = keeping.follow(steps) if keeping else Job(steps)
        self.asked += 1
        turn_id = keeping.turn_id if keeping else None
        opinions = Opinions(turn_id, self.keeper)
        self.exchanges.append(Exchange(self.asked, question, job, ignored, model, turn_id, opinions))

    def again(self, number: int, library: Callable[[], Library], model: str | None = None) -> None:
        """Ask a question again that was not answered, in place of its failure; whom it was asked, or another."""
        exchange = self.exchange(number)
        if exchange is not None:
            self.exchanges.remove(exchange)
            self.ask(exchange.question, library, exchange.ignored, model or exchange.model, instead_of=exchange)

    def without(self, number: int, words: str, library: Callable[[], Library]) -> None:
        """Ask a question again without one of its cues; the last one in its own place, others behind the last."""
        exchange = self.exchange(number)
        if exchange is None:
            return
        is_last = exchange is self.exchanges[-1]
        if is_last:
            self.exchanges.remove(exchange)
        replaced = exchange if is_last else None
        self.ask(exchange.question, library, (*exchange.ignored, words), exchange.model, instead_of=replaced)

    def exchange(self, number: int) -> Exchange | None:
        return next((exchange for exchange in self.exchanges if exchange.number == number), None)

    def stop(self) -> None:
        for exchange in self.exchanges:
            exchange.job.stop()


def turns(exchanges: Sequence[Exchange]) -> list[Turn]:
    """What a follow-up question may refer to: the questions that were answered."""
    outcomes = ((exchange.question, exchange.job.outcome) for exchange in exchanges)
    return [turn(question, outcome) for question, outcome in outcomes if isinstance(outcome, Answer | Abstention)]


def next_number(exchanges: Sequence[Exchange]) -> int:
    """The first citation number that no reply has used yet."""
    numbers = (citation.number for exchange in exchanges for citation in exchange.citations)
    return max(numbers, default=0) + 1
