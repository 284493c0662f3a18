"""Reading feeds and sitemaps, those of people who mean no good among them."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain import Basis
from ingest.dates import Dated
from ingest.decode import Unreadable
from ingest.links.feed import Feed, read_feed
from ingest.links.sitemap import read_sitemap

AT = "https://gazette.example/feeds/all.xml"
LONG = "".join(f"<p>The ferry Aurora left the harbour for the {n}th time that night.</p>" for n in range(20))


SPLINTERS = [
    b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"<?", b"\0", b"\xff", b"<!DOCTYPE", b"xmlns:x",
    b"encoding='\xff'", b"&#xD800;", b"&#99999999999;", b"<item>", b"</item>", b"<pubDate>9999-99-99",
    b"<link href='http://['/>", b"a:b:c",
]  # fmt: skip


def rss(*items: str, doctype: str = "") -> bytes:
    """A feed whose namespaces are declared."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{doctype}'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>'
        f"<title>Harbour Gazette</title><language>en-GB</language>{''.join(f'<item>{each}</item>' for each in items)}"
        "</channel></rss>"
    ).encode()


def atom(*entries: str) -> bytes:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Gazette</title>'
        f"{''.join(f'<entry>{each}</entry>' for each in entries)}</feed>"
    ).encode()


def bomb(root: str) -> bytes:
    """Nine entities, each ten times the one before."""
    entities = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY b0 "boom">{entities}]>{root}'.encode()


def only(feed: Feed) -> tuple[str | None, str | None]:
    (entry,) = feed.entries
    return entry.link, entry.told.title


def test_what_a_feed_says_of_an_article_is_told() -> None:
    feed = read_feed(
        rss(
            "<title>Ferry &amp;amp; sea</title><link>https://gazette.example/ferry</link>"
            "<dc:creator>Ada Quill</dc:creator>"
            "<pubDate>Tue, 03 Jun 2025 09:39:21 +0200</pubDate><category>Sea</category><guid>tag:1</guid>"
        ),
        AT,
    )

    (entry,) = feed.entries
    assert entry.link == "https://gazette.example/ferry"
    assert entry.told.basis is Basis.GIVEN
    assert (entry.told.title, entry.told.outlet, entry.told.language) == ("Ferry & sea", "Harbour Gazette", "en")
    assert (entry.told.authors, entry.told.tags) == (("Ada Quill",), ("Sea",))
    assert entry.told.published == Dated(datetime(2025, 6, 3, 9, 39, 21, tzinfo=timezone(timedelta(hours=2))))


def test_an_atom_feed_is_read_with_its_texts() -> None:
    feed = read_feed(
        atom(
            f'<title>Ferry</title><link href="/ferry"/><author><name>Ada Quill</name></author><id>urn:1</id>'
            f'<published>2025-06-03T09:39:21Z</published><content type="html"><![CDATA[{LONG}]]></content>'
        ),
        AT,
    )

    (entry,) = feed.entries
    assert entry.link == "https://gazette.example/ferry"
    assert entry.told.published == Dated(datetime(2025, 6, 3, 9, 39, 21, tzinfo=UTC))
    assert entry.html is not None
    assert entry.html.count("<p>") == 20


def test_the_only_date_of_an_entry_is_its_own_in_rss_and_a_guess_in_atom() -> None:
    (plain,) = read_feed(rss("<title>Ferry</title><link>/1</link><dc:date>2025-06-03</dc:date>"), AT).entries
    (atomic,) = read_feed(
        atom("<title>Ferry</title><link href='/1'/><updated>2025-06-03T09:00:00Z</updated>"), AT
    ).entries

    assert plain.told.published == Dated(date(2025, 6, 3))
    assert atomic.told.published == Dated(datetime(2025, 6, 3, 9, tzinfo=UTC), guessed=True)


def test_the_author_of_an_atom_feed_wrote_what_is_signed_by_nobody_else() -> None:
    entry = "<entry><title>Ferry</title><link href='/1'/></entry>"
    signed = entry.replace("</entry>", "<author><name>Ben Ink</name></author></entry>")

    feed = read_feed(
        atom("").replace(b"<entry></entry>", f"<author><name>Ada Quill</name></author>{entry}{signed}".encode())
    )

    assert [each.told.authors for each in feed.entries] == [("Ada Quill",), ("Ben Ink",)]


def test_the_whole_text_of_an_entry_is_taken_and_a_teaser_is_not() -> None:
    feed = read_feed(
        rss(
            f"<title>Whole</title><link>/1</link><content:encoded><![CDATA[{LONG}]]></content:encoded>",
            "<title>Teaser</title><link>/2</link><description>A ferry sank. Read more.</description>",
        ),
        AT,
    )

    assert [entry.html is not None for entry in feed.entries] == [True, False]


def test_scripts_in_a_feed_are_no_words() -> None:
    feed = read_feed(
        rss(
            "<title>&lt;script&gt;alert(1)&lt;/script&gt;Ferry &lt;b onclick='x()'&gt;sinks&lt;/b&gt; 3 &lt; 4</title>"
            f"<link>/1</link><content:encoded><![CDATA[<script>alert(2)</script>{LONG}]]></content:encoded>"
        ),
        AT,
    )

    assert feed.entries[0].told.title == "Ferry sinks 3 < 4"
    assert "alert" not in (feed.entries[0].html or "")


def test_a_link_is_the_feeds_own_word_even_where_none_may_be_followed() -> None:
    assert only(read_feed(rss("<title>Ferry</title><link>javascript:alert(1)</link>"), AT))[0] == "javascript:alert(1)"


def test_entities_are_not_expanded_without_end() -> None:
    started = time.process_time()

    feed = read_feed(
        bomb("<rss version='2.0'><channel><item><title>&b9;</title><link>/1</link></item></channel></rss>")
    )

    assert len(feed.entries[0].told.title or "") < 100
    assert time.process_time() - started < 10


def test_a_feed_reads_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s3cret")
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'

    feed = read_feed(rss("<title>Ferry &x;</title><link>/1</link>", doctype=doctype), AT)

    assert "s3cret" not in str(feed)


def test_bytes_that_are_the_name_of_a_file_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(rss("<title>Ferry</title><link>/1</link>"))

    with pytest.raises(Unreadable):
        read_feed(str(tmp_path / "feed.xml").encode())


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    assert only(read_feed(b"<rss><channel><item><title>Ferry & sea</title><link>http://a.example/1</link>")) == (
        "http://a.example/1",
        "Ferry & sea",
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(SPLINTERS) | st.binary(max_size=3), max_size=12), st.integers(0, 400))
def test_no_bytes_make_reading_fail(splinters: list[bytes], place: int) -> None:
    whole = rss(f"<title>Ferry</title><link>/1</link><content:encoded><![CDATA[{LONG}]]></content:encoded>")
    broken = whole[:place] + b"".join(splinters) + whole[place:]

    for read in (read_feed, read_sitemap):
        with suppress(Unreadable):
            read(broken)


@pytest.mark.parametrize(
    ("data", "what"), [(rss(), "nothing in the feed"), (b"<rss><channel>\x00\xff<", "broken"), (b"<rss", "broken")]
)
def test_a_feed_without_an_entry_says_why(data: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        read_feed(data, AT)


def test_a_feed_in_another_encoding_is_read() -> None:
    data = rss("<title>Fähre</title><link>/1</link>").replace(b"utf-8", b"iso-8859-1").decode().encode("latin-1")

    assert only(read_feed(data, AT))[1] == "Fähre"


def test_a_sitemap_names_its_pages_the_newest_first() -> None:
    named = read_sitemap(
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://i">'
        b"<url><loc> http://a.example/1?a=1&amp;b=2 </loc><lastmod>2024-01-01</lastmod><image:image><image:loc>http://a.example/i.png</image:loc></image:image></url>"
        b"<url><loc><![CDATA[http://a.example/2]]></loc><lastmod>2025-01-01T10:00:00Z</lastmod></url>"
        b"<url><loc>http://a.example/3</loc></url></urlset>"
    )

    assert [each.link for each in named] == ["http://a.example/2", "http://a.example/1?a=1&b=2", "http://a.example/3"]


def test_a_sitemap_of_news_describes_its_articles() -> None:
    (named,) = read_sitemap(
        b'<urlset xmlns:news="http://n"><url><loc>http://a.example/1</loc><news:news><news:publication><news:name>Gazette'
        b"</news:name><news:language>en</news:language></news:publication><news:publication_date>2025-06-03</news:publication_date>"
        b"<news:title>Ferry sinks</news:title></news:news></url></urlset>"
    )

    assert (named.told.title, named.told.outlet, named.told.language) == ("Ferry sinks", "Gazette", "en")
    assert str(named.told.published and named.told.published.day) == "2025-06-03"


def test_a_broken_sitemap_is_read_as_far_as_it_goes() -> None:
    assert len(read_sitemap(b"<urlset><url><loc>http://a.example/1</loc></url><url><loc>http://a.exam")) == 1


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"<urlset></urlset>", "names no address"),
        (b"<urlset><url>", "broken"),
        (bomb("<urlset><url><loc>http://a.example/&b9;</loc></url></urlset>"), "broken"),
        (b"<urlset>" + b"<url>" * 100_000, "broken"),
    ],
)
def test_a_sitemap_that_gives_nothing_says_why(data: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        read_sitemap(data)


def test_a_sitemap_reads_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s3cret")
    uri = (tmp_path / "secret").as_uri()

    named = read_sitemap(
        f'<!DOCTYPE u [<!ENTITY x SYSTEM "{uri}">]><urlset><url><loc>http://a.example/&x;</loc></url></urlset>'.encode()
    )

    assert "s3cret" not in str(named)
