"""Whether every amount of a sentence is in what it cites, told of the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.support.amount import Amount, Sort, amounts_in
from assistant.support.around import around
from assistant.support.clock import clocks_in
from assistant.support.derived import follows
from assistant.support.equal import bears_out, comparable
from assistant.support.ground import Ground, Problem
from assistant.support.marks import unmarked
from assistant.support.swapped import Told, nearest, rival_of
from assistant.support.times import times_in


def amounts(sentence: str, ground: Ground) -> list[Problem]:
    """A problem for each amount that no paragraph cited bears out, or that one tells of something else."""
    said = _told(unmarked(sentence), ground.cited[0].article.description.day)
    told = [(cited.paragraph.text, _told(cited.paragraph.text, cited.article.description.day)) for cited in ground.cited]
    every = [each for _, amounts_ in told for each in amounts_]
    reckoned = [(text, [each.thing for each in amounts_]) for text, amounts_ in told]
    return [
        problem
        for each in said
        if (problem := _problem(sentence, each, [other for other in said if other is not each], every, reckoned, ground))
    ]


@lru_cache(maxsize=2048)
def _told(text: str, day: object) -> tuple[Told[Amount], ...]:
    """The amounts that are no times, with the words around each."""
    times = [(each.start, each.end) for each in (*times_in(text, day), *clocks_in(text))]  # type: ignore[arg-type]
    found = [each for each in amounts_in(text) if not any(each.start < end and start < each.end for start, end in times)]
    spans = [(each.start, each.end) for each in found]
    return tuple(Told(each, around(text, each.start, each.end, spans)) for each in found)


def _problem(
    sentence: str,
    said: Told[Amount],
    beside: Sequence[Told[Amount]],
    told: Sequence[Told[Amount]],
    reckoned: Sequence[tuple[str, Sequence[Amount]]],
    ground: Ground,
) -> Problem | None:
    matching = [each for each in told if bears_out(said.thing, each.thing)]
    claimed = [each for each in told if any(bears_out(other.thing, each.thing) for other in beside)]
    others = [
        each for each in told if comparable(said.thing, each.thing) and each not in matching and each not in claimed
    ]
    words = sentence[said.thing.start : said.thing.end]
    if matching:
        rival = rival_of(said, matching, others)
        return f"“{words}” is told of something else in {_cited(ground)}" + _says(rival, told, ground) if rival else None
    if said.thing.sort is Sort.ORDINAL:
        rival = next((each for each in others if said.thing.counted and each.thing.counted == said.thing.counted), None)
    elif follows(sentence, said.thing, reckoned):
        return None
    else:
        rival = nearest(said, others)
    if said.thing.sort is Sort.ORDINAL and rival is None:
        return None
    return f"“{words}” is not in {_cited(ground)}{_says(rival, told, ground)}"


def _cited(ground: Ground) -> str:
    return "the paragraph cited" if len(ground.cited) == 1 else "the paragraphs cited"


def _says(rival: Told[Amount] | None, told: Sequence[Told[Amount]], ground: Ground) -> str:
    del told
    if rival is None:
        return ""
    text = next(
        (each for each in ground.texts if any(other.thing is rival.thing for other in _again(each, ground))), None
    )
    return f" (it says “{text[rival.thing.start : rival.thing.end]}”)" if text else ""


def _again(text: str, ground: Ground) -> Sequence[Told[Amount]]:
    day = next(each.article.description.day for each in ground.cited if each.paragraph.text == text)
    return _told(text, day)
