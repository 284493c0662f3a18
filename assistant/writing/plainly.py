"""One line of a chat model's text, with nothing around its words."""

from __future__ import annotations

import re
import unicodedata

_MARKERS = re.compile(r"[\[【［]\s*[\d０-９][\d０-９\s,;–-]*[\]】］]")
_SPACE = re.compile(r"\s+")
# "1.", "2)", "-", "•", "Question:", "**Search query 2:**", as models begin lines.
_NUMBER = re.compile(r"(?:\(?\d{1,2}[.):]|[-–—*•·>#]+)\s+")
_LABEL = re.compile(
    r"(?:(?:the\s+)?(?:stand-?\s?alone|rewritten|search|other|further|alternative)\s+)?"
    r"(?:question|quer(?:y|ies)|search(?:es)?|q)\s*\d{0,2}\s*[:：]\s*",
    re.IGNORECASE,
)
_AROUND = "\"'“”‘’«»„`*_ "
_HIDDEN = ("Cc", "Cf", "Co", "Cs", "Cn")


def plainly(line: str) -> str:
    """The words on one line, without markers, numbering, labels, quotation marks and characters that show nothing."""
    seen = "".join(" " if unicodedata.category(each) in _HIDDEN else each for each in line)
    words = _SPACE.sub(" ", _MARKERS.sub("", seen)).strip()
    for beginning in (_NUMBER, _LABEL):
        words = _without(beginning, words)
    return words.strip(_AROUND)


def _without(beginning: re.Pattern[str], words: str) -> str:
    """The words without that at their beginning, behind what opens bold text."""
    bare = words.lstrip("*_`")
    found = beginning.match(bare)
    return bare[found.end() :].lstrip("*_` ") if found else words
