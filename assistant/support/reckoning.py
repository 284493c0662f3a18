"""Words by which a text says that a number of it was reckoned from others, or is to be."""

from __future__ import annotations

import re

from assistant.support.measured import Amount

_LESS = re.compile(
    r"\b(?:more|fewer|less|higher|lower|above|below|beyond|over\s+(?:plan|budget|the)|short\w*|ahead|behind|earlier|later|after|before"
    r"|cheaper|dearer|larger|bigger|smaller|longer|older|younger|senior|junior|apart|left|leav\w+|remain\w*|rest|others?"
    r"|another|additional\w*|extra|further|added|adding|adds?|differ\w*|gap|lead|margin|swing|increas\w*|decreas\w*|ris(?:e|es|ing|en)"
    r"|rose|grow\w*|grew|f[ae]ll\w*|drop\w*|shr[aiu]nk\w*|cut\w*|reduc\w*|gain\w*|los[et]\w*|loss|sav(?:e|ed|es|ing|ings)"
    r"|dwindl\w*|slid|slip\w*|widen\w*|narrow\w*|jump\w*|climb\w*|doubl\w*|up|down|by|yet\s+to|still|no\s+longer|not|without"
    r"|than|instead|unspent|unaccounted|missing|exceed\w*|miss(?:ed|es)?)\b|n['’]t\b",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"\b(?:total\w*|combin\w*|together|altogether|sum|overall|in\s+all|between\s+them|both|all|jointly|plus|includ\w*)\b",
    re.IGNORECASE,
)
_SUM_ANYWHERE = re.compile(
    r"\b(?:totals?|totall?ed|in\s+total|combined?|together|altogether|overall|in\s+all|between\s+them|jointly)\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:not|no|never|without|against|others?|rest|remain\w*|yet|still|minority|majority|un(?!der|til|ion|it|iver|less|ique)\w+|empty|home"
    r"|vacant|spare|fail\w*|oppos\w*|reject\w*|refus\w*|stay\w*|minor)\b|n['’]t\b",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\b(?:average\w*|mean|each|every|per|apiece|a\s+(?:head|year|month|week|day)|respectively)\b", re.IGNORECASE
)
# "22 lamps, four more than in spring"; "rose by 10 cents to $2.10".
_TOLD_BEHIND = re.compile(
    r"[\s-]*(?:[^\W\d_]+\s+){0,3}?(?:fewer|less|more|higher|lower|below|above|beyond|short|ahead|behind|down|up|earlier|later|after"
    r"|before|cheaper|larger|smaller|longer|shorter|older|younger|senior|junior|apart|left|remain\w*|additional|extra"
    r"|difference|increase|rise|drop|gain)\b(?!\s+than\s+(?:\d|[$£€]))",
    re.IGNORECASE,
)
_TOLD_BEFORE = re.compile(
    r"\b(?:(?:ris\w+|rose|f[ae]ll\w*|gr[eo]w\w*|increas\w+|cut|drop\w*|climb\w*|shr[aiu]nk\w*|reduc\w+|up|down)\s+(?:\w+\s+){0,3}?by|another|additional|(?:gain|loss|lead|rise|fall|increase|drop|cut)\s+of|gained|lost)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_SCORE = re.compile(r"[-–]\d")
_CLAUSE = re.compile(r"[;:—–]|,(?!\d)")
_BEFORE, _AFTER = 45, 50
# A number of so many digits that are no zeros at its end comes out by chance as good as never.
_EXACT = 3


def subtracts(sentence: str, said: Amount) -> bool:
    """Whether words say that it is what lies between two numbers."""
    return _says(_LESS, sentence, said)


def adds(sentence: str, said: Amount) -> bool:
    """Whether words say that it is several numbers together."""
    return _says(_SUM, sentence, said) or _SUM_ANYWHERE.search(sentence) is not None


def leaves(sentence: str, said: Amount) -> bool:
    """Whether words say that it is the rest of a whole."""
    return _says(_REST, sentence, said)


def averages(sentence: str, said: Amount) -> bool:
    """Whether words say that it is so much for each."""
    return _says(_AVERAGE, sentence, said)


def names_each(text: str) -> bool:
    """Whether a text says that something is so for each."""
    return _AVERAGE.search(text) is not None


def is_exact(said: Amount) -> bool:
    """Whether no words are needed to say that it is reckoned, as it would hardly fit by chance."""
    digits = f"{said.value:.6f}".replace(".", "").strip("0")
    return len(digits) >= _EXACT


def is_reckoned_there(text: str, amount: Amount) -> bool:
    """Whether a text says that the amount lies between two others of which it names one."""
    before = text[max(0, amount.lead - _BEFORE) : amount.lead]
    if _SCORE.match(text, amount.end):
        return False
    return bool(_TOLD_BEHIND.match(text, amount.end) or _TOLD_BEFORE.search(before))


def _says(words: re.Pattern[str], sentence: str, said: Amount) -> bool:
    """Within the clause of the number, where its own bound ("more than") does not count."""
    before, after = sentence[max(0, said.lead - _BEFORE) : said.lead], sentence[said.end : said.end + _AFTER]
    near = _CLAUSE.split(before)[-1], _CLAUSE.split(after)[0]
    return any(words.search(each) for each in near)
