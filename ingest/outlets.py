"""Recognise an outlet's name where a page repeats it."""

from __future__ import annotations

import re

from ingest.address import host_of

_TAIL = re.compile(r"\s+[|–—-]\s+(?P<outlet>[^|]{2,60})$")
_PRESS = re.compile(
    r"\b(?:gazette|times|post|chronicle|tribune|herald|wire|courier|journal|observer|guardian|telegraph|echo|star|sun"
    r"|mirror|independent|globe|standard|press|examiner|register|bulletin|dispatch|argus|mercury|review|monitor|ledger"
    r"|daily|weekly|today|online|magazine|radio|tv|television|broadcasting|agency|newspaper|advertiser|citizen"
    r"|[ei]nquirer|sentinel|beacon|lantern|messenger|record|republic|advocate|banner|clarion|digest|express|mail"
    r"|newsroom|network|media|insider|outlook)\b",
    re.IGNORECASE,
)
_NEWS = re.compile(r"\bnews\b", re.IGNORECASE)
_SECTION = re.compile(
    r"^(?:world|local|breaking|top|latest|more|national|international|business|sports?|politics|home|city|state|good)\b",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+)(?:\.[a-z]{2,})+/?", re.IGNORECASE)


def repeats(text: str, outlet: str) -> bool:
    """Whether a text begins with the outlet's name, or breaks off inside it: "The …" of The Daily Example."""
    name, words = _folded(outlet), _folded(text)
    cut_off = text.rstrip().endswith(("...", "…"))
    return bool(name and words) and (words.startswith(name) or (cut_off and name.startswith(words)))


def is_masthead(line: str) -> bool:
    """Whether a line could be an outlet's name and no section of one: "Harbour Gazette", not "World News"."""
    return _PRESS.search(line) is not None or (_NEWS.search(line) is not None and not _SECTION.match(line))


def outlet_of(address: str, title: str | None) -> str | None:
    """The host that an article stands at, by the name that the end of its title gives it: "The Daily Example"."""
    host = host_of(address)
    tail = _TAIL.search(title or "")
    named = tail["outlet"].strip() if tail else ""
    return named if named and host and _folded(named) == _folded(host) else host or None


def _folded(name: str) -> str:
    """The name without case, spaces and the ending of a host: "dailyexample"."""
    host = _HOST.fullmatch(name.strip())
    return re.sub(r"[\W_]", "", host[1] if host else name).casefold()
