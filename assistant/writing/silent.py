"""Whether a sentence says only that the articles do not say, and presupposes nothing that they might not say either."""

from __future__ import annotations

import re

from assistant.support.wording import listed
from assistant.writing.no_answer import says_so

# "The articles do not say why." claims nothing; "why the minister resigned" would have it that he did. So every word
# must be one of these: whatever else is said is a claim.
_WORDS = listed(
    """the these those articles article paragraphs paragraph passages passage sources source texts text reports
    report excerpts excerpt given provided cited above they it do does did not don't doesn't didn't none no
    neither nothing of in or and say says state states mention mentions tell tells explain explains specify
    specifies give gives report reports provide provides offer offers indicate indicates reveal reveals disclose
    discloses contain contains include includes have has is isn't are there this that so why how when where who
    whom what which whether much many long far often soon more further other any anything else detail details
    information reason reasons explanation figure figures number numbers date dates name names about on for
    though however also itself themselves happened happens next was were stated mentioned said explained given
    reported specified"""
)
_LONGEST = 200
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def is_silent(sentence: str) -> bool:
    """Whether that is all it says."""
    if len(sentence) > _LONGEST:
        return False
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sentence)]
    bare = re.sub(r"^(?:However|But|Though),?\s+", "", sentence.strip())
    return bool(words) and _WORDS.issuperset(words) and says_so(bare.rstrip(" .!"))
