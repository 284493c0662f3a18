"""What amounts are measured in, under one name for each way of writing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: what it measures, and how many of the smallest unit of that kind it has."""

    measures: str
    size: float = 1.0


# For each kind its units: names and size. Of time, months are no whole number of days: two kinds.
_TABLE: Mapping[str, Mapping[str, float]] = {
    "length": {
        "mm millimetre millimeter": 0.001, "cm centimetre centimeter": 0.01, "m metre meter": 1,
        "inch inches in": 0.0254,
        "km kilometre kilometer kms": 1000, "mile mi": 1609.344, "foot feet ft": 0.3048, "yard yd": 0.9144,
    },
    "speed": {"mph": 1.609344, "kph km/h kmh": 1},
    "area": {"acre": 0.404686, "hectare ha": 1},
    "weight": {
        "mg milligram milligramme": 1e-6, "g gram gramme": 0.001, "kg kilo kilogram kilogramme": 1, "lb lbs": 0.453592,
        "ton tonne": 1000, "ounce oz": 0.0283495,
    },
    "volume": {"litre liter": 1, "gallon": 3.785412, "barrel bbl": 158.987, "millilitre milliliter ml": 0.001},
    "time": {"second sec secs": 1, "minute min mins": 60, "hour hr hrs": 3600, "day": 86400, "week": 604800,
             "night": 86400, "fortnight": 1209600},
    "months": {"month": 1, "quarter": 3, "year yr yrs": 12, "decade": 120, "century centuries": 1200},
    "degrees": {"degree °c °f °": 1},
    "power": {"kilowatt kw": 1, "megawatt mw": 1000, "gigawatt gw": 1e6, "terawatt": 1e9},
    "energy": {"kilowatt-hour kwh": 1, "megawatt-hour mwh": 1000, "gigawatt-hour gwh": 1e6},
    "data": {"kilobyte kb": 1e-3, "megabyte mb": 1, "gigabyte gb": 1000, "terabyte tb": 1e6},
}  # fmt: skip
UNITS = {
    form: Unit(kind, size)
    for kind, units in _TABLE.items()
    for names, size in units.items()
    for name in names.split()
    for form in (name, f"{name}s")
}

OTHER_MONEY = "other money"
# "pounds" weigh or pay: what is paid is written with a sign as a rule, so either matches.
CURRENCIES = {
    **dict.fromkeys(("$", "us$", "usd", "dollar", "dollars", "buck", "bucks"), "$"),
    **dict.fromkeys(("£", "gbp", "pound", "pounds", "quid"), "£"),
    **dict.fromkeys(("€", "eur", "euro", "euros"), "€"),
    **dict.fromkeys(("¥", "yen", "jpy"), "¥"),
    **dict.fromkeys(("₹", "rupee", "rupees"), "₹"),
    **dict.fromkeys(("yuan", "renminbi"), "yuan"),
    **dict.fromkeys(("crown", "crowns", "krona", "kronor", "krone", "kroner"), "crown"),
    **dict.fromkeys(("franc", "francs", "chf"), "franc"),
    **dict.fromkeys(("peso", "pesos"), "peso"),
    **dict.fromkeys(("₽", "ruble", "rubles", "rouble", "roubles"), "rouble"),
    **dict.fromkeys(("shekel", "shekels", "₪"), "shekel"),
    **dict.fromkeys(("₩", "rand", "lira", "zloty", "hryvnia", "₴", "real", "reais"), OTHER_MONEY),
}
HUNDREDTHS = {"cent": "$", "cents": "$", "¢": "$", "pence": "£", "penny": "£", "p": "£"}
