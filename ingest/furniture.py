"""Recognise what pages put around articles: buttons, boxes and notices."""

from __future__ import annotations

import re

from ingest.bylines import READING_TIME, byline, labels_a_date, says_updated, statement, without_dates
from ingest.marks import Mark, Role, is_sentence
from ingest.pictures import picture
from ingest.teasers import teaser

# Words that buttons are made of; a line that holds nothing else is no paragraph.
_BUTTON = (
    r"(?:skip|jump) to (?:(?:main )?content|navigation|main|search)|back to top",
    r"share(?: (?:this )?(?:article|story|page|post))?(?: on (?:facebook|twitter|x|linkedin|whatsapp))?",
    r"share (?:this|via e-?mail)|copy (?:the )?link|link copied!?|save(?: (?:article|story|for later))?",
    r"print(?: (?:this )?(?:article|page))?|e-?mail|gift(?: this)? article|bookmark",
    r"facebook|twitter|tweet|linkedin|whatsapp|telegram|instagram|tiktok|youtube|reddit|flipboard|pinterest",
    r"messenger|bluesky|mastodon|threads|x",
    r"(?:log|sign) (?:in|up|out)(?: now)?|register|subscribe(?: (?:now|today|here))?|become a member",
    r"donate(?: now)?|support us|join us|my account|menu|search|close(?: menu)?|open menu|home(?:page)?|more",
    r"read (?:more|the full (?:story|article)|full (?:story|article)|next)|show (?:more|less|all)",
    r"see (?:more|all)|load more|view (?:all|more|comments|gallery|photos)|continue reading(?: below)?",
    r"play(?: video)?|watch(?: now)?|pause|listen(?: (?:to (?:this|the) (?:article|story)|now))?|audio",
    r"(?:next|previous)(?: (?:article|story))?",
    r"advert(?:isement|isment|orial)?|ad|ad feedback|sponsored(?: content)?|paid content|promoted",
    r"scroll to continue|(?:article|story) continues (?:below|after)(?: (?:this )?ad(?:vertisement)?)?",
    r"(?:no )?comments?(?:\s*\(\d+\))?|(?:leave|post|add) a comment|\d+ (?:comments?|shares?|views?|likes?)",
    r"reply|report an error|terms (?:of (?:use|service)|(?:and|&) conditions)|privacy(?: policy)?",
    r"cookie (?:policy|settings)|contact(?: us)?|about us|accept(?: all)?(?: cookies)?|reject all",
    r"expand|contents?|manage (?:cookies|preferences)|newsletters?|follow(?: us)?|rss|sitemap|careers",
)
_BOX = (
    r"^(?:sign up|subscribe|register|get|join)\b.*\b(?:newsletters?|inbox|e-?mail alerts?|notifications)\b",
    r"^(?:subscribe|join|get)\b.*\b(?:free trial|(?:telegram|whatsapp|youtube) channel)\b",
    r"^subscribe to .{0,60}$",
    r"^by (?:signing up|submitting|entering your|subscribing)\b",
    r"^by (?:choosing|clicking|continuing|using)\b.*\b(?:cookies|terms|privacy)\b",
    r"^this site is protected by\b",
    (
        r"^this (?:audio|article|translation|summary|recording|story) (?:is|was|has been) \w+\b.*"
        r"\b(?:with|by|using) (?:an? )?(?:ai|automatic(?:ally)?|automated|artificial|machine|computer)\b"
    ),
    r"^(?:we|this (?:web)?site|our (?:web)?site)\b.{0,40}\bcookies?\b",
    r"^(?:please )?(?:enable|turn on|allow) (?:javascript|cookies)\b",
    r"^your browser (?:does not|doesn't|is)\b",
    r"^(?:can['’]t|cannot) see (?:the|this)\b.*\b(?:click|reload|refresh)\b",
    r"^follow .{1,40} on (?:facebook|twitter|x|instagram|telegram|google|linkedin|bluesky|youtube)\b",
    r"^(?:©|\(c\)|copyright (?:©|\(c\)|\d{4})).{0,250}$",
    r"^.{0,120}\ball rights reserved\.?$",
    r"^support (?:our|independent|quality) (?:work|journalism|reporting|newsroom|media)\b",
    r"^(?:click|tap|press) here (?:to|for)\b.{0,80}$",
    r"^(?:download|get) (?:our|the) (?:free )?app\b",
    r"^(?:listen to|hear) (?:this|the) (?:article|story|episode|podcast)\b.{0,40}$",
    r"^if you (?:spot|find|notice|have (?:found|spotted)) (?:a|an) (?:mistake|error|typo)\b",
    r"^read (?:more|the full (?:story|article|report))\b[^.:]{0,80}\bhere\.?$",
)
_NOTICE = (
    (
        r"^(?:this (?:article|story|report) )?(?:(?:was|is|has been) )?(?:originally |first )?"
        r"(?:retold|republished|reprinted|reproduced|adapted|syndicated|translated)"
        r" (?:for|from|with (?:the )?permission|under|by)\b"
    ),
    r"^this (?:article|story|report) (?:was )?(?:originally |first )(?:appeared|published|ran)\b",
    r"^\((?:additional )?(?:reporting|writing|editing)\b.* by .*\)$",
)
_BUTTONS = re.compile(rf"(?<!\w)(?:{'|'.join(_BUTTON)})(?!\w)", re.IGNORECASE)
_BOXES = re.compile("|".join(_BOX + _NOTICE), re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"^(?:copyright|©|\(c\))[\s©]*(?:\(c\)\s*)?(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)\d\d|present))?[\s,]*"
    r"(?P<outlet>[^\W\d_][^.,;|©]{1,60}?)(?:[.,;|].*|\s+all rights.*)?$",
    re.IGNORECASE,
)
_LONGEST = 2_000  # characters; what is longer is a paragraph
_LONGEST_BOX = 600
_LONGEST_ROW = 300
_LONGEST_SENTENCE = 80


def recognise(line: str) -> Mark | None:
    """What a line is by its own words, wherever it stands; None where it may be the article's."""
    if not any(character.isalnum() for character in line):
        return Mark(Role.NAVIGATION)
    if len(line) > _LONGEST:
        return None
    return _box(line) or picture(line) or teaser(line) or statement(line) or byline(line) or _buttons(line)


def _box(line: str) -> Mark | None:
    """A notice or an invitation; a copyright line says whose page it is."""
    if len(line) > _LONGEST_BOX or not _BOXES.search(line):
        return None
    if found := _COPYRIGHT.match(line):
        return Mark(Role.NAVIGATION, field="copyright", value=found["outlet"].strip())
    return Mark(Role.NAVIGATION)


def _buttons(line: str) -> Mark | None:
    """A line in which nothing is left once dates, buttons and reading times are taken away."""
    if len(line) > (_LONGEST_SENTENCE if is_sentence(line) else _LONGEST_ROW):
        return None
    rest, dates = without_dates(line)
    rest = _BUTTONS.sub(" ", READING_TIME.sub(" ", rest))
    if any(character.isalnum() for character in rest):
        return None
    if not dates:
        return Mark(Role.NAVIGATION)
    return Mark(Role.DATE, dates=dates, labelled=labels_a_date(line), updated=says_updated(line))
