"""Whether an amount of a sentence is borne out by one of a text."""

from __future__ import annotations

from assistant.support.amount import Amount, Bound, Sort

_EXACT = 1e-6
# Between two units, as of 30 miles and 48 km.
_CONVERTED = 0.03
# "more than half" of 55 %, "nearly 300" of 291: so far from what is named, as a share of it.
_OVER, _UNDER, _ABOUT = 0.25, 0.1, 0.1
_FEWER = {Bound.UNDER, Bound.NEARLY, Bound.MOST}
_MORE = {Bound.OVER, Bound.LEAST}


def bears_out(said: Amount, told: Amount) -> bool:
    """Same thing counted or measured, same value; a looser word in the sentence allows for what is within it."""
    return comparable(said, told) and not _opposed(said, told) and (_same(said, told) or _rounded(said, told))


def comparable(said: Amount, told: Amount) -> bool:
    """Whether both may count or measure the same kind of thing; one that stands for itself fits any."""
    if Sort.ORDINAL in (said.sort, told.sort):
        return said.sort is told.sort
    if said.sort is told.sort:
        currencies = {said.currency, told.currency} - {"", "other money"}
        return len(currencies) < 2 and _same_measure(said, told)  # noqa: PLR2004
    bare = said if said.sort is Sort.COUNT else told
    return Sort.COUNT in (said.sort, told.sort) and not bare.unit and not bare.counted


def _same_measure(said: Amount, told: Amount) -> bool:
    if said.unit and told.unit:
        return said.unit.measures == told.unit.measures
    bare = told if said.unit else said
    return said.unit is told.unit or not bare.counted


def _opposed(said: Amount, told: Amount) -> bool:
    """ "more than" is not "less than", "at least" not "at most"."""
    return (said.bound in _MORE and told.bound in {Bound.UNDER, Bound.MOST}) or (
        said.bound in {Bound.UNDER, Bound.MOST} and told.bound in _MORE
    )


def _same(said: Amount, told: Amount) -> bool:
    near = _EXACT if said.unit == told.unit else _CONVERTED
    return abs(said.size - told.size) <= near * max(abs(said.size), abs(told.size))


def _rounded(said: Amount, told: Amount) -> bool:
    """Whether the sentence's value is the text's, rounded as its words say."""
    off = (told.size - said.size) / said.size if said.size else 1.0
    if said.bound in _MORE:
        return 0 <= off <= _OVER
    if said.bound in _FEWER:
        return -_UNDER <= off <= 0
    if said.bound is Bound.ABOUT or said.sort is Sort.SHARE:
        return abs(off) <= (_ABOUT if said.bound is Bound.ABOUT else 0.02) and _is_coarser(said, told)
    return _is_coarser(said, told) and abs(said.size - told.size) <= said.step / 2 * _unit_size(said) * (1 + _EXACT)


def _unit_size(amount: Amount) -> float:
    return amount.unit.size if amount.unit else 1.0


def _is_coarser(said: Amount, told: Amount) -> bool:
    """Whether the text writes more digits: only those can have been rounded away."""
    return told.step < said.step or (said.bound is Bound.ABOUT and _zeros(said.value) > _zeros(told.value))


def _zeros(value: float) -> int:
    """How many zeros a whole number ends in."""
    whole = f"{value:.0f}"
    return len(whole) - len(whole.rstrip("0"))
