"""Whether text in quotation marks stands in what is cited word for word."""

from __future__ import annotations

import re

from assistant.support.folding import Folded, folded, stretch
from assistant.support.ground import Ground, Problem
from assistant.support.marks import marked

# Words left out, and words of the writer's own: “[the mayor] was … late”.
_GAP = re.compile(r"\[[^\[\]\d]*\]|[(\[]?\s*(?:…|\.(?:\s?\.){2,})\s*[)\]]?")
_OUTER = "“”„‟\"«»‹›「」『』‚‘’‛'"
_AT_ITS_END = " ,.;:"
_LONGEST = 60


def quoted(sentence: str, ground: Ground) -> list[Problem]:
    """A problem for each text in marks that no paragraph cited has, nor the line that describes its article."""
    texts = [*ground.texts, *ground.descriptions]
    inside = (sentence[start:end].strip(_OUTER) for start, end in marked(sentence))
    return [_problem(words, ground) for words in inside if not any(stands(words, text) for text in texts)]


def stands(words: str, text: str) -> bool:
    """Whether a text has the words, part by part where some are left out."""
    return _in_order(words, folded(text)) is not None


def word_for_word(sentence: str, text: str) -> tuple[int, int] | None:
    """The characters of a text that say a whole sentence word for word."""
    there = folded(text)
    found = stretch(folded(sentence).text.strip(" ").rstrip(_AT_ITS_END), there)
    return there.span(*found) if found else None


def _in_order(words: str, text: Folded) -> int | None:
    """Where the last of the parts ends, each found after the one before it."""
    at = 0
    for part in _parts(words):
        found = stretch(part, text, at)
        if found is None:
            return None
        at = found[1]
    return at


def _parts(words: str) -> list[str]:
    parts = (folded(part).text.strip(" ").rstrip(_AT_ITS_END) for part in _GAP.split(words))
    return [part for part in parts if any(each.isalnum() for each in part)]


def _problem(words: str, ground: Ground) -> Problem:
    short = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    cited = "paragraph cited" if len(ground.cited) == 1 else "paragraphs cited"
    elsewhere = _elsewhere(words, ground)
    where = f", but in paragraph {elsewhere}" if elsewhere else ""
    return f"“{short}” is not in the {cited} word for word{where}"


def _elsewhere(words: str, ground: Ground) -> int | None:
    """The number of a paragraph of the same articles that has the words."""
    paragraphs = (each for cited in ground.cited for each in cited.article.paragraphs)
    return next((each.number for each in paragraphs if stands(words, each.text)), None)
