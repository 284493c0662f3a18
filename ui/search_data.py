"""What is found of the words that are sought in the part of a long article that the browser does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.conversations.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.domain import Article

Data = dict[str, object]


def search_data(words: str, article: Article, shown: range) -> Data:
    """How often they stand in each paragraph that is not shown, with the furniture after it."""
    sought = folded(words.strip())
    found = found_outside(sought, article, shown) if sought else iter(())
    return {"words": words, "outside": [[number, times] for number, times in found]}


def found_outside(sought: str, article: Article, shown: range) -> Iterator[tuple[int, int]]:
    lines: dict[int, list[str]] = {}
    for line in article.furniture:
        lines.setdefault(max(line.after, 1), []).append(line.text)  # what stands before the first is shown with it
    for paragraph in article.paragraphs:
        if paragraph.number not in shown:
            texts = [paragraph.text, *lines.get(paragraph.number, ())]
            if times := sum(folded(text).count(sought) for text in texts):
                yield paragraph.number, times
