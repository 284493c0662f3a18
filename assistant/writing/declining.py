"""Whether a chat model's text says no more than that the articles do not say."""

from __future__ import annotations

import re

from assistant.writing.reading import sentences

SENTINEL = "NOT IN THE ARTICLES"
"""What the model is told to write, and nothing else, where the paragraphs do not answer."""

_FOLDED = "".join(SENTINEL.casefold().split())

# So much that is no letter may stand around it (quotation marks, asterisks, a marker): more of it is text.
_MOST_SIGNS = 40

# A reply in other words that is longer says something.
_LONGEST, _MOST_SENTENCES = 400, 2

_NOT = r"(?:do(?:es)? not|don['’]t|doesn['’]t|did not|didn['’]t|cannot|can['’]t|could not|couldn['’]t)"
_SHOWN = r"(?:(?:provided|given|available|supplied|above|shown|numbered|cited|retrieved|news) ){0,3}"
_OURS = rf"(?:the|these|those|any of the|your|my) {_SHOWN}(?:articles?|paragraphs?|passages?|excerpts?)"
# Documents and sources may be the news itself: "The documents do not mention the mayor" is a finding.
_HANDED = r"the (?:provided|given|available|supplied|above) (?:news )?(?:texts?|sources?|documents?|information|context|material)"
_SHOWN_TO_US = rf"(?:{_OURS}|{_HANDED})(?: (?:provided|given|above|supplied|available|shown|here))?"
_TELL = (
    r"(?:say|state|mention|contain|include|provide|give|specify|discuss|address|report|cover|answer|indicate|offer"
    r"|have|tell|describe|explain|name|identify|speak|refer|disclose|reveal|list|supply)"
)
_TOLD = (
    r"(?:mentioned|stated|specified|said|given|provided|addressed|covered|answered|discussed|reported|found|included)"
)
_NEWS = r"(?:information|mention|details?|answers?|data|reference|indication|evidence)"
_SORRY = r"(?:(?:i['’]m sorry|i am sorry|sorry|unfortunately|i apologi[sz]e)[,.]? ?(?:but )?)?"
_BASED = rf"(?:(?:based on|according to|from|in) {_SHOWN_TO_US}, ?)?"

_DECLINES = [
    re.compile(_SORRY + _BASED + pattern, re.IGNORECASE)
    for pattern in (
        rf"{_SHOWN_TO_US} {_NOT} {_TELL}\b",
        rf"{_SHOWN_TO_US} (?:contains?|includes?|provides?|gives?|offers?|ha(?:s|ve)|makes?) no (?:\w+ ){{0,2}}{_NEWS}\b",
        rf"(?:none|nothing|neither|no part) (?:of|in) {_SHOWN_TO_US} {_TELL}s?\b",
        rf"(?:there is|there are|there['’]s|i (?:found|see|have)) (?:no|not any|not enough) (?:\w+ ){{0,2}}{_NEWS}\b.*\b{_OURS}",
        rf"(?:there is|there are|there['’]s|i (?:found|see|have)) (?:no|not enough) (?:\w+ ){{0,2}}{_NEWS}$",
        rf"no (?:\w+ ){{0,2}}{_NEWS}\b.*\b(?:{_TOLD}|available|{_OURS})$",
        rf"no (?:\w+ ){{0,2}}{_NEWS}$",
        rf"(?:(?:it|this|that|the answer) is )?not {_TOLD}(?: (?:anywhere )?(?:in|by) {_SHOWN_TO_US})?$",
        rf"(?:it|this|that|the answer) (?:is not|isn['’]t|cannot be|can['’]t be) (?:{_TOLD} )?(?:in|by|from) {_SHOWN_TO_US}$",
        r"i (?:do not|don['’]t) (?:know|have (?:\w+ ){0,2}(?:information|answer|details))\b",
        r"i (?:cannot|can['’]t|could not|couldn['’]t|am unable to|am not able to|['’]m unable to|was unable to)"
        r" (?:answer|find|determine|say|tell|provide|locate|confirm)\b",
        r"(?:unknown|unanswerable|n/a|not available|no answer)$",
    )
]

# What may follow, and with what a sentence goes on to say something after all.
_ALSO = re.compile(
    r"(?:please|if you|you (?:may|might|could|can)|let me know|they only|i (?:cannot|can['’]t))\b", re.IGNORECASE
)
_BUT = re.compile(r"[;:—]|\b(?:but|however|although|though|while|whereas|except|only that|instead)\b", re.IGNORECASE)


class Declining:
    """Text held back while it still can become the sentinel, in whatever case, between whatever signs."""

    def __init__(self) -> None:
        self._held: list[str] = []
        self._letters = self._signs = 0
        self._is_text = False

    def feed(self, piece: str) -> str:
        """What is certain to be text with this piece."""
        for character in "" if self._is_text else piece:
            self._take(character)
        if not self._is_text:
            self._held.append(piece)
            return ""
        return self._released() + piece

    def finish(self) -> str:
        """What is left, unless the whole text was the sentinel."""
        return "" if self.declines else self._released()

    @property
    def declines(self) -> bool:
        """Whether all that has come is the sentinel."""
        return not self._is_text and self._letters == len(_FOLDED)

    def _take(self, character: str) -> None:
        if character.isspace():
            return
        if self._letters < len(_FOLDED) and character.casefold() == _FOLDED[self._letters]:
            self._letters += 1
            return
        self._signs += 1
        is_letter = character.isalpha() or (character.isalnum() and not self.declines)
        self._is_text = self._is_text or is_letter or self._signs > _MOST_SIGNS

    def _released(self) -> str:
        released = "".join(self._held)
        self._held.clear()
        return released


def is_sentinel(text: str) -> bool:
    """Whether this, a reply or a sentence, is the sentinel and nothing else."""
    declining = Declining()
    declining.feed(text)
    return declining.declines


def declines(text: str) -> bool:
    """Whether a whole reply says, as told or in its own words, that the articles do not say."""
    if is_sentinel(text):
        return True
    said = sentences(text[: _LONGEST + 1])
    if len(text) > _LONGEST or not 1 <= len(said) <= _MOST_SENTENCES or any(sentence.markers for sentence in said):
        return False
    first, *then = [sentence.text.strip(" *_\"“”'.!") for sentence in said]
    return _declines(first) and all(_declines(sentence) or _ALSO.match(sentence) for sentence in then)


def _declines(sentence: str) -> bool:
    return any(pattern.match(sentence) for pattern in _DECLINES) and not _BUT.search(sentence)
