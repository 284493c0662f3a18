"""A follow-up made into a question that stands alone, from the conversation before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain import Turn
from assistant.question import Question

_LEANS = re.compile(
    r"^\W*(?:and|but|so|what about|how about|why|since when|where|who else|anything else|what else)\b\W*(?:\w+\W*){0,4}$"
    r"|\b(?:it|its|they|them|their|he|him|his|she|her|hers|this|that|these|those|there|then|the same|one|ones)\b",
    re.IGNORECASE,
)


def stand_alone(question: str, history: Sequence[Turn]) -> str:
    """The question, with the one that it leans on after it where it does.

    It leans when it opens like a continuation, points back with a pronoun, or names nothing itself.
    """
    if not history or not (_LEANS.search(question) or not Question(question).names_something):
        return question
    return f"{question} ({stand_alone(history[-1].question, history[:-1])})"
