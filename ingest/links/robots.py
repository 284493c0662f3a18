"""Keep to what sites allow programs, as their robots.txt says (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import httpx
from protego import Protego

from ingest.decode import Unreadable
from ingest.links.sent import Sent

_LARGEST = 500 * 1024  # bytes that RFC 9309 wants read at least; the rest is left out, as it allows
_REFUSED = range(400, 500)
_LATER = 429


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of each site, asked for once.

    agent: what the rules may call us. fetch: gets an address, whatever it leads to, without asking these rules.
    """

    agent: str
    fetch: Callable[[httpx.URL], Sent]
    _rules: dict[httpx.URL, Protego | str] = field(default_factory=dict)

    def require_allowed(self, url: httpx.URL) -> None:
        """Raises `Unreadable` where the site does not want it asked, or its rules cannot be had."""
        if not self._of(url).can_fetch(str(url), self.agent):
            raise Unreadable(
                "the site's robots.txt does not allow programs to read it; save the page in your browser"
                " and ingest the file"
            )

    def delay(self, url: httpx.URL) -> float:
        """Seconds that the site wants between two requests."""
        return self._of(url).crawl_delay(self.agent) or 0

    def _of(self, url: httpx.URL) -> Protego:
        place = url.copy_with(raw_path=b"/robots.txt", fragment=None)
        if place not in self._rules:
            self._rules[place] = self._asked(place)
        rules = self._rules[place]
        if isinstance(rules, str):
            raise Unreadable(rules)
        return rules

    def _asked(self, place: httpx.URL) -> Protego | str:
        """The rules (none where there is no such file), or why they cannot be had: then nothing is allowed."""
        try:
            sent = self.fetch(place)
        except Unreadable as reason:
            return str(reason)
        if sent.is_there:
            return Protego.parse(sent.data[:_LARGEST].decode("utf-8", errors="replace"))
        if sent.status in _REFUSED and sent.status != _LATER:
            return Protego.parse("")
        return (
            f"the site's robots.txt could not be read ({sent.status}), so it is not known what may be; try again later"
        )
