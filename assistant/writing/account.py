"""What the calls for one reply took, added up."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from assistant.domain import Usage
from assistant.models.chat import Spent
from assistant.writing.prompts import VERSION

Number = TypeVar("Number", int, float)


class Account:
    """Opened with what was spent before the answer was asked for."""

    def __init__(self, before: Usage | None = None) -> None:
        self._usage = before or Usage(VERSION)

    @property
    def usage(self) -> Usage:
        return self._usage

    def called(self, spent: Spent) -> None:
        """Count a call."""
        now = self._usage
        self._usage = replace(
            now,
            calls=now.calls + 1,
            input_tokens=_sum(now.input_tokens, spent.input_tokens),
            output_tokens=_sum(now.output_tokens, spent.output_tokens),
            cost=_sum(now.cost, spent.cost),
        )

    def judged(self, judge: str, trouble: str | None) -> None:
        """Note who had the last word, or why not."""
        self._usage = replace(self._usage, judge=judge, judge_trouble=trouble)

    def shown(self, paragraphs: int) -> None:
        """Note how much the model was shown last."""
        self._usage = replace(self._usage, paragraphs=paragraphs)

    def not_rewritten(self, trouble: str) -> None:
        """Note why the question was not put another way."""
        self._usage = replace(self._usage, rewrite_trouble=trouble)

    def dropped(self, markers: int) -> None:
        """Count markers that named nothing."""
        self._usage = replace(self._usage, dropped=self._usage.dropped + markers)


def _sum(one: Number | None, other: Number | None) -> Number | None:
    """The sum of what is known: a provider that tells one call's cost tells the other's, too."""
    return other if one is None else one if other is None else one + other
