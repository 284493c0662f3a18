"""Fetch an address as a considerate visitor does: by the site's rules, at its pace, following where it leads."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

import httpx

from ingest.decode import Unreadable
from ingest.links.asking import AGENT, Ask
from ingest.links.connecting import TimeLeft
from ingest.links.limits import LIMITS, Limits
from ingest.links.pace import Pace
from ingest.links.patience import Patience
from ingest.links.remembered import Remembered
from ingest.links.robots import Robots
from ingest.links.sent import Sent
from ingest.links.troubles import NoAnswer, why_not_given
from ingest.links.urls import parsed, shown

Get = Callable[[httpx.URL, TimeLeft], Sent]

_UNCHANGED = 304
_LATER = frozenset({429, 503})
_WAIT = 5.0  # seconds, where a site asks to come back later without saying when


class Visitor:
    """Visits sites for one run. on_asking: told the host of each request."""

    def __init__(
        self,
        ask: Ask,
        remembered: Remembered,
        pace: Pace,
        limits: Limits = LIMITS,
        on_asking: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._ask, self._remembered, self._pace, self._limits = ask, remembered, pace, limits
        self._patience = Patience(limits.failures)
        self._on_asking = on_asking
        self._robots = Robots(AGENT, self._rules)

    def visit(self, address: str) -> Sent:
        """What is at an address, or at what it leads to; raises `Unreadable` where that is nothing."""
        sent = self._followed(parsed(address), self._patiently)
        if not sent.is_there:
            raise Unreadable(why_not_given(sent.status))
        return sent

    def _rules(self, place: httpx.URL) -> Sent:
        """A site's robots.txt: neither its rules nor its pace are known yet."""
        return self._followed(place, lambda url, left: self._asked(url, {}, left))

    def _followed(self, url: httpx.URL, get: Get) -> Sent:
        """What an address gives, or what it leads to, within the time that one page may take."""
        first, left = url, TimeLeft(self._limits.seconds)
        try:
            for _ in range(self._limits.redirects + 1):
                sent = get(url, left)
                if not sent.is_elsewhere:
                    return sent
                url = parsed(sent.location, url)
        except Unreadable as reason:
            raise reason if url == first else Unreadable(f"it leads on to {shown(url)}: {reason}") from None
        raise Unreadable(
            f"it leads on more than {self._limits.redirects} times, as sites do that want a cookie or a login;"
            " save the page in your browser and ingest the file"
        )

    def _patiently(self, url: httpx.URL, left: TimeLeft) -> Sent:
        """What one address gives, if its site allows it and has not been tried too often."""
        self._robots.require_allowed(url)
        self._patience.require(url.host)
        try:
            sent = self._again(url, left)
        except NoAnswer:
            self._patience.failed(url.host)
            raise
        if sent.status in _LATER:
            self._patience.failed(url.host)
        else:
            self._patience.answered(url.host)
        return sent

    def _again(self, url: httpx.URL, left: TimeLeft) -> Sent:
        """What one address gives at last, where the site asks to come back soon."""
        for _ in range(self._limits.retries):
            sent = self._at_its_pace(url, left)
            wait = _seconds_to_wait(sent)
            if sent.status not in _LATER or wait > self._limits.longest_wait:
                return sent
            self._pace.sleep(wait)
            left.without(wait)
        return self._at_its_pace(url, left)

    def _at_its_pace(self, url: httpx.URL, left: TimeLeft) -> Sent:
        """What one address gives now; what it gave before where its site says that nothing has changed."""
        left.without(self._pace.wait(url.host, self._pause(url)))
        before = self._remembered.recall(str(url))
        try:
            sent = self._asked(url, _unless_still(before), left)
        finally:
            self._pace.answered(url.host)
        if before and sent.status == _UNCHANGED:
            sent = before
        if sent.is_there:
            self._remembered.keep(sent)
        return sent

    def _asked(self, url: httpx.URL, headers: Mapping[str, str], left: TimeLeft) -> Sent:
        self._on_asking(url.host)
        return self._ask(url, headers, left)

    def _pause(self, url: httpx.URL) -> float:
        """As the site wants it, within reason: nobody waits an hour for a feed."""
        return min(max(self._limits.pause, self._robots.delay(url)), self._limits.longest_pause)


def _unless_still(before: Sent | None) -> dict[str, str]:
    """Headers that ask for a page only if it is no longer what was sent before."""
    if before is None:
        return {}
    headers = {"If-None-Match": before.etag, "If-Modified-Since": before.modified}
    return {name: value for name, value in headers.items() if value}


def _seconds_to_wait(sent: Sent) -> float:
    """How long a site wants to be left alone, as seconds or a date."""
    told = sent.retry_after.strip()
    if told.isdecimal():
        return float(told[:9])
    try:
        moment = parsedate_to_datetime(told)
        return max(0.0, (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - time.time())
    except (ValueError, OverflowError):  # the latter for years and zones that no calendar has
        return _WAIT
