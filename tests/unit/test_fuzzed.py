"""Files with broken bytes: whatever comes, an article or a reason."""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.draft import Draft, Rejected
from ingest.read import read
from tests.printing import Words, pdf, word, zipped

STORY = "# Ferry stops\n\nThe **ferry** at Hallin stopped on Monday; its engine – “old” – failed.\n\n- Buses run.\n"
RECORD = json.dumps({"title": "Ferry stops", "text": STORY, "authors": ["Ana Pop"], "date": "2024-05-08"})
FRONT = "---\ntitle: Ferry stops\ntags: [a, b]\n---\n"
VALID = {
    "story.txt": STORY.encode(),
    "story.md": (FRONT + STORY).encode(),
    "dump.jsonl": f"{RECORD}\n{RECORD}\n".encode(),
    "dump.json": f'{{"articles": [{RECORD}, {RECORD}]}}'.encode(),
    "table.csv": b'title;text\nFerry;"The ferry\nstopped."\nBuses;They run.\n',
    "dump.jsonl.gz": gzip.compress(f"{RECORD}\n{RECORD}\n".encode()),
    "story.docx": word(STORY, STORY, title="Ferry stops"),
    "all.zip": zipped({"a.txt": STORY, "b.json": RECORD, "c.zip": zipped({"d.md": STORY})}),
}
PIECES = [
    b"",
    b"\x00",
    b"\xff\xff\xff\xff",
    b"{",
    b"[",
    b'"',
    b"\\ud800",
    b"\n",
    b"---\n",
    b"PK\x03\x04",
    b"<",
    b"&a;",
    b"-1",
    b"9" * 20,
]
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.one_of(st.binary(max_size=6), st.sampled_from(PIECES))),
    min_size=1,
    max_size=6,
)
FEW = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def edited(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """The bytes with some cut out and others put in."""
    for where, cut, put in edits:
        place = int(where * len(data))
        data = data[:place] + put + data[place + cut :]
    return data


def assert_told(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        for found in read(path, 10**6):
            assert isinstance(found, (Draft, Rejected))
            (found.description.line + found.key if isinstance(found, Draft) else found.reason).encode()


@pytest.mark.parametrize("name", VALID)
@FEW
@given(EDITS)
def test_no_broken_bytes_make_reading_fail(name: str, edits: list[tuple[float, int, bytes]]) -> None:
    assert_told(name, edited(VALID[name], edits))


@settings(FEW, max_examples=8)
@given(EDITS)
def test_no_broken_pdf_makes_reading_fail(edits: list[tuple[float, int, bytes]]) -> None:
    assert_told("story.pdf", edited(pdf([Words(STORY)], [Words(STORY)], Title="Ferry stops"), edits))
