"""Word files: every paragraph, headers and footers aside, and what the properties say."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import docx
from docx.oxml import parse_xml

from assistant.domain import Basis
from ingest.draft import Draft, Rejected
from ingest.read import read
from tests.printing import saved, word, zipped

LEAD = "The ferry at Hallin stopped on Monday, for its engine had failed."
SECOND = "Buses run instead, the port said on Tuesday, and they are full."
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def draft(tmp_path: Path, data: bytes) -> Draft:
    path = tmp_path / "ferry.docx"
    path.write_bytes(data)
    [found] = read(path)
    assert isinstance(found, Draft), found
    return found


def texts(found: Draft) -> list[str]:
    return [paragraph.text for paragraph in found.paragraphs]


def test_paragraphs_and_cells_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Ferry stops", style="Title")
    document.add_paragraph(LEAD)
    document.add_table(1, 2).rows[0].cells[1].text = "Line 4 runs all day, the port said."
    document.add_paragraph(SECOND)
    found = draft(tmp_path, saved(document))
    assert (found.description.title, found.description.bases.title) == ("Ferry stops", Basis.TEXT)
    assert texts(found) == [LEAD, "Line 4 runs all day, the port said.", SECOND]


def test_headers_and_footers_are_furniture(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Coast News, for internal use"
    document.sections[0].footer.paragraphs[0].text = "Printed by the desk"
    document.add_paragraph(LEAD)
    document.add_paragraph(SECOND)
    found = draft(tmp_path, saved(document))
    assert [(line.after, line.text) for line in found.furniture] == [
        (0, "Coast News, for internal use"),
        (2, "Printed by the desk"),
    ]


def test_words_in_links_and_in_tracked_insertions_are_read_and_deleted_ones_are_not(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The ferry at Hallin ")
    for markup in (
        f"<w:ins {SPACE}><w:r><w:t>stopped for good </w:t></w:r></w:ins>",
        f"<w:del {SPACE}><w:r><w:delText>sank </w:delText></w:r></w:del>",
        f"<w:hyperlink {SPACE}><w:r><w:t>on Monday.</w:t></w:r></w:hyperlink>",
    ):
        paragraph._p.append(parse_xml(markup))
    assert texts(draft(tmp_path, saved(document))) == ["The ferry at Hallin stopped for good on Monday."]


def test_properties_are_given_and_the_day_of_making_is_a_guess(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(LEAD)
    document.core_properties.title, document.core_properties.author = "Ferry stops", "Ana Pop"
    document.core_properties.created = datetime(2024, 5, 8, 9, tzinfo=UTC)
    found = draft(tmp_path, saved(document)).description
    assert (found.title, found.bases.title) == ("Ferry stops", Basis.GIVEN)
    assert (found.authors, found.bases.authors) == (("Ana Pop",), Basis.GIVEN)
    assert (found.published, found.published_guessed) == (date(2024, 5, 8), True)


def test_what_programs_put_into_properties_is_not_believed(tmp_path: Path) -> None:
    found = draft(tmp_path, word(LEAD, SECOND, title="ferry_final.docx", author="python-docx")).description
    assert (found.title_guessed, found.authors, found.published) == (True, (), None)


def test_a_byline_in_the_text_goes_before_the_account_that_saved_it(tmp_path: Path) -> None:
    found = draft(tmp_path, word("Ferry stops", "By Tom Ash", LEAD, SECOND, author="Ana Pop")).description
    assert found.authors == ("Tom Ash",)


def test_a_file_that_no_word_file_could_be_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "ferry.docx"
    reasons = {
        "open it in Word and save it again": zipped({"word/document.xml": "<broken"}),
        "cut off or damaged": word(LEAD)[:1000],
        "unpacks to more than": zipped({"word/document.xml": b"<x>" + b" " * 40_000_000 + b"</x>"}),
        "it is a spreadsheet": zipped({"xl/workbook.xml": "<x/>"}),
        "protected with a password": b"\xd0\xcf\x11\xe0" + bytes(100),
    }
    for expected, data in reasons.items():
        path.write_bytes(data)
        [found] = read(path)
        assert isinstance(found, Rejected)
        assert expected in found.reason


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "spam spam spam"><!ENTITY b "&a;&a;&a;">]>'
    inner = f"<w:document {SPACE}><w:body><w:p><w:r><w:t>{LEAD} &b;</w:t></w:r></w:p></w:body></w:document>"
    data = _with_part(word(LEAD), "word/document.xml", f'<?xml version="1.0"?>{bomb}{inner}'.encode())
    path = tmp_path / "ferry.docx"
    path.write_bytes(data)
    [found] = read(path)
    assert "spam" not in str(found)


def _with_part(data: bytes, name: str, content: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({each: content if each == name else archive.read(each) for each in archive.namelist()})
