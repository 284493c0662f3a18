"""Web pages in many markups: what is the article's, what is the page's, and nothing lost of what a reader sees."""

from __future__ import annotations

import gzip
import json
import quopri
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from assistant.domain import Kind
from ingest.clean import clean
from ingest.decode import Unreadable
from ingest.draft import Draft, Rejected
from ingest.piece import Form, Piece
from ingest.read import read, read_piece
from ingest.webpage.aligned import folded
from ingest.webpage.reading import read_page

PAGES = Path(__file__).parents[1] / "pages"
BODIES = {
    each["id"]: each["body"] for each in map(json.loads, (PAGES / "bodies.jsonl").read_text("utf-8").splitlines())
}
STORY = (
    "The mill at Orrin closed on Tuesday after a hundred and twelve years of work.",
    "Its forty weavers were told at noon, in the yard, by a man whom none of them had met before.",
    "“He read it from a sheet of paper,” said Greta Lund, who had started there at sixteen.",
    "The owner said that the looms would be sold, and that the building was to become a hotel.",
)


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def told(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines or STORY)


def draft(source: str | bytes, url: str | None = None, encoding: str | None = None) -> Draft:
    data = source.encode() if isinstance(source, str) else source
    return read_page(Piece(Form.PAGE, data, "/p.html", "/p.html", "p.html", url, encoding))


def body(found: Draft) -> list[str]:
    return [paragraph.text for paragraph in found.paragraphs if paragraph.kind is Kind.BODY]


def lines(found: Draft) -> list[str]:
    """Everything that was kept, in reading order."""
    kept = [each.text for each in found.furniture if each.after == 0]
    for paragraph in found.paragraphs:
        kept += [paragraph.text, *(each.text for each in found.furniture if each.after == paragraph.number)]
    return kept


@pytest.mark.parametrize("name", sorted(BODIES))
def test_the_paragraphs_of_a_page_are_those_that_a_person_would_copy(name: str) -> None:
    found = draft((PAGES / "pages" / f"{name}.html").read_bytes())
    assert body(found) == BODIES[name].split("\n\n")


def test_furniture_is_kept_where_it_stood() -> None:
    found = draft((PAGES / "pages" / "harbour.html").read_bytes())
    around = [(each.after, each.text) for each in found.furniture]
    assert around[:4] == [(0, "Skip to content"), (0, "Home"), (0, "News"), (0, "Sport")]
    assert (3, "More on this story") in around
    assert around[-1] == (9, "© 2023 The Northern Ledger. All rights reserved.")


def test_captions_and_links_to_other_stories_are_paragraphs_of_their_kind() -> None:
    found = draft((PAGES / "pages" / "harbour.html").read_bytes())
    kinds = {paragraph.text: paragraph.kind for paragraph in found.paragraphs}
    assert kinds["Lorries queue at the northern portal on the first morning. Ada Quill"] is Kind.CAPTION
    assert kinds["Why the tunnel took nine years to dig through the clay"] is Kind.TEASER


@pytest.mark.parametrize("href", ["#", "javascript:share()", "https://social.example/sharer?u=x", "mailto:a@b.example"])
def test_a_link_that_leads_to_no_other_page_is_no_teaser(href: str) -> None:
    button = f'<p><a href="{href}">Tell somebody about this story now</a></p>'
    found = draft(page(f"<article>{told()}{button}{told(*reversed(STORY))}</article>"))
    assert (4, "Tell somebody about this story now") in [(each.after, each.text) for each in found.furniture]


def test_what_a_page_hides_and_what_its_scripts_hold_is_no_text() -> None:
    for name in ("ferry", "council"):
        kept = " ".join(lines(draft((PAGES / "pages" / f"{name}.html").read_bytes())))
        assert "hides from everybody" not in kept
        assert "nobody sees" not in kept


def test_readers_comments_are_furniture() -> None:
    found = draft((PAGES / "pages" / "ferry.html").read_bytes())
    assert "They should have bought the new ship two years ago, when it was cheap." in [f.text for f in found.furniture]


def test_words_in_inline_elements_are_never_parted_and_those_in_blocks_never_joined() -> None:
    found = draft(
        page(f"<h1>Mill closes</h1><div>{told()}<p>A<b>B</b>C is one word, and this sentence ends.</p></div>")
    )
    assert body(found) == [*STORY, "ABC is one word, and this sentence ends."]


def test_two_line_breaks_part_paragraphs_and_one_behind_a_byline_too() -> None:
    found = draft(page("<div>By Greta Lund<br>" + "<br><br>".join(STORY) + "</div>"))
    assert body(found) == list(STORY)
    assert found.description.authors == ("Greta Lund",)


def test_a_row_of_figures_is_one_paragraph() -> None:
    table = "<table><tr><th>Year</th><th>Weavers</th></tr><tr><td>1990</td><td>310</td></tr></table>"
    assert "1990 · 310" in body(draft(page(told() + table + told("It never had as many again, and never will."))))


def test_paragraphs_that_an_extractor_misses_are_found_by_the_elements_they_stand_in() -> None:
    half = "".join(f'<div class="chunk"><p>{line}</p></div>' for line in STORY)
    more = [
        f"In the year {year} the mill had {year % 97} looms fewer than in the year before that."
        for year in range(1990, 1996)
    ]
    late = "".join(f'<div class="chunk"><p>{line}</p></div>' for line in more)
    found = draft(page(f'<article>{half}<div class="promo">Advertisement</div><section>{late}</section></article>'))
    assert body(found) == [*STORY, *more]


def test_a_fragment_of_a_page_is_the_article_whole() -> None:
    assert body(draft("<p>Rain fell.</p>\n<p>The river rose.</p>")) == ["Rain fell.", "The river rose."]


def test_a_text_under_the_name_of_a_page_is_read_as_text() -> None:
    assert body(draft("Rain fell on Monday.\n\nThe river rose.")) == ["Rain fell on Monday.", "The river rose."]


def test_a_story_that_only_the_pages_data_tell_is_read_from_them() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": "Mill closes", "articleBody": "\n\n".join(STORY)})
    found = draft(page('<div id="app">Loading</div>', f'<script type="application/ld+json">{data}</script>'))
    assert body(found) == list(STORY)
    assert [each.text for each in found.furniture] == ["Loading"]


def test_a_page_that_shows_only_the_beginning_is_read_from_its_data_once() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": "Mill closes", "articleBody": "\n\n".join(STORY)})
    found = draft(page(told(STORY[0]), f'<script type="application/ld+json">{data}</script>'))
    assert body(found) == list(STORY)
    assert [each.text for each in found.furniture] == [STORY[0]]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "it is empty"),
        ("<!-- nothing -->", "it is empty but for comments"),
        (page("<div id=root></div><script>draw()</script>"), "its text is made by scripts, which are not run"),
        (page("<noscript>Please enable JavaScript to see this.</noscript><script>x</script>"), "made by scripts"),
        (page("<p>We and our partners use cookies to show you what you like.</p>"), "about cookies and privacy"),
        (page("<h1>One more step</h1><p>Please verify that you are a human being.</p>"), "whether a person is reading"),
        (page("<h1>404</h1><p>The page was not found on this server.</p>"), "that the article is not there"),
        (page("<h1>Mill</h1><p>Subscribe to continue reading this article today.</p>"), "it is for subscribers"),
        ("<html><frameset><frame src=a><frame src=b></frameset></html>", "it is a frame around other pages"),
        (page("<ul><li><a href=/a>News</a><li><a href=/b>Sport</a></ul>"), "only menus, links and notices"),
    ],
)
def test_a_page_without_an_article_is_rejected_in_plain_words(source: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        draft(source)


def test_files_of_pages_are_read_packed_or_plain(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(told()), "utf-8")
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(page(told()).encode()))
    (tmp_path / "c.htm.gz").write_bytes(gzip.compress(page(told()).encode())[:-20])
    found = list(read(tmp_path))
    assert [body(each) for each in found[:2] if isinstance(each, Draft)] == [list(STORY)] * 2
    assert isinstance(found[2], Rejected)
    assert "damaged" in found[2].reason


def test_a_page_saved_with_its_pictures_is_read_with_its_address(tmp_path: Path) -> None:
    packed = quopri.encodestring(page(told()).encode()).decode()
    (tmp_path / "mill.mhtml").write_text(
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://orrin.example/mill\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="=part="\n\n--=part=\n'
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        f"{packed}\n--=part=\nContent-Type: image/png\n\nxyz\n--=part=--\n",
        "utf-8",
    )
    [found] = read(tmp_path / "mill.mhtml")
    assert isinstance(found, Draft), found
    assert body(found) == list(STORY)
    assert found.description.url == "https://orrin.example/mill"


@pytest.mark.parametrize("data", [b"MIME-Version: 1.0\n\nnothing", b"From: x\nContent-Type: multipart/related\n\n--"])
def test_an_archive_without_a_page_says_so(data: bytes) -> None:
    with pytest.raises(Unreadable, match="holds no page"):
        draft(data)


@pytest.mark.parametrize("element", ["div", "span", "blockquote", "b", "ul><li", "table><tr><td"])
def test_a_page_nested_however_deeply_is_read(element: str) -> None:
    found = draft(page(f"<{element}>" * 5_000 + told()))
    assert set(STORY) <= set(body(found))


def test_text_behind_the_end_of_the_document_is_read() -> None:
    assert body(draft(page(told()) + told("And the cafe opposite closed, too, a week later."))) == [
        *STORY,
        "And the cafe opposite closed, too, a week later.",
    ]


def test_megabytes_of_script_cost_nothing() -> None:
    assert body(draft(page("<script>" + "var a = '<p>x</p>';" * 200_000 + "</script>" + told()))) == list(STORY)


def test_no_entity_of_a_page_is_filled_in() -> None:
    declared = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    kept = " ".join(
        lines(draft(declared + f"<html><body>{told()}<p>It said &x; and &b; on the door.</p></body></html>"))
    )
    assert "&x; and &b;" in kept


WORDS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=80)
NAMES = "p div li h1 h2 a b span td figcaption blockquote aside nav pre ul table tr article section button"
TREES = st.recursive(
    WORDS,
    lambda inner: st.tuples(st.sampled_from(NAMES.split()), st.lists(inner, max_size=5)),
    max_leaves=15,
)


def written(tree: str | tuple[str, list[object]]) -> str:
    if isinstance(tree, str):
        return tree.replace("&", "&amp;").replace("<", "&lt;")
    name, inner = tree
    return f"<{name}>{''.join(written(each) for each in inner)}</{name}>"  # type: ignore[arg-type]  recursive


@settings(deadline=None, max_examples=40)
@given(st.lists(TREES, max_size=4))
def test_no_text_that_a_page_shows_is_lost(trees: list[str | tuple[str, list[object]]]) -> None:
    source = page("<main>" + told() + "".join(map(written, trees)) + told(*reversed(STORY)) + "</main>")
    shown = html.document_fromstring(source).text_content()
    assert folded("".join(lines(draft(source)))) == folded(clean(shown))


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 3), st.integers(0, 3_000), st.integers(0, 3_000), st.binary(max_size=40))
def test_a_damaged_page_is_read_or_rejected_and_never_crashes(which: int, start: int, length: int, put: bytes) -> None:
    whole = (PAGES / "pages" / f"{sorted(BODIES)[which]}.html").read_bytes()
    piece = Piece(Form.PAGE, whole[:start] + put + whole[start + length :], "/p.html", "/p.html", "p.html")
    assert isinstance(read_piece(piece), Draft | Rejected)
