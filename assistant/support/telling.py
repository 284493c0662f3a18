"""Holds a sentence against what its paragraphs tell, and not against what they ask of their reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain import Support
from assistant.support.addressed import ADDRESSED, asks_for, orders_in, rests_on_addressed, rests_on_orders
from assistant.support.verdict import Check, Cited, Verdict

_Spans = tuple[tuple[int, int] | None, ...]


def check_on_news(check: Check, text: str, cited: Sequence[Cited]) -> Verdict:
    """The verdict of a check; not borne out is what only orders and questions to the reader bear out."""
    told = [_without_orders(each) for each in cited]
    verdict = check(text, [each for each in told if each])
    if verdict.support is not Support.UNSUPPORTED:
        spans = _placed(verdict.spans, told)
        return replace(verdict, spans=spans) if _tell(text, spans, cited) else _addressed(spans)
    if all(one == other for one, other in zip(told, cited, strict=True)):
        return verdict
    whole = check(text, cited)
    return whole if whole.support is Support.UNSUPPORTED else _addressed(whole.spans)


def _addressed(spans: _Spans) -> Verdict:
    return Verdict(Support.UNSUPPORTED, ADDRESSED, spans)


def _without_orders(cited: Cited) -> Cited | None:
    """Its paragraph with orders blanked out, so that spans stay the same; None where nothing is left."""
    orders = orders_in(cited.paragraph.text)
    text = cited.paragraph.text
    for start, end in orders:
        text = text[:start] + " " * (end - start) + text[end:]
    if not orders:
        return cited
    return replace(cited, paragraph=replace(cited.paragraph, text=text)) if text.strip() else None


def _placed(spans: _Spans, told: Sequence[Cited | None]) -> _Spans:
    """The spans in the order of all the paragraphs cited, of which some were left out."""
    left = iter(spans)
    return tuple(next(left) if each else None for each in told)


def _tell(sentence: str, spans: _Spans, cited: Sequence[Cited]) -> bool:
    """Whether one of the spans tells what a sentence says; what only is asked, a question does."""
    placed = [(each.paragraph.text, span) for each, span in zip(cited, spans, strict=True) if span]
    return any(not rests_on_addressed(text, *span) or _asks(sentence, text, span) for text, span in placed)


def _asks(sentence: str, text: str, span: tuple[int, int]) -> bool:
    """Whether a sentence tells no more than what is asked there, and asks for the same."""
    asked = asks_for(sentence)
    return asked is not None and not rests_on_orders(text, *span) and asked in text[slice(*span)].lower()
