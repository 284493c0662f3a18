"""The language of an article, as it is said or as its text shows."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from assistant.tongue import NAMES

_CODES = {name.casefold(): code for code, name in NAMES.items()}
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][\w-]+)?")
# Words that no other language has: of most articles they tell enough, and the model need not be loaded.
_ENGLISH = frozenset({"the", "and", "that", "with", "from", "of", "which", "have", "been", "their", "they", "would"})
_SHARE, _DISTINCT = 0.08, 3
_SURE = 0.9  # of 1; on sentences of 33 languages no wrong one came near
_FEWEST = 40  # letters: a name or a number is in every language
_ENOUGH = 400  # characters: the model walks every one of them


def language_code(said: str | None) -> str | None:
    """The short code of what is said: "en" for "en-US", "EN" and "English"."""
    words = (said or "").strip()
    found = _CODE.fullmatch(words)
    return _CODES.get(words.casefold()) or (found[1].lower() if found else None)


def language_of(text: str) -> str | None:
    """The code of the language that a text is in; None where it is short or two are likely."""
    text = text[:_ENOUGH]
    if sum(character.isalpha() for character in text) < _FEWEST:
        return None
    if _is_plainly_english(text):
        return "en"
    code, _ = _identifier().classify(text)
    return None if code in ("und", "zxx") else str(code)


def _is_plainly_english(text: str) -> bool:
    words = text.casefold().split()
    found = [word for word in words if word in _ENGLISH]
    return len(set(found)) >= _DISTINCT and len(found) >= _SHARE * len(words)


@cache
def _identifier() -> Any:
    """The model that comes with py3langid, loaded when the first text wants it: half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True, min_confidence=_SURE)
