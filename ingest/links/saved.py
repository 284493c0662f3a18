"""Find articles in a feed that was saved as a file; links are named, never followed from a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.decode import Unreadable
from ingest.draft import Rejected
from ingest.links.feed import read_feed
from ingest.links.records import record_of
from ingest.links.sitemap import read_sitemap
from ingest.links.targets import Target, target_in_xml
from ingest.links.urls import shown
from ingest.offered import Offered
from ingest.piece import Piece

_SHOWN = 3


def articles_in(offered: Offered) -> Iterator[Piece | Rejected]:
    """The articles whose text the file has; of the others, which they are. Raises `Unreadable` for other XML."""
    data = offered.whole()
    match target_in_xml(data):
        case Target.FEED:
            yield from _in_feed(data, offered)
        case Target.SITEMAP | Target.INDEX:
            yield _named([each.link for each in read_sitemap(data)], offered)
        case _:
            raise Unreadable("it is XML, but neither a feed nor a sitemap; save the article as text (.txt)")


def _in_feed(data: bytes, offered: Offered) -> Iterator[Piece | Rejected]:
    elsewhere = []
    for number, entry in enumerate(read_feed(data).entries, start=1):
        if piece := record_of(entry, number, offered.origin, offered.place, f"{offered.source}:{number}"):
            yield piece
        else:
            elsewhere.append(entry.link or entry.told.title or f"entry {number}")
    if elsewhere:
        yield _named(elsewhere, offered)


def _named(links: Sequence[str], offered: Offered) -> Rejected:
    """That some articles are only named, so that a file cannot make anyone ask for anything."""
    some = ", ".join(shown(link) for link in links[:_SHOWN])
    more = f" and {len(links) - _SHOWN:,} more" if len(links) > _SHOWN else ""
    return offered.rejected(
        f"the file has no text for {some}{more}; name their addresses, or the feed's, to `footnote ingest`"
    )
