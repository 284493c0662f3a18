"""A sentence of a chat model weighed against the paragraphs that its markers name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from time import perf_counter

from assistant.domain import COURTESY, SILENCE, Article, Quote, Ranked, Support
from assistant.support.verdict import Check, Cited, Verdict
from assistant.terms import words_in
from assistant.verify import standing
from assistant.writing.courtesy import is_courtesy
from assistant.writing.declining import declines
from assistant.writing.sentence import Sentence
from assistant.writing.shown import Shown
from assistant.writing.silent import is_silent

# A sentence without a marker is tried with so many of the paragraphs, those that share most words with it.
_TRIED = 3

# A model that writes on and on without a full stop: to check 60,000 characters took up to half a minute.
_LONGEST = 4_000
TOO_LONG = "it is too long to be held against a passage"

REMARK = "a remark on what the articles leave open, which no passage bears out"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence with the quotes that it rests on, how far they bear it out, and its markers that named nothing."""

    text: str
    quotes: tuple[Quote, ...]
    support: Support
    problem: str | None = None
    opens: bool = False
    dropped: int = 0

    @property
    def fails(self) -> bool:
        return self.support is Support.UNSUPPORTED

    @property
    def is_remark(self) -> bool:
        """Whether it only says that the articles do not say something: there is nothing to mend in it."""
        return self.problem in (REMARK, SILENCE)

    @property
    def states_nothing(self) -> bool:
        """Whether it is such a remark, or only speaks to whoever asked."""
        return self.is_remark or (self.fails and is_courtesy(self.text))

    @property
    def as_remark(self) -> Weighed:
        """The same where nothing but such sentences was written: nothing is said against a civility."""
        return self if self.is_remark else replace(self, problem=COURTESY)


class Scales:
    """Weighs the sentences of one reply; milliseconds: what that has taken so far."""

    def __init__(self, shown: Shown, articles: Mapping[str, Article], check: Check) -> None:
        self._shown = shown
        self._articles = articles
        self._check = check
        self._seconds = 0.0

    @property
    def milliseconds(self) -> int:
        return round(1000 * self._seconds)

    def weigh(self, sentence: Sentence) -> Weighed:
        """Resolve its markers and check it; where it has none, look for the paragraph that bears it out."""
        began = perf_counter()
        named = [self._shown.paragraph(number) for number in sentence.markers]
        known = [ranked for ranked in named if ranked and ranked.article_id in self._articles]
        weighed = self._against(known, sentence)
        self._seconds += perf_counter() - began
        return replace(weighed, dropped=len(named) - len(known))

    def _against(self, named: Sequence[Ranked], sentence: Sentence) -> Weighed:
        if len(sentence.text) > _LONGEST:
            return Weighed(sentence.text, (), Support.UNSUPPORTED, TOO_LONG, sentence.opens)
        if is_silent(sentence.text):
            return Weighed(sentence.text, (), Support.UNSUPPORTED, SILENCE, sentence.opens)
        if named:
            return self._weighed(sentence, named, self._verdict(sentence, named))
        if declines(sentence.text):
            return Weighed(sentence.text, (), Support.UNSUPPORTED, REMARK, sentence.opens)
        return self._found(sentence)

    def _found(self, sentence: Sentence) -> Weighed:
        """As it rests on the first paragraph that bears it out by itself, if one does."""
        for ranked in self._likely(sentence.text):
            verdict = self._verdict(sentence, [ranked])
            if verdict.support is not Support.UNSUPPORTED:
                return self._weighed(sentence, [ranked], verdict)
        problem = "it cites no passage, and none of those found bears it out"
        return Weighed(sentence.text, (), Support.UNSUPPORTED, problem, sentence.opens)

    def _likely(self, text: str) -> list[Ranked]:
        words = words_in(text)
        known = [each for each in self._worded if each[0].article_id in self._articles]
        return [ranked for ranked, _ in sorted(known, key=lambda each: -len(words & each[1]))[:_TRIED]]

    @cached_property
    def _worded(self) -> list[tuple[Ranked, AbstractSet[str]]]:
        """The paragraphs shown, each with its words."""
        return [(ranked, words_in(ranked.paragraph.text)) for ranked in self._shown.paragraphs]

    def _verdict(self, sentence: Sentence, paragraphs: Sequence[Ranked]) -> Verdict:
        return self._check(
            sentence.text, [Cited(self._articles[each.article_id], each.paragraph) for each in paragraphs]
        )

    def _weighed(self, sentence: Sentence, paragraphs: Sequence[Ranked], verdict: Verdict) -> Weighed:
        quotes = tuple(
            Quote(each.article_id, each.description, each.paragraph, *span, each.also_in)
            for each, span in zip(paragraphs, verdict.spans, strict=True)
            if span
        )
        return Weighed(sentence.text, quotes, verdict.support, verdict.problem, sentence.opens)


def as_it_stands(weighed: Weighed, there: Mapping[str, Article]) -> Weighed:
    """Without the quotes whose paragraphs another process has edited or removed meanwhile."""
    left = standing(weighed.quotes, there)
    if len(left) == len(weighed.quotes):
        return weighed
    problem = "a passage that it rests on has just been changed"
    return replace(weighed, quotes=tuple(left), support=Support.UNSUPPORTED, problem=problem)
