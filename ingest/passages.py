"""Paragraphs cut into the passages that are embedded and retrieved."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.domain import Article, Paragraph, Passage, Place
from assistant.sentences import sentence_spans

# The encoder reads 256 tokens, of which a headline takes some 20; a word of news is 1.3 tokens.
_WINDOW_WORDS = 160


def passages(article: Article) -> tuple[Passage, ...]:
    """One passage a paragraph, or several windows of a long one, each embedded below the article's title."""
    return tuple(
        Passage(
            place=Place(article.id, paragraph.number),
            window=window,
            start=start,
            end=end,
            text=paragraph.text[start:end],
            embedded=f"{article.description.title}\n{paragraph.text[start:end]}",
            paragraph_digest=paragraph.digest,
            paragraph_folded=paragraph.folded,
            kind=paragraph.kind,
        )
        for paragraph in article.paragraphs
        for window, (start, end) in enumerate(_windows(paragraph))
    )


def lead(article: Article) -> str:
    """The text that stands for the whole article: its title and first paragraph."""
    return f"{article.description.title}\n{article.paragraphs[0].text}"


def _windows(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Whole sentences, as many as fit; each window begins with the last sentence of the one before."""
    text = paragraph.text
    if len(text.split()) <= _WINDOW_WORDS:
        yield 0, len(text)
        return
    spans = [piece for span in sentence_spans(text) for piece in _pieces(text, *span)]
    first = 0
    while first < len(spans):
        last = _last_that_fits(text, spans, first)
        yield spans[first][0], spans[last][1]
        if last == len(spans) - 1:
            return
        first = last if last > first else last + 1


def _last_that_fits(text: str, spans: list[tuple[int, int]], first: int) -> int:
    words, last = 0, first
    for index in range(first, len(spans)):
        words += len(text[slice(*spans[index])].split())
        if words > _WINDOW_WORDS and index > first:
            break
        last = index
    return last


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence longer than a window, cut between words; a word longer than that, anywhere."""
    longest = _WINDOW_WORDS * 8
    while end - start > longest:
        space = text.rfind(" ", start + 1, start + longest)
        cut = space if space > start else start + longest
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end
