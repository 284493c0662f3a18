"""`footnote search`: paragraphs for one query, or for a batch of them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from assistant.domain import Filters, Turn
from assistant.followup import stand_alone
from assistant.library import Library, open_library
from assistant.settings import Settings
from assistant.wire import results_json
from ui.batch import BatchLine, run_batch
from ui.clock import today
from ui.limits import require
from ui.terminal import credit, print_json, print_text, say, say_home, wrapped


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many paragraphs, within which limits, and on which day it was asked, where that is said."""

    count: int
    filters: Filters
    asked: date | None


def search_one(settings: Settings, query: str, wanted: Wanted, *, as_json: bool) -> None:
    """Print the paragraphs found."""
    say_home(settings)
    with open_library(settings) as library:
        require(library, wanted.filters)
        if as_json:
            print_json(_found(library, query, wanted, day=today()))
            return
        found = library.search(query, wanted.count, wanted.filters, wanted.asked, today=today())
        if not found:
            say("nothing found")
        for rank, each in enumerate(found, start=1):
            print_text(f"{rank}. {credit(each.description, each.paragraph)}  [{each.score:.2f}]")
            print_text(wrapped(each.paragraph.text, indent="   ") + "\n")


def search_all(settings: Settings, source: Path, target: Path, wanted: Wanted) -> int:
    """Search for each line of a batch; returns the exit code."""
    say_home(settings)
    with open_library(settings) as library:
        require(library, wanted.filters)

        def respond(line: BatchLine) -> dict[str, Any]:
            then = replace(wanted, asked=line.asked or wanted.asked)
            return {"id": line.id, **_found(library, line.question, then, line.turns)}

        return 1 if run_batch(source, target, respond) else 0


def _found(
    library: Library, query: str, wanted: Wanted, history: Sequence[Turn] = (), day: date | None = None
) -> dict[str, Any]:
    started = time.perf_counter()
    ranking = library.search(query, wanted.count, wanted.filters, wanted.asked, history, today=day)
    taken = round(1000 * (time.perf_counter() - started))
    understood = {"standalone_question": stand_alone(query, history)} if history else {}
    return {"query": query, **understood, "results": results_json(ranking), "milliseconds": taken}
