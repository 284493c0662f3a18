"""Gather the pages that a sitemap names, through the sitemaps of an index."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from ingest.address import canonical
from ingest.decode import Unreadable
from ingest.draft import Rejected
from ingest.links.limits import Limits
from ingest.links.sent import Sent
from ingest.links.sitemap import Named, read_sitemap
from ingest.links.targets import Target, target_of
from ingest.links.urls import shown


def pages_named(sent: Sent, target: Target, visit: Callable[[str], Sent], limits: Limits) -> Iterator[Named | Rejected]:
    """The pages of a sitemap; of an index those of its sitemaps, each once, until there are as many as are read."""
    if target is Target.SITEMAP:
        yield from read_sitemap(sent.data)
        return
    waiting, met, pages = deque(read_sitemap(sent.data)), {canonical(sent.address)}, 0
    while waiting and len(met) <= limits.sitemaps and pages < limits.links:
        link = waiting.popleft().link
        if canonical(link) in met:
            continue
        met.add(canonical(link))
        try:
            indexed, named = _opened(visit(link))
        except Unreadable as reason:
            yield Rejected(shown(link), str(reason), shown(link))
        else:
            waiting.extend(indexed)
            pages += len(named)
            yield from named
    if rest := len({canonical(each.link) for each in waiting} - met):
        yield Rejected(
            sent.address, f"{rest} more of its sitemaps were not opened; name them by themselves", sent.address
        )


def _opened(sent: Sent) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """The sitemaps that it names, if it is an index again, and the pages."""
    match target_of(sent.data, sent.media_type):
        case Target.INDEX:
            return read_sitemap(sent.data), ()
        case Target.SITEMAP:
            return (), read_sitemap(sent.data)
    raise Unreadable("the index calls it a sitemap, and it is none")
