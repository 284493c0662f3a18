"""Zip and gzip archives: every member by its kind, none of them written to the disk."""

from __future__ import annotations

import gzip
import io
import json
import stat
import zipfile
from pathlib import Path

import pytest

from ingest.draft import Draft, Rejected
from ingest.read import read
from tests.printing import Words, locked_zip, pdf, word, zipped

STORY = "The ferry stopped on Monday. Its engine had failed.\n\nBuses run instead.\n"
RECORD = json.dumps({"text": STORY})


def found_in(tmp_path: Path, data: bytes, name: str = "all.zip", largest: int = 10**6) -> list[Draft | Rejected]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(read(path, largest))


def sources(found: list[Draft | Rejected]) -> list[str]:
    return [each.description.source if isinstance(each, Draft) else f"! {each.source}" for each in found]


def reasons(found: list[Draft | Rejected]) -> dict[str, str]:
    return {each.source: each.reason for each in found if isinstance(each, Rejected)}


def test_members_are_read_by_their_kind_as_files_are(tmp_path: Path) -> None:
    members = {
        "a/story.txt": STORY,
        "a/story.md": STORY,
        "dump.jsonl": f"{RECORD}\n{RECORD}\n",
        "dump.json.gz": gzip.compress(f"[{RECORD}]".encode()),
        "table.csv": "text\nThe ferry stopped.\n",
        "page.docx": word(STORY),
        "page.pdf": pdf([Words("The ferry stopped on Monday.\nIts engine had failed.")]),
        "README.md": "about",
        "__MACOSX/a/._story.txt": "about",
        "a/.hidden.txt": "about",
        "empty/": "",
    }
    found = found_in(tmp_path, zipped(members))
    assert sources(found) == [
        *("all.zip/a/story.txt", "all.zip/a/story.md", "all.zip/dump.jsonl:1", "all.zip/dump.jsonl:2"),
        *("all.zip/dump.json.gz:1", "all.zip/table.csv:2", "all.zip/page.docx", "all.zip/page.pdf"),
    ]
    drafts = [each for each in found if isinstance(each, Draft)]
    assert drafts[0].key == f"file:{tmp_path / 'all.zip'}!/a/story.txt"
    assert drafts[2].key == f"file:{tmp_path / 'all.zip'}!/dump.jsonl#1"
    assert {each.origin for each in drafts} == {str(tmp_path / "all.zip")}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("story.txt.gz", gzip.compress(STORY.encode())),
        ("story.txt", gzip.compress(STORY.encode())),
        ("story.gz", gzip.compress(STORY.encode())),
        ("story.docx.gz", gzip.compress(word(STORY))),
        ("story.zip.gz", gzip.compress(zipped({"story.txt": STORY}))),
        ("story.txt", zipped({"story.txt": STORY})),
        ("story.zip", word(STORY)),
        ("story.txt", pdf([Words("The ferry stopped on Monday.\nIts engine had failed.")])),
    ],
    ids=["packed text", "packed under a text's name", "packed", "packed Word", "packed zip", "zip", "Word", "PDF"],
)
def test_what_a_file_is_shows_in_its_bytes_and_not_in_its_name(tmp_path: Path, name: str, data: bytes) -> None:
    [found] = found_in(tmp_path, data, name)
    assert isinstance(found, Draft), found
    assert found.paragraphs[0].text == "The ferry stopped on Monday. Its engine had failed."


def test_names_that_lead_out_of_the_archive_lead_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    names = ["../../out.txt", "/etc/out.txt", "C:\\out.txt", "..\\out.txt", "a/../out.txt", ".."]
    found = found_in(folder, zipped(dict.fromkeys(names, STORY)))
    assert sources(found) == [
        "all.zip/out.txt",
        "all.zip/etc/out.txt",
        "all.zip/out.txt (2)",
        "all.zip/out.txt (3)",
        "all.zip/a/out.txt",
        "all.zip/nameless",
    ]
    assert len({each.key for each in found if isinstance(each, Draft)}) == len(names)
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "all.zip"]


def test_a_zip_in_a_zip_is_read_and_one_in_that_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "new!"
    folder.mkdir()
    inner = zipped({"b.txt": STORY, "c.zip": zipped({"d.txt": STORY}), "e.docx": word(STORY)})
    found = found_in(folder, zipped({"a.zip": inner}))
    assert sources(found) == ["all.zip/a.zip/b.txt", "! all.zip/a.zip/c.zip", "all.zip/a.zip/e.docx"]
    assert "archive inside an archive" in reasons(found)["all.zip/a.zip/c.zip"]


def test_a_damaged_member_stops_none_of_the_others(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": STORY, "b.txt": STORY.upper(), "c.txt": STORY}, zipfile.ZIP_STORED))
    data[data.index(STORY.upper().encode()) + 3] ^= 1
    found = found_in(tmp_path, bytes(data))
    assert sources(found) == ["all.zip/a.txt", "! all.zip/b.txt", "all.zip/c.txt"]
    assert "cut off or damaged" in reasons(found)["all.zip/b.txt"]


def test_an_archive_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    linked = io.BytesIO()
    with zipfile.ZipFile(linked, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    expected = {
        "cut off or damaged": zipped({"a.txt": STORY})[:-30],
        "protected with a password": locked_zip("a.txt", STORY.encode()),
        "no file in it that could be": zipped({}),
        "a link to another file": linked.getvalue(),
        "it is a presentation": zipped({"ppt/presentation.xml": "<x/>"}),
    }
    for words, data in expected.items():
        [found] = found_in(tmp_path, data)
        assert isinstance(found, Rejected)
        assert words in found.reason


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    zeros = bytes(40 * 1024**2)
    bombs = {"a.zip": zipped({"story.jsonl": zeros}), "b.jsonl.gz": gzip.compress(zeros, 9)}
    for name, data in bombs.items():
        [found] = found_in(tmp_path, data, name)
        assert isinstance(found, Rejected)
        assert "made to do harm" in found.reason


def test_a_member_too_large_for_one_article_is_rejected_and_a_long_dump_is_not(tmp_path: Path) -> None:
    members = {"long.txt": STORY * 100, "dump.jsonl": f"{RECORD}\n" * 100, "story.txt": STORY}
    found = found_in(tmp_path, zipped(members, zipfile.ZIP_STORED), largest=4_096)
    assert reasons(found) == {
        "all.zip/long.txt": "it is larger than 4,096 bytes, the most that is read as one article; "
        "set FOOTNOTE_MAX_FILE_MB to read more"
    }
    assert len(found) == 102


@pytest.mark.parametrize("name", ["story.txt.gz", "story.docx.gz", "dump.jsonl.gz"])
def test_gzip_that_is_cut_off_is_reported(tmp_path: Path, name: str) -> None:
    *_, found = found_in(tmp_path, gzip.compress(STORY.encode())[:-9], name)
    assert isinstance(found, Rejected)
    assert found.reason.startswith("the archive is cut off or damaged")
