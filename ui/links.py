"""Links to a passage, from and to the query of the page's address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.domain import Article


@dataclass(frozen=True, slots=True)
class Link:
    """An article, and in it a paragraph with the digest that its words had when the link was made.

    citation: the number by which the conversation in the same address cites it.
    """

    article_id: str
    paragraph: int | None = None
    digest: str | None = None
    citation: int | None = None

    def changed(self, article: Article) -> bool:
        """Whether the words are no longer those that the link was made for."""
        if self.paragraph is None:
            return False
        found = article.paragraph(self.paragraph)
        return found is None or (self.digest is not None and self.digest != found.digest)


def read_link(query: Mapping[str, str]) -> Link | None:
    """The link in the address, if it has the shape of one."""
    article_id, paragraph, digest, cite = (query.get(name, "") for name in ("article", "p", "d", "cite"))
    if not re.fullmatch(r"[\w.-]{1,200}", article_id):
        return None
    number, citation = (int(each) if re.fullmatch(r"[0-9]{1,6}", each) else None for each in (paragraph, cite))
    known = digest if number is not None and re.fullmatch(r"[0-9a-f]{16}", digest) else None
    return Link(article_id, number, known, citation)


def read_conversation(query: Mapping[str, str]) -> str | None:
    """The conversation in the address, if it has the shape of one."""
    named = query.get("conversation", "")
    return named if is_conversation(named) else None


def read_turn(query: Mapping[str, str]) -> str | None:
    """The reply in the address, if it has the shape of one."""
    named = query.get("turn", "")
    return named if is_conversation(named) else None


def is_conversation(named: str) -> bool:
    """Whether a conversation can have this id."""
    return re.fullmatch(r"[\w.-]{1,64}", named) is not None


def query_of(link: Link) -> dict[str, str]:
    """The query that leads back to the same place."""
    query = {"article": link.article_id}
    if link.paragraph is not None:
        query["p"] = str(link.paragraph)
    if link.digest is not None:
        query["d"] = link.digest
    if link.citation is not None:
        query["cite"] = str(link.citation)
    return query
