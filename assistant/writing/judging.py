"""A second chat model that has the last word on sentences which passed every check of ours."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.domain import Place, Quote, Support
from assistant.errors import ModelTrouble
from assistant.models.chat import ChatModel, Prompt
from assistant.writing.account import Account
from assistant.writing.listening import heard
from assistant.writing.plainly import plainly
from assistant.writing.prompts import judging_prompt
from assistant.writing.shown import told
from assistant.writing.weighing import Weighed

log = logging.getLogger(__name__)

# "3: no – the paragraph says May", "**3.** Yes"; but not "3: no one was hurt".
_LINE = re.compile(r"[\s*_`>#-]*(\d{1,3})[\s*_`]*[:.)][\s*_`]*(yes|no)[\s*_`]*(?:[.,:;–—(-]+(.*))?", re.IGNORECASE)

_LONGEST_LINE = 1_000
_LONGEST_REASON = 160

# Of a model's room the sentences and what it is told take a part, the paragraphs the rest; three characters a token.
_SHARE = 0.6
_CHARACTERS_A_TOKEN = 3
_LEAST = 300
_MOST = 3_000


@dataclass(frozen=True, slots=True)
class Judged:
    """Sentences after a judge's word on them; trouble: why it had none, and they are as they were."""

    sentences: list[Weighed]
    trouble: str | None = None


class Judge:
    """Asks about the sentences; it may object to what passed, and clears nothing that did not."""

    def __init__(self, model: ChatModel) -> None:
        self._model = model

    @property
    def name(self) -> str:
        return self._model.name

    def asked_about(self, sentences: Sequence[Weighed]) -> list[Weighed]:
        """Those that are borne out in other words than the articles': of a quotation there is nothing to judge."""
        return [each for each in sentences if each.support is Support.SUPPORTED and each.quotes]

    def judged(self, sentences: Sequence[Weighed], account: Account) -> Judged:
        """The sentences, those that it objects to marked with its reason."""
        asked = self.asked_about(sentences)
        try:
            verdict = self._verdict(asked, account)
        except ModelTrouble as trouble:
            log.warning("%s did not judge the answer: %s", self.name, trouble)
            return Judged(list(sentences), str(trouble))
        if not verdict:
            return Judged(list(sentences), "it wrote no verdict")
        return Judged([self._marked(each, verdict.get(id(each))) for each in sentences])

    def _verdict(self, asked: Sequence[Weighed], account: Account) -> Mapping[int, str | None]:
        """What it says of the sentences, by their identity: of all at once, where it has the room for them."""
        prompt, half = prompt_for(asked, self._model.room), len(asked) // 2
        if half and prompt.tokens > self._model.room:
            return {**self._verdict(asked[:half], account), **self._verdict(asked[half:], account)}
        told = verdicts(self._written(prompt, account), len(asked))
        return {id(asked[at - 1]): reason for at, reason in told.items()}

    def _marked(self, sentence: Weighed, reason: str | None) -> Weighed:
        if reason is None:
            return sentence
        problem = f"{self.name} finds it not borne out" + (f": {reason}" if reason else "")
        return replace(sentence, support=Support.UNSUPPORTED, problem=problem)

    def _written(self, prompt: Prompt, account: Account) -> str:
        *_, text = heard(self._model, prompt, account)
        return text


def verdicts(text: str, count: int) -> dict[int, str | None]:
    """What a judge says of each sentence, by its number: None where it is borne out, else why it is not.

    What is no verdict on one of the sentences is nothing, and so are two on one sentence that contradict each other.
    """
    found: dict[int, str | None] = {}
    contradicted: set[int] = set()
    for number, reason in filter(None, map(_verdict, text.splitlines())):
        if number in found and (found[number] is None) != (reason is None):
            contradicted.add(number)
        if 1 <= number <= count:
            found.setdefault(number, reason)
    return {number: reason for number, reason in found.items() if number not in contradicted}


def _verdict(line: str) -> tuple[int, str | None] | None:
    read = _LINE.fullmatch(line) if len(line) <= _LONGEST_LINE else None
    if read is None:
        return None
    return int(read[1]), None if read[2].lower() == "yes" else _reason(read[3] or "")


def _reason(text: str) -> str:
    """As a clause without a full stop, on one line, with nothing in it that does not show."""
    words = plainly(text).rstrip(". ")
    return words if len(words) <= _LONGEST_REASON else f"{words[:_LONGEST_REASON].rstrip()} …"


def prompt_for(sentences: Sequence[Weighed], room: int) -> Prompt:
    """All that the sentences cite, each paragraph once, in as much of its words as there is room for."""
    quotes = {_place(quote): quote for each in sentences for quote in each.quotes}
    number = {place: at for at, place in enumerate(quotes, start=1)}
    longest = int(room * _SHARE * _CHARACTERS_A_TOKEN / max(1, len(quotes)))
    longest = max(_LEAST, min(_MOST, longest))
    about = _about(sentences)
    paragraphs = [
        told(quote.description, quote.paragraph.text, about[place], longest) for place, quote in quotes.items()
    ]
    cited = [(each.text, sorted({number[_place(quote)] for quote in each.quotes})) for each in sentences]
    return judging_prompt(paragraphs, cited)


def _about(sentences: Sequence[Weighed]) -> Mapping[Place, str]:
    """What is said with each paragraph as its ground, in one text."""
    said: dict[Place, list[str]] = {}
    for each in sentences:
        for quote in each.quotes:
            said.setdefault(_place(quote), []).append(each.text)
    return {place: " ".join(texts) for place, texts in said.items()}


def _place(quote: Quote) -> Place:
    return Place(quote.article_id, quote.paragraph.number)
