"""Twenty ingests killed at random moments and run again, against the library that none would have left.

Real `footnote ingest` processes, but for the encoder, whose vectors are made up: of new articles, of edits, with --sync
and with --rebuild. Every other kill waits until a batch is being written. Some stories are reprints of others, and each
outlet repeats a line. `python -m tests.benchmarks.killing [KILLS]`; some eight seconds a kill on two cores.
"""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.corpus.generation import Generation
from tests.looking import look
from tests.made import PARAGRAPHS, MadeUp, words

KILLS = 20
STORIES = 60
BATCH = 40
"""Passages written at once by the processes that are killed: some ten batches each."""

BATCH_SECONDS = 0.15
"""Of which writing one takes about so many: a kill that is aimed at one comes so late at most."""

OUTLETS = ("Harbour Gazette", "Quay Courier", "Hill Herald")
"""One after the other in the dump, so that the lines that they repeat are found at different times."""

REPRINTS = 6
"""One in so many stories is the one before it in another outlet, led anew."""


@dataclass(frozen=True)
class Phase:
    """A command, with the libraries from before and after it when nothing disturbs it, and how long it works."""

    name: str
    words: tuple[str, ...]
    before: Path
    after: Path
    seconds: float


def main(kills: int = KILLS) -> None:
    chance = random.Random(11)  # noqa: S311  a sample, not a secret
    same = dict.fromkeys(("new articles", "edits", "--sync", "--rebuild"), 0)
    counted, within = dict(same), 0
    with tempfile.TemporaryDirectory() as folder:
        phases = list(_phases(Path(folder)))
        wanted = {phase.name: look(phase.after) for phase in phases}
        for number in range(kills):
            phase = phases[number % len(phases)]
            home = Path(folder) / "disturbed"
            aimed = chance.uniform(0, BATCH_SECONDS) if number // len(phases) % 2 == 0 else None
            within += _disturb(phase, home, chance.uniform(0, phase.seconds), aimed)
            _work(phase, home)
            found = look(home)
            counted[phase.name] += 1
            if found.is_like(wanted[phase.name]) and not found.faults:
                same[phase.name] += 1
            else:
                print(f"kill {number + 1} ({phase.name}) differs: {found.faults[:3] or 'other contents'}")
    for name, number in same.items():
        print(f"{name:14}{number:3} of {counted[name]:2} the same")
    print(f"{'together':14}{sum(same.values()):3} of {kills:2} the same; {within} killed in the middle of a batch")


def _disturb(phase: Phase, home: Path, kill_after: float, aimed: float | None) -> bool:
    """Kill a phase's command in a new copy of the library from before it; whether it was writing a batch."""
    shutil.rmtree(home, ignore_errors=True)
    if phase.before.exists():
        shutil.copytree(phase.before, home)
    _work(phase, home, kill_after, aimed)
    return Generation(home).read() % 2 == 1


def _phases(folder: Path) -> Iterator[Phase]:
    """First a dump of stories, then edits of some and others beside them, then what has gone; then all made anew."""
    dump, home = folder / "dump.jsonl", folder / "home"
    for number, (name, command, records) in enumerate(
        (
            ("new articles", (str(dump),), _records(range(STORIES))),
            ("edits", (str(dump),), _records(range(STORIES), edited=3) + _records(range(STORIES, STORIES + 9))),
            ("--sync", (str(dump), "--sync"), _records(range(20, STORIES), edited=4)),
            ("--rebuild", ("--rebuild",), None),
        )
    ):
        before, after = folder / f"before{number}", folder / f"after{number}"
        source = folder / f"dump{number}.jsonl"
        if records is not None:
            source.write_text("".join(records), encoding="utf-8")
        if home.exists():
            shutil.copytree(home, before)
        phase = Phase(name, command, before, after, 0)
        seconds = _work(phase, home)
        shutil.copytree(home, after)
        yield Phase(name, command, before, after, seconds)


def _work(phase: Phase, home: Path, kill_after: float | None = None, within_a_batch: float | None = None) -> float:
    """Run a phase's command, killed so long after it has taken the lock; returns how long it worked.

    within_a_batch: then so long after it has begun to write.
    """
    dump = home.parent / "dump.jsonl"
    source = phase.before.with_name(phase.before.name.replace("before", "dump") + ".jsonl")
    if source.exists():
        shutil.copy(source, dump)
    command = [sys.executable, "-m", "tests.benchmarks.killing", "child", "ingest", *phase.words, "--home", str(home)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while process.poll() is None and not _holds(home, process.pid):
        time.sleep(0.005)
    began = time.monotonic()
    if kill_after is None:
        complaint = process.communicate()[1].decode()
        if process.returncode:
            raise RuntimeError(complaint)
        return time.monotonic() - began
    time.sleep(kill_after)
    if within_a_batch is not None:
        while process.poll() is None and Generation(home).read() % 2 == 0:
            time.sleep(0.001)
        time.sleep(within_a_batch)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return kill_after


def _holds(home: Path, pid: int) -> bool:
    """Whether a process has taken the ingest's lock."""
    try:
        return bool(json.loads((home / "ingest.holder").read_text(encoding="utf-8"))["pid"] == pid)
    except (OSError, ValueError, KeyError):
        return False


def _records(numbers: range, edited: int = 0) -> list[str]:
    """Stories as lines; of every so many one is edited."""
    return [_record(number, edited if edited and number % edited == 0 else 0) for number in numbers]


def _record(number: int, edit: int) -> str:
    reprinted = number % REPRINTS == 1
    outlet = OUTLETS[(number // 20 + reprinted) % len(OUTLETS)]
    told = _reprinted(number - 1) if reprinted else _paragraphs(number)
    if edit:
        told[2] = f"This was put in later, with edit{edit}lantern{number}."
    record = {
        "url": f"https://example.org/story-{number}",
        "title": f"Story {number}",
        "outlet": outlet,
        "published": f"2025-03-{1 + number % 20:02}",
        "text": "\n\n".join([*told, f"Listen to the podcasts of the {outlet}."]),
    }
    return json.dumps(record) + "\n"


def _paragraphs(number: int) -> list[str]:
    return [f"{words(20, f'{number} {n}')[:-1]} lantern{number}x{n}." for n in range(1, PARAGRAPHS + 1)]


def _reprinted(number: int) -> list[str]:
    return [f"{words(20, f'{number} anew')[:-1]} lantern{number}anew.", *_paragraphs(number)[1:]]


def _child(said: list[str]) -> None:
    """The command itself, with made-up vectors and small batches."""
    from ingest import batch
    from ui import commands, ingest_command

    batch.PASSAGES = BATCH
    ingest_command.encoder_when_needed = lambda *_: MadeUp()
    sys.argv = ["footnote", *said]
    commands.main()


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        _child(sys.argv[2:])
    else:
        main(*map(int, sys.argv[1:]))
