"""The sample library: both forms are read in full, and what it says of itself is right."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from assistant.domain import Kind
from ingest.draft import Draft
from ingest.read import read

SEEDS = Path(__file__).parents[2] / "seeds"


def seeds() -> tuple[Draft, Draft]:
    contributions, financing = read(SEEDS)
    assert isinstance(contributions, Draft)
    assert isinstance(financing, Draft)
    return contributions, financing


def test_the_saved_page_gives_its_title_author_date_and_topics() -> None:
    description = seeds()[1].description
    assert description.title == "Yerevan refuses to finance the CSTO, the alliance that Moscow leads"
    assert not description.title_guessed
    assert description.authors == ("Footnote Sample Desk",)
    assert description.published == datetime(2024, 5, 8, 20, 6)  # noqa: DTZ001  the page gives no zone
    assert "CSTO" in description.tags
    assert description.outlet is None


def test_the_saved_page_says_that_it_is_retold() -> None:
    assert any(line.text.startswith("Retold for this sample library") for line in seeds()[1].furniture)


def test_the_saved_page_has_a_caption_a_teaser_and_its_body() -> None:
    kinds = [paragraph.kind for paragraph in seeds()[1].paragraphs]
    assert kinds.count(Kind.CAPTION) == 1
    assert kinds[8:11] == [Kind.TEASER] * 3
    assert kinds.count(Kind.BODY) == 15


def test_the_undated_text_is_paragraphs_and_nothing_else() -> None:
    draft = seeds()[0]
    assert len(draft.paragraphs) == 11
    assert draft.furniture == ()
    assert draft.description.title_guessed
    assert (draft.description.published, draft.description.authors) == (None, ())
