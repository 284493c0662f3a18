"""JSON Lines: records as others wrote them, checked as they come in."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import Kind
from ingest.draft import Draft, Rejected
from ingest.read import read, read_stream

TEXT = "The ferry stopped on Monday.\n\nBuses run instead.\n\nThe engine had failed twice."


def stream(*lines: object) -> list[Draft | Rejected]:
    content = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return list(read_stream(io.BytesIO(content.encode()), "-"))


def draft(**fields: Any) -> Draft:
    [found] = stream({"text": TEXT, **fields})
    assert isinstance(found, Draft), found
    return found


def reason(line: object) -> str:
    [found] = stream(line)
    assert isinstance(found, Rejected), found
    return found.reason


def test_a_record_becomes_an_article_with_what_it_states() -> None:
    found = draft(
        title="Ferry stops",
        outlet="Coast News",
        authors=["Ana Pop", "Tom Ash"],
        published="2024-05-08T20:06:00+03:00",
        url="https://Coast.example/ferry/?utm_source=x#top",
        language="en",
        tags=["ferries", "Hallin"],
    )
    description = found.description
    assert (description.title, description.outlet, description.language) == ("Ferry stops", "Coast News", "en")
    assert description.authors == ("Ana Pop", "Tom Ash")
    assert description.published == datetime.fromisoformat("2024-05-08T20:06:00+03:00")
    assert description.url == "https://Coast.example/ferry/?utm_source=x#top"
    assert description.tags == ("ferries", "Hallin")
    assert found.key == "url:https://coast.example/ferry"
    assert [paragraph.number for paragraph in found.paragraphs] == [1, 2, 3]


def test_the_usual_other_names_of_fields_are_understood() -> None:
    [found] = stream(
        {
            "articleBody": TEXT,
            "Headline": "Ferry stops",
            "source": {"id": None, "name": "Coast News"},
            "byline": "By Ana Pop, Tom Ash and Lena Ostrow, Staff writers",
            "publish_date": "May 8, 2024",
            "link": "http://coast.example/ferry",
        }
    )
    assert isinstance(found, Draft)
    assert found.description.title == "Ferry stops"
    assert found.description.outlet == "Coast News"
    assert found.description.authors == ("Ana Pop", "Tom Ash", "Lena Ostrow")
    assert found.description.published == date(2024, 5, 8)
    assert found.key == "url:https://coast.example/ferry"


def test_a_null_under_one_name_leaves_another_name_its_say() -> None:
    [found] = stream({"text": None, "title": "", "body": TEXT, "headline": "Ferry stops"})
    assert isinstance(found, Draft)
    assert found.description.title == "Ferry stops"


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("Ana Pop", ("Ana Pop",)),
        ("Ana Pop and Tom Ash", ("Ana Pop", "Tom Ash")),
        ("ANA POP, Tom Ash", ("ANA POP", "Tom Ash")),
        ("Pop, Ana; Ash, Tom", ("Pop, Ana", "Ash, Tom")),
        ("Ana Pop, Jr., Tom Ash", ("Ana Pop, Jr", "Tom Ash")),
        ("A. Pop", ("A. Pop",)),
        ([{"name": "Ana Pop"}, {"name": None}], ("Ana Pop",)),
        (["Ana Pop", "ana pop", "", None, 7], ("Ana Pop",)),
        (["Ana Pop Tom Ash", "Ana Pop", "Tom Ash"], ("Ana Pop", "Tom Ash")),
        (["Coast News Politics", "Ana Pop", "https://x.example", "Social Links Navigation"], ("Ana Pop",)),
        (["Analysis Ana Pop", "Tom Ash"], ("Ana Pop", "Tom Ash")),
        (["Pop, Ana", "Ash, Tom"], ("Pop, Ana", "Ash, Tom")),
        ({"x": 1}, ()),
        (12, ()),
    ],
)
def test_authors_are_names_and_nothing_else(authors: object, expected: tuple[str, ...]) -> None:
    assert draft(authors=authors, outlet="Coast News").description.authors == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024-05-08", date(2024, 5, 8)),
        ("2024-05-08 20:06:00", datetime(2024, 5, 8, 20, 6)),  # noqa: DTZ001  the record gives no zone
        ("2024-05-08T00:00:00Z", date(2024, 5, 8)),
        ("Wed, 08 May 2024 20:06:00 GMT", datetime(2024, 5, 8, 20, 6, tzinfo=UTC)),
        ("8 May 2024", date(2024, 5, 8)),
        (1715198760, datetime(2024, 5, 8, 20, 6, tzinfo=UTC)),
        (1715198760000, datetime(2024, 5, 8, 20, 6, tzinfo=UTC)),
        ("8 May", None),
        ("May 2024", None),
        ("Tuesday", None),
        ("20:06", None),
        ("0001-01-01", None),
        ("9999-12-31T23:59:59+14:00", None),
        ("31 February 2024", None),
        ("yesterday", None),
        ("\x00", None),
        ("9" * 400, None),
        (10**300, None),
        (-1, None),
        (float("nan"), None),
        (True, None),
        (None, None),
        ([2024, 5, 8], None),
    ],
)
def test_a_date_is_what_the_record_says_and_never_filled_up(published: object, expected: date | None) -> None:
    assert draft(published=published).description.published == expected


def test_the_day_in_an_address_is_a_guess() -> None:
    description = draft(url="https://coast.example/2024/05/08/ferry").description
    assert (description.published, description.published_guessed) == (date(2024, 5, 8), True)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "/ferry", "ferry", "http://[", "https://", 7, None, "file:///x"]
)
def test_only_an_address_that_a_browser_could_open_is_kept(url: object) -> None:
    found = draft(url=url, id="a17")
    assert found.description.url is None
    assert found.key == "id:a17"


def test_a_record_without_address_or_id_is_known_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "in" / "dump.jsonl"
    path.parent.mkdir()
    path.write_text("\n" + json.dumps({"text": TEXT}) + "\n")
    [found] = read(tmp_path)
    assert isinstance(found, Draft)
    assert found.key == f"file:{path}#2"
    assert found.description.source == "in/dump.jsonl:2"
    assert found.origin == str(path)


def test_a_missing_title_is_the_first_sentence() -> None:
    description = draft().description
    assert (description.title, description.title_guessed) == ("The ferry stopped on Monday.", True)


def test_the_outlet_is_taken_off_the_end_of_a_title() -> None:
    assert draft(title="Ferry stops | Coast News World", outlet="Coast News").description.title == "Ferry stops"
    assert draft(title="Ferry stops | Coast ...", outlet="Coast News").description.title == "Ferry stops"
    assert draft(title="Ferry stops | Opinion", outlet="Coast News").description.title == "Ferry stops | Opinion"


def test_paragraphs_are_parted_by_blank_lines_else_by_line_breaks() -> None:
    assert [paragraph.text for paragraph in draft(text="One is\nthis.\n\nTwo is that.").paragraphs] == [
        "One is this.",
        "Two is that.",
    ]
    assert [paragraph.text for paragraph in draft(text="One is this.\nTwo is that.").paragraphs] == [
        "One is this.",
        "Two is that.",
    ]
    assert len(draft(text=["One is this.", "Two is that."]).paragraphs) == 2


def test_what_is_surely_no_paragraph_is_kept_as_furniture() -> None:
    lines = [
        "Read More",
        "The ferry stopped on Monday.",
        "The ferry at Hallin. (Ada Quill/Getty Images)",
        "___",
        "Read also: Why ferries stop in spring",
        "August 15, 2021",
        "An earlier ferry sank.",
    ]
    found = draft(text="\n\n".join(lines))
    assert [item.text for item in found.furniture] == ["Read More", "___"]
    assert [paragraph.kind for paragraph in found.paragraphs] == [
        Kind.BODY,
        Kind.CAPTION,
        Kind.TEASER,
        Kind.BODY,
        Kind.BODY,
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[1, 2]", "the line is a JSON list, not an object"),
        ('"text"', "the line is a JSON string, not an object"),
        ("null", "the line is a JSON null, not an object"),
        ("3", "the line is a JSON number, not an object"),
        ("{broken", "the line is not JSON"),
        ("[" * 100_000, "the line is not JSON"),
        ("{}", "it has no text"),
        ({"text": None}, "it has no text"),
        ({"text": " \n\u200b "}, "it has no text"),
        ({"text": 5}, "its text is not text"),
        ({"text": {"a": 1}}, "its text is not text"),
        ({"text": "Share"}, "it has no article text"),
    ],
)
def test_a_line_without_an_article_is_rejected_in_plain_words(line: object, expected: str) -> None:
    assert reason(line).startswith(expected)


def test_html_does_no_harm_where_the_text_is_given() -> None:
    assert len(draft(html="<p>The ferry stopped.</p>").paragraphs) == 3


def test_a_bad_line_stops_none_of_the_others() -> None:
    found = stream({"text": TEXT}, "{broken", "", {"text": TEXT})
    assert [type(one) for one in found] == [Draft, Rejected, Draft]
    assert found[1] == Rejected("-:2", "the line is not JSON; one article a line is expected", "-")
    assert isinstance(found[2], Draft)
    assert found[2].key == "file:-#4"


def test_characters_that_cannot_be_stored_are_replaced() -> None:
    [found] = stream(
        '{"title": "Ferry \\ud800 stops", "text": "The fer\\u0000ry \\udfff stopped. It is \\ud83d\\ude00."}'
    )
    assert isinstance(found, Draft)
    assert found.description.title == "Ferry \ufffd stops"
    assert found.paragraphs[0].text == "The ferry \ufffd stopped. It is 😀."
    assert found.paragraphs[0].digest


def test_packed_lines_are_told_by_their_first_bytes_and_not_by_their_name(tmp_path: Path) -> None:
    line = json.dumps({"text": TEXT}).encode()
    (tmp_path / "packed.jsonl").write_bytes(gzip.compress(line))
    (tmp_path / "plain.jsonl.gz").write_bytes(line)
    assert [type(found) for found in read(tmp_path)] == [Draft, Draft]
    assert len(list(read_stream(io.BytesIO(gzip.compress(line)), "-"))) == 1


def test_an_archive_that_is_cut_off_gives_what_came_before(tmp_path: Path) -> None:
    words = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(500)]
    lines = b"".join(json.dumps({"text": f"{TEXT} {word}"}).encode() + b"\n" for word in words)
    packed = gzip.compress(lines)
    (tmp_path / "dump.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    *drafts, last = read(tmp_path)
    assert len(drafts) > 50
    assert all(isinstance(one, Draft) for one in drafts)
    assert isinstance(last, Rejected)
    assert "cut off or damaged" in last.reason


def test_a_picture_that_is_called_json_lines_is_rejected_once(tmp_path: Path) -> None:
    (tmp_path / "dump.jsonl").write_bytes(b"\x89PNG\r\n" + b"\n\xff" * 100)
    [found] = read(tmp_path)
    assert isinstance(found, Rejected)
    assert found.reason.startswith("it is a PNG image")


def test_lines_may_begin_with_a_mark_and_end_as_on_windows() -> None:
    content = b"\xef\xbb\xbf" + json.dumps({"text": TEXT}).encode() + b"\r\n\r\n"
    assert [type(found) for found in read_stream(io.BytesIO(content), "-")] == [Draft]


def test_articles_come_one_by_one_and_not_all_at_once() -> None:
    class Endless(io.RawIOBase):
        """A source that never ends, as a large one seems to."""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            line = json.dumps({"text": TEXT}).encode() + b"\n"
            buffer[: len(line)] = line
            return len(line)

    found: Iterator[Draft | Rejected] = read_stream(io.BufferedReader(Endless()), "-")
    assert [isinstance(next(found), Draft) for _ in range(3)] == [True] * 3


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=3)),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    ["text", "html", "title", "outlet", "source", "authors", "published", "date", "url", "language", "id", "tags"]
)


@given(st.dictionaries(FIELDS, VALUES))
def test_no_record_makes_reading_fail(fields: dict[str, Any]) -> None:
    [found] = stream(fields)
    assert isinstance(found, (Draft, Rejected))
    (found.description.line + found.key if isinstance(found, Draft) else found.reason).encode()
