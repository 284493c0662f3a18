"""What reading links may cost, however their servers behave."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.offered import LARGEST


@dataclass(frozen=True, slots=True)
class Limits:
    """seconds: for one page, its redirects included. sent, unpacked: bytes, as they come and without their packing.

    links: of one feed or sitemap, the most that a sitemap of news may name; a second each, they take a quarter
    of an hour. sitemaps: read from one index. retries: when a site asks to come back later; longest_wait: how much
    later may that be. failures: of a host, running, before the rest of its links are left.
    """

    seconds: float = 60
    connect: float = 10
    silence: float = 20
    sent: int = LARGEST
    unpacked: int = LARGEST
    redirects: int = 5
    links: int = 1000
    sitemaps: int = 50
    pause: float = 1
    longest_pause: float = 30
    retries: int = 2
    longest_wait: float = 60
    failures: int = 3


LIMITS = Limits()
