"""Sentences by which chat models say, in their own words, that the articles do not say."""

from __future__ import annotations

import re

_NOT = r"(?:do(?:es)? not|don['’]t|doesn['’]t|did not|didn['’]t|cannot|can['’]t|could not|couldn['’]t)"
_SHOWN = r"(?:(?:provided|given|available|supplied|above|shown|numbered|cited|retrieved|news) ){0,3}"
_OURS = rf"(?:the|these|those|any of the|your|my) {_SHOWN}(?:articles?|paragraphs?|passages?|excerpts?)"
# Documents and sources may be the news itself: "The documents do not mention the mayor" is a finding.
_HANDED = (
    r"the (?:provided|given|available|supplied|above) (?:news )?"
    r"(?:texts?|sources?|documents?|information|context|material)"
)
_ARTICLES = rf"(?:{_OURS}|{_HANDED})(?: (?:provided|given|above|supplied|available|shown|here))?"
_TELL = (
    r"(?:say|state|mention|contain|include|provide|give|specify|discuss|address|report|cover|answer|indicate|offer"
    r"|have|tell|describe|explain|name|identify|speak|refer|disclose|reveal|list|supply)"
)
_TOLD = (
    r"(?:mentioned|stated|specified|said|given|provided|addressed|covered|answered|discussed|reported|found|included)"
)
_INFORMATION = r"(?:information|mention|details?)"
_ANYTHING = r"(?:information|mention|details?|answers?|data|references?|indication|evidence)"
_NO = r"(?:no|not any|not enough) (?:\w+ ){0,2}"
_THERE_IS = r"(?:there is|there are|there['’]s|i (?:found|see|have))"
_I_CANNOT = r"i (?:cannot|can['’]t|could not|couldn['’]t|am unable to|am not able to|was unable to)"

_SORRY = re.compile(
    r"(?:(?:i['’]m sorry|i am sorry|sorry|unfortunately|i apologi[sz]e)[,.]? ?(?:but )?)?"
    rf"(?:(?:based on|according to|from|in) {_ARTICLES}, ?)?",
    re.IGNORECASE,
)
_PATTERNS = [
    rf"{_ARTICLES} {_NOT} {_TELL}\b",
    rf"{_ARTICLES} (?:contains?|includes?|provides?|gives?|offers?|ha(?:s|ve)|makes?) {_NO}{_ANYTHING}\b",
    rf"(?:none|nothing|neither|no part) (?:of|in) {_ARTICLES} {_TELL}s?\b",
    rf"{_THERE_IS} {_NO}{_INFORMATION}\b",
    rf"{_THERE_IS} {_NO}{_ANYTHING}\b.*\b{_ARTICLES}$",
    rf"no (?:\w+ ){{0,2}}{_ANYTHING}(?:\b.*\b(?:{_TOLD}|available|{_ARTICLES}))?$",
    rf"(?:(?:it|this|that|the answer) is )?not {_TOLD}(?: (?:anywhere )?(?:in|by) {_ARTICLES})?$",
    rf"(?:the answer is )?not in {_ARTICLES}$",
    rf"[^,]+ (?:is|are|was|were) not {_TOLD}\b.*\b(?:in|by) {_ARTICLES}$",
    rf"(?:it|this|that|the answer) (?:is not|isn['’]t|cannot be|can['’]t be) (?:{_TOLD} )?(?:in|by|from) {_ARTICLES}$",
    r"i (?:do not|don['’]t) (?:know|have (?:\w+ ){0,2}(?:information|answer|details))\b",
    rf"{_I_CANNOT} (?:answer|find|determine|say|tell|provide|locate|confirm)\b",
    r"(?:unknown|unanswerable|n/a|not available|no answer)$",
]
_SAYING_SO = [re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS]

# With these a sentence goes on to say something after all, or says it in somebody's name.
_BUT = re.compile(
    r"[;:—]|\b(?:but|however|although|though|while|whereas|except|instead)\b|, [^,]*\b(?:said|says|told)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:please|if you|you (?:may|might|could|can)|let me know|they only|i (?:cannot|can['’]t))\b", re.IGNORECASE
)


def says_so(sentence: str) -> bool:
    """Whether a sentence says that the articles do not say, and nothing else."""
    start = _begin(sentence)
    return any(pattern.match(sentence, start) for pattern in _SAYING_SO) and not _BUT.search(sentence, start)


def is_polite(sentence: str) -> bool:
    """Whether it may stand beside such a sentence, for it says nothing: regrets, offers."""
    return _begin(sentence) == len(sentence) or _BESIDE.match(sentence) is not None


def _begin(sentence: str) -> int:
    """Where what is said begins, after regrets."""
    sorry = _SORRY.match(sentence)
    return sorry.end() if sorry else 0
