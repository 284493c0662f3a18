"""PDF files: columns, paragraphs and hyphens as they were meant, what is on every page set aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain import Basis, Kind
from ingest.draft import Draft, Rejected
from ingest.read import read
from tests.printing import Words, locked_pdf, pdf

LEAD = (
    "The council of Delmar voted on Tuesday to close\nthe storage yard beside the old ferry terminal,\n"
    "whose foundations move by a hand each month."
)
SECOND = (
    "Its engineers had asked for that since the winter,\nthe mayor said, and there was no room left to\n"
    "negotiate with anybody at all."
)


def draft(tmp_path: Path, data: bytes) -> Draft:
    path = tmp_path / "story.pdf"
    path.write_bytes(data)
    [found] = read(path)
    assert isinstance(found, Draft), found
    return found


def reason(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "story.pdf"
    path.write_bytes(data)
    [found] = read(path)
    assert isinstance(found, Rejected)
    assert found.source == "story.pdf"
    return found.reason


def texts(found: Draft) -> list[str]:
    return [paragraph.text for paragraph in found.paragraphs]


def joined(text: str) -> str:
    return text.replace("\n", " ")


def test_lines_are_joined_to_the_paragraphs_that_a_gap_parts(tmp_path: Path) -> None:
    assert texts(draft(tmp_path, pdf([Words(LEAD), Words(SECOND, bottom=640)]))) == [joined(LEAD), joined(SECOND)]


def test_lines_are_joined_to_the_paragraphs_that_an_indent_begins(tmp_path: Path) -> None:
    first, *rest = SECOND.split("\n")
    page = [Words(LEAD), Words(first, left=90, bottom=658), Words("\n".join(rest), bottom=644)]
    assert texts(draft(tmp_path, pdf(page))) == [joined(LEAD), joined(SECOND)]


@pytest.mark.parametrize("by_row", [False, True])
def test_columns_are_read_one_after_the_other_however_they_were_printed(tmp_path: Path, by_row: bool) -> None:  # noqa: FBT001
    left = [Words(line, bottom=700 - 14 * row) for row, line in enumerate((LEAD + "\n" + LEAD).split("\n"))]
    right = [Words(line, 340, 700 - 14 * row) for row, line in enumerate((SECOND + "\n" + SECOND).split("\n"))]
    lines = [line for row in zip(left, right, strict=True) for line in row] if by_row else left + right
    found = " ".join(texts(draft(tmp_path, pdf(lines))))
    assert found == joined(f"{LEAD} {LEAD} {SECOND} {SECOND}")


def test_a_hyphen_at_a_line_end_goes_unless_the_word_is_written_with_it(tmp_path: Path) -> None:
    text = (
        "A long-term plan for the yard is what the inter-\nnational panel wanted, for it holds that the long-\n"
        "term costs are what counts. An international\npanel says so, and the ferry is decom-\nmissioned, they said."
    )
    [paragraph] = texts(draft(tmp_path, pdf([Words(text)])))
    assert "the international panel" in paragraph
    assert "the long-term costs" in paragraph
    assert "is decommissioned" in paragraph


def test_what_stands_on_every_page_is_furniture_and_parts_no_paragraph(tmp_path: Path) -> None:
    def page(number: int, text: str) -> list[Words]:
        return [Words("The Delmar Courier", bottom=810), Words(f"Page {number} of 3", bottom=30), Words(text)]

    begun, ended = SECOND.rsplit("\n", 1)
    found = draft(tmp_path, pdf(page(1, LEAD), page(2, begun), page(3, ended)))
    assert texts(found) == [joined(LEAD), joined(SECOND)]
    assert [line.text for line in found.furniture] == [
        *("The Delmar Courier", "Page 1 of 3"),
        *("The Delmar Courier", "Page 2 of 3"),
        *("The Delmar Courier", "Page 3 of 3"),
    ]
    assert [line.after for line in found.furniture] == [0, 0, 1, 1, 2, 2]


def test_a_headline_is_told_by_its_size_and_a_byline_by_its_words(tmp_path: Path) -> None:
    head = [
        Words("Delmar closes its yard by", bottom=760, size=20),
        Words("the ferry terminal", bottom=738, size=20),
        Words("By Hanne Solberg", bottom=710),
    ]
    found = draft(tmp_path, pdf([*head, Words(LEAD, bottom=680), Words(SECOND, bottom=620)]))
    assert found.description.title == "Delmar closes its yard by the ferry terminal"
    assert found.description.authors == ("Hanne Solberg",)
    assert texts(found) == [joined(LEAD), joined(SECOND)]


def test_properties_say_only_what_a_person_put_there(tmp_path: Path) -> None:
    page = [Words("Delmar closes its yard", bottom=740, size=20), Words(LEAD), Words(SECOND, bottom=640)]
    made = {"CreationDate": "D:20190102030405Z", "Producer": "Press 1"}
    found = draft(tmp_path, pdf(page, Title="Microsoft Word - yard_final2.docx", Author="hsolberg", **made)).description
    assert (found.title, found.bases.title) == ("Delmar closes its yard", Basis.TEXT)
    assert found.authors == ()
    assert found.published is None
    found = draft(tmp_path, pdf(page, Title="Delmar closes its yard", Author="Hanne Solberg")).description
    assert (found.title, found.bases.title) == ("Delmar closes its yard", Basis.GIVEN)
    assert (found.authors, found.bases.authors) == (("Hanne Solberg",), Basis.GIVEN)


def test_items_of_a_list_stay_apart(tmp_path: Path) -> None:
    items = "• The yard is closed at once for everybody.\n• The ferry goes on."
    found = draft(tmp_path, pdf([Words(LEAD), Words(items, bottom=655)]))
    assert texts(found)[1:] == items.split("\n")


def test_bytes_before_the_head_of_a_file_do_no_harm(tmp_path: Path) -> None:
    assert len(texts(draft(tmp_path, b"\r\n" + pdf([Words(LEAD)], packed=True)))) == 1


def test_a_file_that_gives_no_text_says_why(tmp_path: Path) -> None:
    assert "password" in reason(tmp_path, locked_pdf())
    assert "pictures of pages, no text" in reason(tmp_path, pdf([], []))
    assert "more pages or text than any article" in reason(tmp_path, pdf(*[[]] * 2_001))
    assert "no PDF file, or a damaged one" in reason(tmp_path, pdf([Words(LEAD)])[:200])
    assert all(paragraph.kind is Kind.BODY for paragraph in draft(tmp_path, pdf([Words(LEAD)])).paragraphs)
