"""The page, with replies that come word by word and slowly, so that one can act while they come.

Its reader shows less of an article at once than these articles have.
"""

from __future__ import annotations

import runpy
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import current_thread

import ui
from assistant import library
from assistant.domain import Claimed, Step, Written
from assistant.errors import LibraryBusy
from ui import reader_data

PAUSE = 0.12


def slowly(stream: Callable[..., Iterator[Step]]) -> Callable[..., Iterator[Step]]:
    def slow(self: library.Library, question: str, *given: object, **named: object) -> Iterator[Step]:
        for step in stream(self, question, *given, **named):
            if "unlucky" in question:
                raise LibraryBusy("the library is in use; wait until `footnote ingest` has ended, then try again")
            if isinstance(step, Claimed) and current_thread().name == "reply":
                for word in step.claim.text.split(" "):
                    time.sleep(PAUSE)
                    yield Written(word + " ")
            yield step

    slow.is_slow = True
    return slow


if not hasattr(library.Library.stream, "is_slow"):
    library.Library.stream = slowly(library.Library.stream)
    reader_data.MOST_CHARACTERS = 700
runpy.run_path(str(Path(ui.__file__).parent / "app.py"), run_name="__main__")
