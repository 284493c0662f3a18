"""Words as they are compared: lower case, without accents, stemmed."""

from __future__ import annotations

from functools import cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer


@cache
def analyzer() -> TextAnalyzer:
    """One analysis for the index, for questions and for comparing sentences."""
    return (
        TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.remove_long(60))
        .filter(Filter.lowercase())
        .filter(Filter.ascii_fold())
        .filter(Filter.stemmer("english"))
        .build()
    )


def stems(text: str) -> list[str]:
    """ "Erdoğan's armies" -> ["erdogan", "s", "armi"]."""
    return analyzer().analyze(text)
