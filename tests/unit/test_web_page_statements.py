"""What a web page says of its article, and on what basis it is known."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from assistant.domain import Basis, Description
from ingest.draft import Draft
from ingest.piece import Form, Piece
from ingest.read import read
from ingest.webpage.reading import read_page

STORY = (
    "<p>The mill at Orrin closed on Tuesday after a hundred and twelve years of work.</p>"
    "<p>Its forty weavers were told at noon, in the yard, by a man whom none of them had met before.</p>"
    "<p>The owner said that the looms would be sold, and that the building was to become a hotel.</p>"
)


def draft(head: str = "", above: str = "", below: str = "", url: str | None = None, lang: str = "") -> Draft:
    source = f"<html {lang}><head>{head}</head><body>{above}<div>{STORY}</div>{below}</body></html>"
    return read_page(Piece(Form.PAGE, source.encode(), "/p.html", "/p.html", "p.html", url))


def described(head: str = "", above: str = "", below: str = "", url: str | None = None, lang: str = "") -> Description:
    return draft(head, above, below, url, lang).description


def linked(**fields: Any) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def meta(**contents: str) -> str:
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{text}">' for name, text in contents.items())


def test_json_ld_says_who_wrote_it_and_when_with_the_zone() -> None:
    found = described(
        linked(
            headline="Mill at Orrin closes",
            author=[{"@type": "Person", "name": "Greta Lund"}, {"name": "By Ivo Sand, Staff writer"}],
            publisher={"name": "Orrin Weekly"},
            datePublished="2024-05-07T18:30:00.123-05:00",
            dateModified="2024-05-08T09:00:00-05:00",
            inLanguage="en-US",
            keywords="mills, work",
        )
    )
    assert (found.title, found.outlet, found.authors) == (
        "Mill at Orrin closes",
        "Orrin Weekly",
        ("Greta Lund", "Ivo Sand"),
    )
    assert found.published == datetime.fromisoformat("2024-05-07T18:30:00-05:00")
    assert found.updated == datetime.fromisoformat("2024-05-08T09:00:00-05:00")
    assert (found.language, found.tags) == ("en", ("mills", "work"))
    bases = found.bases
    assert {bases.title, bases.outlet, bases.authors, bases.published, bases.updated, bases.language} == {Basis.PAGE}


def test_opengraph_and_meta_say_it_where_json_ld_is_broken_or_missing() -> None:
    head = '<script type="application/ld+json">{"headline": "Mill</script>' + meta(
        og__title="Mill at Orrin closes | Orrin Weekly",
        og__site_name="Orrin Weekly",
        article__published_time="2024-05-07T18:30:00+02:00",
        author="Greta Lund",
    )
    found = described(head + '<meta name="keywords" content="mills, work">', lang='lang="en-GB"')
    assert (found.title, found.outlet, found.authors) == ("Mill at Orrin closes", "Orrin Weekly", ("Greta Lund",))
    assert found.published == datetime.fromisoformat("2024-05-07T18:30:00+02:00")
    assert (found.language, found.tags) == ("en", ("mills", "work"))


def test_json_ld_in_wrappings_and_with_line_breaks_in_strings_is_read() -> None:
    data = '//<![CDATA[\n{"@type": "Article", "headline": "Mill at\nOrrin closes"}\n//]]>'
    assert described(f'<script type="application/ld+json">{data}</script>').title == "Mill at Orrin closes"


def test_the_headline_that_a_reader_sees_goes_before_what_the_page_calls_it_elsewhere() -> None:
    head = linked(headline="Old mill at Orrin closes for good this week") + "<title>Mill closes - Orrin Weekly</title>"
    assert (
        described(head, "<h1>Orrin Weekly</h1><h1>Mill at Orrin closes for good</h1>").title
        == "Mill at Orrin closes for good"
    )


def test_a_headline_is_found_in_the_tab_behind_the_outlets_name() -> None:
    found = described("<title>Orrin Weekly - Mill at Orrin closes</title>", "<p><b>Mill at Orrin closes</b></p>")
    assert found.title == "Mill at Orrin closes"


def test_a_headline_with_a_dash_of_its_own_loses_only_the_outlet() -> None:
    head = meta(og__title="The mill closes — and the town with it - Orrin Weekly", og__site_name="Orrin Weekly")
    assert described(head).title == "The mill closes — and the town with it"


def test_a_date_no_calendar_has_gives_way_to_the_next_that_the_page_states() -> None:
    head = linked(datePublished="0001-01-01T00:00:00Z") + meta(article__published_time="2024-05-07")
    assert described(head).published == date(2024, 5, 7)


def test_a_change_before_the_publication_is_none() -> None:
    assert described(linked(datePublished="2024-05-07T18:30:00Z", dateModified="2024-05-07T18:29:59Z")).updated is None


def test_author_and_date_under_the_headline_are_the_texts_word() -> None:
    found = described(
        above="<h1>Mill at Orrin closes</h1><div>By Greta Lund</div><div>Published 7 May 2024, 18:30 BST</div>"
    )
    assert (found.authors, found.bases.authors) == (("Greta Lund",), Basis.TEXT)
    assert (found.published, found.bases.published) == (datetime.fromisoformat("2024-05-07T18:30:00+01:00"), Basis.TEXT)


def test_a_page_without_a_date_has_none_and_never_todays() -> None:
    assert described(below=f"<footer>© {date.today().year} Orrin Weekly</footer>").published is None  # noqa: DTZ011  any zone's


def test_a_date_in_the_address_is_a_guess() -> None:
    found = described(url="https://orrin.example/2024/05/07/mill")
    assert (found.published, found.published_guessed) == (date(2024, 5, 7), True)


@pytest.mark.parametrize("author", ["admin", "https://orrin.example/people/greta", "Orrin Weekly", ""])
def test_what_is_no_persons_name_is_no_author(author: str) -> None:
    found = described(meta(og__site_name="Orrin Weekly", author=author), '<a rel="author" href="/g">Greta Lund</a>')
    assert found.authors == ("Greta Lund",)


def test_who_writes_a_comment_is_no_author() -> None:
    comment = '<div class="comment"><span itemprop="author">Reader Angry</span></div>'
    assert described(below=comment).authors == ()


def test_the_address_is_the_canonical_one() -> None:
    head = '<link rel="canonical" href="https://orrin.example/mill">' + meta(og__url="https://orrin.example/?p=7")
    found = draft(head, url="https://m.orrin.example/mill?utm_source=x")
    assert found.key == "url:https://orrin.example/mill"
    assert found.description.bases.url is Basis.PAGE


@pytest.mark.parametrize(
    "canonical", ["https://orrin.example/", "javascript:alert(1)", "https://[::1", "https://other.example/mill", ""]
)
def test_an_address_that_cannot_be_the_articles_gives_way_to_the_one_it_was_fetched_from(canonical: str) -> None:
    found = draft(f'<link rel="canonical" href="{canonical}">', url="https://orrin.example/mill")
    assert found.description.url == "https://orrin.example/mill"
    assert found.description.bases.url is Basis.GIVEN


def test_an_outlet_that_the_page_does_not_name_is_guessed_from_its_host() -> None:
    found = described(url="https://www.orrin.example/mill")
    assert (found.outlet, found.bases.outlet) == ("orrin.example", Basis.GUESSED)


def test_topics_are_words_and_not_the_codes_of_a_publishers_machines() -> None:
    assert described(linked(keywords=["mills", "@river-top", "section:news", "7974", "mills"])).tags == ("mills",)


def test_what_a_record_gives_goes_before_what_its_page_says(tmp_path: Path) -> None:
    source = f"<html><head>{linked(headline='Mill', author='Ivo Sand')}</head><body>{STORY}</body></html>"
    path = tmp_path / "dump.jsonl"
    path.write_text(json.dumps({"html": source, "title": "Mill closes", "url": "https://orrin.example/mill"}) + "\n")
    [found] = read(path)
    assert isinstance(found, Draft)
    description = found.description
    assert (description.title, description.bases.title) == ("Mill closes", Basis.GIVEN)
    assert (description.authors, description.bases.authors) == (("Ivo Sand",), Basis.PAGE)
    assert len(found.paragraphs) == 3


@pytest.mark.parametrize(
    ("encoding", "said", "declared"),
    [
        ("utf-8", None, ""),
        ("utf-8", "iso-8859-1", '<meta charset="iso-8859-1">'),
        ("utf-8-sig", None, ""),
        ("utf-16", None, ""),
        ("utf-16-le", None, ""),
        ("cp1251", None, '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
        ("cp1251", "windows-1251", ""),
        ("cp1251", "no-such-encoding", '<meta charset="windows-1251">'),
        ("koi8-r", "KOI8-R", ""),
    ],
)
def test_a_page_is_read_in_the_encoding_that_its_bytes_its_sender_or_it_itself_says(
    encoding: str, said: str | None, declared: str
) -> None:
    text = "Фабрика в Оррине закрылась во вторник, и сорок ткачей узнали об этом в полдень, во дворе."
    source = f"<html><head>{declared}</head><body><p>{text}</p><p>{text[::-1]}</p></body></html>"
    found = read_page(Piece(Form.PAGE, source.encode(encoding), "/p", "/p", "p", None, said))
    assert found.paragraphs[0].text == text


def test_zero_bytes_in_a_page_are_passed_over() -> None:
    assert draft("\x00", "<h1>Mi\x00ll at Orrin closes</h1>").description.title == "Mill at Orrin closes"
