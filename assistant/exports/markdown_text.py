"""Text as Markdown that is read as that very text."""

from __future__ import annotations

import re

# Punctuation that means something wherever it stands; addresses and @names would become links on some sites.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>~|$#]|&(?=[#\w])|:(?=//)|(?<=www)\.|@")
_STARTS = re.compile(r"^(?:([-+=:])|(\d+)([.)]))", re.MULTILINE)
_INDENT = re.compile(r"^[^\S\n]+", re.MULTILINE)


def escaped(text: str) -> str:
    """Every line of the text, to stand at the beginning of a line or anywhere in it."""
    disarmed = _ANYWHERE.sub(lambda found: f"\\{found[0]}", _INDENT.sub("", text))
    return _STARTS.sub(_disarmed, disarmed)


def one_paragraph(text: str) -> str:
    """The text with its line breaks, within one paragraph: an empty line would end it."""
    return "\\\n".join(escaped(line) for line in text.split("\n") if line.strip())


def behind(text: str, prefix: str) -> str:
    """The Markdown with each line behind a prefix."""
    return "\n".join(f"{prefix}{line}" for line in text.split("\n"))


def _disarmed(found: re.Match[str]) -> str:
    mark, number, after = found.groups()
    return f"\\{mark}" if mark else f"{number}\\{after}"
