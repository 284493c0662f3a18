"""Pages open at the same time with a question on each every few seconds, as their visitors and the server see it."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.visitor import Awaited, Visitor, visiting

PATIENCE_SECONDS = 60
_MARK = re.compile(r"\((\d\d)x\d\d\d\)")


@dataclass(frozen=True, slots=True)
class Server:
    """`footnote chat` at work, as /proc tells of it."""

    port: int
    process_id: int

    @property
    def megabytes(self) -> float:
        return int(self._proc("status").split("VmRSS:")[1].split()[0]) / 1000

    @property
    def own_megabytes(self) -> float:
        """Without the pages of files that it has mapped."""
        return int(self._proc("status").split("RssAnon:")[1].split()[0]) / 1000

    @property
    def threads(self) -> int:
        return int(self._proc("status").split("Threads:")[1].split()[0])

    @property
    def seconds_worked(self) -> float:
        """Of a core, so far."""
        user, system = self._proc("stat").rsplit(")", 1)[1].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def _proc(self, name: str) -> str:
        return Path(f"/proc/{self.process_id}/{name}").read_text(encoding="ascii", errors="replace")


@dataclass(slots=True)
class Page:
    """One visitor's page: what was asked there, and what was shown there that is another's."""

    number: int
    asked: list[Awaited] = field(default_factory=list)
    anothers: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)

    def look_for_anothers(self, visitor: Visitor) -> None:
        self.errors = visitor.errors
        told = " ".join([*visitor.seen, *(each.text for each in self.asked)])
        self.anothers = {mark for mark in _MARK.findall(told) if int(mark) != self.number}


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many pages are open, how long, and how often something is asked on each; first: the first page's number."""

    pages: int
    seconds: float
    every: float
    first: int = 0

    def run(self, server: Server, question: Callable[[int, int], str], noting: Callable[[int], None]) -> list[Page]:
        """Visit; question: of a page, its next; noting: told how many questions were answered by then."""
        return asyncio.run(self._run(server, question, noting))

    async def _run(
        self, server: Server, question: Callable[[int, int], str], noting: Callable[[int], None]
    ) -> list[Page]:
        pages = [Page(self.first + number) for number in range(self.pages)]

        async def visit(page: Page) -> None:
            async with visiting(server.port) as visitor:
                await asyncio.sleep(self.every * (page.number - self.first) / self.pages)  # not all in the same instant
                ends = time.monotonic() + self.seconds
                while time.monotonic() < ends:
                    next_one = asyncio.create_task(asyncio.sleep(self.every))
                    asked = await visitor.ask(question(page.number, len(page.asked)))
                    page.asked.append(asked)
                    await asyncio.wait([asyncio.create_task(asked.over.wait())], timeout=PATIENCE_SECONDS)
                    noting(sum(len(each.asked) for each in pages))
                    await next_one
                page.look_for_anothers(visitor)

        await asyncio.gather(*map(visit, pages))
        return pages


def marked(question: str, page: int, number: int) -> str:
    """The question with a mark by which it is known whose it is."""
    return f"{question} ({page:02}x{number:03})"


@contextmanager
def serving(home: Path, log: Path, environment: Sequence[tuple[str, str]] = ()) -> Iterator[Server]:
    """The page of a library, as `footnote chat` serves it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "ui.commands", "chat", "--port", str(port), "--no-browser", "--home", str(home)]
    with log.open("wb") as output:
        chat = subprocess.Popen(command, stdout=output, stderr=output, env={**os.environ, **dict(environment)})
    try:
        yield Server(port, _page_of(chat.pid, log))
    finally:
        chat.terminate()
        chat.wait(10)


def _page_of(chat: int, log: Path) -> int:
    """The process that draws the page, once it answers."""
    ends = time.monotonic() + PATIENCE_SECONDS
    while "the page is at" not in log.read_text(encoding="utf-8", errors="replace"):
        if time.monotonic() > ends:
            raise TimeoutError(f"the page was not served; {log} says why")
        time.sleep(0.1)
    return int(Path(f"/proc/{chat}/task/{chat}/children").read_text(encoding="ascii").split()[0])
