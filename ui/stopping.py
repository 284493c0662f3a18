"""Ctrl-C during long work: the first ends it after what is being written, the second at once."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from ui.terminal import say

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@dataclass(slots=True)
class Wish:
    """Whether the work was asked to end. begun: whether it is under way; before that, it ends at once."""

    asked: bool = False
    begun: bool = False

    def __call__(self) -> bool:
        return self.asked


@contextmanager
def asked_to_stop(say_so: Callable[[str], None] = say) -> Iterator[Wish]:
    """Note a Ctrl-C, or a polite kill, while this lasts."""
    wish = Wish()

    def note(number: int, frame: FrameType | None) -> None:
        if wish.asked or not wish.begun:
            signal.default_int_handler(number, frame)
        wish.asked = True
        say_so("stopping when what is being written is written; once more to stop at once, which loses nothing either")

    before = {each: signal.signal(each, note) for each in _SIGNALS}
    try:
        yield wish
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
