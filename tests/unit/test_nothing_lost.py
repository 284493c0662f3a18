"""Every character of a source is in a paragraph or in furniture, in the order in which it stood.

Excepted is what `ingest.clean` says: white space, the form of line ends and accents, and characters that cannot be
stored or seen (zero bytes, soft hyphens, zero-width spaces, lone surrogates, control characters).
"""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.clean import clean
from ingest.draft import Draft
from ingest.piece import Form, Piece
from ingest.read import read_piece

LINES = st.one_of(
    st.sampled_from(
        [
            "Skip to content",
            "Home > News > Transport",
            "Harbour tunnel opens after nine years | The Northern Ledger",
            "By Ruth Hallam and Idris Vane",
            "Von Anna Muster",
            "8 May 2024, 20:06",
            "Aktualisiert am 9. Mai 2024",
            "Title: Bread prices fall",
            "Tags: floods, Delmar, climate",
            "Photo: Ada Quill",
            "A square in Delmar. (Ada Quill/Getty Images)",
            "Read also: Why ferries stop in spring",
            "Lire aussi",
            "Why ferries stop in spring",
            "The Daily NewsJane Doe",
            "The ferry stopped on Monday after its engine had failed twice, the company said.",
            "Nobody was hurt.",
            "Ruth Hallam is a reporter at The Northern Ledger.",
            "Contributing: Idris Vane",
            "© 2024 The Northern Ledger. All rights reserved.",
            "___",
            "",
            "   indented",
        ]
    ),
    st.text(max_size=60),
)
TEXTS = st.lists(LINES, min_size=1, max_size=40).map("\n".join)


def laid_out(draft: Draft) -> str:
    """Paragraphs and furniture in the order in which they stood."""
    parts = [line.text for line in draft.furniture if line.after == 0]
    for paragraph in draft.paragraphs:
        parts.append(paragraph.text)
        parts += [line.text for line in draft.furniture if line.after == paragraph.number]
    return "".join(parts)


def letters(text: str) -> str:
    return "".join(clean(text).split())


@settings(max_examples=150)
@given(TEXTS)
def test_nothing_of_a_text_is_thrown_away(text: str) -> None:
    data = text.encode("utf-8", "replace")
    draft = read_piece(Piece(Form.TEXT, data, "/news/a.txt", "/news/a.txt", "a.txt"))
    if isinstance(draft, Draft):
        assert letters(laid_out(draft)) == letters(data.decode())


@settings(max_examples=150)
@given(TEXTS, st.one_of(st.none(), st.just("Nobody was hurt.")))
def test_nothing_of_a_records_text_is_thrown_away(text: str, title: str | None) -> None:
    data = json.dumps({"text": text, "title": title}).encode()
    draft = read_piece(Piece(Form.RECORD, data, "/news/a.jsonl", "/news/a.jsonl#1", "a.jsonl:1"))
    if isinstance(draft, Draft):
        assert letters(laid_out(draft)) == letters(text)
