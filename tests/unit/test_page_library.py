"""The library page: its table, what is dropped onto it, and what is said of that."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from assistant.corpus.reading import Reader
from assistant.domain import ArticleSummary, Bases, Basis, Description
from assistant.errors import LibraryBusy, LibraryUnusable
from assistant.library import Library
from assistant.settings import Settings
from ingest.draft import Rejected
from ingest.ingesting import ingest
from ingest.report import Report
from tests.made import MadeUp, stories
from ui import report_words
from ui.jobs import Failed
from ui.librarian import Added, Change, Librarian, Removed, Restored
from ui.listing import Listed, Listing
from ui.opening import Opening
from ui.progress import Progress, words
from ui.renewing import renew
from ui.sidebar import told_of
from ui.table import table
from ui.uploads import Upload, named_apart, pieces_of
from ui.wording import span

PATIENCE = 20


def summary(title: str, **known: object) -> ArticleSummary:
    return ArticleSummary(title, Description(title, **{"source": "dump.jsonl:1", **known}), 3)


BRIDGE = summary("Bridge closed", outlet="The Post", authors=("Ada Quill",), published=date(2025, 5, 4))
FERRY = summary("Ferry late", published=date(2025, 5, 6), bases=Bases(title=Basis.GUESSED, published=Basis.GUESSED))


def listed(*articles: ArticleSummary) -> Listed:
    return Listed(2, articles)


def upload(name: str, text: str | bytes) -> Upload:
    data = text.encode() if isinstance(text, str) else text
    return Upload(name, io.BytesIO(data), len(data))


@pytest.mark.parametrize("sought", ["post bridge", "QUILL", "closed post ada", ""])
def test_articles_are_found_by_words_of_title_outlet_and_authors_in_any_order(sought: str) -> None:
    assert BRIDGE in table(listed(BRIDGE, FERRY), sought).articles


def test_an_article_without_one_of_the_words_is_not_found() -> None:
    assert table(listed(BRIDGE, FERRY), "bridge late").articles == ()


def test_what_was_guessed_is_marked_in_a_column_that_is_there_only_then() -> None:
    both, one = table(listed(BRIDGE, FERRY), ""), table(listed(BRIDGE), "")

    assert both.rows["Guessed"].to_pylist() == ["", "title, date"]
    assert "Guessed" in both.columns
    assert "Guessed" not in one.columns


def test_days_are_days_so_that_they_are_sorted_as_such() -> None:
    rows = table(listed(BRIDGE, summary("Undated")), "").rows

    assert rows["Date"].to_pylist() == [date(2025, 5, 4), None]


@pytest.mark.parametrize("title", ["half \ud83d", "a\u202egpj.exe", "two\nlines", "nul\x00"])
def test_a_title_that_cannot_be_written_or_moves_what_is_around_it_is_shown_without_that(title: str) -> None:
    (shown,) = table(listed(summary(title)), "").rows["Title"].to_pylist()

    assert shown.isprintable()


def test_files_that_share_a_name_are_told_apart() -> None:
    files = [upload(name, "") for name in ("index.html", "index.html", "notes", "index.html", "notes", "a.tar.gz")]

    assert [each.name for each in named_apart(files)] == [
        "index.html",
        "index (2).html",
        "notes",
        "index (3).html",
        "notes (2)",
        "a.tar.gz",
    ]


def test_each_file_is_let_go_of_when_it_was_read() -> None:
    files = [upload("ferry.txt", "The ferry was late."), upload("dump.jsonl", '{"text": "It was late."}\n{}\n')]
    progress = Progress(sum(each.size for each in files))

    pieces = list(pieces_of(files, 1000, progress))

    assert [each.source for each in pieces] == ["ferry.txt", "dump.jsonl:1", "dump.jsonl:2"]
    assert all(each.stream.closed for each in files)
    assert progress.share == 1


def test_a_dropped_file_that_is_too_large_for_one_article_is_named() -> None:
    (rejected,) = pieces_of([upload("long.txt", "word " * 300)], 1000, Progress(1500))

    assert isinstance(rejected, Rejected)
    assert rejected.source == "long.txt"


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ((0, 0, 0.0, 0.1), "Beginning to read"),
        ((1, 0, 0.5, 0.1), "1 article read"),
        ((1204, 3, 0.5, 12.0), "1,204 articles read, 3 could not be, 100 a second, about 12 seconds left"),
        ((5, 0, 0.1, 60.0), "5 articles read, 5 a minute, about 9 minutes left"),
        ((5, 0, 1.0, 60.0), "5 articles read, 5 a minute, the last of them go in"),
    ],
)
def test_progress_is_told_in_articles_and_time(done: tuple[int, int, float, float], said: str) -> None:
    assert words(*done) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "1 second"), (59, "59 seconds"), (61, "1 minute"), (5940, "99 minutes"), (7200, "2 hours")],
)
def test_time_left_is_said_as_one_says_it(seconds: float, said: str) -> None:
    assert span(seconds) == said


def test_a_report_says_what_was_done_and_names_what_was_not_read() -> None:
    report = Report(added=12, updated=1, unchanged=3, copies=2, rejected=[Rejected("a\u202e.txt", "it is empty")])

    assert report_words.added(report) == "12 articles added, 1 updated, 3 unchanged"
    assert report_words.remarks(report) == [
        "2 of them are copies of a story that was there.",
        "1 could not be read:",
    ]
    assert report_words.rejected(report) == {"Not read": ["a .txt"], "Why": ["It is empty"]}


def test_a_report_of_nothing_says_so() -> None:
    assert report_words.added(Report()) == "Nothing was added"


def test_of_many_articles_the_first_are_named() -> None:
    names = report_words.named([summary(f"Story {number}") for number in range(11)])

    assert names[0] == "Story 0"
    assert names[-1] == "and 3 others"


class Shelves:
    """A library's articles and generation, for a listing to look at."""

    def __init__(self) -> None:
        self.generation, self.looks, self.articles = 2, 0, [BRIDGE]
        self.error: LibraryBusy | None = None

    def read(self) -> Sequence[ArticleSummary]:
        self.looks += 1
        if self.error:
            raise self.error
        return list(self.articles)


def test_a_library_that_has_not_changed_is_looked_through_once() -> None:
    shelves = Shelves()
    listing = Listing(shelves.read, lambda: shelves.generation)

    assert listing.look() is listing.look()
    assert shelves.looks == 1


def test_in_the_middle_of_a_batch_the_list_before_it_is_good_enough() -> None:
    shelves = Shelves()
    listing = Listing(shelves.read, lambda: shelves.generation)
    first = listing.look()

    shelves.generation = 3
    assert listing.look() is first
    shelves.generation, shelves.articles = 4, [BRIDGE, FERRY]
    listing.refresh()

    assert listing.look().articles == (BRIDGE, FERRY)


def test_a_library_that_cannot_be_listed_says_why_and_is_looked_at_again() -> None:
    shelves = Shelves()
    shelves.error = LibraryBusy("in use")
    listing = Listing(shelves.read, lambda: shelves.generation)

    with pytest.raises(LibraryBusy, match="in use"):
        listing.look()
    shelves.error = None

    assert listing.look().articles == (BRIDGE,)


@pytest.fixture
def tended(tmp_path: Path) -> Iterator[tuple[Librarian, Library]]:
    """A librarian and its library of three stories."""
    settings, encoder = Settings(home=tmp_path / "library"), MadeUp()
    ingest(stories(0, 3), settings.home, encoder)
    with Library(settings, Reader(settings.home), encoder) as library:
        opened = Opening(lambda: library)
        opened.library()
        yield Librarian(settings, opened), library


def test_what_keeps_a_library_from_being_made_anew_is_said_as_the_command_says_it(tmp_path: Path) -> None:
    with pytest.raises(LibraryUnusable, match=r"^there is no library in "):
        renew(Settings(home=tmp_path / "nowhere"))


def ended(librarian: Librarian) -> Change:
    assert librarian.change is not None
    assert librarian.change.wait(PATIENCE)
    return librarian.change


def test_the_same_file_dropped_twice_changes_nothing_and_an_edited_one_is_an_edit(
    tended: tuple[Librarian, Library],
) -> None:
    librarian, library = tended
    said = "Ferry late\n\nThe ferry was late on Monday, again."
    reports = []
    for text in (said, said, said.replace("Monday", "Tuesday")):
        assert librarian.add([upload("ferry.txt", text)])
        outcome = ended(librarian).outcome
        assert isinstance(outcome, Added)
        reports.append((outcome.report.added, outcome.report.updated, outcome.report.unchanged))

    assert reports == [(1, 0, 0), (0, 0, 1), (0, 1, 0)]
    assert len(library.articles()) == 4


def test_what_was_removed_comes_back(tended: tuple[Librarian, Library]) -> None:
    librarian, library = tended
    gone = library.articles()[:2]

    librarian.remove(gone)
    assert ended(librarian).outcome == Removed(tuple(gone))
    assert len(library.articles()) == 1
    librarian.restore(gone)
    assert ended(librarian).outcome == Restored(2)

    assert len(library.articles()) == 3


def test_those_on_another_page_are_told_of_what_could_not_be_read(tended: tuple[Librarian, Library]) -> None:
    librarian, _ = tended

    librarian.add([upload("ferry.txt", "The ferry was late on Monday, again."), upload("empty.txt", "")])

    assert told_of(ended(librarian)) == "1 could not be read"


def test_an_address_that_cannot_be_read_is_named_with_the_reason(tended: tuple[Librarian, Library]) -> None:
    librarian, _ = tended

    assert librarian.follow(["ftp://gazette.example/a", "http://127.0.0.1:9/"])

    outcome = ended(librarian).outcome
    assert isinstance(outcome, Added)
    assert [each.source for each in outcome.report.rejected] == ["ftp://gazette.example/a", "http://127.0.0.1:9/"]


def test_a_change_that_fails_says_why_in_plain_words() -> None:
    def work(error: Exception) -> Callable[[Progress], Added]:
        def fail(progress: Progress) -> Added:
            raise error

        return fail

    outcomes = []
    for error in (LibraryBusy("The library is in use."), OSError(28, "No space left on device"), ZeroDivisionError()):
        change = Change("Adding", work(error), Progress(0), stoppable=True)
        assert change.wait(PATIENCE)
        outcomes.append(change.outcome)

    assert outcomes[0] == Failed("The library is in use.")
    assert "No space left on device" in outcomes[1].message
    assert "Its log says more" in outcomes[2].message
