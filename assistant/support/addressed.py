"""Which sentences of an article are addressed to its reader, a person or a program, instead of telling news."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.quotations import quotations, unquoted
from assistant.support.orders import gives_order
from assistant.support.programs import is_for_programs
from assistant.terms import spans_in
from assistant.unseen import seen

ADDRESSED = "it rests on words addressed to the reader or to a program, not on news"
"""What is wrong with a sentence that only such words bear out."""

Span = tuple[int, int]

_ASKS = re.compile(r"[?？؟][\s\"'”’)\]]*$")
_MARKER = re.compile(r"[\[【［]\s*\d{1,3}\s*[\]】］]\s*$")
_SOURCE = re.compile(r"[^.:]{2,80}:\s")
_WORD = re.compile(r"[^\W\d_]")
# Whoever is said to say it has said it: then what is quoted is news.
_SAID = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|wr(?:ote|ites?|iting|itten)|asks?|asked|asking|add(?:s|ed)|reads?|according\s+to"
    r"|(?:tweet|post|shout|chant|answer|reply|repli|respond|warn|urg|announc|declar|explain|insist|recall|continu)(?:s|es|ed|ing)?"
    r"|quot(?:es?|ed)|call(?:s|ed|ing)|titled|entitled|headlined|slogans?|signs?|lyrics?|song|book|film|interview)\b",
    re.IGNORECASE,
)


# "The article asks whether the bridge will open" says no more than a question does.
_TELLS_QUESTION = re.compile(
    r"\W*(?:(?:the|this|an?|one)\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?:article|report|story|text|piece|headline|title|paragraph|column|commentary|analysis|author|writer|paper)"
    r"\s+(?:also\s+)?(?:asks?|asked|wonders?|wondered|raises\s+the\s+question(?:\s+of)?)"
    r"|(?:the|one|another)\s+(?:[\w’'-]+\s+)?question\s+(?:is|was|remains|asked\s+is))"
    r"\s+(?P<word>whether|if|who|what|when|where|why|how|which)\b[^.?!;:]*[.]?\W*$",
    re.IGNORECASE,
)


def asks_for(sentence: str) -> str | None:
    """The word with which an article asks, by a sentence that tells no more than that; empty where it is yes or no.

    A question bears such a sentence out, and nothing else.
    """
    told = _TELLS_QUESTION.match(sentence)
    if told is None:
        return None
    word = told["word"].lower()
    return "" if word in ("whether", "if") else word


def rests_on_addressed(text: str, start: int, end: int) -> bool:
    """Whether all that a span of a paragraph holds is addressed to the reader."""
    return _rests_on(addressed_in(text), text, start, end)


def rests_on_orders(text: str, start: int, end: int) -> bool:
    """Whether all that a span of a paragraph holds are orders to the reader."""
    return _rests_on(orders_in(text), text, start, end)


def _rests_on(spans: Sequence[Span], text: str, start: int, end: int) -> bool:
    touched = {each for each in spans_in(text) if _WORD.search(text, max(start, each[0]), min(end, each[1]))}
    return bool(touched) and touched <= set(spans)


def addressed_in(text: str) -> tuple[Span, ...]:
    """The spans of a paragraph's sentences that are addressed to the reader: orders and questions."""
    return tuple(sorted((*orders_in(text), *_questions_in(text))))


@lru_cache(maxsize=4096)
def orders_in(text: str) -> tuple[Span, ...]:
    """The spans of those that tell a reader what to do, or speak to a program."""
    bare, said = unquoted(text), _as_said(text)
    spans = spans_in(text)
    return tuple(
        (one, end)
        for one, end in spans
        if gives_order(seen(bare[one:end])) or is_for_programs(seen(said[one:end])) or _poses_as_shown(text, one, end)
    )


@lru_cache(maxsize=4096)
def _questions_in(text: str) -> tuple[Span, ...]:
    orders, bare = orders_in(text), unquoted(text)
    return tuple(span for span in spans_in(text) if span not in orders and _asks(bare[slice(*span)]))


def _asks(bare: str) -> bool:
    return _WORD.search(bare) is not None and _ASKS.search(bare) is not None


def _poses_as_shown(text: str, start: int, end: int) -> bool:
    """Whether it looks like another paragraph that a model is shown: "[2] Coast News, 3 May 2025: the pier burned"."""
    return _MARKER.search(text, max(0, start - 8), start) is not None and _SOURCE.match(text, start, end) is not None


def _as_said(text: str) -> str:
    """The text without the quotations that somebody is said to have said; one that is never closed is nobody's."""
    bare = unquoted(text)
    if not _SAID.search(bare):
        return text
    last = quotations(text)[-1:]
    return bare[: last[0][0]] + text[last[0][0] :] if last and not _is_closed(text, last[0]) else bare


def _is_closed(text: str, span: Span) -> bool:
    return span[1] - span[0] > 1 and text[span[1] - 1] in '”"'
