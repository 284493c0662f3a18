"""What a document says of a cited paragraph that has changed since."""

from __future__ import annotations

import pytest

from assistant.domain import Article, Description, Paragraph, Quote
from assistant.errors import LibraryBusy, UnknownArticle
from assistant.exports.exporting import exported
from assistant.exports.formats import Format
from tests.kept import conversation
from ui.since import since_cited

BRIDGE = Description("Bridge closed", "bridge.txt")
QUOTE = Quote("bridge", BRIDGE, Paragraph(2, "The bridge is closed. It is old."), 0, 21)


def said(*texts: str) -> str | None:
    """Of the quote, where its article now reads so."""
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, start=1))
    return since_cited(lambda _: Article("bridge", BRIDGE, paragraphs))(QUOTE)


def unknown(article_id: str) -> Article:
    raise UnknownArticle(article_id)


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("So it was.", "The bridge is closed. It is old."), None),
        (
            ("The bridge is closed. It is old.",),
            "As it was cited. The article has changed since; these words are now paragraph 1.",
        ),
        (
            ("So it was.", "The bridge is closed. It is new."),
            (
                "As it was cited. The paragraph has changed since, though not in the words that are quoted. The article"
                " now says, in paragraph 2: “The bridge is closed. It is new.”"
            ),
        ),
        (
            ("So it was.", "The bridge is open."),
            (
                "As it was cited. These words are no longer in the article. The article now says, in paragraph 2: “"
                "The bridge is open.”"
            ),
        ),
        (("So it was.",), "As it was cited. These words are no longer in the article."),
    ],
)
def test_a_paragraph_that_has_changed_is_told_with_what_it_says_now(texts: tuple[str, ...], told: str | None) -> None:
    assert said(*texts) == told


def test_a_removed_article_is_told_in_every_document() -> None:
    for form in (Format.MARKDOWN, Format.HTML):
        written = exported(conversation(), form, since_cited(unknown)).content.decode()
        assert "The article is no longer in the library" in written
        assert "The article is no longer" not in exported(conversation(), form).content.decode()


def test_a_library_that_is_busy_is_told_once_and_the_document_written_without() -> None:
    troubles: list[str] = []

    def busy(_: str) -> Article:
        raise LibraryBusy("wait until the ingest is done")

    since = since_cited(busy, troubles.append)

    assert (since(QUOTE), since(QUOTE)) == (None, None)
    assert troubles == [
        "whether cited paragraphs have changed since could not be looked up: wait until the ingest is done"
    ]
