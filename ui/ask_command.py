"""`footnote ask`: one question, or a batch of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from assistant import authorship
from assistant.domain import Abstention, Answer, Filters, Ranked, Reply, Retrying, Step, Turn
from assistant.errors import ModelTrouble, ModelUnusable
from assistant.library import open_library
from assistant.settings import Settings
from assistant.wire import reply_json
from assistant.wording import days, not_rewritten, shortened, unjudged
from ui.batch import BatchLine, run_batch
from ui.chips import chips, given
from ui.clock import today
from ui.going_on import going_on
from ui.limits import require
from ui.terminal import credit, print_json, print_text, say, say_home, wrapped

_OTHER_WAY = "--model extractive answers in the articles' own words"

# Enough of a sentence to know it again.
_SHORT = 60


def ask_one(
    settings: Settings,
    question: str,
    filters: Filters,
    asked: date | None,
    conversation: str | None = None,
    *,
    as_json: bool,
) -> None:
    """Answer on standard output; as the next question of a conversation, where one is named."""
    say_home(settings)
    with open_library(settings) as library, _another_way():
        require(library, filters)

        def ask(history: Sequence[Turn] = (), first_number: int = 1) -> Reply:
            return _followed(library.stream(question, history, filters, first_number, asked, today=today()))

        reply, reply_id = going_on(settings, conversation, question, filters, ask) if conversation else (ask(), None)
    if as_json:
        print_json(reply_json(reply, reply_id))
    else:
        print_text(for_reading(reply))


@contextmanager
def _another_way() -> Iterator[None]:
    """Where a chat model does not answer, say what does."""
    try:
        yield
    except ModelTrouble as trouble:
        raise ModelTrouble(f"{trouble}; {_OTHER_WAY}") from trouble


def _followed(steps: Iterator[Step]) -> Reply:
    """The reply; on the way to it, what a person waiting should know."""
    for step in steps:
        match step:
            case Retrying(reason=reason):
                say(reason)
            case Answer() | Abstention():
                return step
    raise AssertionError("a reply is the last step")


def ask_all(settings: Settings, source: Path, target: Path, filters: Filters, asked: date | None) -> int:
    """Answer each line of a batch; returns the exit code. asked: for lines that do not say when they were asked."""
    say_home(settings)
    with open_library(settings) as library:
        require(library, filters)

        def ask(line: BatchLine) -> Reply:
            return library.ask(line.question, line.turns, filters, asked=line.asked or asked)

        return 1 if run_batch(source, target, _Responding(ask).to) else 0


class _Responding:
    """Answers the lines of a batch: whoever cannot be asked at all is asked for one of them, and not for the rest."""

    def __init__(self, ask: Callable[[BatchLine], Reply]) -> None:
        self._ask = ask
        self._trouble: ModelUnusable | None = None

    def to(self, line: BatchLine) -> dict[str, Any]:
        """The reply; what went wrong, where a chat model did not answer."""
        if self._trouble is None:
            try:
                return {**reply_json(self._ask(line)), "id": line.id}
            except ModelUnusable as trouble:
                self._trouble = trouble
                say(f"{trouble}; the rest of the batch is not asked. {_OTHER_WAY}")
            except ModelTrouble as trouble:
                return {"id": line.id, "error": str(trouble)}
        return {"id": line.id, "error": str(self._trouble)}


def for_reading(reply: Reply) -> str:
    """A reply as the terminal shows it: what was understood, the answer, its sources, what helps to read the quotes."""
    filters = reply.inquiry.filters
    limits = (*given(filters, lambda _: None), *chips(filters))
    understood = "; ".join(chip["label"] for chip in limits)
    said = [f"({understood})", ""] if understood else []
    said += [wrapped(f"({alone})"), ""] if (alone := not_rewritten(reply.inquiry)) else []
    if isinstance(reply, Answer):
        notes = [f"[{each.number}] {credit(each.quote.description, each.quote.paragraph)}" for each in reply.citations]
        return "\n".join([*said, wrapped(reply.text), "", *notes, *_beside(reply), *_unjudged(reply)])
    nearest = [_passage(each) for each in reply.nearest[:3]]
    told = f"{reply.text[:-1]}: {reply.reason}."
    nearby = ["", "Nearest passages:", *nearest] if nearest else []
    return "\n".join([*said, wrapped(told), *_withheld(reply), *nearby])


def _withheld(abstention: Abstention) -> list[str]:
    """What a chat model wrote all the same, each sentence with what is wrong with it."""
    if not abstention.withheld:
        return []
    sentences = [wrapped(f"{each.text}\n({each.problem})", indent="  ") for each in abstention.withheld]
    return ["", f"{authorship.withheld(abstention, abstention.inquiry.model)}:", *sentences]


def _beside(answer: Answer) -> list[str]:
    """Under the sources what helps to read them: days that quotes leave open, who speaks, what is not borne out."""
    lines = []
    for claim in answer.claims:
        said = [f"“{claim.text[each.start : each.end]}” is {days(each)}" for each in claim.dates]
        said += [f"said by {claim.speaker}"] if claim.speaker else []
        said += [f"“{shortened(claim.text, _SHORT)}”: {claim.problem}"] if claim.problem else []
        if said:
            numbers = "".join(f"[{number}]" for number in claim.citations)
            lines.append(f"{numbers} {'; '.join(said)}".strip())
    return ["", *lines] if lines else []


def _unjudged(answer: Answer) -> list[str]:
    """That the last word on the answer was not had."""
    words = unjudged(answer.inquiry.usage)
    return ["", wrapped(words)] if words else []


def _passage(ranked: Ranked) -> str:
    return wrapped(f"{ranked.paragraph.text}\n{credit(ranked.description, ranked.paragraph)}", indent="  ")
