"""Find the articles in a JSON dump of any size, one in memory at a time."""

from __future__ import annotations

import codecs
import json
from collections.abc import Generator, Iterator
from itertools import chain

import ijson

from ingest.decode import MIXED, Unreadable, encoding_of
from ingest.draft import Rejected
from ingest.escapes import Escapes
from ingest.offered import REMEDY, START, Offered, megabytes
from ingest.piece import Piece
from ingest.record import names_text

_LISTS = frozenset(
    ("articles", "items", "results", "docs", "documents", "stories", "news", "entries", "records", "posts", "data")
)
_AROUND = frozenset(("response", "data", "result", "results", "feed", "channel"))
_DEEPEST = 60  # objects in objects; no article has ten
_STARTS, _ENDS = frozenset({"start_map", "start_array"}), frozenset({"end_map", "end_array"})

_Event = tuple[str, object]


def dumped_in(offered: Offered) -> Iterator[Piece | Rejected]:
    """The objects of a list, of a list inside an object, or one object after the other."""
    number = 0
    events = _Events(offered)
    try:
        for number, found in enumerate(_articles(iter(events)), start=1):
            events.begin_article(number + 1)
            if isinstance(found, Unreadable):
                yield offered.rejected(found, number)
            else:
                yield offered.record(number, json.dumps(found).encode())
    except ijson.JSONError:
        after = f"after article {number}; what came before was read" if number else "before its first article is over"
        yield offered.rejected(f"the JSON is cut off or damaged {after}")
    else:
        if number == 0:
            yield offered.rejected("there is no article in it, only an empty list")


class _Events:
    """A parser's events, as long as no article is larger than may be in memory."""

    def __init__(self, offered: Offered) -> None:
        self._offered = offered
        self.begin_article(1)

    def begin_article(self, number: int) -> None:
        self._number, self._size = number, 0

    def __iter__(self) -> Iterator[_Event]:
        events = ijson.sendable_list()
        parser = ijson.basic_parse_coro(events, multiple_values=True, use_float=True)
        for text in self._texts():
            if text:  # nothing would mean the end
                parser.send(text.encode(errors="replace"))
            yield from events
            del events[:]
        parser.close()
        yield from events

    def _texts(self) -> Iterator[str]:
        """The dump piece by piece."""
        decoder = codecs.getincrementaldecoder(encoding_of(self._offered.start))(MIXED)
        escapes = Escapes()
        while chunk := self._offered.stream.read1(START):
            yield escapes.whole(decoder.decode(chunk))
            self._size += len(chunk)
            if self._size > self._offered.largest:
                large = f"article {self._number} of it is larger than {megabytes(self._offered.largest)}, {REMEDY}"
                raise Unreadable(large)
        yield escapes.whole(decoder.decode(b"", final=True), final=True)


def _articles(events: Iterator[_Event]) -> Iterator[object]:
    """What may be an article, as soon as it is complete."""
    for first in events:
        match first[0]:
            case "start_array":
                yield from _elements(events)
            case "start_map":
                left = yield from _taken_apart(events)
                yield from _articles_of(left)
            case _:
                yield first[1]


def _elements(events: Iterator[_Event]) -> Iterator[object]:
    """The rest of a list that has begun."""
    for first in events:
        if first[0] == "end_array":
            return
        yield _value(first, events)


def _taken_apart(events: Iterator[_Event], depth: int = 0) -> Generator[object, None, dict[str, object]]:
    """The articles that an object has in a list under a usual name; what is left of it is returned."""
    left: dict[str, object] = {}
    for event, key in events:
        if event == "end_map":
            break
        name, first = str(key), next(events)
        if first[0] == "start_array" and name.lower() in _LISTS:
            second = next(events)
            if second[0] == "start_map":
                yield from _elements(chain([second], events))
                left[name] = []
            else:
                left[name] = _shallow(_value(first, chain([second], events)))
        elif first[0] == "start_map" and name.lower() in _AROUND and depth < _DEEPEST:
            left[name] = yield from _taken_apart(events, depth + 1)
        else:
            left[name] = _shallow(_value(first, events))
    return left


def _value(first: _Event, events: Iterator[_Event]) -> object:
    """The value that begins with this event; a reason instead of what is nested too deeply to be kept."""
    builder, depth, deepest = ijson.ObjectBuilder(), 0, 0
    for event, value in chain([first], events):
        depth += (event in _STARTS) - (event in _ENDS)
        deepest = max(deepest, depth)
        if deepest <= _DEEPEST:
            builder.event(event, value)
        if depth == 0:
            break
    return builder.value if deepest <= _DEEPEST else Unreadable("its fields are nested too deeply to be an article's")


def _shallow(value: object) -> object:
    if isinstance(value, Unreadable):
        raise value
    return value


def _articles_of(left: dict[str, object]) -> list[dict[str, object]]:
    """An object that is an article, or those in it under names that nobody could know; else itself, to be refused."""
    if names_text(left):
        return [left]
    inside = [one for value in left.values() for one in _objects(value) if names_text(one)]
    return inside or ([] if _had_list(left) else [left])


def _objects(value: object) -> list[dict[str, object]]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def _had_list(left: dict[str, object]) -> bool:
    return any(
        _had_list(value) if isinstance(value, dict) else name.lower() in _LISTS and value == []
        for name, value in left.items()
    )
