"""What tests have done in a process of its own: ``python -m tests.integration.elsewhere WHAT HOME ...``."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from itertools import count
from pathlib import Path

from assistant.backup import backing_up
from assistant.conversations.database import Database
from assistant.conversations.store import Conversations
from assistant.corpus import growing
from assistant.corpus.reading import Reader
from assistant.corpus.records import place_of
from assistant.domain import Filters
from assistant.errors import FootnoteError, LibraryMissing
from ingest import batch as batches
from ingest import ingesting, moving_in
from tests.made import MadeUp, answer, stories


def ingest(home: Path, first: str, last: str, batch: str) -> object:
    """Ingest these stories in batches of so many passages; says on standard output when it begins to read."""
    batches.PASSAGES = int(batch)

    def drafts() -> object:
        say("reading")
        yield from stories(int(first), int(last))

    report = ingesting.ingest(drafts(), home, MadeUp(), on_wait=lambda holder: say(f"waiting for {holder}"))
    return asdict(report)


def rebuild(home: Path, encoder: str, batch: str) -> object:
    """Rebuild with the encoder of this name; says when it has begun to write."""
    batches.PASSAGES = int(batch)
    report = ingesting.rebuild(home, MadeUp(encoder, 48), on_progress=lambda _: say("rebuilding"))
    return asdict(report)


def die(home: Path, first: str, last: str) -> object:
    """Ingest these stories, and be killed when the matrix has grown and is about to be called whole."""
    growing.Growing._note = lambda _: os.kill(os.getpid(), signal.SIGKILL)
    return asdict(ingesting.ingest(stories(int(first), int(last)), home, MadeUp()))


def watch(home: Path, stop: str) -> object:
    """Ask again and again until a file of that name appears; count what was found wrong."""
    reader, encoder = Reader(home), MadeUp()
    say("watching")
    asked, wrong, generations = 0, [], set()
    while not Path(stop).exists():
        wrong += _ask(reader, encoder, asked)
        generations.add(reader.generation)
        asked += 1
    return {"asked": asked, "wrong": wrong, "generations": len(generations), "counts": reader.counts()}


def _ask(reader: Reader, encoder: MadeUp, number: int) -> list[str]:
    """One question each way; every id must lead to a paragraph with the words that the id names."""
    nearest = reader.nearest(encoder.encode_question(f"{number}"), 10, Filters())
    matching = reader.matching(f"lantern{number % 50}x1 paragraph", 10, Filters())
    ids = {each for each, _ in [*nearest, *matching]}
    articles = reader.articles([place_of(each).article_id for each in ids])
    wrong = [] if len(nearest) == 10 else [f"{len(nearest)} nearest"]
    for each in ids:
        place = place_of(each)
        paragraph = articles[place.article_id].paragraph(place.paragraph) if place.article_id in articles else None
        if paragraph is None or paragraph.digest[:8] != each.rsplit(":", 1)[1]:
            wrong.append(each)
    return wrong


def open_(home: Path) -> object:
    """Open the library as a reader."""
    return Reader(home).counts()


def attend(home: Path) -> object:
    """Ask once for each line of standard input, with one reader."""
    reader, encoder = Reader(home), MadeUp()
    for number, _ in enumerate(sys.stdin):
        try:
            found = len(reader.nearest(encoder.encode_question(f"{number}"), 5, Filters()))
            say(f"found {found} of {reader.counts()[1]}")
        except LibraryMissing:
            say("missing")
    return None


def back_up(home: Path, file: str) -> object:
    """Back up the library; say once something is written, and go no further."""
    backing_up.back_up(home, None, Path(file), overwrite=True, on_progress=lambda *_: stop("writing"))
    return None


def move_in(home: Path, file: str) -> object:
    """Restore a backup; say once something is put in, and go no further."""
    moving_in.move_in(Path(file), home, MadeUp, lambda doing, *_: doing == moving_in.PUTTING and stop("putting"))
    return None


def stop(line: str) -> None:
    say(line)
    sys.stdin.read()


def converse(home: Path, conversation: str, most: str = "") -> object:
    """Ask and keep answers, saying each turn's id once it is kept; where there is a most, be stuck in the next."""
    store = Conversations(Database(home))
    for number in count():
        turn = f"t{number}"
        first = store.ask(conversation, turn, f"Question {number}?")
        if str(number) == most:
            say("asking")
            sys.stdin.read()
        store.answer(turn, answer(first))
        say(turn)
    return None


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    _WHAT: dict[str, Callable[..., object]] = {
        "ingest": ingest,
        "die": die,
        "rebuild": rebuild,
        "watch": watch,
        "open": open_,
        "attend": attend,
        "converse": converse,
        "back_up": back_up,
        "move_in": move_in,
    }
    _started = time.monotonic()
    try:
        say(json.dumps(_WHAT[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])))
    except FootnoteError as _error:
        say(json.dumps({"error": type(_error).__name__, "message": str(_error)}))
        sys.exit(3)
