"""Find what may hold articles behind links: pages, PDF files, and what feeds and sitemaps name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ingest.address import canonical
from ingest.decode import Unreadable
from ingest.draft import Rejected
from ingest.links.asking import Asker
from ingest.links.cache import open_cache
from ingest.links.discovery import feeds_of
from ingest.links.feed import Entry, read_feed
from ingest.links.limits import LIMITS, Limits
from ingest.links.pace import Pace
from ingest.links.records import record_of
from ingest.links.remembered import Remembered
from ingest.links.sent import Sent
from ingest.links.sitemaps import pages_named
from ingest.links.targets import Target, target_of
from ingest.links.told import Told
from ingest.links.urls import is_front, shown
from ingest.links.visiting import Visitor
from ingest.piece import Form, Piece
from ingest.statements import Statements

Visit = Callable[[str], Sent]

_FORMS = {Target.PAGE: Form.PAGE, Target.PDF: Form.PDF}


def pieces_of_links(
    addresses: Iterable[str],
    home: Path,
    *,
    allow_private: bool = False,
    keeps: bool = True,
    on_asking: Callable[[str], None] = lambda _: None,
    limits: Limits = LIMITS,
) -> Iterator[Piece | Rejected]:
    """Every piece behind these addresses, one after the other.

    home: the library's folder, where what was sent is remembered for the next time, if `keeps`. allow_private: whether
    this computer and its network may be asked, too. on_asking: told the host of each request.
    """
    cache = open_cache(home / "fetched.db", keeps=keeps)
    try:
        visitor = Visitor(Asker(allow_private, limits), Remembered(cache), Pace(), limits, on_asking)
        links = Links(visitor.visit, Told(cache), limits)
        for address in addresses:
            yield from links.pieces(address)
    finally:
        cache.close()


class Links:
    """Follows links in one run; an article is read once, whatever leads to it."""

    def __init__(self, visit: Visit, told: Told, limits: Limits = LIMITS) -> None:
        self._visit, self._told, self._limits = visit, told, limits
        self._seen: set[str] = set()

    def pieces(self, address: str) -> Iterator[Piece | Rejected]:
        """What is behind an address that a person named."""
        if not self._is_new(address):
            return
        try:
            sent = self._visit(address)
            match target := target_of(sent.data, sent.media_type):
                case Target.FEED:
                    yield from self._in_feed(sent)
                case Target.SITEMAP | Target.INDEX:
                    yield from self._in_sitemap(sent, target)
                case _:
                    _refuse_front_with_feeds(sent)
                    yield from self._article(sent, target, address, None)
        except Unreadable as reason:
            yield _rejected(address, str(reason))

    def _in_feed(self, sent: Sent) -> Iterator[Piece | Rejected]:
        entries = read_feed(sent.data, sent.address, sent.charset).entries
        for number, entry in enumerate(entries[: self._limits.links], start=1):
            yield from self._of_entry(entry, sent.address, number)
        yield from self._left_out(sent.address, len(entries), "first")

    def _of_entry(self, entry: Entry, feed: str, number: int) -> Iterator[Piece | Rejected]:
        """The page that an entry leads to; the entry's own text where there is none or it cannot be had."""
        if entry.link is None:
            whole = record_of(entry, number, feed, feed, feed)
            yield whole or _rejected(
                feed,
                f"{shown(entry.told.title or f'entry {number}')!r} of the feed has neither a link nor a whole text",
            )
            return
        for found in self._behind(entry.link, entry.told):
            yield (isinstance(found, Rejected) and record_of(entry, number, feed, feed, entry.link)) or found

    def _in_sitemap(self, sent: Sent, target: Target) -> Iterator[Piece | Rejected]:
        pages = []
        for named in pages_named(sent, target, self._visit, self._limits):
            if isinstance(named, Rejected):
                yield named
            else:
                pages.append(named)
        pages.sort(key=lambda each: each.changed, reverse=True)
        for page in pages[: self._limits.links]:
            yield from self._behind(page.link, page.told)
        yield from self._left_out(sent.address, len(pages), "newest")

    def _behind(self, link: str, told: Statements) -> Iterator[Piece | Rejected]:
        """The article that a feed or sitemap names, unless it was met before."""
        if not self._is_new(link):
            return
        try:
            sent = self._visit(link)
            target = target_of(sent.data, sent.media_type)
            _require_article(sent, target, link)
            yield from self._article(sent, target, link, told)
        except Unreadable as reason:
            yield _rejected(link, str(reason))

    def _article(self, sent: Sent, target: Target, link: str, now: Statements | None) -> Iterator[Piece]:
        """The piece that a link led to, unless another led to the same."""
        at = sent.address
        if canonical(at) == canonical(link) or self._is_new(at):
            told = self._told.heard(at, now)
            form, encoding = _FORMS[target], sent.charset
            yield Piece(form, sent.data, origin=at, place=at, source=at, url=at, encoding=encoding, told=told)

    def _is_new(self, address: str) -> bool:
        key = canonical(address)
        known = key in self._seen
        self._seen.add(key)
        return not known

    def _left_out(self, address: str, number: int, which: str) -> Iterator[Rejected]:
        most = self._limits.links
        if number > most:
            told = f"it names {number:,} articles: the {which} {most:,} were asked for, {number - most:,} were left out"
            yield _rejected(address, told)


def _refuse_front_with_feeds(sent: Sent) -> None:
    """Raise `Unreadable` for a site's first page, which is no article but leads to them."""
    if is_front(sent.address) and (feeds := feeds_of(sent.data, sent.address)):
        raise Unreadable(f"it is a site's front page, not an article; for its articles, name its feed: {feeds[0]}")


def _require_article(sent: Sent, target: Target, link: str) -> None:
    """Raise `Unreadable` for what a feed or sitemap names and is no article."""
    if target not in _FORMS:
        raise Unreadable("it leads to another feed or sitemap, not to an article; name it by itself")
    if is_front(sent.address) and not is_front(link):
        raise Unreadable("it leads to the site's front page, as sites do when an article is gone")


def _rejected(address: str, reason: str) -> Rejected:
    return Rejected(shown(address), reason, shown(address))
