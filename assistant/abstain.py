"""Whether the articles answer at all, and the reason when they do not."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from assistant.evidence import Sentence
from assistant.question import Question
from assistant.stems import stems

# Fitted by logistic regression on SQuAD questions with the right article in the library and without it.
_BIAS, _MEANING, _NAMES, _AROUND, _PARAGRAPH = -12.8, 9.8, 0.8, 3.2, 12.7

# Among more passages something is nearer by chance. With this much less for ten times as many, one threshold
# refuses 5 % of the answerable on 60,508 news passages, too; without it none, and answers 58 % of the others, not 42.
_SIZE, _FITTED_ON = 0.8, 422

# Refuses 5 % of the answerable SQuAD questions; area under ROC .985, and 6 % of the others are answered (each topic
# measured with weights that were fitted on others).
THRESHOLD = 0.42


def probability(best: Sentence, passages: int) -> float:
    """How likely it is that the best sentence of a library of so many passages answers, 0 to 1."""
    paragraph = best.ranked.scores.relevance or 0.0
    log_odds = _BIAS + _MEANING * best.meaning + _NAMES * best.names + _AROUND * best.around + _PARAGRAPH * paragraph
    return 1 / (1 + math.exp(_SIZE * math.log10(max(passages, 1) / _FITTED_ON) - log_odds))


def reason(question: Question, passages_with: Callable[[str], int], articles: int) -> str:
    """Why there is no answer, in words for a person: what the question names and the articles do not."""
    where = "the one article" if articles == 1 else f"any of the {articles:,} articles"
    missing = [word for word in _words_that_matter(question) if not any(passages_with(s) for s in stems(word))]
    if missing:
        return f"there is nothing about {_listed(missing)} in {where}"
    return f"the words of the question are in the articles, but no sentence in {where} says what it asks"


def _words_that_matter(question: Question) -> list[str]:
    """The words as they were typed whose stems carry the question."""
    carrying = set(question.carrying)
    words = dict.fromkeys(word.strip(".,;:!?\"'“”‘’()") for word in question.text.split())
    return [word for word in words if carrying & set(stems(word))]


def _listed(words: Sequence[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]
