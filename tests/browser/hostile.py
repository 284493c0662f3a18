"""Texts that would do something to a page that took them for anything but text. A new one is one line."""

from __future__ import annotations

import re
from collections.abc import Mapping

HOSTILE: Mapping[str, str] = {
    "Markdown": "![p](http://hostile.invalid/p.png) [now](javascript:document.title='owned') **bold** `code` ~~gone~~",
    "a block of Markdown": "# > - 1. | a | b | --- *** # head",
    "HTML": "<img src=http://hostile.invalid/i.png onerror=document.title='owned'> <b>bold</b> &lt;&amp;&#33;",
    "a script": "<script>document.title='owned'</script> <svg onload=document.title='owned'><style>*{top:9em}</style>",
    "a frame": "<iframe src=http://hostile.invalid/f></iframe> </div></body> <meta http-equiv=refresh content=0;url=x>",
    "LaTeX": r"costs $5 to $6, $\href{http://hostile.invalid}{x}$ and $$\frac{1}{2}$$ \(x\) \[y\]",
    "emoji names": ":smile: :material/home: :red[red] :blue-background[b] :shimmer[s] :streamlit: -> <- -- >=",
    "addresses": "http://hostile.invalid/a www.hostile.invalid hostile@hostile.invalid javascript:alert(1)",
    "from right to left": "العبّارة إلى 12 جزيرة (osmund)",
    "other directions": "\u202bright\u202c \u2067left [1]\u2069 \u202aagain\u202c \u2066never closed \u202bnor this",
    "what is not seen": "zero\u200bwidth \u200dspa\u00adces\ufeff and\x07 a \x1b[31mbell",
    "a long word": "Rindfleisch" + "etikettierung" * 40,
    "a long line without a space": "/".join(["%2e%2e"] * 80),
}  # fmt: skip

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\u202d\u202e]")
_MOVING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202c\u2066-\u2069]+")


def seen(text: str) -> str:
    """The text as a reader sees it: what has no width, or only says a direction, is not compared."""
    return " ".join(_MOVING.sub(" ", _UNSEEN.sub("", text)).split())
