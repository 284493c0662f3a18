"""Questions limited to days, outlets, authors and articles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from assistant.corpus import within
from assistant.corpus.reading import Reader
from assistant.domain import Abstention, Answer, Filters
from assistant.library import Library
from assistant.settings import Settings
from ingest.draft import Draft
from ingest.ingesting import ingest, remove
from tests.looking import look
from tests.made import PARAGRAPHS, MadeUp, story

FIRST_DAY = date(2025, 1, 1)
STORIES = 120
THE_ONE = 77


def dated(number: int) -> Draft:
    """A story a day, by turns of two outlets; all by one author but one."""
    return story(
        number,
        outlet=("Harbour Gazette", "Evening Post")[number % 2],
        authors=("Bo Lind",) if number == THE_ONE else ("Ada Quill", "Cy Marsh"),
        published=FIRST_DAY + timedelta(days=number) if number else None,
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("dated") / "library"
    ingest(map(dated, range(STORIES)), home, MadeUp())
    return home


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    with Library(Settings(home=home), Reader(home), MadeUp()) as library:
        yield library


FILTERS = {
    "a day": Filters(after=FIRST_DAY + timedelta(days=50), before=FIRST_DAY + timedelta(days=50)),
    "a week": Filters(after=FIRST_DAY + timedelta(days=50), before=FIRST_DAY + timedelta(days=56)),
    "most days": Filters(after=FIRST_DAY + timedelta(days=10)),
    "an outlet": Filters(outlets=("evening post",)),
    "an author of nearly all": Filters(authors=("ada quill",)),
    "an author of one": Filters(authors=("Bo Lind",)),
    "an author of nearly all, in a week, in an outlet": Filters(
        after=FIRST_DAY + timedelta(days=74),
        before=FIRST_DAY + timedelta(days=80),
        outlets=("the Evening Post",),
        authors=("Cy Marsh",),
    ),
    "nobody": Filters(authors=("Nobody",)),
}


def fits(number: int, filters: Filters) -> bool:
    description = dated(number).description
    day = description.day
    return (
        (not filters.after or (day is not None and day >= filters.after))
        and (not filters.before or (day is not None and day <= filters.before))
        and (not filters.outlets or str(description.outlet).endswith(filters.outlets[0][-5:].title()))
        and (not filters.authors or filters.authors[0].title() in description.authors)
    )


@pytest.mark.parametrize("few", [0, 100_000], ids=["asking Chroma for more", "one by one"])
@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_leaves_the_nearest_of_what_fits(
    home: Path, made_up: MadeUp, name: str, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(within, "_FEW", few)
    fitting = [dated(number).paragraphs for number in range(STORIES) if fits(number, FILTERS[name])]
    texts = {paragraph.text for paragraphs in fitting for paragraph in paragraphs}
    question = made_up.encode_question("Where is the lantern?")
    best = sorted((float(made_up.encode_question(each) @ question) for each in texts), reverse=True)[:20]

    found = Reader(home).nearest(question, 20, FILTERS[name])

    assert [cosine for _, cosine in found] == pytest.approx(best, abs=1e-5)


def test_an_author_of_one_article_among_many_is_found_whatever_is_asked(library: Library) -> None:
    found = library.search("Which story tells of lantern5x1?", 20, Filters(authors=("bo lind",)))
    assert len(found) == PARAGRAPHS
    assert {each.description.title for each in found} == {f"Story {THE_ONE}"}


def test_an_answer_within_a_day_cites_that_day_alone(library: Library) -> None:
    day = FIRST_DAY + timedelta(days=THE_ONE)
    wanted = dated(THE_ONE).paragraphs[1].text
    reply = library.ask(wanted, filters=Filters(after=day, before=day))
    assert isinstance(reply, Answer)
    assert {each.quote.description.day for each in reply.citations} == {day}
    assert {each.description.day for each in reply.nearest} <= {day}
    assert reply.inquiry.filters.undated_left_out == 1


def test_nothing_is_left_within_the_filters_and_the_reply_says_so(library: Library) -> None:
    reply = library.ask("What does story 5 tell of?", filters=Filters(authors=("Nobody",)))
    assert isinstance(reply, Abstention)
    assert "no article is left" in reply.reason


def test_filters_go_by_what_was_written_last(tmp_path: Path, made_up: MadeUp) -> None:
    home = tmp_path / "library"
    ingest([dated(1), dated(2), dated(3)], home, made_up)
    moved = story(2, outlet="Evening Post", authors=("Di Orr",), published=date(2030, 1, 1))
    ingest([moved], home, made_up)
    reader, question = Reader(home), np.ones(32, np.float32) / np.sqrt(np.float32(32))

    assert len(reader.nearest(question, 20, Filters(after=date(2030, 1, 1)))) == PARAGRAPHS
    assert reader.nearest(question, 20, FILTERS["a day"]) == []
    assert len(reader.nearest(question, 20, Filters(authors=("Ada Quill",)))) == 2 * PARAGRAPHS

    [article] = {each.split(":")[0] for each, _ in reader.nearest(question, 20, Filters(authors=("Di Orr",)))}
    remove([article], home, made_up)

    assert reader.nearest(question, 20, Filters(authors=("Di Orr",))) == []
    assert len(reader.nearest(question, 20, Filters(outlets=("Evening Post",)))) == 2 * PARAGRAPHS
    assert look(home).faults == ()
