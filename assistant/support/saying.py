"""How problems name what is cited."""

from __future__ import annotations

from datetime import date

from assistant.support.ground import Ground

LONGEST = 2_000
"""Characters of a sentence that can be checked: nobody writes a longer one, and some make a check slow."""

TOO_LONG = "it is too long to be checked"


def cited_words(ground: Ground) -> str:
    return "the paragraph cited" if len(ground.cited) == 1 else "the paragraphs cited"


def instead(words: str | None) -> str:
    """What stands there instead of what the sentence says, where that is known."""
    return f" (it says “{words}”)" if words else ""


def days_of(ground: Ground) -> list[date]:
    """The days of publication of what is cited, each once."""
    days = (each.article.description.day for each in ground.cited)
    return list(dict.fromkeys(day for day in days if day))
