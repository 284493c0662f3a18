"""`footnote export`: a conversation as a file to take along."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import typer

from assistant.conversations.database import Database
from assistant.conversations.kept import KeptConversation
from assistant.conversations.store import Conversations
from assistant.corpus.reading import Reader
from assistant.errors import Misuse, NotKept
from assistant.exports.exporting import exported
from assistant.exports.formats import Format
from assistant.settings import Settings
from ui.since import since_cited
from ui.terminal import say, say_home


def export(settings: Settings, conversation_id: str, wanted: Format | None, out: Path | None) -> None:
    """Write a kept conversation to a file or to standard output; what it is written as, the file's name may say."""
    kind = wanted or _named(out)
    if kind is Format.DOCX and out is None:
        raise Misuse("a Word file cannot be printed in a terminal; add --out NAME.docx")
    say_home(settings)
    since = since_cited(Reader(settings.home).article, say)
    content = exported(_kept(settings, conversation_id), kind, since).content
    if out is None:
        typer.echo(content, nl=False)
    else:
        _write(out, content)


def _named(out: Path | None) -> Format:
    """By the end of the file's name; the longest end first, for there is .csl.json beside .json."""
    if out is None:
        return Format.MARKDOWN
    for each in sorted(Format, key=lambda each: -len(each.ending)):
        if out.name.lower().endswith(each.ending):
            return each
    raise Misuse(f"{out} does not say what to write; add --format with one of {', '.join(Format)}")


def _kept(settings: Settings, conversation_id: str) -> KeptConversation:
    with closing(Conversations(Database(settings.home, settings.database_url))) as conversations:
        found = conversations.read(conversation_id)
    if found is None:
        raise NotKept(
            f"no conversation {conversation_id} is kept here; its id stands in the page's address behind"
            " `conversation=`, and --home DIR names another library"
        )
    return found


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise Misuse(f"{out} cannot be written ({error.strerror}); name another file with --out") from error
    say(f"written to {out}")
