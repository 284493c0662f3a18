"""Memory given back."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from assistant.corpus.memory import give_back


def _kilobytes() -> int:
    said = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in said.splitlines() if line.startswith("RssAnon")))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems give it back by themselves, or not at all")
def test_what_was_freed_between_what_is_kept_goes_back_to_the_system() -> None:
    pieces = [bytearray(100_000) for _ in range(2_000)]
    for each in pieces:
        each[::1000] = b"x" * 100
    kept = pieces[::10]
    del pieces, each
    before = _kilobytes()

    give_back()

    assert _kilobytes() < before - 100_000
    assert len(kept) == 200
