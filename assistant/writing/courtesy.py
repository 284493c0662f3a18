"""Whether a sentence only speaks to whoever asked, and states nothing that an article could bear out."""

from __future__ import annotations

import re

_LONGEST = 160
_AROUND = " *_\"“”'.!:…"

_CIVIL = re.compile(
    r"(?:(?:sure(?: thing)?|certainly|of course|okay|ok|no problem|hello|hi|hey"
    r"|you(?:['’]re| are) welcome|(?:great|good|interesting) question|sorry|my apologies|i(?:['’]m| am) sorry"
    r"|thank(?:s| you)(?: (?:very|so) much)?(?: for (?:asking|(?:your|the) question))?)"
    r"(?:[,!. –—-]+(?:and |but )?|$))+",
    re.IGNORECASE,
)
_HELPS = (
    r"(?:(?:i(?:['’]m| am|['’]d be| would be) )?(?:always |very |more than )?(?:happy|glad|pleased|here) to"
    r"|i(?:['’]ll| will| can)(?: gladly)?|let me) (?:help|assist)"
    r"(?: (?:you|out|today|further|with (?:that|this|it|your questions?|anything else)))*"
)
_IF_MORE = r"if (?:you|there) [^,;:]*\b(?:more|else|further|other|any|questions?|details?)\b[^,;:]*"
_ASK = r"(?:please )?(?:feel free to ask|let me know|just ask|do(?: not|n['’]t) hesitate to ask)"
_STATES_NOTHING = re.compile(
    rf"{_HELPS}|{_ASK}(?: {_IF_MORE})?|{_IF_MORE}, {_ASK}"
    r"|(?:i )?hope (?:that )?(?:this|that|it) (?:helps|(?:is|was) helpful)(?: you)?"
    r"|here(?: is|['’]s| are)"
    r" (?:(?:the|your|an?) (?:short |brief )?(?:answers?|summary|overview)|what i (?:have )?found)"
    r"|have a (?:nice|good|great) day",
    re.IGNORECASE,
)
_ASKS_READER = re.compile(
    r"(?:(?:and|so|or) )?(?:would|do|could|can|may|shall|should|what|which|how|is|are|where|when) "
    r"[^?]*\b(?:you|your|i)\b[^?]*\?",
    re.IGNORECASE,
)
# "Do you know that the mayor was convicted?" tells it.
_TELLS = re.compile(r"\b(?:know|believe|reali[sz]e) (?:that|how|why|who|the)\b|\b(?:aware|heard)\b", re.IGNORECASE)


def is_courtesy(sentence: str) -> bool:
    """Whether it is a civility, an offer, or a question to the reader."""
    if len(sentence) > _LONGEST:
        return False
    bare = sentence.strip(_AROUND)
    civil = _CIVIL.match(bare)
    rest = bare[civil.end() :] if civil else bare
    return not rest or _STATES_NOTHING.fullmatch(rest) is not None or _asks_reader(rest)


def _asks_reader(words: str) -> bool:
    return _ASKS_READER.fullmatch(words) is not None and not _TELLS.search(words)
