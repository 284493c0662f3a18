"""Web pages: the article in each, beside plain trafilatura, measured by what a person copied from it.

F1 as scrapinghub/article-extraction-benchmark defines it: shingles of four words, with their counts; for each page the
right, the superfluous and the missing as shares of all; precision and recall of these, averaged over the pages; F1 of
the two averages. Only body paragraphs count: the bodies there leave out captions (12 of 13) and links to other stories.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from trafilatura import extract

from assistant.domain import Kind
from ingest.clean import clean
from ingest.decode import Unreadable
from ingest.webpage.aligned import folded
from ingest.webpage.reading import web_page
from ingest.webpage.source import source_of
from ingest.webpage.tree import tree_of

OWN = Path(__file__).parents[1] / "pages"
_SHINGLE = 4  # words
_NOT_DRAWN = (
    "//head|//script|//style|//noscript|//template|//svg|//iframe|//object|//canvas|//audio|//video|//*[@hidden]"
    "|//*[contains(translate(@style, ' ', ''), 'display:none')]"
    "|//*[contains(translate(@style, ' ', ''), 'visibility:hidden')]"
)

Shingles = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Copied:
    """A page, and the article's paragraphs as a person copied them."""

    source: str
    body: str


@dataclass(frozen=True, slots=True)
class Score:
    """Averages over pages."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def copied_in(folder: Path) -> Iterator[Copied]:
    """The pages of a folder with ``bodies.jsonl`` and ``pages/``, packed or plain."""
    for line in (folder / "bodies.jsonl").read_text(encoding="utf-8").splitlines():
        known = json.loads(line)
        [path] = (folder / "pages").glob(f"{known['id']}.html*")
        data = path.read_bytes()
        yield Copied(source_of(gzip.decompress(data) if path.suffix == ".gz" else data, None), known["body"])


def score(bodies: Sequence[str], found: Sequence[str]) -> Score:
    """How well texts match bodies, as the benchmark named above counts it."""
    counts = [_compared(shingles(body), shingles(text)) for body, text in zip(bodies, found, strict=True)]
    return Score(
        statistics.mean(right / (right + more) for right, more, _ in counts if right + more),
        statistics.mean(right / (right + less) for right, _, less in counts if right + less),
    )


def shingles(text: str) -> Shingles:
    """Each four words that follow each other; all the words of a shorter text."""
    words = re.findall(r"\w+", text)
    last = max(len(words) - _SHINGLE, 0)
    return Counter(tuple(words[at : at + _SHINGLE]) for at in range(last + 1) if words)


def _compared(body: Shingles, text: Shingles) -> tuple[int, int, int]:
    """Right, superfluous and missing."""
    return (body & text).total(), (text - body).total(), (body - text).total()


def kept_apart(bodies: Sequence[str], found: Sequence[Sequence[str]]) -> float:
    """The share of the paragraphs copied that are a paragraph of the article, neither cut nor joined to another."""
    kept = total = 0
    for body, paragraphs in zip(bodies, found, strict=True):
        ours = Counter(map(folded, paragraphs))
        copied = Counter(letters for text in body.split("\n\n") if (letters := folded(text)))
        kept, total = kept + (ours & copied).total(), total + copied.total()
    return kept / total


def main(data: Path | None) -> None:
    folder = data / "html" if data else OWN
    pages = list(copied_in(folder))
    bodies = [page.body for page in pages]
    print(f"{len(pages)} pages; F1, precision, recall; paragraphs kept apart; milliseconds a page")
    for name, read in (("Footnote", _read), ("trafilatura", _plain)):
        read(pages[0].source)  # what is imported and compiled once
        started = time.perf_counter()
        found = [read(page.source) for page in pages]
        took = (time.perf_counter() - started) * 1000 / len(pages)
        scored = score(bodies, ["\n\n".join(paragraphs) for paragraphs in found])
        apart = kept_apart(bodies, found)
        print(
            f"  {name:<12} {scored.f1:.4f}  {scored.precision:.4f}  {scored.recall:.4f}   {apart:.3f}   {took:5.1f}",
            flush=True,
        )
    shares = [_kept(page.source) for page in pages]
    print(f"  characters that a page shows, kept as paragraph or furniture: {statistics.mean(shares):.4%}")


def _read(source: str) -> list[str]:
    """What Footnote takes for the article: its body paragraphs."""
    try:
        return [each.text for each in web_page(source).body.paragraphs if each.kind is Kind.BODY]
    except Unreadable:
        return []


def _plain(source: str) -> list[str]:
    return (extract(source, include_comments=False) or "").split("\n")


def _kept(source: str) -> float:
    """The share of the letters that a page shows that is in a paragraph or in furniture."""
    body = web_page(source).body
    kept = Counter(folded("".join(each.text for each in (*body.paragraphs, *body.furniture))))
    shown = Counter(folded(clean(_shown(source))))
    return (shown & kept).total() / shown.total()


def _shown(source: str) -> str:
    """The text of a page without what no browser draws."""
    tree = tree_of(source)
    for element in tree.xpath(_NOT_DRAWN):
        if element.getparent() is not None:
            element.drop_tree()
    return str(tree.text_content())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", type=Path, help="a folder with html/bodies.jsonl and html/pages/")
    main(parser.parse_args().data)
