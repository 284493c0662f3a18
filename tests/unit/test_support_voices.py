"""Who is said to say something."""

from __future__ import annotations

import pytest

from assistant.support.voices import voices_in


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two people familiar with the talks told the Gazette that the lock would close.", "Two people"),
        ("Pilots at the northern yard say the tide tables are wrong.", "Pilots"),
        ("Ada Quill walked out of the hearing, saying it was a farce.", "Ada Quill"),
        ("A survey by Merrow, which was published in May, found that most pilots were tired.", "A survey by Merrow"),
        ("The levy was dismissed as a gesture by the union.", "the union"),
    ],
)
def test_whoever_says_it_is_found(text: str, who: str) -> None:
    assert who in [voice.who for voice in voices_in(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Four falls were put down to the ice, though most were light, said the warden.", "the ice"),
        ("The clerk sued Hugo Lind, two of his sons and the yard, alleging fraud.", "Hugo Lind"),
    ],
)
def test_what_only_stands_near_a_verb_of_saying_says_nothing(text: str, who: str) -> None:
    assert who not in [voice.who for voice in voices_in(text)]
