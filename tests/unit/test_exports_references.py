"""Cited articles as reference managers read them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import BibliographyData, parse_string

from assistant.conversations.kept import KeptConversation
from assistant.domain import Description
from assistant.exports.articles import cited_articles
from assistant.exports.exporting import exported
from assistant.exports.formats import Format
from assistant.exports.harmless import one_line
from assistant.exports.people import Person, person
from tests.kept import BRIDGE, FERRY, conversation, in_own_words, quote

COMMAND = re.compile(r"\\(text\w+)\{\}|\\([#$%&_])|\{\}|[\\{}#$%&_^~]|--|''|``")
NAMED = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}
TITLES = st.text(st.characters(exclude_categories=["Cs", "Co"]), min_size=1, max_size=40).filter(one_line)
HOSTILE = [
    '100% \\input{x} } { $5 & #1 _a_ ^ ~ @article{y, "q"',
    "a -- b --- c ``d'' ,, << >> ?` !`",
    "ER  - \r\nTY  - BOOK\nAU  - Nobody",
    "and and and",
    "<i>x</i> 👩\u200d👧 שלום",
]
SOME = settings(max_examples=60, deadline=None)


def citing(*articles: Description) -> KeptConversation:
    """A conversation that cites these articles, in this order."""
    quotes = [quote("Closed.", described, f"a{at}") for at, described in enumerate(articles)]
    kept = conversation()
    return replace(kept, turns=(replace(kept.turns[0], outcome=in_own_words("Open?", quotes), marks={}),))


def bibtex(kept: KeptConversation) -> BibliographyData:
    return parse_string(exported(kept, Format.BIBTEX).content.decode(), "bibtex")


def ris(kept: KeptConversation) -> list[dict[str, object]]:
    return rispy.loads(exported(kept, Format.RIS).content.decode())


def csl(kept: KeptConversation) -> list[dict[str, object]]:
    return json.loads(exported(kept, Format.CSL).content)


def typeset(latex: str) -> str:
    """What LaTeX makes of it: nothing in it may mean more than a character."""

    def character(found: re.Match[str]) -> str:
        named, escaped = found.groups()
        assert named or escaped or found[0] == "{}", found[0]
        return NAMED[named] if named else escaped or ""

    return COMMAND.sub(character, latex)


def test_each_cited_article_is_one_entry_however_often_it_is_cited() -> None:
    kept = conversation()
    keys = ["harbourgazette2025bridge", "article2025ferry"]

    assert list(bibtex(kept).entries) == keys
    assert [each["id"] for each in ris(kept)] == keys
    assert [each["id"] for each in csl(kept)] == keys


def test_bibtex_names_authors_day_and_address() -> None:
    entry = bibtex(conversation()).entries["harbourgazette2025bridge"]

    assert entry.type == "article"
    assert {name: entry.fields[name] for name in ("journal", "date", "year", "month", "day", "url", "language")} == {
        "journal": "Harbour Gazette",
        "date": "2025-05-04",
        "year": "2025",
        "month": "May",
        "day": "4",
        "url": "https://gazette.example/bridge?a=1&b=2",
        "language": "en",
    }
    assert entry.fields["title"] == "{Bridge closed}"  # in braces of its own, which keep its capitals
    assert [(each.first_names, each.prelast_names, each.last_names) for each in entry.persons["author"]] == [
        (["Ada"], [], ["Quill"]),
        (["Ludwig"], ["van"], ["Moor"]),
        ([], [], ["{Quay Wire Service}"]),
    ]


def test_ris_names_authors_day_and_address() -> None:
    bridge, ferry = ris(conversation())

    assert bridge == {
        "type_of_reference": "NEWS",
        "id": "harbourgazette2025bridge",
        "authors": ["Quill, Ada", "van Moor, Ludwig", "Quay Wire Service"],
        "title": "Bridge closed",
        "secondary_title": "Harbour Gazette",
        "year": "2025",
        "date": "2025/05/04",
        "urls": ["https://gazette.example/bridge?a=1&b=2"],
        "language": "en",
    }
    assert ferry["notes"] == ["Source: ferry.txt. Date guessed"]
    assert "\r\n" in exported(conversation(), Format.RIS).content.decode()


def test_csl_names_authors_day_and_address() -> None:
    bridge, ferry = csl(conversation())

    assert bridge == {
        "id": "harbourgazette2025bridge",
        "type": "article-newspaper",
        "title": "Bridge closed",
        "container-title": "Harbour Gazette",
        "author": [
            {"family": "Quill", "given": "Ada"},
            {"family": "Moor", "given": "Ludwig", "non-dropping-particle": "van"},
            {"literal": "Quay Wire Service"},
        ],
        "issued": {"date-parts": [[2025, 5, 4]]},
        "URL": "https://gazette.example/bridge?a=1&b=2",
        "language": "en",
    }
    assert ferry["issued"] == {"date-parts": [[2025, 5, 6]], "circa": True}
    assert ferry["type"] == "document"


def test_what_is_not_known_is_left_out() -> None:
    kept = citing(Description("Nothing known", "x.txt"))

    assert csl(kept) == [
        {"id": "articleundatednothing", "type": "document", "title": "Nothing known", "note": "Source: x.txt"}
    ]
    assert dict(bibtex(kept).entries["articleundatednothing"].fields) == {
        "title": "{Nothing known}",
        "note": "Source: x.txt",
    }


def test_a_web_page_without_an_outlet_is_one() -> None:
    kept = citing(replace(BRIDGE, outlet=None))

    assert [csl(kept)[0]["type"], ris(kept)[0]["type_of_reference"]] == ["webpage", "ELEC"]


def test_articles_that_share_outlet_year_and_word_have_keys_of_their_own_wherever_they_are_cited() -> None:
    one, other = replace(BRIDGE, title="The bridge opens"), replace(BRIDGE, title="Bridge: what now?")

    assert [each.key for each in cited_articles(citing(one, other, FERRY))] == [
        "harbourgazette2025bridge-a",
        "harbourgazette2025bridge-b",
        "article2025ferry",
    ]


@SOME
@given(TITLES | st.sampled_from(HOSTILE), TITLES | st.sampled_from(HOSTILE))
def test_no_title_or_outlet_breaks_out_of_its_field(title: str, outlet: str) -> None:
    kept = citing(replace(BRIDGE, title=title, outlet=outlet, authors=(title,)), FERRY)

    [entry, _] = bibtex(kept).entries.values()
    assert typeset(entry.fields["title"][1:-1]) == one_line(title)
    assert typeset(entry.fields["journal"]) == one_line(outlet)
    assert len(entry.persons["author"]) == 1
    [reference, _] = ris(kept)
    assert (reference["title"], reference["secondary_title"]) == (one_line(title), one_line(outlet))
    [item, _] = csl(kept)
    assert (item["title"], item["container-title"]) == (one_line(title), one_line(outlet))


def test_an_address_ends_no_field_and_what_is_none_is_a_note() -> None:
    odd = replace(BRIDGE, url="https://gazette.example/a}b{c\\d")
    none = replace(FERRY, url="javascript:alert(1)", published=date(2024, 1, 1))

    first, second = bibtex(citing(odd, none)).entries.values()

    assert first.fields["url"] == "https://gazette.example/a%7Db%7Bc%5Cd"
    assert "url" not in second.fields
    assert typeset(second.fields["note"]) == "Source: javascript:alert(1). Date guessed"


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("Ada Quill", Person("Quill", "Ada")),
        ("By Ada Quill", Person("Quill", "Ada")),
        ("Quill, Ada", Person("Quill", "Ada")),
        ("J. R. Quill", Person("Quill", "J. R.")),
        ("Ludwig van den Moor", Person("Moor", "Ludwig", "van den")),
        ("de la Moor, Ana", Person("Moor", "Ana", "de la")),
        ("Ludwig Van Moor", Person("Van Moor", "Ludwig")),
        ("Ana Quill y Moor", Person("Quill y Moor", "Ana")),
        ("Mary St. Moor", Person("St. Moor", "Mary")),
        ("Tom Quill Jr.", Person("Quill", "Tom", suffix="Jr.")),
        ("Tom Quill, Jr.", Person("Quill", "Tom", suffix="Jr.")),
        ("Оксана Приклад", Person("Приклад", "Оксана")),
    ],
)
def test_a_name_is_taken_apart(name: str, author: Person) -> None:
    assert person(name) == author


@pytest.mark.parametrize(
    "name",
    [
        *("Quaywire", "QW", "QW NEWS", "Quay News Agency", "The Quay Observer", "Harbour Gazette staff", "Quay Desk"),
        *("Writers without Harbours", "Ada Quill and Tom Reed", "@adaquill", "山田 太郎", "Ministry of Bridges"),
        *("Ada, Tom, Sue", "ada@quay.example", "Harbour Echo"),
    ],
)
def test_a_body_or_what_may_be_one_stays_whole(name: str) -> None:
    assert person(name, "Harbour Echo") == Person(literal=name)
