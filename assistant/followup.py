"""A follow-up made into a question that stands alone, from the conversation before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain import Turn
from assistant.question import Question

_CONTINUES = r"^\W*(?:and|but|so|what about|how about|who else|anything else|what else)\b\W*(?:\w+\W*){0,4}$"
_BARE = r"^\W*(?:why|since when|where)\b\W*(?:\w+\W*){0,2}$"
_POINTS_BACK = r"\b(?:it|its|they|them|their|he|him|his|she|her|hers|this|that|these|those|there|then|the same|ones?)\b"
_LAST_ONE = r"\bthe (?:article|story|piece)\W*$"
_LEANS = re.compile(f"{_CONTINUES}|{_BARE}|{_LAST_ONE}", re.IGNORECASE)
# A name before the pronoun, other than the question's first word, is what the pronoun means.
_PRONOUN = re.compile(_POINTS_BACK, re.IGNORECASE)
_NAME = re.compile(r"(?<=\s)[A-Z]\w+")

# A question that leans on one that leans on another …: what was asked before these says nothing any more.
_FARTHEST = 8


def stand_alone(question: str, history: Sequence[Turn]) -> str:
    """The question, with the one that it leans on after it where it does.

    It leans when it opens like a continuation, points back with a pronoun, or names nothing itself.
    """
    if not history or not _leans(question):
        return question
    return f"{question} ({stand_alone(history[-1].question, history[-_FARTHEST:-1])})"


def _leans(question: str) -> bool:
    pronoun = _PRONOUN.search(question)
    points_back = pronoun is not None and not _NAME.search(question, 0, pronoun.start())
    return points_back or bool(_LEANS.search(question)) or not Question(question).names_something
