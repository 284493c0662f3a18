"""Ask each host politely: one request at a time, with a pause between two."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

Sleep = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Pace:
    """Remembers when each host was last asked."""

    sleep: Sleep = time.sleep
    clock: Callable[[], float] = time.monotonic
    _last: dict[str, float] = field(default_factory=dict)

    def wait(self, host: str, pause: float) -> float:
        """Return once that many seconds are over since the host's last answer: how long that took."""
        last = self._last.get(host)
        rest = 0 if last is None else max(0, last + pause - self.clock())
        if rest:
            self.sleep(rest)
        return rest

    def answered(self, host: str) -> None:
        self._last[host] = self.clock()
