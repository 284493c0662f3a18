"""Whether reprints are found among the news, by kind of edit, and what is mistaken for one."""

from __future__ import annotations

import random
import sys
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np

from assistant.domain import Paragraph
from ingest.copies.candidates import Sighted, candidates
from ingest.copies.grams import Codes, codes_of, grams
from ingest.copies.groups import grouped
from ingest.copies.likeness import Told, same_story
from ingest.copies.sketch import Sketch
from ingest.draft import Draft
from ingest.read import read
from tests.benchmarks.desk import HELD_OUT, KNOWN, LOOKALIKES, Desk, Edit, Story, elsewhere

EDITED = 100
"""Stories of each half that are edited, each in every way; the others are news that lookalikes are made of."""

INVENTED = 700

SHORTEST = 6
"""Paragraphs of a story that is edited."""

HASHES, SIMILAR = 128, 0.7
"""Of MinHash, beside which the rule is set: as many hashes and a threshold as are usual for duplicates."""

Pair = tuple[int, int]
Find = Callable[[Sequence[Story]], set[Pair]]


@dataclass(frozen=True, slots=True)
class Tally:
    """Pairs of reprints that were there, that were found, and pairs of others that were taken for some."""

    there: int
    found: int
    mistaken: int


def main(data: Path | None) -> None:
    """Print recall by kind of edit, what is mistaken, and both in all, for our rule and its peers."""
    stories = list(_stories(data))
    for half, name in ((0, "tuned on"), (1, "held out")):
        print(f"Articles {name} ({EDITED} edited in each way), edits marked * held out")
        _measure([each for each in stories if zlib.crc32(each.name.encode()) % 2 == half])


def _measure(stories: Sequence[Story]) -> None:
    ways: Mapping[str, Find] = {"Footnote": linked, "equal text": equal, "MinHash": similar}
    print(f"{'recall':34}" + "".join(f"{name:>12}" for name in ways) + f"{'3-grams':>10}")
    tallies: dict[str, list[Tally]] = {name: [] for name in ways}
    for kind, edit in {**KNOWN, **{f"{kind} *": edit for kind, edit in HELD_OUT.items()}}.items():
        made = _made(stories, lambda story, desk, edit=edit: elsewhere(edit(story, desk), desk))
        here = {name: _tally(find([*stories, *made]), stories, made) for name, find in ways.items()}
        for name, tally in here.items():
            tallies[name].append(tally)
        recalls = "".join(f"{each.found / each.there:12.3f}" for each in here.values())
        print(f"{kind:34}{recalls}{_alike(stories, made):10.2f}")
    print("mistaken for copies, of as many")
    for kind, edit in LOOKALIKES.items():
        made = _made(stories, edit)
        here = {name: _tally(find([*stories, *made]), stories, made) for name, find in ways.items()}
        for name, tally in here.items():
            tallies[name].append(replace(tally, there=0, found=0))
        print(f"{kind:34}" + "".join(f"{each.mistaken:12}" for each in here.values()))
    for what, share in (("precision", _precision), ("recall", _recall)):
        print(f"{what + ' in all':34}" + "".join(f"{share(each):12.3f}" for each in tallies.values()))


def linked(stories: Sequence[Story]) -> set[Pair]:
    """What an ingest would link: candidates read side by side, pairs joined to groups."""
    codes = [_codes(each) for each in stories]
    sighted = [Sighted(Sketch.of(its), each.outlet, each.day) for its, each in zip(codes, stories, strict=True)]
    told = [Told(its, each.outlet, each.day) for its, each in zip(codes, stories, strict=True)]
    pairs = [pair for pair in candidates(sighted) if same_story(told[pair[0]], told[pair[1]])]
    groups = grouped((str(one), str(other)) for one, other in pairs)
    return {(int(one), int(other)) for one, others in groups.items() for other in others if int(one) < int(other)}


def equal(stories: Sequence[Story]) -> set[Pair]:
    """Those whose texts have the same digest when case, space and punctuation are folded."""
    return _alike_by([_codes(each).tobytes() for each in stories])


def similar(stories: Sequence[Story]) -> set[Pair]:
    """Those whose MinHashes of 3-grams (Broder 1997) say that they share most."""
    signatures = np.array([_signature(each) for each in stories])
    found: set[Pair] = set()
    for number, signature in enumerate(signatures):
        likeness = (signatures[number + 1 :] == signature).mean(axis=1)
        found |= {(number, number + 1 + int(other)) for other in np.flatnonzero(likeness >= SIMILAR)}
    return found


@cache
def _signature(story: Story) -> Codes:
    factors = np.random.default_rng(0).integers(1, 1 << 62, HASHES, np.uint64) * np.uint64(2) + np.uint64(1)
    runs = grams(_codes(story), 3)
    return (runs[:, np.newaxis] * factors).min(axis=0, initial=np.iinfo(np.uint64).max)


def _alike_by(keys: Sequence[bytes]) -> set[Pair]:
    same: dict[bytes, list[int]] = {}
    for number, key in enumerate(keys):
        same.setdefault(key, []).append(number)
    return {pair for numbers in same.values() for pair in combinations(numbers, 2)}


def _made(stories: Sequence[Story], edit: Edit) -> list[Story]:
    """One article of each story that is edited; the same in every run."""
    first, others = _edited(stories)
    desk = Desk(random.Random(0), others, list(others))  # noqa: S311  a sample, not a secret
    return [edit(each, desk) for each in first]


def _edited(stories: Sequence[Story]) -> tuple[list[Story], list[Story]]:
    long = [each for each in stories if len(each.paragraphs) >= SHORTEST]
    return long[:EDITED], long[EDITED:]


def _tally(pairs: set[Pair], stories: Sequence[Story], made: Sequence[Story]) -> Tally:
    """Pairs of a story and what was made of it; pairs among the stories as they were are looked at by eye."""
    names = [each.name for each in (*stories, *made)]
    number = {each.name: index for index, each in enumerate(stories)}
    wanted = {(number[each.name], len(stories) + index) for index, each in enumerate(made) if each.name in number}
    mistaken = [pair for pair in pairs if names[pair[0]] != names[pair[1]] and pair[1] >= len(stories)]
    return Tally(len(wanted), len(wanted & pairs), len(mistaken))


def _precision(tallies: Sequence[Tally]) -> float:
    found = sum(each.found for each in tallies)
    return found / max(1, found + sum(each.mistaken for each in tallies))


def _recall(tallies: Sequence[Tally]) -> float:
    return sum(each.found for each in tallies) / sum(each.there for each in tallies)


def _alike(stories: Sequence[Story], made: Sequence[Story]) -> float:
    """The share of 3-grams that a story and what was made of it have in common, on average."""
    pairs = [
        (grams(_codes(one), 3), grams(_codes(other), 3)) for one, other in zip(_edited(stories)[0], made, strict=True)
    ]
    return float(np.mean([len(np.intersect1d(*pair)) / max(1, len(np.union1d(*pair))) for pair in pairs]))


@cache
def _codes(story: Story) -> Codes:
    return codes_of([Paragraph(number, text) for number, text in enumerate(story.paragraphs, start=1)])


def _stories(data: Path | None) -> Iterator[Story]:
    if data is None:
        chance = random.Random(0)  # noqa: S311  a sample, not a secret
        words = [_word(chance) for _ in range(6000)]
        yield from (_invented(number, chance, words) for number in range(INVENTED))
        return
    for draft in read(data / "news" / "articles.jsonl.gz"):
        if isinstance(draft, Draft):
            about, texts = draft.description, tuple(each.text for each in draft.paragraphs if each.kind == "body")
            yield Story(draft.key, about.title, about.outlet or "", about.day, texts or (about.title,))


def _invented(number: int, chance: random.Random, words: Sequence[str]) -> Story:
    def sentence() -> str:
        # As in any language, few words are most of what is said.
        return (
            " ".join(words[int(len(words) ** chance.random()) - 1] for _ in range(chance.randint(8, 26))).capitalize()
            + "."
        )

    paragraphs = tuple(" ".join(sentence() for _ in range(chance.randint(1, 3))) for _ in range(chance.randint(6, 40)))
    day = date(2025, 1, 1) + timedelta(days=chance.randrange(700))
    return Story(f"invented {number}", sentence(), chance.choice(("Quay", "Mill", "Tower")), day, paragraphs)


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(1, 4)))


if __name__ == "__main__":
    started = time.perf_counter()
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    print(f"{time.perf_counter() - started:.0f} s")
