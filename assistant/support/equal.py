"""Whether an amount of a sentence is borne out by one of a text."""

from __future__ import annotations

from dataclasses import replace

from assistant.support.bounds import Bound
from assistant.support.measured import Amount, Sort
from assistant.support.units import OTHER_MONEY, Unit

_EXACT = 1e-6
_MONTH = 30.44 * 86400
# "in the 11th minute" is after 11 minutes; a second is seldom two.
_SECOND = 2
# The stem of percentage points, which a bare number may stand for.
POINT = "point"
# Between two units, as of 30 miles and 48 km.
_CONVERTED = 0.03
# "more than half" of 60 %, "nearly 300" of 291, "about 90" of 92: so far from what is said, as a share of it.
_OVER, _UNDER, _NEARLY, _ABOUT, _ROUND_SHARE = 0.25, 0.25, 0.1, 0.1, 0.025
# "nearly three months" of eleven weeks.
_NEARLY_IN_ANOTHER = 0.16
# "half" in words reaches to the next part that has a name: "a third", "two-thirds".
_NAMED_PART, _WORDY_STEP = 0.34, 50.0


def bears_out(said: Amount, told: Amount) -> bool:
    """Same thing counted or measured, same value; a looser word in the sentence allows for what is within it."""
    if not comparable(said, told) or _opposed(said, told) or _reckoned_otherwise(said, told):
        return False
    return _same(said, told) or _rounded(said, told)


def comparable(said: Amount, told: Amount) -> bool:
    """Whether both may count or measure the same kind of thing; a bare number may be of any."""
    if {said.sort, told.sort} == {Sort.COUNT, Sort.ORDINAL}:
        apart = said.sort is Sort.ORDINAL and said.nouns and told.nouns and not said.nouns & told.nouns
        return said.value == told.value > _SECOND and not apart
    if said.sort is not told.sort:
        bare = said if said.sort is Sort.COUNT else told
        return (
            bare.sort is Sort.COUNT
            and Sort.ORDINAL not in (said.sort, told.sort)
            and not bare.unit
            and (not bare.nouns or bare.counted == POINT)
        )
    if said.currency and told.currency and OTHER_MONEY not in (said.currency, told.currency):
        return said.currency == told.currency
    if said.unit and told.unit:
        return said.unit.measures == told.unit.measures or {said.unit.measures, told.unit.measures} == {
            "time",
            "months",
        }
    return said.unit is told.unit or not (told if said.unit else said).nouns


def _opposed(said: Amount, told: Amount) -> bool:
    """ "more than" is not "less than", nor "at least" "at most"; but a limit of "up to" is passed by "more than"."""
    return {said.bound, told.bound} in ({Bound.OVER, Bound.UNDER}, {Bound.LEAST, Bound.MOST})


def _reckoned_otherwise(said: Amount, told: Amount) -> bool:
    """42 cents a tonne are not 42 cents for each passenger."""
    return bool(said.rate and told.rate) and not said.rate & told.rate


def _same(said: Amount, told: Amount) -> bool:
    if said.unit is None or told.unit is None or said.unit == told.unit:
        return abs(said.value - told.value) <= _EXACT * max(abs(said.value), abs(told.value))
    one, other = _size(said, said.unit), _size(told, told.unit)
    return abs(one - other) <= _CONVERTED * max(abs(one), abs(other))


def _size(amount: Amount, unit: Unit) -> float:
    """Months in seconds, so that 60 days are two months."""
    return amount.size * (_MONTH if unit.measures == "months" else 1.0)


def _rounded(said: Amount, told: Amount) -> bool:
    """Whether the sentence's value is the text's, rounded as its words say; only more digits can be rounded away."""
    one, other = _sizes(said, told)
    if not one or other is None or not _is_coarser(said, told):
        return False
    off = (other - one) / one
    if said.bound not in (Bound.NONE, Bound.MOST):
        least, most = _reach(said, told)
        return least <= off <= most
    if said.sort is Sort.SHARE:
        return abs(off) <= _ROUND_SHARE
    near = said.step / 2 * (1 + _EXACT)
    return said.unit == told.unit and told.step < said.step and abs(said.value - told.value) <= near


def _reach(said: Amount, told: Amount) -> tuple[float, float]:
    """How far below and above what is said its bound allows, as shares of it."""
    loose = _NAMED_PART if said.sort is Sort.SHARE and said.step == _WORDY_STEP else 0.0
    match said.bound:
        case Bound.OVER | Bound.LEAST:
            return 0.0, max(_OVER, loose)
        case Bound.UNDER:
            return -max(_UNDER, loose), 0.0
        case Bound.NEARLY:
            return -(_NEARLY if said.unit == told.unit else _NEARLY_IN_ANOTHER), 0.0
        case _:
            return -_ABOUT, _ABOUT


def _sizes(said: Amount, told: Amount) -> tuple[float, float | None]:
    """In one unit; nothing of the second where it measures something else."""
    if said.unit and told.unit:
        return _size(said, said.unit), _size(told, told.unit)
    return said.size, told.size if said.unit is told.unit else None


def _is_coarser(said: Amount, told: Amount) -> bool:
    if said.unit and told.unit and said.unit != told.unit:
        return _size(replace(said, value=1.0), said.unit) > _size(replace(told, value=1.0), told.unit)
    return told.step < said.step or _zeros(said.value) > _zeros(told.value)


def _zeros(value: float) -> int:
    """How many zeros a whole number ends in."""
    whole = f"{value:.0f}"
    return len(whole) - len(whole.rstrip("0"))
