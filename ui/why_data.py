"""Why a passage was found, in the words of the page."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.domain import Favour
from ui.positions import browser_position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.domain import Scores, Why

Data = dict[str, object]

_FAVOURS = {
    Favour.FRESH: "it appeared shortly before the day of asking",
    Favour.CITED_BEFORE: "its article was cited in the answers before",
    Favour.SOURCE: "it is from a source that the question names",
    Favour.DAYS: "it is of the days that the question names",
    Favour.ORDER: "of those nearly as good it is among the newest, or the oldest, which the question asks for",
}
_TEENS = range(11, 14)


@lru_cache(maxsize=2048)
def why_data(scores: Scores | None, why: Why | None, text: str) -> Data | None:
    """The reasons as sentences, and where in the text the question's words stand; None where nobody noted why.

    Asked for anew with each run of the page, of each passage found.
    """
    if scores is None or why is None:
        return None
    from assistant.why import spans_with  # with the index's analysis, for which the first page does not wait

    spans = [[browser_position(text, at) for at in span] for span in spans_with(why.words, text)]
    return {"reasons": list(reasons(scores, why)), "spans": spans}


def reasons(scores: Scores, why: Why) -> Iterator[str]:
    """Its places first, with the figures that they come from."""
    meaning = f" ({scores.dense:.2f})" if scores.dense is not None else ""
    yield f"{ordinal(why.by_meaning)} of {why.among:,} by meaning{meaning}; {by_words(scores, why)}."
    if why.title_words:
        yield f"In its headline, outlet or authors: {', '.join(why.title_words)}."
    if scores.rerank is not None:
        yield f"Read again together with the question, it scored {scores.rerank:.2f} of 1."
    for favour in why.favours:
        yield f"Moved up because {_FAVOURS[favour]}."


def by_words(scores: Scores, why: Why) -> str:
    if why.by_words is None:
        return "it shares no word with the question"
    shared = f": {', '.join(why.words)}" if why.words else ""
    score = f" ({scores.lexical:.1f})" if scores.lexical is not None else ""
    return f"{ordinal(why.by_words)} by words{score}{shared}"


def ordinal(number: int) -> str:
    """ "1st", "22nd", "113th"."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{'th' if number % 100 in _TEENS else ending}"
