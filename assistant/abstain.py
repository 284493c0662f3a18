"""Whether the articles answer at all."""

from __future__ import annotations

import math

from assistant.doubts import Doubts
from assistant.evidence import Sentence

# Fitted by logistic regression on SQuAD questions with the right article in the library and without it.
_BIAS, _MEANING, _AROUND, _PARAGRAPH = -12.0, 9.8, 3.2, 12.7

# Signs against, by how much rarer they are in right sentences than in those nearest to questions without an answer.
# Where SQuAD asks for a count, 1 in 25 has none, where the right article is away 1 in 3; where it names a year, 1 in 12
# is of another, of its adversarial questions 1 in 3. With more than this for the last two, more of the answerable are
# refused than 4.9 % there and 4.8 % of 290 news questions.
_UNCOUNTED, _OTHER_YEAR, _OF_ANOTHER = 3.2, 1.5, 1.6

# Among more passages something is nearer by chance. With this much less for ten times as many, one threshold
# refuses 5 % of the answerable on 60,508 news passages, too; without it none, and answers 58 % of the others, not 42.
_SIZE, _FITTED_ON = 0.8, 422

# Refuses 5 % of the answerable SQuAD questions; area under ROC .982, and 6 % of the others are answered (of its
# adversarial questions, which the right article seems to answer, 89 %: area .63).
THRESHOLD = 0.42


def probability(best: Sentence, doubts: Doubts, passages: int) -> float:
    """How likely it is that the best sentence of a library of so many passages answers, 0 to 1."""
    paragraph = best.ranked.scores.relevance or 0.0
    speaking_for = _MEANING * best.meaning + _AROUND * best.around + _PARAGRAPH * paragraph
    against = _UNCOUNTED * doubts.uncounted + _OTHER_YEAR * doubts.other_year + _OF_ANOTHER * doubts.of_another
    by_chance = _SIZE * math.log10(max(passages, 1) / _FITTED_ON)
    return 1 / (1 + math.exp(by_chance + against - speaking_for - _BIAS))
