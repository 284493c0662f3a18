"""Where the answerer and the judge are asked, found out in the background: their packages take seconds to load."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.errors import ModelTrouble
from assistant.settings import EXTRACTIVE, is_traced
from ui.leaving import leaving
from ui.lookout import Lookout

if TYPE_CHECKING:
    from assistant.models.reach import Key, Reach
    from assistant.settings import Settings


@dataclass(frozen=True, slots=True)
class Reaching:
    """Who is asked as things are set: reach, or trouble where they cannot be."""

    name: str
    reach: Reach | None = None
    trouble: str | None = None

    @property
    def key(self) -> str:
        """Whether a key is set, and where it is looked for; never the key."""
        keys = self.reach.keys if self.reach else ()
        return ", ".join(map(self._said, keys)) or "None is wanted"

    def _said(self, key: Key) -> str:
        if key.is_set:
            return f"Set, as {key.variable}"
        wanted = "Not set, and most such servers want none" if self.reach and self.reach.address else "Not set"
        return f"{wanted}; looked for as {key.variable} in the environment and in a .env file"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who has a part in the answers of a visit, and what leaves this computer for it."""

    answerer: Reaching | None
    judge: Reaching | None
    leaves: tuple[str, ...]


@lru_cache(maxsize=32)
def asked(settings: Settings, model: str) -> Lookout[Asked]:
    """The one lookout for whom a visit has chosen."""
    return Lookout(lambda: look(settings, model), "reaching")


def look(settings: Settings, model: str) -> Asked:
    """Who has a part where that model answers; nothing is sent."""
    answerer = None if model == EXTRACTIVE else _reaching(model, settings)
    judge = _reaching(settings.judge_model, settings) if settings.judge_model else None
    reaches = [each.reach if each else None for each in (answerer, judge)]
    return Asked(answerer, judge, leaving(settings, model, *reaches, traced=is_traced()))


def _reaching(name: str, settings: Settings) -> Reaching:
    from assistant.answerers import server_of
    from assistant.models.reach import reach

    try:
        return Reaching(name, reach(name, server_of(name, settings)))
    except ModelTrouble as error:
        return Reaching(name, trouble=str(error))
