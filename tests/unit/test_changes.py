"""What changed between two versions, paragraph by paragraph and word by word."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as some

from assistant.changes import Change, Fate, Span, changes

FERRY = "The ferry left the harbour at nine on Tuesday with forty passengers."
BRIDGE = "The bridge stays closed until the engineers have looked at its piers."

TEXTS = some.lists(
    some.sampled_from([FERRY, BRIDGE]) | some.text(min_size=1) | some.text("ab ", min_size=1), max_size=6
)


def without(text: str, spans: Sequence[Span]) -> str:
    for span in reversed(spans):
        text = text[: span.start] + text[span.end :]
    return text


def marked(text: str | None, spans: Sequence[Span]) -> list[str]:
    return [(text or "")[span.start : span.end] for span in spans]


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_the_changes_lead_from_the_earlier_text_to_the_later(before: list[str], after: list[str]) -> None:
    found = changes(before, after)
    assert [each.before for each in found if each.before is not None] == before
    assert [each.after for each in found if each.after is not None] == after
    for each in found:
        assert (each.before is None) == (each.fate is Fate.ADDED)
        assert (each.after is None) == (each.fate is Fate.REMOVED)
        assert (each.before == each.after) == (each.fate is Fate.KEPT)
        if each.before is not None and each.after is not None:
            assert without(each.before, each.gone) == without(each.after, each.new)


@given(TEXTS)
def test_nothing_changed_where_all_is_the_same(texts: list[str]) -> None:
    assert {each.fate for each in changes(texts, texts)} <= {Fate.KEPT}


def test_a_reworded_paragraph_shows_the_words_that_changed() -> None:
    [found] = changes([FERRY], [FERRY.replace("nine", "half past ten").replace("forty", "fifty")])
    assert found.fate is Fate.REWORDED
    assert marked(found.before, found.gone) == ["nine", "forty"]
    assert marked(found.after, found.new) == ["half past ten", "fifty"]


def test_a_paragraph_put_in_before_one_that_was_reworded_is_told_from_it() -> None:
    later = BRIDGE.replace("closed", "shut")
    assert [each.fate for each in changes([BRIDGE, FERRY], ["A wholly new beginning.", later, FERRY])] == [
        Fate.ADDED,
        Fate.REWORDED,
        Fate.KEPT,
    ]


def test_other_words_are_another_paragraph() -> None:
    assert changes([FERRY], [BRIDGE]) == [Change(Fate.REMOVED, FERRY, None), Change(Fate.ADDED, None, BRIDGE)]


def test_very_long_paragraphs_are_set_against_each_other_as_wholes() -> None:
    before = " ".join(f"word{number}" for number in range(50_000))
    assert [each.fate for each in changes([before], [f"{before} more"])] == [Fate.REMOVED, Fate.ADDED]
