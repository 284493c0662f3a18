"""The lines of a PDF file as they are printed, each with its place on the page."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from ingest.decode import Unreadable

_CHILD = Path(__file__).with_name("child.py")
_MOST_SECONDS = 120  # the child stops after a minute of computing; a busy machine may take longer over that
_PROBLEMS = {
    "password": "it is protected with a password; save a copy without one",
    "long": "it has more pages or text than any article; split it, or save the article from it",
    "damaged": "it is no PDF file, or a damaged one; print it to a new PDF file",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of one that stands in one column; coordinates grow to the right and up."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """That of its letters, more or less their size."""
        return max(self.top - self.bottom, 0.1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its height and its lines."""

    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF file's pages, and what its properties call it."""

    sheets: tuple[Sheet, ...]
    title: str
    author: str


def print_lines(data: bytes) -> Printed:
    """Read a PDF file in a process of its own; raises `Unreadable` where it cannot be read."""
    command = [sys.executable, "-P", str(_CHILD)]  # without our folder, whose modules would hide others
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_MOST_SECONDS, check=True)  # noqa: S603
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        raise Unreadable("reading it fails, or takes too long; print the article in it to a new PDF file") from None
    told = json.loads(done.stdout)
    if problem := told.get("problem"):
        raise Unreadable(_PROBLEMS[problem])
    sheets = tuple(Sheet(height, tuple(Line(*line) for line in lines)) for height, lines in told["pages"])
    return Printed(sheets, told["properties"].get("Title", ""), told["properties"].get("Author", ""))
