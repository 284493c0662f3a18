"""The page, with a chat model played by a script: what it writes, and what becomes of it, is in the question."""

from __future__ import annotations

import os
import runpy
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import ui
from assistant import library
from assistant.domain import (
    Abstention,
    Answer,
    Citation,
    Claim,
    Claimed,
    Consulting,
    Filters,
    Inquiry,
    Mending,
    Quote,
    Retrying,
    Searching,
    Step,
    Support,
    Usage,
    Written,
)
from assistant.errors import ModelTrouble
from assistant.settings import EXTRACTIVE

PAUSE = float(os.environ.get("PAUSE", "0.05"))
"""Between two words."""

HOSTILE = (
    "![pixel](http://pictures.invalid/p.png) <img src=http://pictures.invalid/i.png onerror=document.title=1> "
    "[click](javascript:document.title='owned') <script>document.title='owned'</script> http://links.invalid/ [7]."
)


class Play:
    """A chat model's answer to one question, from sentences that cite real paragraphs of the library."""

    def __init__(self, opened: library.Library, question: str, model: str, first_number: int) -> None:
        self.opened = opened
        self.question = question
        self.model = model
        self.number = first_number
        self.claims: list[Claim] = []
        self.citations: list[Citation] = []

    def steps(self) -> Iterator[Step]:
        asked = self.question
        yield Searching(len(self.opened.articles()))
        self.require_known()
        yield Consulting(self.model, 14)
        time.sleep(PAUSE * (40 if "patiently" in asked else 2))
        if "brokenly" in asked:
            yield from self.writing("The ferry is")
            yield Retrying("the server broke off in the middle; trying again in 2 seconds")
            time.sleep(PAUSE * 40)
        if "unanswered" in asked:
            yield Abstention(self.inquiry(), "the model found no answer in the passages", withheld=self.withheld())
            return
        yield from self.sentence("The ferry to Osmund Island runs all winter.", "for the first time", opens=True)
        yield from self.sentence("She expects 40,000 passengers by April.", "She expects 40,000 passengers by April.")
        if "doubtfully" in asked:
            yield from self.sentence(
                "The islanders pay 90 % of it.", "Two thirds of it is paid", problem="“90 %” is not in the paragraph cited"
            )
        if "hostilely" in asked:
            yield from self.sentence(HOSTILE, "Diesel and an extra deckhand", problem="“7” is not in the paragraph cited")
        yield from self.sentence("Diesel explains most of what it costs.", "Diesel and an extra deckhand", opens=True)
        if "slowly" in asked:
            yield from self.writing(f"{HOSTILE if 'hostilely' in asked else ''} Passengers are fewer than were expected." * 9)
        if "doubtfully" in asked:
            yield Mending(1)
            time.sleep(PAUSE * 40)
        yield Answer(self.inquiry(), tuple(self.claims), tuple(self.citations))

    def require_known(self) -> None:
        if self.model != "played:well":
            raise ModelTrouble(f"there is no model {self.model}; check its name, or `ollama pull` it")

    def writing(self, text: str) -> Iterator[Step]:
        for word in text.split(" "):
            time.sleep(PAUSE)
            yield Written(f"{word} ")

    def sentence(self, text: str, words: str, *, problem: str = "", opens: bool = False) -> Iterator[Step]:
        """Write a sentence; it rests on the paragraph that has these words."""
        yield from self.writing(text)
        citation = Citation(self.number, self.quote(words))
        support = Support.UNSUPPORTED if problem else Support.QUOTED if text == words else Support.SUPPORTED
        claim = Claim(text, (self.number,), support, problem or None, opens=opens)
        self.number += 1
        self.claims.append(claim)
        self.citations.append(citation)
        yield Claimed(claim, (citation,))

    def withheld(self) -> Sequence[Claim]:
        told = "The ferry was built in 1911 in Gdynia."
        return (Claim(told, (), Support.UNSUPPORTED, "“1911” and “Gdynia” are not in the paragraphs shown"),)

    def quote(self, words: str) -> Quote:
        articles = (self.opened.article(each.id) for each in self.opened.articles())
        found = ((article, paragraph) for article in articles for paragraph in article.paragraphs)
        article, paragraph = next(each for each in found if words in each[1].text)
        start = paragraph.text.index(words)
        return Quote(article.id, article.description, paragraph, start, start + len(words))

    def inquiry(self) -> Inquiry:
        usage = Usage("1", 2, 1840, 96, 0.0042)
        return Inquiry(self.question, self.question, Filters(), self.model, "none", usage=usage)


def played(stream: Callable[..., Iterator[Step]]) -> Callable[..., Iterator[Step]]:
    def play(
        self: library.Library, question: str, *given: object, model: str | None = None, **named: object
    ) -> Iterator[Step]:
        if (model or self.settings.model) == EXTRACTIVE:
            return stream(self, question, *given, **named)
        return Play(self, question, model or self.settings.model, int(named["first_number"])).steps()

    play.is_played = True
    return play


if not hasattr(library.Library.stream, "is_played"):
    library.Library.stream = played(library.Library.stream)
runpy.run_path(str(Path(ui.__file__).parent / "app.py"), run_name="__main__")
