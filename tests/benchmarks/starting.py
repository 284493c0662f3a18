"""How long `footnote ask` takes from nothing, against `import chromadb` in the same run."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

SEEDS = Path(__file__).parents[2] / "seeds"
RUNS = 5
QUESTION = "When did Armenia join the International Criminal Court?"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = str(Path(folder) / "library")
        footnote = [sys.executable, "-m", "ui.commands"]
        subprocess.run([*footnote, "ingest", str(SEEDS), "--home", home], check=True, capture_output=True)
        ask = [*footnote, "ask", QUESTION, "--home", home]
        chroma = [sys.executable, "-c", "import chromadb"]
        pairs = [(_seconds(ask), _seconds(chroma)) for _ in range(RUNS + 1)][1:]
    ratios = sorted(ours / theirs for ours, theirs in pairs)
    print(f"footnote ask      {median(ours for ours, _ in pairs):.2f} s")
    print(f"import chromadb   {median(theirs for _, theirs in pairs):.2f} s")
    print(f"ratio             {median(ratios):.2f} (pair by pair {ratios[0]:.2f} to {ratios[-1]:.2f})")


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
