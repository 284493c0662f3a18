"""Text of an article without what a chat model could take for ours: markers, tags, line breaks, what nobody sees."""

from __future__ import annotations

import re

from assistant.unseen import seen
from assistant.writing.markers import marker

_OPENING, _CLOSING = "[【［〔〚⟦❲⁅﹝", "]】］〕〛⟧❳⁆﹞"
# What a marker may be made of, in whatever script and however often its brackets are doubled: no letter.
_NO_LETTERS = re.compile(r"[\W\d_¹²³⁰-₉①-⓿]+")
_NAMED = re.compile(r"[\[【［]([^\[\]【】［］]{1,40})[\]】］]")
_ROUND = str.maketrans(dict.fromkeys(_OPENING, "(") | dict.fromkeys(_CLOSING, ")"))
# What models of the Mistral family take for the beginning of an order: "[INST]", "[/INST]", "[SYSTEM_PROMPT]".
_TEMPLATE = re.compile(r"\[(/?[A-Z]+(?:_[A-Z]+)+|/[A-Z]+|INST|IMG|THINK|ARGS|PREFIX|MIDDLE|SUFFIX)\]")
_SPACE = re.compile(r"\s+")
# "</paragraphs>" and "<|im_start|>", full-width and small ones too.
_MARKUP = str.maketrans("<>＜＞﹤﹥", "‹›‹›‹›")


def harmless(text: str) -> str:
    """Text of an article on one line: no marker, tag or hidden character in it that could pass for one of ours."""
    line = _SPACE.sub(" ", seen(text)).strip()
    unmarked = _NAMED.sub(_unnamed, _NO_LETTERS.sub(_without_markers, line.translate(_MARKUP)))
    return _TEMPLATE.sub(r"(\1)", unmarked)


def _unnamed(found: re.Match[str]) -> str:
    """In round brackets what our parser would take for a marker, such as "[source 7]"."""
    return f"({found[1]})" if marker(found[1]) else found[0]


def _without_markers(found: re.Match[str]) -> str:
    """Signs and figures, their brackets made round where a figure stands within: "[7]", but not "[12 people]"."""
    signs = found[0]
    first = next((at for at, each in enumerate(signs) if each in _OPENING), len(signs))
    last = next((at for at in range(len(signs) - 1, first, -1) if signs[at] in _CLOSING), first)
    inside = signs[first : last + 1]
    rounded = inside.translate(_ROUND) if any(map(str.isnumeric, inside)) else inside
    return signs[:first] + rounded + signs[last + 1 :]
