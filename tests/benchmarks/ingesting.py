"""What an ingest costs: paragraphs a second, a second run, and memory beside the size of the dump.

Every figure is of a process of its own. `python -m tests.benchmarks.ingesting [DATA] [--articles 100]`: DATA as in
CONTRIBUTING.md, without it articles are made up; so many articles are embedded for the first figure.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.encoder import made_up
from tests.made import MadeUp

ARTICLES = 100
"""Embedded to see how many paragraphs a second that makes."""

MADE_UP = 300
"""Articles made up where no data are named."""

FEWER = 5
"""A real ingest of all articles is set beside one of so many times fewer."""

DIRECTIONS = 24
"""In which made-up vectors lie."""

TIMES = 10
"""So many times the articles, each under an address of its own, for the memory of --dry-run."""


class Named(MadeUp):
    """Made-up vectors, quickly, under the name of the encoder that comes with it.

    They lie in few directions, as real ones do: an index of wholly random ones takes several times as long to make.
    """

    def __init__(self) -> None:
        super().__init__("all-MiniLM-L6-v2", 384)
        self._directions = np.random.default_rng(0).standard_normal((DIRECTIONS, self.dimension), np.float32)

    def encode(self, texts: list[str]) -> NDArray[np.float32]:  # type: ignore[override]  # a list is what it is given
        chance = np.random.default_rng(zlib.crc32("".join(texts).encode("utf-8", "surrogatepass")))
        rows = chance.standard_normal((len(texts), DIRECTIONS), np.float32) @ self._directions
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def main(data: Path | None, articles: int = ARTICLES) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = list(_lines(data))
        whole = _dump(folder / "whole.jsonl", lines)
        _report_speed(folder, lines[:articles])
        _report_second_run(folder, whole, lines)
        _report_memory(folder, lines, whole)


def _report_speed(folder: Path, lines: list[str]) -> None:
    some, home = _dump(folder / "some.jsonl", lines), folder / "real"
    seconds, _, said = _run("ui.commands", "ingest", some, "--home", home, "--json")
    report = json.loads(said)
    print(
        f"{len(lines):,} articles, {report['passages']:,} paragraphs: {seconds:.1f} s in all, "
        f"{report['passages'] / seconds:.0f} paragraphs a second ({report['embedded']:,} texts encoded, sentences too)"
    )


def _report_second_run(folder: Path, whole: Path, lines: list[str]) -> None:
    home, fewer = folder / "whole", _dump(folder / "fewer.jsonl", lines[::FEWER])
    seconds, peak, said = _run("tests.benchmarks.ingesting", "child", whole, home)
    _, small_peak, small_said = _run("tests.benchmarks.ingesting", "child", fewer, folder / "fewer")
    passages, small = int(said), int(small_said)
    print(f"with made-up vectors {passages:,} paragraphs in {seconds:.1f} s: {passages / seconds:.0f} a second")
    print(
        f"memory of it: {peak / 1024:.0f} MB for {passages:,} passages, {small_peak / 1024:.0f} MB for {small:,}: "
        f"{(peak - small_peak) / (passages - small):.2f} KB a passage more"
    )
    runs = sorted(_run("ui.commands", "ingest", whole, "--home", home)[0] for _ in range(3))
    print(
        f"again, all {len(lines):,} articles unchanged: {runs[1]:.2f} s ({runs[0]:.2f} to {runs[-1]:.2f}), "
        "start of Python included"
    )


def _report_memory(folder: Path, lines: list[str], whole: Path) -> None:
    many = _dump(folder / "many.jsonl", _repeated(lines))
    _, one, _ = _run("ui.commands", "ingest", whole, "--dry-run", "--home", folder / "none")
    _, ten, _ = _run("ui.commands", "ingest", many, "--dry-run", "--home", folder / "none")
    print(
        f"peak of --dry-run: {one / 1024:.0f} MB for {len(lines):,} articles, {ten / 1024:.0f} MB for "
        f"{TIMES * len(lines):,}: {ten / one:.2f} times"
    )


def _run(module: str, *words: object) -> tuple[float, int, str]:
    """Seconds, peak memory in KB and what it said, of a process of its own."""
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", module, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{module} {words} ended with {process.returncode}")
    return time.monotonic() - started, usage.ru_maxrss, said


def _lines(data: Path | None) -> Iterator[str]:
    if data is None:
        yield from _made_up_lines()
        return
    with gzip.open(data / "news" / "articles.jsonl.gz", "rt", encoding="utf-8") as file:
        yield from file


def _made_up_lines() -> Iterator[str]:
    chance = random.Random(3)  # noqa: S311  a sample, not a secret
    for number in range(MADE_UP):
        text = "\n\n".join(made_up(chance).capitalize() for _ in range(25))
        yield json.dumps({"url": f"https://example.org/{number}", "title": f"Story {number}", "text": text}) + "\n"


def _repeated(lines: list[str]) -> Iterator[str]:
    for turn in range(TIMES):
        for line in lines:
            record = json.loads(line)
            yield json.dumps(record | {"url": f"{record['url']}?turn={turn}"}) + "\n"


def _dump(path: Path, lines: Iterator[str] | list[str]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(lines)
    return path


def _child(source: Path, home: Path) -> None:
    """An ingest with made-up vectors; says how many passages there are."""
    from ingest.ingesting import ingest
    from ingest.pieces import pieces_of

    print(ingest(pieces_of(source), home, Named()).passages)


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        _child(*map(Path, sys.argv[2:]))
    else:
        parser = argparse.ArgumentParser(description=__doc__)
        parser.add_argument("data", type=Path, nargs="?")
        parser.add_argument("--articles", type=int, default=ARTICLES)
        asked = parser.parse_args()
        main(asked.data, asked.articles)
