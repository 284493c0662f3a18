"""Bad input is read properly or named with the reason, and nothing else suffers from it."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import pytest

from assistant.settings import MAX_FILE_MB
from ingest.draft import Draft, Rejected
from ingest.ingesting import ingest
from ingest.read import read
from tests.made import MadeUp
from tests.printing import Words, locked_pdf, locked_zip, pdf, word, zipped

STORY = "The ferry at Hallin stopped on Monday. Its engine had failed.\n\nBuses run instead, the port said."
LONG_LINE = "The ferry stopped. " * 270_000


@dataclass(frozen=True, slots=True)
class Bad:
    """A file that cannot be read, and a part of what is said of it."""

    name: str
    content: bytes
    reason: str


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode()


BAD = [
    Bad("empty.txt", b"", "it is empty"),
    Bad("empty.pdf", b"", "it is empty"),
    Bad("empty.jsonl", b"", "it is empty"),
    Bad("empty.docx", b"", "it is empty"),
    Bad("blank.txt", "\ufeff \n\u200b\n".encode(), "it is empty but for white space"),
    Bad("blank.md", b"\n\n", "it is empty"),
    Bad("noise.txt", bytes(range(256)) * 64, "it holds zero bytes"),
    Bad("noise.csv", b"\xff\x00\x80" * 400, "its first row names no column"),
    Bad("noise.json", bytes(range(128, 256)) * 64, "the JSON is cut off or damaged"),
    Bad("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "it is a PNG image"),
    Bad("text.pdf", STORY.encode(), "it is no PDF file, or a damaged one"),
    Bad("text.docx", STORY.encode(), "it is no Word file, or a damaged one"),
    Bad("text.zip", STORY.encode(), "the zip archive is cut off or damaged"),
    Bad("text.json", STORY.encode(), "the JSON is cut off or damaged"),
    Bad("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected with a password"),
    Bad("cut.txt.gz", gzip.compress(STORY.encode())[:-6], "the archive is cut off or damaged"),
    Bad("cut.pdf", pdf([Words(STORY)])[:300], "it is no PDF file, or a damaged one"),
    Bad("cut.docx", word(STORY)[:900], "cut off or damaged"),
    Bad("cut.zip", zipped({"a.txt": STORY})[:60], "the zip archive is cut off or damaged"),
    Bad("bomb.zip", zipped({"a.jsonl": bytes(40 * 1024**2)}), "made to do harm"),
    Bad("locked.pdf", locked_pdf(), "it is protected with a password"),
    Bad("locked.zip", locked_zip("a.txt", STORY.encode()), "it is protected with a password"),
    Bad("scanned.pdf", pdf([], []), "it holds pictures of pages, no text"),
    Bad("deep.json", b"[" * 100_000, "the JSON is cut off or damaged"),
    Bad("deep.jsonl", b"[" * 100_000, "the line is not JSON"),
    Bad("zeros.txt", b"The ferry\x00stopped.", "it holds zero bytes"),
    Bad("wrong.txt", bytes(range(128, 256)) * 4, "its encoding could not be told"),
    Bad("wrong.jsonl", '{"text": "The café."}'.encode("cp1252"), "the line is not UTF-8"),
    Bad("wide.jsonl", '{"text": "The café."}'.encode("utf-16"), "it is UTF-16; save it as UTF-8"),
    Bad("list.jsonl", b'["The ferry", 1]', "the line is a JSON list, not an object"),
    Bad("number.jsonl", b"7", "the line is a JSON number, not an object"),
    Bad("types.jsonl", line(text=["The ferry", 5]), "its text is not text"),
    Bad("nothing.jsonl", line(title="Ferry stops", text=None), "it has no text"),
]


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_what_cannot_be_read_is_named_with_the_reason(tmp_path: Path, bad: Bad) -> None:
    (tmp_path / bad.name).write_bytes(bad.content)
    [found] = read(tmp_path)
    assert isinstance(found, Rejected), found
    assert found.source.startswith(bad.name)
    assert bad.reason in found.reason


ODD = {
    "one-line.txt": LONG_LINE.encode(),
    "one-line.jsonl": line(text=LONG_LINE),
    "first-year.jsonl": line(text=STORY, published="0001-01-01T00:00:00Z", updated="0001-01-01"),
    "last-year.jsonl": line(text=STORY, published="9999-12-31T23:59:59-14:00"),
    "last-year.md": b"---\ndate: 9999-12-31\n---\n" + STORY.encode(),
    "surrogates.jsonl": b'{"title": "Ferry \\udfff stops", "text": "The ferry \\ud800 stopped on Monday."}',
    "surrogates.json": b'[{"title": "Ferry \\udfff stops", "text": "The ferry \\ud800 stopped on Monday."}]',
    "types.jsonl": line(text=STORY, title=["a"], outlet=7, authors={"a": [1]}, published=[], url={}, tags=3, id=[None]),
    "zeros.jsonl": b'{"title": "Ferry\\u0000 stops", "text": "The fer\\u0000ry stopped on Monday."}',
    "zeros.csv": b"title,text\nFer\x00ry,The fer\x00ry stopped on Monday.\n",
    "mixed.txt": "The café at Århus closed. ".encode() * 60 + "Zoë said so.".encode("cp1252"),
    "western.txt": "The café in Århus closed – “for good”, its owner Zoë Brøgger said.".encode("cp1252"),
    "hebrew.txt": "\u202eהמעבורת הפסיקה לשוט ביום שני\u202c, אמר הנמל. \u200fהיא ישנה.".encode(),
    "widths.txt": "The\u200b fer\u200bry\u2060 stop\u00adped\ufeff on Monday.".encode(),
    "../odd name\n.txt".removeprefix("../"): STORY.encode(),
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_only_odd_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(ODD[name])
    [found] = read(tmp_path)
    assert isinstance(found, Draft), found
    words = found.description.line + "".join(paragraph.text for paragraph in found.paragraphs)
    assert words.encode()
    assert not {"\x00", "\u200b", "\u2060", "\u202e", "\ufeff"} & set(words)
    assert found.description.published is None


def page(head: str) -> bytes:
    return f"<html><head>{head}</head><body><p>{STORY}</p></body></html>".encode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("comments.txt", b"<!-- -->" * 8_000 + STORY.encode()),
        ("blank.txt", b'{"text": "a"}' + b"\n" * 60_000),
        ("word.pdf", pdf([Words("ferry" * 8_000 + "-"), Words("." * 40_000 + "a", bottom=680)])),
        ("brackets.md", b"[" * 20_000 + b"](" * 20_000),
        ("marks.md", b"*_`~" * 20_000),
        ("tab.html", page(f"<title>A{' - B' * 40_000}</title><meta property='og:site_name' content='{'C' * 99}'>")),
        ("data.html", page(f"<script type='application/ld+json'>{{{' ' * 200_000}x</script>")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_made_to_keep_a_reader_busy_takes_seconds(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    started = process_time()
    assert len(list(read(tmp_path))) == 1
    assert process_time() - started < 10


def test_a_file_of_200_megabytes_is_rejected_with_the_limit_unless_it_is_raised(tmp_path: Path) -> None:
    for name in ("large.txt", "large.pdf", "large.docx", "large.jsonl", "large.md", "large.csv"):
        with (tmp_path / name).open("wb") as file:
            file.write({"large.pdf": b"%PDF-1.7\n"}.get(name, b"The ferry stopped. "))
            file.truncate(200 * 1024**2)
    for found in read(tmp_path):
        assert isinstance(found, Rejected)
        assert f"larger than {MAX_FILE_MB} MB" in found.reason or f"longer than {MAX_FILE_MB} MB" in found.reason
        assert "FOOTNOTE_MAX_FILE_MB" in found.reason
    (tmp_path / "large.txt").write_text(STORY * 2)
    [small] = read(tmp_path / "large.txt", 100)
    assert isinstance(small, Rejected)
    assert isinstance(next(read(tmp_path / "large.txt")), Draft)


def test_a_folder_full_of_bad_files_loses_none_of_the_good_ones(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for bad in BAD:
        (folder / bad.name).write_bytes(bad.content)
    (folder / "a-good.txt").write_text(STORY)
    (folder / "z-good.jsonl").write_bytes(line(title="Buses run", text="Buses run from Hallin since Tuesday."))
    report = ingest(read(folder), tmp_path / "library", MadeUp())
    assert (report.added, report.articles) == (2, 2)
    assert {each.source.partition(":")[0].partition("/")[0] for each in report.rejected} == {bad.name for bad in BAD}
