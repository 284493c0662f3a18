"""All benchmarks, as tables: `make bench`, or `make bench DATA=folder` with public data (see CONTRIBUTING.md)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.benchmarks import (
    answering,
    claims,
    copying,
    encoder,
    finding,
    following,
    ingesting,
    injections,
    killing,
    long,
    many,
    multihop,
    pages,
    peers,
    size,
    squad,
    starting,
)
from tests.benchmarks.crowd import Crowd
from tests.benchmarks.known import Posed


def main(data: Path | None) -> None:
    print("Cold start: the whole process, against importing Chroma alone, in turn")
    starting.main()
    print("\nA warm page: questions to the sample library")
    answering.main()
    print("\nMany pages: a question on each every ten seconds (python -m tests.benchmarks.many --help for longer)")
    many.main(Crowd(pages=20, seconds=30, every=10))
    many.main(Crowd(pages=20, seconds=30, every=10), slowly=True)
    print("\nA long conversation in Chromium, beside a new one")
    long.main()
    print("\nThe encoder: paragraphs a second, against Chroma's default function")
    encoder.main(data)
    print("\nWeb pages: the article in each, against what a person copied from it, beside plain trafilatura")
    pages.main(data)
    print("\nCopies: reprints made of the data's articles (of invented ones without), and what only looks like one")
    copying.main(data)
    print("\nIngesting: speed, a second run, memory (python -m tests.benchmarks.ingesting --help for more articles)")
    ingesting.main(data)
    print("\nKilling: ingests killed at random moments and run again, against the library that none would have left")
    killing.main()
    print("\nClaims: sentences altered in one thing, told from faithful ones")
    claims.main(data)
    print("\nInjections: the data's orders (invented ones without) hidden in articles, and a chat model that obeys all")
    injections.main(data)
    if data:
        with tempfile.TemporaryDirectory() as folder:
            _quality(data, Path(folder))
        print("\nFollowing: questions that lean on those before them, against a person's stand-alone rewrites")
        following.main(data)
        print("\nSize: a library made of the data's articles (python -m tests.benchmarks.size --help for others)")
        size.main(data)
    else:
        with tempfile.TemporaryDirectory() as folder:
            _questions(None, Posed.of(None, "squad").library(Path(folder) / "own"))


def _quality(data: Path, folder: Path) -> None:
    news = folder / "news"
    print("\nFinding: news questions, on the articles ingested for this")
    finding.main(data, news)
    _questions(data, Posed.of(data, "squad").library(folder / "squad"), news)
    print("\nSeveral facts, added to the news: questions that compare outlets and days, and some that none answers")
    multihop.main(data, news)


def _questions(data: Path | None, first: Path, *others: Path) -> None:
    """Everything is encoded once: these libraries know the vectors."""
    print("\nAnswering: the paragraph, the sentence, and whether there is an answer at all")
    squad.main(data, first)
    print("\nPeers: the same articles and questions (python -m tests.benchmarks.peers --help for fewer)")
    peers.main(data, [first, *others])


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
