"""Exports a kept conversation, or one turn of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.conversations.kept import KeptConversation
from assistant.exports.articles import cited_articles
from assistant.exports.formats import Format
from assistant.exports.referring import Since, unknown
from assistant.exports.telling import transcript
from assistant.exports.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to take along."""

    content: bytes
    name: str
    mime: str


_LONGEST_NAME = 60
_NOT_IN_NAME = re.compile(r"[\W_]+")


def exported(conversation: KeptConversation, wanted: Format, since: Since = unknown) -> Exported:
    """since: says, for documents, what has become of a cited paragraph."""
    if wanted in _DOCUMENTS:
        content = _DOCUMENTS[wanted](transcript(conversation, since))
    else:
        content = _DATA[wanted](conversation)
    return Exported(content, file_name(conversation.created, conversation.name) + wanted.ending, wanted.mime)


def only(conversation: KeptConversation, turn_id: str) -> KeptConversation:
    """The conversation with that turn alone, named after its question."""
    turns = tuple(turn for turn in conversation.turns if turn.id == turn_id)
    return replace(conversation, turns=turns, name=turns[0].question if turns else conversation.name)


def file_name(begun: datetime, name: str) -> str:
    """ "2024-05-08-is-the-bridge-open", which every system takes."""
    words = _NOT_IN_NAME.sub(" ", unicodedata.normalize("NFC", name).casefold()).split()
    named = "-".join([f"{begun:%Y-%m-%d}", *words])
    return named if len(named) <= _LONGEST_NAME else named[:_LONGEST_NAME].rpartition("-")[0]


def _markdown(told: Transcript) -> bytes:
    from assistant.exports.markdown import as_markdown

    return as_markdown(told).encode()


def _html(told: Transcript) -> bytes:
    from assistant.exports.html import as_html

    return as_html(told).encode()


def _docx(told: Transcript) -> bytes:
    from assistant.exports.word import as_word  # half a second to import

    return as_word(told)


def _json(conversation: KeptConversation) -> bytes:
    from assistant.exports.record import as_json

    return as_json(conversation).encode(errors="replace")  # as where it was kept: half a surrogate pair is no text


def _bibtex(conversation: KeptConversation) -> bytes:
    from assistant.exports.bibtex import as_bibtex

    return as_bibtex(cited_articles(conversation)).encode()


def _ris(conversation: KeptConversation) -> bytes:
    from assistant.exports.ris import as_ris

    return as_ris(cited_articles(conversation)).encode()


def _csl(conversation: KeptConversation) -> bytes:
    from assistant.exports.csl import as_csl

    return as_csl(cited_articles(conversation)).encode()


_DOCUMENTS: dict[Format, Callable[[Transcript], bytes]] = {
    Format.MARKDOWN: _markdown,
    Format.HTML: _html,
    Format.DOCX: _docx,
}
_DATA: dict[Format, Callable[[KeptConversation], bytes]] = {
    Format.JSON: _json,
    Format.BIBTEX: _bibtex,
    Format.RIS: _ris,
    Format.CSL: _csl,
}
