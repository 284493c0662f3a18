"""Whether all is well with a library's folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.filling import being_filled

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Health:
    """adding: who is adding articles right now. interrupted: what was cut short, with what to do."""

    adding: str | None = None
    interrupted: str | None = None

    @property
    def said(self) -> str:
        if self.adding:
            return f"articles are being added by {self.adding}"
        return self.interrupted or "nothing is being added, nothing was cut short"


def health(home: Path) -> Health:
    """How it is now: while somebody writes, what looks cut short is only under way."""
    from assistant.corpus.interrupted import interrupted
    from assistant.corpus.locks import holder

    if being_filled(home):
        return Health(adding=holder(home / "ingest.lock"))
    return Health(interrupted=interrupted(home))
