"""What an article was before, as the reader shows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from assistant.domain import Article, Description, Paragraph, Version
from ui.history import changes_data, history_data

FIRST = datetime(2026, 5, 2, 12, tzinfo=UTC)


def told(*texts: str, title: str = "Bridge closed") -> Article:
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, 1))
    return Article("bridge", Description(title, "bridge.txt"), paragraphs)


def versions(*articles: Article) -> list[Version]:
    """Two days apart, the newest first."""
    days = [timedelta(days=2 * at) for at in range(len(articles) + 1)]
    return [Version(each, FIRST + days[at], FIRST + days[at + 1]) for at, each in enumerate(articles)][::-1]


def words(runs: Sequence[dict[str, str | None]], without: str) -> str:
    return "".join(str(run["text"]) for run in runs if run["mark"] != without)


def test_an_article_that_was_never_changed_has_no_history() -> None:
    assert history_data("bridge", []) is None
    assert changes_data(told("Closed."), [], 1) is None


def test_the_days_of_its_changes_are_named_oldest_first() -> None:
    history = history_data("bridge", versions(told("Closed."), told("Shut.")))

    assert history["line"] == "Changed 2 times since it was first read on 2 May 2026:"
    assert [(each["number"], each["label"]) for each in history["changes"]] == [(1, "4 May 2026"), (2, "6 May 2026")]
    assert history["more"] is None


def test_of_changes_on_one_day_the_time_is_said() -> None:
    some_of_them = [Version(told("Closed."), None, FIRST + timedelta(hours=hours)) for hours in (1, 0)]

    history = history_data("bridge", some_of_them)

    assert history["line"] == "Changed 2 times since it was first read:"
    assert all(":00" in each["label"] for each in history["changes"])


def test_of_many_changes_the_last_are_named() -> None:
    history = history_data("bridge", versions(*(told(f"Part {number}.") for number in range(10))))

    assert [each["number"] for each in history["changes"]] == list(range(3, 11))
    assert history["more"] == "and 2 earlier changes"


def test_a_change_leads_from_one_version_to_the_next_and_the_last_to_the_article() -> None:
    past = versions(told("The bridge is closed."), told("The bridge is shut."))

    first, last = (changes_data(told("The bridge is open."), past, number)["rows"] for number in (1, 2))

    assert [words(rows[0]["runs"], without="new") for rows in (first, last)] == [
        "The bridge is closed.",
        "The bridge is shut.",
    ]
    assert [words(rows[0]["runs"], without="gone") for rows in (first, last)] == [
        "The bridge is shut.",
        "The bridge is open.",
    ]


def test_another_headline_is_a_change() -> None:
    (past,) = versions(told("Closed.", title="Bridge open"))

    headline, kept = changes_data(told("Closed."), [past], 1)["rows"]

    assert (headline["kind"], headline["number"]) == ("headline", None)
    assert (kept["fate"], kept["number"]) == ("kept", 1)


def test_paragraphs_have_the_numbers_of_the_later_version() -> None:
    (past,) = versions(told("Gone for good.", "It is kept."))

    rows = changes_data(told("It is kept.", "Wholly new words."), [past], 1)["rows"]

    assert [(row["fate"], row["number"]) for row in rows] == [("removed", None), ("kept", 1), ("added", 2)]


TEXTS = some.lists(some.text("ab ,.é", min_size=1).filter(str.strip) | some.just("The ferry was late."), max_size=5)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_without_its_marks_a_change_is_both_versions_word_for_word(before: list[str], after: list[str]) -> None:
    rows = changes_data(told(*after), versions(told(*before)), 1)["rows"]

    earlier = [words(row["runs"], without="new") for row in rows if row["fate"] != "added"]
    later = [words(row["runs"], without="gone") for row in rows if row["fate"] != "removed"]
    assert (earlier, later) == (before, after)
