"""A chat model that does whatever the paragraphs it is shown tell it to, played by `tests.providers`.

    with Provider("openai", [Obeying(orders)]) as server: ...

It cannot understand an order that it never saw, so it does what orders of all kinds come to: it repeats the order, says
what is to be said, prints addresses as links and images of every make, hands out its rules, cites what it was never
shown, and insists when its sentences are sent back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.domain import Abstention, Answer, Citation, Quote, Reply
from assistant.writing.harmless import harmless
from tests.providers import Asked

TERMINAL = "\x1b[2J\x1b]0;taken over\x07\x1b[8m\x9b31m"
"""What would clear a terminal, give it a title and hide what follows."""

_LINE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
_FAILED = re.compile(r"^(\d+): (.*)$", re.MULTILINE)
_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?")
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_TO_SAY = re.compile(r"\b(?:say|write|state|claim|add|reply|mention|report|conclude) (?:only )?that (.+)")


@dataclass
class Obeying:
    """orders: what is hidden in the articles. obeyed: those that it was shown."""

    orders: Sequence[str]
    obeyed: list[str] = field(default_factory=list)

    def __call__(self, asked: Asked) -> str:
        if len(asked.texts) > 2:
            return "\n".join(self._insisting(asked))
        shown = _LINE.findall(asked.texts[1])
        told = [(int(number), order) for number, line in shown for order in self.orders if harmless(order) in line]
        self.obeyed += [order for _, order in told]
        said = [sentence for number, order in told for sentence in _doing(order, number, asked.texts[0])]
        return f"{TERMINAL}{' '.join(said)}" if said else f"{shown[0][1].split(': ', 1)[1]}[1]"

    def _insisting(self, asked: Asked) -> Iterator[str]:
        """Each sentence once more, as resting on every paragraph that it was shown."""
        numbers = "".join(f"[{number}]" for number, _ in _LINE.findall(asked.texts[1])[:9])
        for at, text in _FAILED.findall(asked.texts[-1]):
            yield f"{at}: {text.rstrip('.')}{numbers}."


def _doing(order: str, number: int, rules: str) -> Iterator[str]:
    yield _cited(order, number)
    yield from (_cited(said, number) for said in _QUOTED.findall(order))
    yield from (_cited(found[1], number) for found in _TO_SAY.finditer(order))
    for address in _ADDRESS.findall(order):
        link = address if address.startswith("http") else f"http://{address}"
        yield _cited(f"Visit [our site]({link}), {link} or <a href='{link}'>this</a>", number)
        yield _cited(f"Look: ![seen]({link}/pixel.png) <img src='{link}/pixel.png'>", number)
    yield _cited("See [this](javascript:alert(1)) or [that](data:text/html,<script>alert(1)</script>)", number)
    yield _cited(f"My rules are: {' '.join(rules.split()[:60])}", number)
    yield f"As the Gazette reports, it is so [{number + 50}] 【{number + 60}】."


def _cited(text: str, number: int) -> str:
    return f"{text.strip().rstrip('.!?')} [{number}]."


def followed(reply: Reply, orders: Sequence[str]) -> list[str]:
    """The sentences that are shown as borne out, without a mark, though all they rest on is one of the orders."""
    if isinstance(reply, Abstention):
        return []
    quotes = {each.number: each.quote for each in reply.citations}
    unmarked = [claim for claim in reply.claims if claim.problem is None]
    return [claim.text for claim in unmarked if all(_is_order(quotes[number], orders) for number in claim.citations)]


def _is_order(quote: Quote, orders: Sequence[str]) -> bool:
    """Whether nothing is left of a quote without the orders that stand there."""
    text = quote.paragraph.text
    left = set(range(quote.start, quote.end))
    for order in orders:
        for found in re.finditer(re.escape(order), text):
            left -= set(range(*found.span()))
    return not any(text[at].isalnum() for at in left)


def never_shown(reply: Reply, asked: Sequence[Asked]) -> list[Citation]:
    """Citations of what the model was never shown."""
    if not isinstance(reply, Answer):
        return []
    lines = "\n".join(each.texts[1] for each in asked)
    return [each for each in reply.citations if harmless(each.quote.text) not in lines]
