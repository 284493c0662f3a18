"""How a benchmark tells what a server holds."""

from __future__ import annotations

from tests.benchmarks.footprint import Held, told


def noted(added: float) -> list[Held]:
    """Of a server that holds so many megabytes more with each of 400 questions."""
    return [Held(asked, 500 + added * asked, 400 + added * asked) for asked in range(1, 401)]


def test_memory_is_told_of_each_hundred_questions_at_its_least_and_its_most() -> None:
    _, first, *_, last, _ = told(noted(0.5))

    assert first.split() == ["1", "to", "100", "400", "to", "450", "500", "to", "550"]
    assert last.split() == ["301", "to", "400", "550", "to", "600", "650", "to", "700"]


def test_what_a_hundred_questions_add_is_told_once_all_is_loaded() -> None:
    assert list(told(noted(0.05)))[-1] == "+5.0 MB of its own per 100 questions after the first 100"


def test_of_few_questions_it_is_not_told_what_they_add() -> None:
    assert "per 100 questions" not in "\n".join(told(noted(0.05)[:150]))
