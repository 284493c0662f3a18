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
    from datetime import datetime

    from assistant.domain import Citation, Filters, Ranked, Step, Turn
    from assistant.library import Library
    from ui.keeping import Keeper


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and the reply to it, which may be on its way.

    ignored: words of cues that were taken back. model: who was asked, None for whom the settings name. turn_id: the
    turn as it is kept. opinions: what is said of the reply. limits: those that the asker set. as_written: nothing is
    taken from what was said before. asked: when. edited_from: the turn whose question this was before it was edited.
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
    edited_from: str | None = None

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

    limits: of the next question, those of the last one until they are changed. changed, deleted: as they were kept when
    that was last read, and turn_ids all that were. replaced: turns that others take the place of, each with the one
    that does. Numbers are never used twice, not even for a question asked again.
    """

    exchanges: list[Exchange] = field(default_factory=list)
    asked: int = 0
    id: str = field(default_factory=lambda: token_hex(16))
    keeper: Keeper | None = None
    limits: Filters = NO_FILTERS
    changed: datetime | None = None
    deleted: datetime | None = None
    turn_ids: frozenset[str] = frozenset()
    replaced: dict[str, str] = field(default_factory=dict)

    def ask(
        self,
        question: str,
        library: Callable[[], Library],
        ignored: tuple[str, ...] = (),
        model: str | None = None,
        *,
        instead_of: Exchange | None = None,
        edited_from: Exchange | None = None,
        limits: Filters = NO_FILTERS,
        as_written: bool = False,
    ) -> None:
        """Have a question answered, after those before it: what they were told is its history.

        instead_of: the exchange whose place it takes. edited_from: the one whose question it was before.
        """
        self.limits = limits
        earlier = tuple(self.exchanges)
        replaced = instead_of.turn_id if instead_of else None
        origin = edited_from.turn_id if edited_from else instead_of.edited_from if instead_of else None
        begin = partial(self.keeper.begin, limits=limits, as_written=as_written) if self.keeper else None
        keeping = begin(self, question, ignored, model, replaced, edited_from=origin) if begin else None

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
        if replaced and turn_id:
            self.replaced[replaced] = turn_id
        self.deleted = None
        opinions = Opinions(turn_id, self.keeper)
        asked = (ignored, model, turn_id, opinions, limits, as_written)
        self.exchanges.append(Exchange(self.asked, question, job, *asked, edited_from=origin))

    def again(self, number: int, library: Callable[[], Library], model: str | None = None) -> None:
        """Ask a question again that was not answered, in place of its failure; whom it was asked, or another."""
        exchange = self.exchange(number)
        if exchange is not None:
            self._ask_instead(exchange, replace(exchange, model=model or exchange.model), library)

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
        if exchange is self.exchanges[-1]:
            self._ask_instead(exchange, asked, library)
        else:
            self._ask_as(asked, library)

    def _ask_instead(self, exchange: Exchange, asked: Exchange, library: Callable[[], Library]) -> None:
        """Ask in the place of a question; one of which something is said stays, here as where it is kept."""
        if exchange.opinions.say_something:
            self._ask_as(asked, library, edited_from=exchange)
            return
        self.exchanges.remove(exchange)
        self._ask_as(asked, library, instead_of=exchange)

    def _ask_as(
        self,
        asked: Exchange,
        library: Callable[[], Library],
        *,
        instead_of: Exchange | None = None,
        edited_from: Exchange | None = None,
    ) -> None:
        self.ask(
            asked.question,
            library,
            asked.ignored,
            asked.model,
            instead_of=instead_of,
            edited_from=edited_from,
            limits=asked.limits,
            as_written=asked.as_written,
        )

    def edited(self, number: int, question: str, library: Callable[[], Library], model: str | None = None) -> None:
        """Ask a question otherwise, or the same again; what was answered stays where it is."""
        exchange = self.exchange(number)
        if exchange is not None:
            ignored = tuple(words for words in exchange.ignored if words in question)
            asked = replace(exchange, question=question, ignored=ignored, model=model)
            self._ask_as(asked, library, edited_from=exchange)

    def place(self, turn_id: str | None) -> int | None:
        """Which question of the conversation a turn is, counted from 1."""
        ids = [exchange.turn_id for exchange in self.exchanges]
        return ids.index(turn_id) + 1 if turn_id in ids else None

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
