"""All benchmarks, as tables: `make bench`, or `make bench DATA=folder` with public data (see CONTRIBUTING.md)."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks import answering, encoder, finding, following, multihop, size, starting


def main(data: Path | None) -> None:
    print("Cold start: the whole process, against importing Chroma alone, in turn")
    starting.main()
    print("\nA warm page: questions to the sample library")
    answering.main()
    print("\nThe encoder: paragraphs a second, against Chroma's default function")
    encoder.main(data)
    if data:
        print("\nFinding: news questions, on the articles ingested for this")
        finding.main(data)
        print("\nSeveral facts: questions that compare outlets and days, and some that none answers")
        multihop.main(data)
        print("\nFollowing: questions that lean on those before them, against a person's stand-alone rewrites")
        following.main(data)
        print("\nSize: a library made of the data's articles (python -m tests.benchmarks.size --help for others)")
        size.main(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
