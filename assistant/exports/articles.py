"""The articles that a conversation cites, each with a key of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from assistant.conversations.kept import KeptConversation
from assistant.domain import Abstention, Citation, Description
from assistant.exports.harmless import one_line
from assistant.exports.people import Person, person
from assistant.wording import web_address

_APART = re.compile(r"[^a-z0-9]+")
_LESS_TELLING = frozenset(("a", "an", "and", "at", "for", "from", "in", "is", "of", "on", "the", "to", "with"))
_LONGEST = 24  # characters of a word in a key


@dataclass(frozen=True, slots=True)
class CitedArticle:
    """An article as a reference manager takes it; address: a web page's, None where it is none.

    remark: what someone who relies on the entry should know.
    """

    key: str
    description: Description
    title: str
    outlet: str | None
    authors: tuple[Person, ...]
    address: str | None
    language: str | None
    remark: str | None


def cited_articles(conversation: KeptConversation) -> tuple[CitedArticle, ...]:
    """Each article once, in the order in which they are cited."""
    found: dict[str, Description] = {}
    for citation in _citations(conversation):
        found.setdefault(citation.quote.article_id, citation.quote.description)
    keys = _keys(found)
    return tuple(_article(keys[article_id], described) for article_id, described in found.items())


def _citations(conversation: KeptConversation) -> Iterator[Citation]:
    for turn in conversation.turns:
        if not isinstance(turn.outcome, Abstention):
            yield from turn.outcome.citations


def _article(key: str, described: Description) -> CitedArticle:
    address = web_address(described.url)
    remarks = [
        "" if address else f"Source: {one_line(described.url or described.source)}",
        "Date guessed" if described.published_guessed else "",
        "Title taken from the first sentence" if described.title_guessed else "",
    ]
    return CitedArticle(
        key,
        described,
        one_line(described.title),
        one_line(described.outlet) if described.outlet else None,
        tuple(person(one_line(name), described.outlet) for name in described.authors if name.strip()),
        one_line(address) if address else None,
        one_line(described.language) if described.language else None,
        ". ".join(filter(None, remarks)) or None,
    )


def _keys(found: Mapping[str, Description]) -> dict[str, str]:
    """Outlet, year and a word of the title; where several share that, with letters by their ids.

    So a key does not hang on where in a conversation its article was cited.
    """
    sharing: dict[str, list[str]] = {}
    for article_id in sorted(found):
        sharing.setdefault(_stem(found[article_id]), []).append(article_id)
    keys = {ids[0]: stem for stem, ids in sharing.items() if len(ids) == 1}
    for stem, ids in sharing.items():
        if len(ids) > 1:
            keys |= {article_id: f"{stem}-{_letters(at)}" for at, article_id in enumerate(ids)}
    return keys


def _stem(described: Description) -> str:
    """ "harbourgazette2025ferry"."""
    outlet = "".join(_words(described.outlet or "")) or "article"
    year = str(described.day.year) if described.day else "undated"
    words = [word for word in _words(described.title) if word not in _LESS_TELLING] or [""]
    return f"{outlet[:_LONGEST]}{year}{words[0][:_LONGEST]}"


def _words(text: str) -> Iterable[str]:
    """In small letters that every reference manager takes in a key."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return (word for word in _APART.split(plain.replace("'", "")) if word)


def _letters(at: int) -> str:
    """a, b, ... z, aa, ab, ..."""
    more, last = divmod(at, len(ascii_lowercase))
    return (_letters(more - 1) if more else "") + ascii_lowercase[last]
