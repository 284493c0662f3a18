"""The questions of one visit with the replies to them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from secrets import token_hex
from typing import TYPE_CHECKING

from assistant.conversations.kept import turn
from assistant.domain import NO_FILTERS, Abstention, Answer
from ui.clock import today
from ui.jobs import Job
from ui.opinions import Opinions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from assistant.domain import Citation, Filters, Ranked, Step, Turn
    from assistant.library import Library
    from ui.keeping import Keeper


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and the reply to it, which may be on its way.

    ignored: words of cues that were taken back. model: who was asked, None for whom the settings name. turn_id: the
    turn as it is kept. opinions: what is said of the reply. limits: those that the asker set. as_written: nothing is
    taken from what was said before. asked: when.
    """

    number: int
    question: str
    job: Job
    ignored: tuple[str, ...] = ()
    model: str | None = None
    turn_id: str | None = None
    opinions: Opinions = field(default_factory=Opinions)
    limits: Filters = NO_FILTERS
    as_written: bool = False
    asked: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def citations(self) -> tuple[Citation, ...]:
        return self.job.citations

    @property
    def nearest(self) -> tuple[Ranked, ...]:
        """What was found and not cited."""
        outcome = self.job.outcome
        return outcome.nearest if isinstance(outcome, Answer | Abstention) else ()


@dataclass(slots=True)
class Conversation:
    """Exchanges, oldest first, kept by a keeper where there is one.

    limits: of the next question, those of the last one until they are changed.
    Numbers are never used twice, not even for a question asked again.
    """

    exchanges: list[Exchange] = field(default_factory=list)
    asked: int = 0
    id: str = field(default_factory=lambda: token_hex(16))
    keeper: Keeper | None = None
    limits: Filters = NO_FILTERS

    def ask(
        self,
        question: str,
        library: Callable[[], Library],
        ignored: tuple[str, ...] = (),
        model: str | None = None,
        *,
        instead_of: Exchange | None = None,
        limits: Filters = NO_FILTERS,
        as_written: bool = False,
    ) -> None:
        """Have a question answered, after those before it: what they were told is its history."""
        self.limits = limits
        earlier = tuple(self.exchanges)
        replaced = instead_of.turn_id if instead_of else None
        begin = partial(self.keeper.begin, limits=limits, as_written=as_written) if self.keeper else None
        keeping = begin(self.id, question, ignored, model, replaced) if begin else None

        def steps() -> Iterator[Step]:
            for exchange in earlier:
                exchange.job.wait()
            number = next_number(earlier)
            number = keeping.first_number(number) if keeping else number
            found = library().stream(
                question,
                turns(earlier),
                filters=limits,
                first_number=number,
                ignored=ignored,
                today=today(),
                model=model,
                as_written=as_written,
            )
            return keeping.kept(found) if keeping else found

        job = keeping.follow(steps) if keeping else Job(steps)
        self.asked += 1
        turn_id = keeping.turn_id if keeping else None
        opinions = Opinions(turn_id, self.keeper)
        asked = (ignored, model, turn_id, opinions, limits, as_written)
        self.exchanges.append(Exchange(self.asked, question, job, *asked))

    def again(self, number: int, library: Callable[[], Library], model: str | None = None) -> None:
        """Ask a question again that was not answered, in place of its failure; whom it was asked, or another."""
        exchange = self.exchange(number)
        if exchange is not None:
            self.exchanges.remove(exchange)
            self._ask_as(replace(exchange, model=model or exchange.model), library, instead_of=exchange)

    def without(self, number: int, words: str, library: Callable[[], Library]) -> None:
        """Ask a question again without one of its cues."""
        exchange = self.exchange(number)
        if exchange is not None:
            self.otherwise(replace(exchange, ignored=(*exchange.ignored, words)), library)

    def otherwise(self, asked: Exchange, library: Callable[[], Library]) -> None:
        """Ask the question of that number again as this says; the last one in its own place, others behind the last."""
        exchange = self.exchange(asked.number)
        if exchange is None:
            return
        is_last = exchange is self.exchanges[-1]
        if is_last:
            self.exchanges.remove(exchange)
        self._ask_as(asked, library, instead_of=exchange if is_last else None)

    def _ask_as(self, asked: Exchange, library: Callable[[], Library], instead_of: Exchange | None) -> None:
        self.ask(
            asked.question,
            library,
            asked.ignored,
            asked.model,
            instead_of=instead_of,
            limits=asked.limits,
            as_written=asked.as_written,
        )

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
