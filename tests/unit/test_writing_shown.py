"""What a chat model is shown of the paragraphs found."""

from __future__ import annotations

from datetime import date

from assistant.domain import Description, Paragraph, Ranked
from assistant.models.chat import tokens
from assistant.writing.shown import shown

GAZETTE = Description("A title", "a.txt", outlet="Harbour Gazette", published=date(2025, 3, 11))


def ranked(text: str, description: Description = GAZETTE, number: int = 1) -> Ranked:
    return Ranked("a", description, Paragraph(number, text), 1.0)


def test_a_line_has_number_outlet_and_date_and_nothing_else_of_the_description() -> None:
    found = shown("When?", [ranked("The ferry left."), ranked("It came back.", Description("T", "b.txt"), 2)], 1000)

    assert list(found.lines) == [
        "[1] Harbour Gazette, 11 March 2025: The ferry left.",
        "[2] Unnamed outlet, undated: It came back.",
    ]


def test_a_marker_leads_to_its_paragraph_and_an_unknown_one_nowhere() -> None:
    found = shown("When?", [ranked("The ferry left."), ranked("It came back.")], 1000)

    assert found.paragraph(2) == ranked("It came back.")
    assert found.paragraph(0) is found.paragraph(3) is None


def test_only_what_fits_is_shown_and_the_best_in_any_case() -> None:
    paragraphs = [ranked(f"The ferry number {number} left the harbour.") for number in range(10)]
    line = tokens("[1] Harbour Gazette, 11 March 2025: The ferry number 0 left the harbour.")

    assert len(shown("When?", paragraphs, 3 * line)) == 3
    assert len(shown("When?", paragraphs, 1)) == 1


def test_of_a_very_long_paragraph_the_part_about_the_question_is_shown() -> None:
    before, after = "The harbour was quiet that day. " * 200, " Nothing else was reported there." * 200
    found = shown("Who paid the levy?", [ranked(f"{before}Merrow Lines paid the levy at last.{after}")], 5000)

    assert "Merrow Lines paid the levy at last." in found.lines[0]
    assert found.lines[0].startswith("[1] Harbour Gazette, 11 March 2025: … ")
    assert found.lines[0].endswith(" …")
    assert len(found.lines[0]) < 3_200
