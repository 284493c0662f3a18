"""Following links to articles, through feeds and sitemaps."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

import pytest

from ingest.decode import Unreadable
from ingest.draft import Draft, Rejected
from ingest.links.cache import open_cache
from ingest.links.discovery import feeds_of
from ingest.links.following import Links, pieces_of_links
from ingest.links.limits import LIMITS, Limits
from ingest.links.sent import Sent
from ingest.links.told import Told
from ingest.piece import Form, Piece
from ingest.pieces import pieces_of
from ingest.read import read_piece
from tests.printing import Words, pdf
from tests.site import Answer, page, redirect, serving
from tests.unit.test_links_feed import LONG, rss

SITE = "https://gazette.example"
PAGE = b"<!doctype html><html><body><p>The ferry sank.</p></body></html>"


class World:
    """What is where. visited: the addresses asked for, in order."""

    def __init__(self, **pages: bytes | str) -> None:
        """A page's name is its path; a string is the address it leads to."""
        self.pages, self.visited, self.told = pages, list[str](), Told(open_cache(None))

    def visit(self, address: str) -> Sent:
        self.visited.append(address)
        name = address.removeprefix(SITE + "/")
        if name not in self.pages:
            raise Unreadable("there is no such page (404); check the address")
        found = self.pages[name]
        return self.visit(found) if isinstance(found, str) else Sent(address, 200, found, "text/html; charset=utf-8")

    def read(self, *addresses: str, limits: Limits = LIMITS) -> list[Piece | Rejected]:
        links = Links(self.visit, self.told, limits)
        return [piece for address in addresses for piece in links.pieces(address)]


def item(path: str, text: str = "") -> str:
    return f"<title>About {path}</title><link>{SITE}/{path}</link><content:encoded><![CDATA[{text}]]></content:encoded>"


def sitemap(*paths: str, root: str = "urlset", each: str = "url") -> bytes:
    names = "".join(f"<{each}><loc>{SITE}/{path}</loc></{each}>" for path in paths)
    return f"<{root}>{names}</{root}>".encode()


def index(*paths: str) -> bytes:
    return sitemap(*paths, root="sitemapindex", each="sitemap")


def addresses(pieces: Iterable[Piece | Rejected]) -> list[str | None]:
    return [piece.url for piece in pieces if isinstance(piece, Piece)]


def reasons(pieces: Iterable[Piece | Rejected]) -> list[str]:
    return [piece.reason for piece in pieces if isinstance(piece, Rejected)]


def test_a_page_is_one_piece_with_its_address() -> None:
    (piece,) = World(ferry=PAGE).read(f"{SITE}/ferry")

    assert piece == Piece(
        Form.PAGE, PAGE, f"{SITE}/ferry", f"{SITE}/ferry", f"{SITE}/ferry", f"{SITE}/ferry", encoding="utf-8"
    )


def test_a_pdf_file_is_known_by_its_first_bytes() -> None:
    (piece,) = World(report=b"%PDF-1.7 ...").read(f"{SITE}/report")

    assert isinstance(piece, Piece)
    assert piece.form is Form.PDF


def test_the_articles_of_a_feed_are_fetched_with_what_it_says_of_them() -> None:
    pieces = World(feed=rss(item("1"), item("2")), **{"1": PAGE, "2": PAGE}).read(f"{SITE}/feed")

    assert addresses(pieces) == [f"{SITE}/1", f"{SITE}/2"]
    assert [piece.told.title for piece in pieces if isinstance(piece, Piece) and piece.told] == ["About 1", "About 2"]


def test_an_article_has_the_address_it_was_fetched_from_and_what_only_its_feed_says() -> None:
    report = pdf([Words("The ferry of Hale stays in port until Friday because its engine failed twice.")])
    published = "<pubDate>Tue, 03 Jun 2025 09:39:21 +0200</pubDate>"
    (piece,) = World(feed=rss(item("report") + published), report=report).read(f"{SITE}/feed")

    assert isinstance(piece, Piece)
    draft = read_piece(piece)

    assert isinstance(draft, Draft)
    assert draft.key == f"url:{SITE}/report"
    assert (draft.description.url, str(draft.description.day)) == (f"{SITE}/report", "2025-06-03")


def test_the_text_in_a_feed_stands_in_for_a_page_that_cannot_be_had() -> None:
    (piece,) = World(feed=rss(item("gone", LONG))).read(f"{SITE}/feed")

    assert isinstance(piece, Piece)
    assert (piece.form, piece.url, piece.origin) == (Form.RECORD, f"{SITE}/gone", f"{SITE}/feed")
    assert b"Aurora" in piece.data


def test_an_entry_that_leads_nowhere_is_told() -> None:
    pieces = World(feed=rss("<title>Listen</title><enclosure url='/a.mp3' type='audio/mpeg'/>")).read(f"{SITE}/feed")

    assert reasons(pieces) == ["'Listen' of the feed has neither a link nor a whole text"]


def test_one_bad_link_does_not_stop_the_others() -> None:
    pieces = World(feed=rss(item("gone"), item("2")), **{"2": PAGE}).read(f"{SITE}/feed")

    assert addresses(pieces) == [f"{SITE}/2"]
    assert [(each.source, "404" in each.reason) for each in pieces if isinstance(each, Rejected)] == [
        (f"{SITE}/gone", True)
    ]


def test_an_article_is_read_once_whatever_leads_to_it() -> None:
    world = World(feed=rss(item("1"), item("1?utm_source=feed"), item("short")), **{"1": PAGE, "short": f"{SITE}/1"})

    assert addresses(world.read(*(f"{SITE}/{name}" for name in ("1", "feed", "1#part", "short", "feed")))) == [
        f"{SITE}/1"
    ]
    assert world.visited.count(f"{SITE}/feed") == 1


def test_what_a_feed_said_of_an_article_is_known_however_it_is_reached_later() -> None:
    world = World(
        feed=rss(item("1") + "<pubDate>Tue, 03 Jun 2025 09:39:21 +0200</pubDate>"), map=sitemap("1"), **{"1": PAGE}
    )

    pieces = [piece for name in ("feed", "1", "map", "feed") for piece in world.read(f"{SITE}/{name}")]

    assert len({piece.digest for piece in pieces if isinstance(piece, Piece)}) == 1
    assert [
        str(piece.told.published.day)
        for piece in pieces
        if isinstance(piece, Piece) and piece.told and piece.told.published
    ] == ["2025-06-03"] * 4


def test_a_rehearsal_knows_what_was_remembered_and_remembers_nothing(tmp_path: Path) -> None:
    with serving() as site:
        address = f"http://127.0.0.1:{site.port}/ferry"
        site.paths["/ferry"] = [page("Old.", ETag='"1"'), page("New.", ETag='"2"')]
        for keeps in (True, False, False):
            list(pieces_of_links([address], tmp_path, allow_private=True, keeps=keeps))

    assert [headers.get("if-none-match") for path, headers in site.asked if path == "/ferry"] == [None, '"1"', '"1"']


def test_an_entry_that_leads_to_the_front_page_is_an_article_that_is_gone() -> None:
    (rejected,) = World(feed=rss(item("old")), old=f"{SITE}/", **{"": PAGE}).read(f"{SITE}/feed")

    assert isinstance(rejected, Rejected)
    assert "front page" in rejected.reason


def test_a_front_page_is_no_article_where_it_names_a_feed() -> None:
    head = b'<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
    front = PAGE.replace(b"<body>", b"<head>" + head + b"</head><body>")

    world = World(**{"": front, "ferry": front})

    assert reasons(world.read(f"{SITE}/")) == [
        f"it is a site's front page, not an article; for its articles, name its feed: {SITE}/feed.xml"
    ]
    assert addresses(world.read(f"{SITE}/ferry")) == [f"{SITE}/ferry"]


@pytest.mark.parametrize("data", [b"<html>", b"<", b"<!-- ", b"<link type='application/rss+xml' href='http://['>"])
def test_a_front_page_that_names_no_feed_is_read_as_it_is(data: bytes) -> None:
    assert feeds_of(data, f"{SITE}/") == ()


def test_a_feed_leads_to_no_other_feed() -> None:
    pieces = World(feed=rss(item("other")), other=rss(item("1")), **{"1": PAGE}).read(f"{SITE}/feed")

    assert reasons(pieces) == ["it leads to another feed or sitemap, not to an article; name it by itself"]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@b.example"]
)
def test_links_of_other_kinds_are_refused_by_name(link: str, tmp_path: Path) -> None:
    with serving() as site:
        site.paths["/feed"] = Answer(rss(f"<title>Ferry</title><link>{link}</link>"))
        (rejected,) = pieces_of_links([f"http://127.0.0.1:{site.port}/feed"], tmp_path, allow_private=True)

    assert isinstance(rejected, Rejected)
    assert "no web address" in rejected.reason


def test_more_articles_than_are_read_at_once_are_counted() -> None:
    world = World(feed=rss(*(item(str(n)) for n in range(5))), **{str(n): PAGE for n in range(5)})

    pieces = world.read(f"{SITE}/feed", limits=Limits(links=2))

    assert addresses(pieces) == [f"{SITE}/0", f"{SITE}/1"]
    assert reasons(pieces) == ["it names 5 articles: the first 2 were asked for, 3 were left out"]


def test_the_pages_of_a_sitemap_are_fetched_packed_or_plain() -> None:
    world = World(**{"sitemap.xml": sitemap("1", "2"), "1": PAGE, "2": PAGE})

    assert addresses(world.read(f"{SITE}/sitemap.xml")) == [f"{SITE}/1", f"{SITE}/2"]


def test_an_index_leads_through_its_sitemaps_each_once() -> None:
    world = World(top=index("top", "deep", "maps", "gone"), deep=index("top", "maps"), maps=sitemap("1"), **{"1": PAGE})

    pieces = world.read(f"{SITE}/top")

    assert addresses(pieces) == [f"{SITE}/1"]
    assert world.visited == [f"{SITE}/{name}" for name in ("top", "deep", "maps", "gone", "1")]
    assert [each.source for each in pieces if isinstance(each, Rejected)] == [f"{SITE}/gone"]


def test_more_sitemaps_than_are_opened_at_once_are_counted() -> None:
    world = World(top=index("a", "b", "c"), a=sitemap("1"), b=sitemap("1"), c=sitemap("1"), **{"1": PAGE})

    pieces = world.read(f"{SITE}/top", limits=Limits(sitemaps=2))

    assert reasons(pieces) == ["1 more of its sitemaps were not opened; name them by themselves"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "sent nothing"),
        (b"\x89PNG\0\0\0", "neither text nor a PDF"),
        (b"just words", ""),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ""),
    ],
)
def test_what_is_neither_page_nor_feed_is_refused(data: bytes, what: str) -> None:
    world = World()
    sent = Sent(f"{SITE}/x", 200, data, "application/octet-stream")

    (rejected,) = Links(lambda _: sent, world.told).pieces(f"{SITE}/x")

    assert not world.visited
    assert isinstance(rejected, Rejected)
    assert what in rejected.reason


@pytest.mark.parametrize(
    "before",
    ["", "\ufeff", "\n <!-- made by hand --> ", '<?xml version="1.0"?><?xml-stylesheet href="x"?><!DOCTYPE rss>'],
)
def test_a_feed_is_known_whatever_stands_before_it_and_it_is_called(before: str) -> None:
    data = before.encode() + rss(item("1", LONG)).partition(b"?>")[2]

    assert [form_of(piece) for piece in World(feed=data).read(f"{SITE}/feed")] == [Form.RECORD]


def form_of(piece: Piece | Rejected) -> Form | None:
    return piece.form if isinstance(piece, Piece) else None


def test_links_are_read_over_the_network_with_rules_redirects_and_packing(tmp_path: Path) -> None:
    hosts = list[str]()
    with serving() as site:
        at = f"http://127.0.0.1:{site.port}"
        packed = gzip.compress(f"<urlset><url><loc>{at}/old</loc></url></urlset>".encode())
        site.paths |= {"/map.xml.gz": Answer(packed), "/old": redirect("/new"), "/new": page(ETag='"1"')}
        (piece,) = pieces_of_links(
            [f"{at}/map.xml.gz"], tmp_path, allow_private=True, on_asking=hosts.append, limits=Limits(pause=0)
        )

    assert isinstance(piece, Piece)
    assert piece.url == f"{at}/new"
    assert set(hosts) == {"127.0.0.1"}
    assert (tmp_path / "fetched.db").exists()


# Feeds and sitemaps that were saved.


def test_a_saved_feed_gives_its_texts_and_names_its_links(tmp_path: Path) -> None:
    (tmp_path / "all.rss").write_bytes(rss(item("1", LONG), item("2"), item("3")))

    piece, rejected = pieces_of(tmp_path / "all.rss")

    assert isinstance(piece, Piece)
    assert (piece.form, piece.source, piece.url) == (Form.RECORD, "all.rss:1", f"{SITE}/1")
    assert isinstance(rejected, Rejected)
    assert f"{SITE}/2, {SITE}/3" in rejected.reason
    assert rejected.source == "all.rss"


def test_a_saved_sitemap_names_its_links_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "map.txt").write_bytes(sitemap("1", "2", "3", "4", "5"))

    (rejected,) = pieces_of(tmp_path / "map.txt")

    assert isinstance(rejected, Rejected)
    assert "and 2 more" in rejected.reason


def test_other_xml_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<?xml version='1.0'?><note>Buy fish.</note>")

    (rejected,) = pieces_of(tmp_path / "a.xml")

    assert isinstance(rejected, Rejected)
    assert "neither a feed nor a sitemap" in rejected.reason
