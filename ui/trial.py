"""A chat model tried with one short call, at a click."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from assistant.wording import printable, shortened
from ui.errand import Errand
from ui.jobs import Failed
from ui.wording import plain

if TYPE_CHECKING:
    from assistant.settings import Settings
    from assistant.trying import Tried

MOST_AT_ONCE = 4
BUSY = Failed("Too many models are being tried right now. Try again in a moment.")

_LONGEST_WORDS = 60

_places = BoundedSemaphore(MOST_AT_ONCE)


class Trial:
    """One model being asked; who stops it is told nothing more of it, and the model is hung up on."""

    def __init__(self, name: str, settings: Settings) -> None:
        self.name = name
        self.is_stopped = False
        self._errand = Errand(lambda: _try(name, settings), "trying")

    @property
    def outcome(self) -> Tried | Failed | None:
        return self._errand.outcome

    @property
    def is_underway(self) -> bool:
        return self.outcome is None and not self.is_stopped

    def stop(self) -> None:
        self.is_stopped = True
        self._errand.leave()


@dataclass(frozen=True, slots=True)
class Trials:
    """The answerer and the judge tried at one click, side by side; model: the answerer that was chosen then."""

    model: str
    each: tuple[Trial, ...] = field(default=())

    @property
    def are_underway(self) -> bool:
        return any(trial.is_underway for trial in self.each)

    def stop(self) -> None:
        for trial in self.each:
            if trial.is_underway:
                trial.stop()


def begin(model: str, names: tuple[str, ...], settings: Settings) -> Trials:
    return Trials(model, tuple(Trial(name, settings) for name in names))


def answered(name: str, tried: Tried) -> str:
    """Who answered how soon, as Markdown."""
    return plain(f"{name} answered in {tried.whole:,} ms (first word after {tried.first:,} ms)")


def words(tried: Tried) -> str:
    """What it said, as text: of a model everything can be expected."""
    return f"It was asked for the word “ready”, and said: {printable(shortened(tried.words, _LONGEST_WORDS))}"


def _try(name: str, settings: Settings) -> Tried | Failed:
    from assistant.trying import try_model

    if not _places.acquire(blocking=False):
        return BUSY
    try:
        return try_model(name, settings)
    finally:
        _places.release()
