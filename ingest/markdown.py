"""Read a Markdown file: its words without their marks, and what its front matter says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import ValidationError

from assistant.domain import Basis
from ingest.bylines import says_by
from ingest.clean import clean
from ingest.decode import Unreadable, decode
from ingest.draft import Draft
from ingest.json_record import given
from ingest.marks import is_sentence
from ingest.piece import Piece
from ingest.record import read_record
from ingest.statements import Statements
from ingest.written import Written, draft_of

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*))?")
_DEEPEST = 20  # lists in quotations in lists; what stands deeper is read without taking its marks for such
_LARGEST = 2_000_000  # characters; the parser takes a second for each million


def read_markdown(piece: Piece) -> Draft:
    """The article in a Markdown file; raises `Unreadable` where there is none."""
    text = clean(decode(piece.data))
    front = _FRONT.match(text)
    fields = _fields(front[1]) if front else {}
    body = text[front.end() :] if front and fields else text
    if not body.strip():
        raise Unreadable("it has no text" if fields else "it is empty")
    return draft_of(piece, _written(body), _said(fields))


def _fields(front: str) -> dict[str, object]:
    """The fields of front matter: a value a line, or a list in brackets or below."""
    fields: dict[str, object] = {}
    listed: list[object] = []
    for line in front.split("\n"):
        if found := _FIELD.fullmatch(line.rstrip()):
            value = (found[2] or "").strip()
            listed = []
            fields[found[1]] = _value(value) if value else listed
        elif line.strip().startswith("- "):
            listed.append(_plain(line.strip()[2:]))
    return fields


def _value(value: str) -> object:
    if value.startswith("[") and value.endswith("]"):
        return [_plain(part) for part in value[1:-1].split(",") if part.strip()]
    return _plain(value)


def _plain(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _said(fields: dict[str, object]) -> Statements:
    try:
        return given(read_record({**fields, "text": "", "body": ""}))
    except ValidationError:  # nothing in it is a field of ours
        return Statements(Basis.GIVEN)


def _written(text: str) -> Written:
    if len(text) > _LARGEST:
        return Written(tuple(re.split(r"\n\s*\n", text)))
    tokens = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"]).parse(text)
    if any(token.level >= _DEEPEST - 1 for token in tokens):  # the parser leaves out what stands deeper
        return Written(tuple(re.split(r"\n\s*\n", text)))
    titles = [tokens[place + 1] for place, token in enumerate(tokens[:-1]) if token.tag == "h1" and token.nesting == 1]
    title = _words(titles[0]).strip() if titles else None
    return Written(tuple(_paragraphs(tokens)), title=title or None)


def _paragraphs(tokens: list[Token]) -> Iterator[str]:
    """The text of each block, in the order of the file."""
    for token in tokens:
        if token.type == "inline":
            yield _in_lines(token)
        elif token.type in ("fence", "code_block"):
            yield token.content
        elif token.type == "html_block":
            yield _without_tags(token.content)


def _in_lines(token: Token) -> str:
    """The words of a block; what says who wrote the article stands in the lines of the file."""
    lines = _words(token, "\n").split("\n")
    return "\n".join(lines) if any(map(says_by, lines)) and not any(map(is_sentence, lines)) else _words(token)


def _words(token: Token, soft: str = " ") -> str:
    """The words of a block without marks; addresses of links are left out, descriptions of pictures are not."""
    said = {"softbreak": soft, "hardbreak": "\n"}
    return "".join(
        _words(child, soft)
        if child.type == "image"
        else said.get(child.type, "" if child.type == "html_inline" else child.content)
        for child in token.children or []
    )


def _without_tags(markup: str) -> str:
    """The words of a block of HTML."""
    try:
        return str(html.fromstring(markup).text_content())
    except (html.etree.ParserError, ValueError):  # a comment alone
        return ""
