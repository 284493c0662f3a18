"""Kinds of failures of a chat model: one for each thing that a person, or asking again, can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a person can do something about."""

    NO_KEY = auto()
    KEY_REFUSED = auto()
    NOT_ALLOWED = auto()
    UNKNOWN_MODEL = auto()
    NOT_FOUND = auto()
    NOT_THERE = auto()
    CERTIFICATE = auto()
    TOO_OFTEN = auto()
    NOT_PAID = auto()
    OVERLOADED = auto()
    SILENT = auto()
    BROKEN_OFF = auto()
    NOTHING = auto()
    EMPTY = auto()
    ONLY_THOUGHTS = auto()
    REFUSED = auto()
    TOO_LONG = auto()
    OTHER_LANGUAGE = auto()
    NOT_TAKEN = auto()
    NOT_OPENED = auto()


_LASTS = {
    Kind.NO_KEY, Kind.KEY_REFUSED, Kind.NOT_ALLOWED, Kind.UNKNOWN_MODEL, Kind.NOT_FOUND, Kind.NOT_THERE,
    Kind.CERTIFICATE, Kind.NOT_PAID, Kind.NOT_OPENED,
}  # fmt: skip
_PASSES = {Kind.TOO_OFTEN, Kind.OVERLOADED, Kind.SILENT, Kind.BROKEN_OFF, Kind.NOTHING, Kind.EMPTY}


@dataclass(eq=False)  # not frozen: Python writes its traceback into it
class Failure(Exception):
    """said: the server's own words. wait: seconds that it asks for. key: the variable that a key is missing from."""

    kind: Kind
    said: str = ""
    wait: float | None = None
    key: str = ""

    @property
    def passes(self) -> bool:
        """Whether asking again may help."""
        return self.kind in _PASSES

    @property
    def lasts(self) -> bool:
        """Whether any other question would fail as well, until a person does something about it."""
        return self.kind in _LASTS
