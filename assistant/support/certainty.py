"""Whether a sentence tells as done or certain what is cited tells as possible or still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.support.bearing import Borne, Stretch, covered, told_by
from assistant.support.clauses import clauses_of
from assistant.support.ground import Ground, Problem
from assistant.support.wording import Word, carried, words_of

# How much of the words of its clause, the verb aside, the sentence of what is cited must tell.
_SAME = 0.4
_BEFORE = 4
_SHOWN = 70
_POSSIBLE = re.compile(r"(?:may|might|could)$")
_TO_COME = re.compile(r"(?:will|expected|due|planned|scheduled|set|hopes?|plans?|intends?|proposed)$")
_DONE = re.compile(r"(?:has|have|had|already)$")
# Any of these leaves open whether it is so, or says when it will be.
_OPEN = re.compile(
    r"\b(?:may|might|could|can|cannot|would|should|possib\w+|perhaps|maybe|potential\w*|threat\w*|risk\w*|if|unless|whether"
    r"|likely|consider\w*|chance|able|prospect|propos\w*|suggest\w*|estimat\w*|seem\w*|appear\w*|fear\w*|warn\w*"
    r"|no|not|never|n['’]t|deni\w*|den(?:y|ies)|says?|said)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:will|to|expected|due|plan\w*|scheduled|set|hop\w+|intend\w*|propos\w*|would)\b", re.IGNORECASE
)


def certainty(text: str, ground: Ground, borne: Borne) -> Sequence[Problem]:
    """A problem for the first clause that is surer of something than every sentence that tells it."""
    del ground
    for start, end in clauses_of(text):
        clause = text[start:end]
        weights = {stem: borne.weights[stem] for stem in carried(clause) if stem in borne.weights}
        for words, form in _surer(clause):
            if found := _only_as(form, words, weights, borne):
                return [f"the paragraph cited has this only as possible or still to come (“{found}”)"]
    return []


def _surer(clause: str) -> Iterator[tuple[Word, re.Pattern[str]]]:
    """The words that a clause tells as so, and those it tells as done, with the forms that say less."""
    words = words_of(clause)
    for at, word in enumerate(words):
        if not word.carries or not word.text.islower() or word.stem[:1].isdigit():
            continue
        before = words[max(0, at - _BEFORE) : at]
        if not _OPEN.search(clause):
            yield word, _POSSIBLE
        if any(_DONE.match(each.lower) for each in before) and not _LATER.search(clause[: word.start]):
            yield word, _TO_COME


def _only_as(form: re.Pattern[str], word: Word, weights: Mapping[str, float], borne: Borne) -> str | None:
    """What says the least of all that tells a word, where all of that says less."""
    context = {stem: much for stem, much in weights.items() if stem != word.stem}
    telling = [each for each in borne.sentences if word.stem in carried(each.text)]
    if not telling or not context or not all(_has(form, word, each) for each in telling):
        return None
    best = max(telling, key=lambda each: covered(context, [told_by(each.text, context, borne.near)]))
    if covered(context, [told_by(best.text, context, borne.near)]) < _SAME:
        return None
    return best.text if len(best.text) <= _SHOWN else f"{best.text[:_SHOWN].rsplit(' ', 1)[0]} …"


def _has(form: re.Pattern[str], word: Word, sentence: Stretch) -> bool:
    """Whether a sentence has the word right behind one of that form each time."""
    words = words_of(sentence.text)
    there = [at for at, each in enumerate(words) if each.stem == word.stem]
    return bool(there) and all(_form_before(form, words, at) for at in there)


def _form_before(form: re.Pattern[str], words: Sequence[Word], at: int) -> bool:
    """Whether such a form stands before a verb, with nothing between that says anything."""
    for each in reversed(words[max(0, at - _BEFORE) : at]):
        if form.match(each.lower):
            return True
        if each.carries:
            return False
    return False
