"""Why each paragraph of a ranking was found, for those who check it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.domain import Paragraph, Place, Ranked, Why
from assistant.question import Question
from assistant.stems import stems
from assistant.terms import sentences_in, words_in
from assistant.weigh import Candidate, Sought, favours

# What the index takes for words: letters and digits together.
_WORD = re.compile(r"[^\W_]+")

_UNSEEN = float("-inf")


def explained(ranked: Iterable[Ranked], candidates: Sequence[Candidate], wanted: Sought) -> Iterator[Ranked]:
    """The paragraphs, each with its places among the candidates and the words that it shares with the question."""
    by_meaning = _places(candidates, [each.scores.dense for each in candidates])
    by_words = _places(candidates, [each.scores.lexical for each in candidates])
    carrying = carrying_words(wanted.question)
    for each in ranked:
        there = stems_of(each.paragraph)
        about = each.description
        titled = words_in(" ".join([about.title, about.outlet or "", *about.authors])) - there
        why = Why(
            len(candidates),
            by_meaning[each.place],
            by_words[each.place] if each.scores.lexical else None,
            tuple(word for stem, word in carrying.items() if stem in there),
            tuple(word for stem, word in carrying.items() if stem in titled),
            favours(each.article_id, about, wanted),
        )
        yield replace(each, why=why)


def carrying_words(question: Question) -> dict[str, str]:
    """The stems that carry a question, each with its first word there, in its order."""
    found: dict[str, str] = {}
    for word in _WORD.findall(question.text):
        for stem in stems(word)[:1]:
            if stem in question.carrying:
                found.setdefault(stem, word)
    return found


def spans_with(words: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Where in a text these words stand, in any of their forms."""
    wanted = {stem for word in words for stem in stems(word)}
    for found in _WORD.finditer(text):
        if not wanted.isdisjoint(stems(found.group())):
            yield found.span()


def stems_of(paragraph: Paragraph) -> frozenset[str]:
    return frozenset().union(*map(words_in, sentences_in(paragraph.text)))


def _places(candidates: Sequence[Candidate], scores: Sequence[float | None]) -> dict[Place, int]:
    """Each candidate's place, counted from 1; equals share the better one."""
    known = [_UNSEEN if score is None else score for score in scores]
    first = {score: place for place, score in reversed(list(enumerate(sorted(known, reverse=True), start=1)))}
    places = (Place(each.article.id, each.paragraph.number) for each in candidates)
    return {place: first[score] for place, score in zip(places, known, strict=True)}
