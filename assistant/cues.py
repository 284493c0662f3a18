"""Words of a question that limit it to some articles rather than say what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.domain import Filters

_UNDATED = re.compile(r"\b(?:the |an? )?(undated|dateless) (article|articles|story|piece|text)\b", re.IGNORECASE)


def understand(question: str, filters: Filters, undated: Callable[[], Sequence[str]]) -> tuple[str, Filters]:
    """The question without its cues, and the filters with what they say; undated finds such articles' ids.

    Where there are none, the cue limits nothing, and the filters say so.
    """
    if not _UNDATED.search(question) or filters.articles:
        return question, filters
    found = tuple(undated())
    return _UNDATED.sub(r"the \2", question), replace(filters, articles=found, relaxed=not found)
