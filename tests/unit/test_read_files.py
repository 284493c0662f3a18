"""Files and folders: every one gives an article or a reason."""

from __future__ import annotations

import gzip
import json
import os
import string
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.clean import clean
from ingest.draft import Draft, Rejected
from ingest.read import read

STORY = "The ferry stopped on Monday. Its engine had failed.\n\nBuses run instead.\n"
RECORD = {"title": "Ferry stops", "text": STORY, "published": "2024-05-08"}
PROPERTY = settings(max_examples=60, deadline=None)


def only(path: Path) -> Draft | Rejected:
    [found] = read(path)
    return found


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def sources(path: Path) -> list[str]:
    return [found.description.source if isinstance(found, Draft) else found.source for found in read(path)]


def test_a_text_file_is_known_by_where_it_is(tmp_path: Path) -> None:
    draft = only(write(tmp_path, "ferry.txt", STORY))
    assert isinstance(draft, Draft)
    assert draft.origin == str(tmp_path / "ferry.txt")
    assert draft.key == f"file:{tmp_path / 'ferry.txt'}"
    assert draft.description.source == "ferry.txt"


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.txt", "c.text", "b/one", "d.x.txt"):
        write(tmp_path, name, STORY)
    assert sources(tmp_path) == ["a.txt", "b/one", "b/two.txt", "c.text", "d.x.txt"]


def test_hidden_files_and_those_about_the_folder_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/x.txt", "README.md", "readme", "LICENSE", "LICENSE.txt", "story.txt"):
        write(tmp_path, name, STORY)
    assert sources(tmp_path) == ["story.txt"]


def test_links_that_lead_in_a_circle_are_followed_once(tmp_path: Path) -> None:
    write(tmp_path, "in/story.txt", STORY)
    (tmp_path / "in" / "back").symlink_to(tmp_path)
    assert len(sources(tmp_path)) == 1


def test_a_link_to_nothing_is_reported(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    reason = "there is no such file, or it is a link to one that is gone"
    assert only(tmp_path) == Rejected("gone.txt", reason, str(tmp_path / "gone.txt"))


def test_a_source_that_is_not_there_is_reported(tmp_path: Path) -> None:
    rejected = only(tmp_path / "missing.txt")
    assert isinstance(rejected, Rejected)
    assert rejected.source == "missing.txt"


def test_a_folder_may_be_called_like_a_file(tmp_path: Path) -> None:
    write(tmp_path, "x.txt/story.txt", STORY)
    assert sources(tmp_path) == ["x.txt/story.txt"]
    assert sources(tmp_path / "x.txt") == ["story.txt"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    rejected = only(tmp_path)
    assert isinstance(rejected, Rejected)
    assert "neither a file nor a folder" in rejected.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "secret.txt", STORY).chmod(0)
    reason = "it may not be read; check its permissions"
    assert only(tmp_path) == Rejected("secret.txt", reason, str(tmp_path / "secret.txt"))


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("report.doc", "other word processors' documents"),
        ("TABLE.XLSX", "spreadsheets"),
        ("talk.pptx", "presentations"),
        ("photo.jpg", "pictures"),
        ("all.tar.gz", "archives other than .zip and .gz"),
        ("story.qqq", ".qqq files"),
    ],
)
def test_what_cannot_be_read_is_reported_by_name_with_a_remedy(tmp_path: Path, name: str, what: str) -> None:
    write(tmp_path, name, STORY)
    rejected = only(tmp_path)
    assert isinstance(rejected, Rejected)
    assert rejected.source == name
    assert rejected.reason.startswith(what)
    assert "save the article as text" in rejected.reason


def test_a_name_that_ends_in_no_extension_is_text(tmp_path: Path) -> None:
    for name in ("story", "8.5.2024", "No. 5 is alive"):
        write(tmp_path, name, STORY)
    assert all(isinstance(found, Draft) for found in read(tmp_path))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b" \n\t\r\n", "it is empty"),
        ("\ufeff\u200b\n".encode(), "it is empty but for white space"),
        (b"%PDF-1.7\n...", "it is no PDF file, or a damaged one"),
        (b"PK\x03\x04....", "the zip archive is cut off or damaged"),
        (b"\x89PNG\r\n\x1a\n....", "it is a PNG image"),
        (gzip.compress(b"", mtime=0), "it is empty"),
        (b"some text\x00and more", "it holds zero bytes"),
        (bytes(range(128, 256)) * 4, "its encoding could not be told"),
    ],
)
def test_a_file_without_text_is_reported_with_the_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    rejected = only(write(tmp_path, "story.txt", content))
    assert isinstance(rejected, Rejected)
    assert rejected.reason.startswith(reason)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_read_in_the_encoding_it_was_saved_in(tmp_path: Path, encoding: str) -> None:
    story = "The café in Århus closed – “for good”, its owner Zoë Brøgger said. Nobody knew why.\n\nIt was full."
    draft = only(write(tmp_path, "story.txt", story.encode(encoding)))
    assert isinstance(draft, Draft)
    assert draft.paragraphs[0].text == story.partition("\n")[0]


def test_text_cut_off_inside_a_letter_is_still_read(tmp_path: Path) -> None:
    story = "Zoë Brøgger said that the café in Århus had closed. Nobody knew why, it was full é".encode()
    assert isinstance(only(write(tmp_path, "story.txt", story[:-1])), Draft)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_may_end_as_on_any_system(tmp_path: Path, ending: str) -> None:
    draft = only(write(tmp_path, "story.txt", STORY.replace("\n", ending)))
    assert isinstance(draft, Draft)
    assert [paragraph.text for paragraph in draft.paragraphs] == [
        "The ferry stopped on Monday. Its engine had failed.",
        "Buses run instead.",
    ]


def test_characters_that_cannot_be_seen_do_not_part_words(tmp_path: Path) -> None:
    draft = only(
        write(tmp_path, "story.txt", "The fer\u200bry stop\u00adped on Mon\u2060day,\u00a08 May. It is\ufeff old.")
    )
    assert isinstance(draft, Draft)
    assert draft.paragraphs[0].text == "The ferry stopped on Monday, 8 May. It is old."


def test_a_single_line_of_five_megabytes_is_read(tmp_path: Path) -> None:
    text = "word " * 1_000_000
    draft = only(write(tmp_path, "long.txt", text))
    assert isinstance(draft, Draft)
    assert draft.paragraphs[0].text == text.strip()
    assert len(draft.description.title) < 1_100
    line = only(write(tmp_path, "long.jsonl", json.dumps({"text": text})))
    assert isinstance(line, Draft)


KINDS = (".txt", ".text", "", ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


@pytest.mark.parametrize("kind", KINDS)
@PROPERTY
@given(st.one_of(st.binary(), st.text().map(str.encode), st.binary().map(gzip.compress)))
def test_no_bytes_make_reading_fail(kind: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = list(read(write(Path(folder), f"x{kind}", content)))
    assert found or not content.strip(b"\xef\xbb\xbf \t\r\n") or kind.startswith((".jsonl", ".ndjson"))
    for one in found:
        (one.description.title + one.key if isinstance(one, Draft) else one.reason).encode()


LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "Skip to content",
            "By Ana Pop and Tom Ash",
            "8 May 2024, 20:06",
            "Flood barrier holds in Delmar as river peaks",
            "The barrier held on Wednesday night, the water authority of the region said.",
            "Read also",
            "Title: A field",
            "Floods, Delmar, Climate",
            "The Market WatchPavlo Hrim",
            "(Oleh Hai/Reuters)",
            "",
        ]
    ),
)


@PROPERTY
@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\r"]))
def test_no_line_of_a_text_is_lost(lines: list[str], ending: str) -> None:
    text = ending.join(lines)
    with tempfile.TemporaryDirectory() as folder:
        found = list(read(write(Path(folder), "x.txt", text.encode())))
    for draft in (one for one in found if isinstance(one, Draft)):
        assert in_order(draft) == clean(text).split()


def in_order(draft: Draft) -> list[str]:
    def words() -> Iterator[str]:
        for number in range(len(draft.paragraphs) + 1):
            if number:
                yield from draft.paragraphs[number - 1].text.split()
            for line in draft.furniture:
                if line.after == number:
                    yield from line.text.split()

    return list(words())


@PROPERTY
@given(st.text(string.ascii_letters + " .\n,'()/|", min_size=1))
def test_letters_alone_always_make_an_article(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        [found] = read(write(Path(folder), "x.txt", "The ferry to Hallin has stopped for good. " + text))
    assert isinstance(found, Draft)
