"""Say why a page shows no article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NoReturn

from lxml.html import HtmlElement

from ingest.decode import Unreadable
from ingest.webpage.blocks import Block

_NOTICE = 700  # characters: a page that says more than such a notice says something else, too
_SHELL = 200
_SAVE = "open it in a browser and save what it shows then"
_SCRIPTS = (
    r"(?:enable|turn on|activate|requires?|needs?|without) javascript"
    r"|javascript (?:is|must be|has been) (?:disabled|enabled|off|required)"
)
_ROBOTS = (
    r"(?:verify|confirm|check(?:ing)?)\b.{0,40}\b(?:human|not a (?:ro)?bot|robot|your browser|connection is secure)"
    r"|captcha|unusual (?:traffic|activity)|access (?:to this (?:page|site) )?(?:is |has been )?(?:denied|blocked)"
)
_COOKIES = (
    r"\b(?:we|our|this (?:web)?site|partners)\b.{0,80}\bcookies\b|cookie (?:consent|settings|preferences)"
    r"|before you continue|your (?:privacy|consent)\b"
)
_GONE = r"page (?:was |could )?not (?:be )?found|\b404\b|no longer (?:exists|available)"
_SUBSCRIBERS = (
    r"subscribers? only|(?:subscribe|sign in|log in|register) to (?:continue|read|keep reading|unlock|access)"
    r"|already a (?:subscriber|member)|subscription (?:is )?required"
)
_WALLS = {
    _SCRIPTS: f"its text is made by scripts, which are not run; {_SAVE}",
    _ROBOTS: f"the site asks whether a person is reading; {_SAVE}",
    _COOKIES: f"it is a question about cookies and privacy; {_SAVE}",
    _GONE: "it says that the article is not there",
    _SUBSCRIBERS: "it is for subscribers, and says so instead of the article",
}


def refuse_notice(texts: Sequence[str]) -> None:
    """Raise where the only text found is a notice in an article's place."""
    said = " ".join(texts)
    if len(said) <= _NOTICE and (reason := _wall(said)):
        raise Unreadable(f"the page has no article text: {reason}")


def refuse_empty(tree: HtmlElement, blocks: Sequence[Block], *, scripted: bool) -> NoReturn:
    """Raise with the likeliest reason for a page in which no article was found."""
    said = " ".join(block.text for block in blocks)
    hidden = " ".join(" ".join(element.itertext()) for element in tree.iter("noscript"))
    if next(tree.iter("frame", "frameset"), None) is not None:
        reason: str | None = "it is a frame around other pages; save the one that holds the article"
    else:
        reason = _wall(said[: 4 * _NOTICE]) or (_wall(hidden[:_NOTICE]) if len(said) < _SHELL else None)
    if reason is None and scripted and len(said) < _SHELL:
        reason = f"its text is made by scripts, which are not run; {_SAVE}"
    raise Unreadable(f"the page has no article text: {reason or 'there are only menus, links and notices'}")


def _wall(said: str) -> str | None:
    return next((reason for wall, reason in _WALLS.items() if re.search(wall, said, re.IGNORECASE)), None)
