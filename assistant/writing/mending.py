"""Sentences that are not borne out, sent back to the chat model once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from assistant.models.chat import Prompt
from assistant.writing.declining import declines, is_sentinel
from assistant.writing.reading import sentences
from assistant.writing.weighing import Scales, Weighed

# No line break before the number: a thousand blank lines would each be gone through to their end.
_NUMBERED = re.compile(r"^[^\S\n]*(?:\*\*)?(\d{1,3})(?:\*\*)?\s*[:.)]\s+(?=\S)", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class SentBack:
    """Sentences, by the number that they are sent back with, and the prompt that does it."""

    sentences: Mapping[int, Weighed]
    prompt: Prompt


Put = Callable[[str, Sequence[tuple[str, str]]], Prompt]
"""Makes a prompt of an answer and of sentences of it, each with what is wrong with it."""


def to_mend(written: Sequence[Weighed]) -> dict[int, Weighed]:
    """What is to be sent back, by the number that it is sent back with."""
    failed = [each for each in written if each.fails and not each.is_remark]
    return dict(enumerate(failed, start=1))


def sent_back(answer: str, failed: Mapping[int, Weighed], put: Put, room: int) -> SentBack | None:
    """As many of them as there is room for, and the answer around them where there is room for that; None for none.

    What a model has no room for may be cut without a word, the rules first.
    """
    while failed:
        for said in (answer, "\n".join(each.text for each in failed.values())):
            prompt = put(said, [(each.text, each.problem or "it is not borne out") for each in failed.values()])
            if prompt.tokens <= room:
                return SentBack(failed, prompt)
        failed = dict(islice(failed.items(), len(failed) // 2))
    return None


def mended(written: Sequence[Weighed], sent: Mapping[int, Weighed], answer: str, scales: Scales) -> list[Weighed]:
    """The sentences, those sent back as they were written anew; what was not stays as it was, and marked."""
    anew = {number: text for number, text in _lines(answer) if number in sent and not _gives_up(text)}
    replaced = {id(sent[number]): _weighed(text, sent[number], scales) for number, text in anew.items()}
    return [each for one in written for each in replaced.get(id(one)) or [one]]


def _weighed(text: str, before: Weighed, scales: Scales) -> list[Weighed]:
    """What stands in place of a sentence; the first of several begins its paragraph."""
    found = [scales.weigh(each) for each in sentences(text)]
    return [replace(each, opens=before.opens and at == 0) for at, each in enumerate(found)]


def _gives_up(text: str) -> bool:
    """Whether it only says, if with a word more, that no paragraph bears it out."""
    return declines(text) or any(is_sentinel(each.text) for each in sentences(text)[:1])


def _lines(answer: str) -> Iterator[tuple[int, str]]:
    """Each numbered line with what follows it up to a blank line or the next: models add a word to the last."""
    starts = list(_NUMBERED.finditer(answer))
    for start, after in zip_longest(starts, starts[1:]):
        text = answer[start.end() : after.start() if after else len(answer)]
        yield int(start[1]), _BLANK_LINE.split(text, maxsplit=1)[0].strip()
