"""Tell what the properties of a file say of its article from what programs put there by themselves."""

from __future__ import annotations

import re

from ingest.clean import clean, one_line
from ingest.describe import LONGEST_TITLE
from ingest.names import names_in

_NO_TITLE = re.compile(
    r"(?:microsoft word|word|layout|slide|document|dokument|unbenannt|untitled|sans titre|sin título|unnamed|новый)\b"
    r"[\s\d._-]*(?:- .*)?|.*\.(?:docx?|dotx?|odt|rtf|txt|pdf|indd|qxp|qxd|pages|html?|xml|tmp)|about:blank|https?://.*"
    r"|[\W\d_]*",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"\b(?:admin\w*|user|owner|author|guest|default|unknown|microsoft|office|python-docx|adobe|acrobat|windows|apple)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[\W_]+")


def real_title(title: str | None) -> str | None:
    """A title that a person gave, not the name of a file or of a program."""
    words = one_line(clean(title or ""))
    return None if len(words) > LONGEST_TITLE or _NO_TITLE.fullmatch(words) else words


def real_authors(author: str | None) -> tuple[str, ...]:
    """Names of people, not of accounts: each of two words or more."""
    names = names_in(clean(author or ""))
    return tuple(name for name in names if len(name.split()) > 1 and not _NO_AUTHOR.search(name))


def stands_in(title: str | None, text: str) -> bool:
    """Whether a text has these words, however they are spaced."""
    return bool(title) and _WORDS.sub("", title or "").casefold() in _WORDS.sub("", text).casefold()
