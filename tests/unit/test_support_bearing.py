"""The span that bears a sentence out."""

from __future__ import annotations

from assistant.support.ground import Ground
from tests.grounds import an_article, borne, cite, ground

FERRY = (
    "The ferry Alder left Tarn on Monday with 40 passengers. It was an hour late. "
    "The harbour master, Ruth Keane, blamed the fog."
)


def shown(text: str, cited: Ground) -> list[str | None]:
    spans = borne(text, cited).spans
    return [said[slice(*span)] if span else None for said, span in zip(cited.texts, spans, strict=True)]


def test_the_sentence_that_tells_it_is_shown() -> None:
    assert shown("Ruth Keane blamed fog.", ground(FERRY)) == ["The harbour master, Ruth Keane, blamed the fog."]


def test_two_sentences_are_shown_where_one_combines_them() -> None:
    [span] = shown("The ferry Alder, which left Tarn on Monday, was an hour late.", ground(FERRY))

    assert span == "The ferry Alder left Tarn on Monday with 40 passengers. It was an hour late."


def test_a_paragraph_that_adds_nothing_is_not_shown() -> None:
    cited = ground(FERRY, "Ticket prices went up by a tenth in May.")

    assert shown("Ruth Keane blamed the fog.", cited) == ["The harbour master, Ruth Keane, blamed the fog.", None]


def test_one_of_two_that_say_nothing_of_it_is_shown_all_the_same() -> None:
    assert sum(each is not None for each in shown("Whales sing.", ground("It rained.", "It snowed."))) == 1


def test_a_description_that_names_the_outlet_is_kept() -> None:
    cited = Ground(cite(an_article(FERRY), 0, 1))
    spans = borne("The Harbour Gazette reported that Ruth Keane blamed the fog.", cited).spans

    assert all(spans)
