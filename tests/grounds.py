"""Articles made for tests of what is said of them, and what a sentence cites of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.domain import Article, Description, Paragraph
from assistant.support.bearing import Bearing, Borne
from assistant.support.ground import Ground
from assistant.support.verdict import Cited
from tests.made import MadeUp


def an_article(*texts: str, title: str = "A quiet week", language: str = "en") -> Article:
    """An article of these paragraphs."""
    description = Description(
        title,
        "made.jsonl",
        outlet="Harbour Gazette",
        authors=("Ada Quill",),
        published=date(2025, 3, 13),
        language=language,
    )
    return Article(title, description, tuple(Paragraph(number, text) for number, text in enumerate(texts, start=1)))


def cite(article: Article, *numbers: int) -> Sequence[Cited]:
    """Its paragraphs of these numbers; all of them where none is given."""
    wanted = numbers or [each.number for each in article.paragraphs]
    found = [article.paragraph(number) for number in wanted]
    return [Cited(article, each) for each in found if each]


def ground(*texts: str, numbers: Sequence[int] = ()) -> Ground:
    """What is cited of an article of these paragraphs."""
    return Ground(cite(an_article(*texts), *numbers))


def borne(text: str, cited: Ground) -> Borne:
    """What bears a sentence out, by its words alone."""
    encoder = MadeUp()
    return Bearing(encoder.encode, encoder.near).of(text, cited)
