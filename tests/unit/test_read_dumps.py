"""JSON and CSV dumps: found whatever stands around the articles, one in memory at a time."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from ingest.draft import Draft, Rejected
from ingest.escapes import Escapes
from ingest.offered import Offered
from ingest.pieces import pieces_in
from ingest.read import read, read_stream

TEXT = "The ferry stopped on Monday.\n\nBuses run instead."
ONE, TWO = {"id": "1", "title": "Ferry stops", "text": TEXT}, {"id": "2", "title": "Buses run", "text": TEXT}


def found_in(tmp_path: Path, name: str, content: str | bytes, largest: int = 10**7) -> list[Draft | Rejected]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read(path, largest))


def titles(found: list[Draft | Rejected]) -> list[str]:
    return [each.description.title if isinstance(each, Draft) else each.reason for each in found]


@pytest.mark.parametrize(
    "dump",
    [
        [ONE, TWO],
        {"articles": [ONE, TWO]},
        {"status": "ok", "total": 2, "Articles": [ONE, TWO], "next": None},
        {"response": {"meta": {"x": [1]}, "docs": [ONE, TWO]}},
        {"spring": [ONE], "summer": [TWO]},
        {"first": ONE, "second": TWO},
    ],
)
def test_articles_are_found_whatever_stands_around_them(tmp_path: Path, dump: object) -> None:
    for content in (json.dumps(dump), json.dumps(dump, indent=2), "\ufeff" + json.dumps(dump)):
        assert titles(found_in(tmp_path, "dump.json", content)) == ["Ferry stops", "Buses run"]


def test_one_object_is_one_article_with_all_that_it_has(tmp_path: Path) -> None:
    article = {**ONE, "author": {"name": "Ana Pop"}, "data": {"x": 1}, "items": [{"a": 1}], "date": "2024-05-08"}
    *_, found = found_in(tmp_path, "dump.json", json.dumps(article))
    assert isinstance(found, Draft)
    assert (found.description.authors, found.description.published) == (("Ana Pop",), date(2024, 5, 8))


def test_lines_are_read_as_lines_and_dumps_as_dumps_whatever_they_are_called(tmp_path: Path) -> None:
    lines = json.dumps(ONE) + "\n{broken}\n" + json.dumps(TWO) + "\n"
    for name in ("dump.json", "dump.jsonl", "dump.txt"):
        assert [type(each) for each in found_in(tmp_path, name, lines)] == [Draft, Rejected, Draft]
        assert titles(found_in(tmp_path, name, json.dumps([ONE, TWO], indent=1))) == ["Ferry stops", "Buses run"]
    assert [each.key for each in found_in(tmp_path, "d.json", lines) if isinstance(each, Draft)] == ["id:1", "id:2"]


def test_an_article_of_a_dump_is_known_by_its_place(tmp_path: Path) -> None:
    [_, found] = found_in(tmp_path, "dump.json", json.dumps([{"text": TEXT}, {"text": TEXT}]))
    assert isinstance(found, Draft)
    assert (found.key, found.description.source) == (f"file:{tmp_path / 'dump.json'}#2", "dump.json:2")


def test_of_a_dump_that_is_cut_off_what_came_before_is_read(tmp_path: Path) -> None:
    whole = json.dumps([{**ONE, "id": str(number)} for number in range(800)])
    *drafts, last = found_in(tmp_path, "dump.json", whole[:-50])
    assert len(drafts) > 200
    assert isinstance(last, Rejected)
    assert "after article" in last.reason
    *drafts, last = found_in(tmp_path, "dump.json.gz", gzip.compress(whole.encode())[:-40])
    assert all(isinstance(each, Draft) for each in drafts)
    assert "cut off or damaged" in titles([last])[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[]", "there is no article in it"),
        ('{"articles": []}', "there is no article in it"),
        ('{"a": 1}', "it has no text"),
        ("7", "the line is a JSON number"),
        ("The ferry stopped.", "the JSON is cut off or damaged before its first article"),
        ("[" * 100_000, "the JSON is cut off or damaged"),
        ("[" * 100_000 + "]" * 100_000, "its fields are nested too deeply"),
        ('{"text": ' + "[" * 100_000 + "]" * 100_000 + "}", "its fields are nested too deeply"),
        (json.dumps([ONE]).encode("utf-16"), "it is UTF-16; save it as UTF-8"),
    ],
)
def test_a_dump_without_articles_says_why(tmp_path: Path, content: str | bytes, reason: str) -> None:
    [found] = found_in(tmp_path, "dump.json", content)
    assert isinstance(found, Rejected)
    assert found.reason.startswith(reason)


def test_one_article_that_is_too_deep_does_not_stop_the_others(tmp_path: Path) -> None:
    deep = '{"text": "x", "more": ' + "[" * 1_000 + "]" * 1_000 + "}"
    assert titles(found_in(tmp_path, "dump.json", f"[{json.dumps(ONE)}, {deep}, {json.dumps(TWO)}]")) == [
        "Ferry stops",
        "its fields are nested too deeply to be an article's",
        "Buses run",
    ]


@pytest.mark.parametrize("size", range(1, 30))
def test_halves_of_characters_are_replaced_wherever_a_dump_is_cut(size: int) -> None:
    text = r'{"text": "\ud83d\ude00 \udfff \\\\udfff \ud800 \ude00\n\\\"."}'
    pieces, escapes = [text[at : at + size] for at in range(0, len(text), size)], Escapes()
    whole = "".join(escapes.whole(piece) for piece in pieces) + escapes.whole("", final=True)
    assert whole == r'{"text": "\ud83d\ude00 \ufffd \\\\udfff \ud800 \ufffd\n\\\"."}'


def test_bytes_pasted_from_windows_into_utf8_are_read(tmp_path: Path) -> None:
    dump = '[{"title": "Caf\u00e9", "text": "' + "The caf\u00e9 at \u00c5rhus. " * 20 + '", "author": "Zo\u00eb Pop"}]'
    mixed = dump.encode().replace(b"Zo\xc3\xab", b"Zo\xeb")
    [found] = found_in(tmp_path, "dump.json", mixed)
    assert isinstance(found, Draft)
    assert (found.description.title, found.description.authors) == ("Café", ("Zoë Pop",))
    table = "title,author,text\nCafé,Zoë Pop,The café at Århus stopped.\n".encode().replace(b"Zo\xc3\xab", b"Zo\xeb")
    [found] = found_in(tmp_path, "dump.csv", table)
    assert isinstance(found, Draft)
    assert (found.description.title, found.description.authors) == ("Café", ("Zoë Pop",))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_by_the_names_in_its_first_row(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [
        ["Headline", "Body", "Author", "Publish_Date", "other"],
        [
            "Ferry stops – for good",
            '"The ferry\nstopped, at Århus; yes|no.\n\nBuses\trun."',
            "Zoë Pop",
            "2024-05-08",
            "",
        ],
    ]
    content = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    [found] = found_in(tmp_path, "dump.csv", content)
    assert isinstance(found, Draft)
    description = found.description
    assert (description.title, description.authors) == ("Ferry stops – for good", ("Zoë Pop",))
    assert (description.published, description.source) == (date(2024, 5, 8), "dump.csv:2")
    assert [paragraph.text for paragraph in found.paragraphs] == [
        "The ferry stopped, at Århus; yes|no.",
        "Buses run.",
    ]


def test_lists_and_seconds_that_programs_write_into_fields_are_read(tmp_path: Path) -> None:
    table = "sep=;\ntext;authors;timestamp\nThe ferry stopped. [Here];['Ana Pop', 'Tom Ash'];1715198760\n"
    [found] = found_in(tmp_path, "dump.tsv", table)
    assert isinstance(found, Draft)
    assert found.description.authors == ("Ana Pop", "Tom Ash")
    assert found.description.published == datetime(2024, 5, 8, 20, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("name,size\na,1\n", "its first row names no column `text` (or `body`, `content`, …) but: name, size"),
        ("text,title\n", "there is no row below"),
        ("text\n" + '"' + "x\n" * 2_500, "the table is damaged after row 1"),
        ("text\n" + "x" * 50_000, "a line of it is longer than 4,096 bytes"),
        ("\x00\x01\x02", "its first row names no column"),
        ("\n \n", "its first row names no column"),
    ],
)
def test_a_table_without_articles_says_why(tmp_path: Path, content: str, reason: str) -> None:
    *_, found = found_in(tmp_path, "dump.csv", content, largest=4_096)
    assert isinstance(found, Rejected)
    assert found.reason.startswith(reason)


def test_standard_input_may_be_a_list_or_packed() -> None:
    for content in (json.dumps([ONE, TWO]).encode(), gzip.compress(json.dumps([ONE, TWO], indent=1).encode())):
        assert titles(list(read_stream(io.BytesIO(content), "-"))) == ["Ferry stops", "Buses run"]


KINDS = {
    "json": (b'{"articles": [' + json.dumps(ONE).encode(), b",\n" + json.dumps(ONE).encode(), b"]}"),
    "jsonl": (json.dumps(ONE).encode(), b"\n" + json.dumps(ONE).encode(), b"\n"),
    "csv": (b"id,text\n1,The ferry stopped.\n", b"2," + b"The ferry stopped. " * 4 + b"\n", b""),
}


@pytest.mark.parametrize("kind", KINDS)
def test_memory_does_not_grow_with_a_dump(kind: str) -> None:
    def highest(count: int) -> int:
        stream = io.BufferedReader(_Dump(kind, count), 8_192)
        tracemalloc.start()
        assert sum(1 for _ in pieces_in(Offered(f"dump.{kind}", stream, "-", "-", "-"))) == count
        return (tracemalloc.get_traced_memory()[1], tracemalloc.stop())[0]

    assert highest(5_000) < 1.3 * highest(1_500)


class _Dump(io.RawIOBase):
    """A dump of many articles, made while it is read."""

    def __init__(self, kind: str, count: int) -> None:
        self._ready, self._next, self._last = KINDS[kind]
        self._left = count

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while len(self._ready) < len(buffer) and self._left:
            self._left -= 1
            self._ready += self._next if self._left else self._last
        data, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)
