"""Whether two words of names name the same: "Karvian" and "Karvia", "U.S." and "American"."""

from __future__ import annotations

import re
from functools import cache

from assistant.support.naming import part_of
from assistant.support.wording import listed

_PREFIX = 3
# What a place's name may end in where another word made from it goes on otherwise.
_ENDS_PLACE = frozenset(["", "a", "e", "o", "y", "i", "ia", "ea", "us", "way", "land", "lands", "s", "as", "ce", "um"])
_ENDS_KIN = listed(
    """n an ian ean ese ish i ic er s ns ans ians eans ites ite ers ers' is ene enes nian nians wegian wegians ch tch k
    ks d ds lander landers ian's man men ard ards asque isch ois oise ien ism ist ists"""
)
# A country, its people, and the capital that stands for its government.
_SAME = """
us usa united-states america american americans washington
uk united-kingdom britain great-britain british briton britons london
eu european-union brussels
un united-nations
uae united-arab-emirates emirati emiratis
netherlands dutch holland
france french paris
spain spanish spaniard spaniards madrid
germany german germans berlin
greece greek greeks athens
switzerland swiss
denmark danish dane danes
wales welsh
ireland irish
poland polish pole poles warsaw
sweden swedish swede swedes
finland finnish finn finns
norway norwegian norwegians
turkey turkiye turkish turk turks ankara
england english
scotland scottish scots scot
belgium belgian belgians
czechia czech-republic czech czechs
philippines philippine filipino filipinos
thailand thai thais
china chinese beijing
japan japanese tokyo
portugal portuguese
argentina argentine argentinian
peru peruvian
iceland icelandic
israel israeli israelis
iraq iraqi iraqis baghdad
new-zealand
europe european europeans
africa african africans
asia asian asians
russia russian russians moscow kremlin
armenia armenian armenians yerevan
azerbaijan azerbaijani azerbaijanis baku
ukraine ukrainian ukrainians kyiv kiev
belarus belarusian minsk
serbia serbian serbs belgrade
hungary hungarian hungarians budapest
romania romanian bucharest
bulgaria bulgarian sofia
croatia croatian zagreb
iran iranian iranians tehran
syria syrian syrians damascus
lebanon lebanese beirut
egypt egyptian egyptians cairo
india indian indians delhi new-delhi
pakistan pakistani islamabad
south-korea seoul
north-korea pyongyang
taiwan taiwanese taipei
australia australian australians canberra
canada canadian canadians ottawa
italy italian italians rome
austria austrian austrians vienna
venezuela venezuelan caracas
ussr soviet-union soviet soviets
"""


@cache
def _groups() -> dict[str, int]:
    return {name: at for at, line in enumerate(_SAME.strip().splitlines()) for name in line.split()}


def akin(one: str, other: str) -> bool:
    """Whether two folded words name the same place, people or thing."""
    if one == other or one.rstrip("s") == other.rstrip("s") != "":
        return True
    group = _groups().get(one)
    return (group is not None and group == _groups().get(other)) or _made_from(one, other) or _made_from(other, one)


def same_name(one: str, other: str) -> bool:
    """Whether two names as written share a word, or one is the initials or another name of the other."""
    mine, theirs = ([part_of(word) for word in name.split()] for name in (one, other))
    joined = [["-".join(mine)], ["-".join(theirs)]]
    return any(
        akin(first, second)
        for firsts, seconds in ((mine, theirs), (joined[0], theirs), (mine, joined[1]))
        for first in firsts
        for second in seconds
        if first and second
    ) or bool({initials(one), initials(other)} & {*mine, *theirs} - {""})


def also_called(name: str) -> bool:
    """Whether a word is one of those that name a country or its people."""
    return name in _groups()


def initials(name: str) -> str:
    """The initials of a name of at least two words, or ""."""
    words = [word for word in re.split(r"[\s-]+", name) if word[:1].isupper()]
    return "".join(word[0] for word in words).lower() if len(words) > 1 else ""


def _made_from(place: str, kin: str) -> bool:
    """Whether one is an adjective or a people of the other."""
    shared = 0
    for one, other in zip(place, kin, strict=False):
        if one != other:
            break
        shared += 1
    return any(
        place[at:] in _ENDS_PLACE and kin[at:] in _ENDS_KIN for at in range(shared, max(_PREFIX, shared - 2), -1)
    )
