"""Amounts made of two others: what lies between them, both together, a share, a quotient."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.support.bounds import Bound
from assistant.support.measured import Amount, Sort, scale_of

# The stems of what is counted in "three and a half times as many".
_TIMES = ("time", "fold")
_THOUSAND = 1000
# Of a share in words.
_WORDY_STEP = 50.0


def made(one: Amount, other: Amount, size: float) -> Amount:
    """Of the kind of its operands, in the unit of the first; between two places in a row lies a count."""
    value = size / (one.unit.size if one.unit else 1.0)
    sort = Sort.COUNT if one.sort is Sort.ORDINAL else one.sort
    return replace(
        one, value=value, sort=sort, bound=Bound.NONE, step=min(one.step, other.step), counted="", nouns=_NONE
    )


_NONE: frozenset[str] = frozenset()


def ratios(said: Amount, one: Amount, other: Amount, *, changes: bool) -> Iterator[Amount]:
    """Of the kind of what is said: times as many, a share of the larger, or a change by so many percent."""
    if said.counted in _TIMES and 0 < other.size < one.size:
        yield replace(said, value=one.size / other.size, bound=Bound.NONE, step=0.0)
    if said.sort is Sort.SHARE and one.sort is not Sort.SHARE and other.size:
        share = replace(said, value=100 * one.size / other.size, bound=Bound.NONE, step=0.0)
        if one.size < other.size:
            yield share
        if changes:
            yield replace(share, value=abs(share.value - 100))


def part(said: Amount, share: Amount, whole: Amount) -> Amount:
    """So many percent of something, as exactly as the percentage is given."""
    exact = whole.value * share.value / 100
    off = whole.value * share.step / 200 if share.step < _WORDY_STEP else 0.0
    value = said.value if abs(said.value - exact) <= off else exact
    return replace(whole, value=value, bound=Bound.NONE, step=0.0, counted="", nouns=_NONE)


def product(one: Amount, other: Amount) -> Amount:
    """So many at so much each."""
    return replace(one, value=one.value * other.value, bound=Bound.NONE, step=0.0, counted="", nouns=_NONE)


def quotient(one: Amount, other: Amount) -> Amount:
    """So much for each."""
    return replace(one, value=one.value / other.value, bound=Bound.NONE, step=0.0, counted="", nouns=_NONE)


def in_one_kind(one: Amount, other: Amount) -> tuple[Amount, Amount]:
    """ "from 32 weeks to 28", "$7 million then and 20 now": a bare number is of the kind of the other."""
    return _as(one, other), _as(other, one)


def _as(bare: Amount, kind: Amount) -> Amount:
    if bare.sort is not Sort.COUNT or bare.unit or not (kind.unit or kind.sort is Sort.MONEY):
        return bare
    scale = 1.0 if bare.scaled or bare.value >= _THOUSAND or not kind.scaled else scale_of(kind)
    return replace(
        bare, value=bare.value * scale, step=bare.step * scale, sort=kind.sort, unit=kind.unit, currency=kind.currency
    )
