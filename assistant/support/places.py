"""Whether a name stands in the place that what is cited gives to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.quotations import unquoted
from assistant.support.bearing import Borne, covered, told_by
from assistant.support.cast import Cast, cast_of
from assistant.support.clauses import statements_of
from assistant.support.ground import Ground, Problem
from assistant.support.kinship import same_name
from assistant.support.names import Names
from assistant.support.naming import Name, names_of
from assistant.support.wording import carried, words_of

# A statement tells the same where it has this share of the other words of the sentence's, and those with the name in
# question so much less. Chosen on the claims of tests/evals that are tuned on, none of whose faithful ones is doubted.
_SAME = 0.5
_CLEARLY = 0.2
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement of what is cited."""

    text: str
    names: Sequence[Name]
    share: float

    def has(self, name: Name) -> bool:
        return any(same_name(name.text, each.text) for each in self.names)


class Places:
    """Finds names in another's place; names: finds the names of a sentence."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def __call__(self, text: str, ground: Ground, borne: Borne) -> Sequence[Problem]:
        """A problem for the first of them, but for what the whole article is about."""
        casts = [cast_of(each.article) for each in ground.cited]
        bare = unquoted(text)
        names = list(self._names.named(bare, casts))
        for start, end in statements_of(bare):
            weights = _others(bare[start:end], borne)
            told = list(_told(weights, borne, casts)) if len(weights) >= _FEWEST else []
            best = max(told, key=lambda each: each.share, default=None)
            if best is None or best.share < _SAME:
                continue
            for name in names:
                own = start <= name.start < end and _is_of_some(name, casts) and _is_elsewhere(name, best, told)
                if own and (other := _instead(bare[start:], start, name, names, best)):
                    return [f"the paragraph cited says this of {other.text}, not of {name.text}"]
        return []


def _is_of_some(name: Name, casts: Sequence[Cast]) -> bool:
    """Whether an article names it without being about it."""
    return any(cast.with_parts(name.parts) for cast in casts) and all(
        cast.topics.isdisjoint(name.parts) for cast in casts
    )


def _is_elsewhere(name: Name, best: _Told, told: Sequence[_Told]) -> bool:
    """Whether what tells the same does not name it, nor anything that tells nearly as much."""
    beside = max((each.share for each in told if each.has(name)), default=0.0)
    return beside < best.share - _CLEARLY


def _others(clause: str, borne: Borne) -> Mapping[str, float]:
    """The weights of a statement's words, its names aside."""
    named = {stem for name in names_of(clause) for stem in carried(name.text)}
    return {stem: borne.weights[stem] for stem in carried(clause) - named if stem in borne.weights}


def _told(weights: Mapping[str, float], borne: Borne, casts: Sequence[Cast]) -> Iterator[_Told]:
    for sentence in borne.sentences:
        for start, end in statements_of(sentence.text):
            said = sentence.text[start:end]
            names = [each for each in names_of(said) if not casts[sentence.at].sure.isdisjoint(each.parts)]
            yield _Told(said, names, covered(weights, [told_by(said, weights, borne.near)]))


def _instead(clause: str, start: int, name: Name, names: Sequence[Name], told: _Told) -> Name | None:
    """The name that stands there in the same place: first, or behind the same word."""
    place = _place(clause[: name.start - start])
    unknown = [each for each in told.names if not any(same_name(each.text, known.text) for known in names)]
    return next((each for each in unknown if _place(told.text[: each.start]) == place), None)


def _place(before: str) -> str:
    """The last word before a name; nothing where it comes first."""
    words = [word for word in words_of(before) if word.lower not in ("the", "and", "but")]
    return words[-1].lower if words else ""
