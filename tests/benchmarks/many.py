"""Many pages open on one installation: how soon the first words come, whose they are, and what the server keeps.

    python -m tests.benchmarks.many [--home LIBRARY --questions FILE] [--pages 20] [--seconds 300] [--every 10]
                                 [--rounds 2]

One `footnote chat`, and visitors that speak its protocol over loopback. Every question carries a mark by which a page
that is shown another's would be told; and once the server is gone, every conversation is held again in one process,
question by question: each reply must be the one that was shown. One page alone comes first, for comparison. --slowly:
a scripted server in OpenAI's protocol answers in place of the articles' own words, a word every third of a second.
--rounds: when all pages are closed and forgotten, as many new ones ask on the same server, and end at the same memory.
`make bench` runs two short ones on the sample library. Reads /proc, so Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median

from assistant.domain import Abstention, Answer
from assistant.embeddings import open_encoder
from assistant.library import open_library
from assistant.settings import EXTRACTIVE, Settings
from ingest.ingesting import ingest
from ingest.read import read
from tests.benchmarks.crowd import Crowd, Page, Server, marked, serving
from tests.benchmarks.footprint import Held, held, told
from tests.benchmarks.visitor import said
from tests.providers import Asked, Provider, Says
from ui.answer_data import abstention_data, answer_data
from ui.clock import today

ROOT = Path(__file__).parents[2]
FORGOTTEN_SECONDS = 5
"""After which the server forgets a page that was closed, in place of the ten minutes in which one may come back to it.
It does so when the next one is closed."""

SLOW = 0.3
_LAST_PAGE = 99
_SHOWN = re.compile(r"^\[1\] [^:]*: (.*?[.!?])(?=\s|$)", re.MULTILINE)
_ASKED = re.compile(r"[^:\n]*\(\d\dx\d\d\d\)")


def main(
    crowd: Crowd, home: Path | None = None, questions: Path | None = None, *, rounds: int = 1, slowly: bool = False
) -> None:
    posed = [json.loads(line)["question"] for line in _lines(questions or ROOT / "tests" / "evals" / "seeds.jsonl")]

    def question(page: int, number: int) -> str:
        return marked(posed[(page * 7 + number) % len(posed)], page, number)

    with tempfile.TemporaryDirectory() as folder, _answerer(slowly=slowly) as environment:
        library = _library(home, Path(folder) / "library")
        forgetful = ("STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL", str(FORGOTTEN_SECONDS))
        with serving(library, Path(folder) / "log", [*environment, forgetful]) as server:
            alone = Crowd(1, min(20, crowd.seconds), 1).run(server, question, lambda _: None)
            _tell("one page alone", alone)
            pages = _in_rounds(server, crowd, question, rounds)
        _tell(f"{len(pages)} pages", pages)
        _tell_whose(pages)
        if not slowly:
            print(f"replies as in one process   {_compared(pages, library)}")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _library(home: Path | None, folder: Path) -> Path:
    if home is None:
        ingest(read(ROOT / "seeds"), folder, open_encoder(None, None))
    else:
        shutil.copytree(home, folder)
    return folder


def _in_rounds(server: Server, crowd: Crowd, question: Callable[[int, int], str], rounds: int) -> list[Page]:
    """The pages of all rounds, with what each cost the server, and what of it stays."""
    pages: list[Page] = []
    left: list[Held] = []
    for number in range(rounds):
        here = replace(crowd, first=number * crowd.pages)
        print(f"round {number + 1}")
        pages += _followed(server, here, question)
        left.append(_forgotten(server, question))
        print(f"{'closed':>12} {left[-1].own:>11.0f} {left[-1].whole:>11.0f}")
    if rounds > 1:
        print(f"the last round left {left[-1].own - left[0].own:+.0f} MB of its own more than the first")
    return pages


def _forgotten(server: Server, question: Callable[[int, int], str]) -> Held:
    """What is held when all pages are closed and forgotten."""
    time.sleep(FORGOTTEN_SECONDS + 1)
    Crowd(1, 1, 1, first=_LAST_PAGE).run(server, question, lambda _: None)
    time.sleep(1)
    return held(server, 0)


def _followed(server: Server, crowd: Crowd, question: Callable[[int, int], str]) -> list[Page]:
    """The crowd's pages, with what they cost the server."""
    noted: list[Held] = []
    worked, began, own = server.seconds_worked, time.monotonic(), time.process_time()
    pages = crowd.run(server, question, lambda asked: noted.append(held(server, asked)))
    seconds = time.monotonic() - began
    worked, own = server.seconds_worked - worked, time.process_time() - own
    print(
        f"server                      {worked / seconds:.0%} of a core, {1000 * worked / len(noted):.0f} ms a question "
        f"(the visitors: {own / seconds:.0%}); load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; "
        f"{server.threads} threads at the end"
    )
    print("\n".join(told(noted)))
    return pages


def _tell(name: str, pages: Sequence[Page]) -> None:
    asked = [each for page in pages for each in page.asked]
    print(f"{name:<20} words  {_spread([each.words for each in asked])}")
    print(f"{'':<20} whole  {_spread([each.whole for each in asked])}")


def _spread(taken: Sequence[float | None]) -> str:
    known = sorted(each for each in taken if each is not None)
    missing = len(taken) - len(known)
    if not known:
        return f"none of {missing}"
    told = f"median {median(known):.2f} s, 19 of 20 within {known[int(0.95 * (len(known) - 1))]:.2f} s, "
    return f"{told}longest {known[-1]:.2f} s, of {len(known)}" + (f"; {missing} never came" if missing else "")


def _tell_whose(pages: Sequence[Page]) -> None:
    states = [each.state for page in pages for each in page.asked]
    told = ", ".join(f"{states.count(state)} {state or 'unfinished'}" for state in sorted(set(states)))
    print(f"replies                     {told}")
    print(f"pages shown what is another's  {sum(bool(page.anothers) for page in pages)}")
    for error in sorted({error for page in pages for error in page.errors}):
        print(f"an error was shown: {error}")


def _compared(pages: Sequence[Page], home: Path) -> str:
    """How many replies are those of the same conversation in a process where nobody else asks."""
    with open_library(Settings(home=home)) as library:
        from assistant.conversations.kept import turn

        same = count = 0
        for page in pages:
            history = []
            for asked in page.asked:
                *_, reply = library.stream(asked.question, history, today=today(), model=EXTRACTIVE)
                assert isinstance(reply, Answer | Abstention)
                history.append(turn(asked.question, reply))
                data = answer_data(reply) if isinstance(reply, Answer) else abstention_data(reply)
                same, count = same + (said(data) == asked.text), count + 1
    return f"{same} of {count}"


@contextmanager
def _answerer(*, slowly: bool) -> Iterator[Sequence[tuple[str, str]]]:
    """Who answers, as the environment names it."""
    if not slowly:
        yield [("FOOTNOTE_MODEL", EXTRACTIVE)]
        return
    with Provider("openai", [_quoting]) as provider:
        yield [
            ("FOOTNOTE_MODEL", provider.name), ("FOOTNOTE_MODEL_URL", provider.url), ("OPENAI_API_KEY", "none"),
        ]  # fmt: skip


def _quoting(asked: Asked) -> Says:
    """The first sentence of the first paragraph shown, word by word; a question to be put otherwise as it is."""
    told = asked.texts[-1]
    found = _SHOWN.search(told)
    if found is None:
        return Says([*_ASKED.findall(told)[-1:]] or ["NOT IN THE ARTICLES"])
    words = found[1].split(" ")
    return Says([*(f"{word} " for word in words[:-1]), f"{words[-1]}[1]"], delay=SLOW)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--questions", type=Path)
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--every", type=float, default=10)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--slowly", action="store_true")
    given = parser.parse_args(sys.argv[1:])
    crowd = Crowd(given.pages, given.seconds, given.every)
    main(crowd, given.home, given.questions, rounds=given.rounds, slowly=given.slowly)
