"""The page in the archive that browsers save with its pictures: MHTML, a mail with parts (RFC 2557)."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from ingest.decode import Unreadable
from ingest.piece import Piece

_MAIL = re.compile(rb"\s*(?:From|MIME-Version|Subject|Date|Snapshot-Content-Location|Content-Type)\s*:", re.IGNORECASE)
_FAILURES = (LookupError, ValueError, RecursionError)  # what its parser raises on parts that are none


def unpacked(piece: Piece) -> Piece:
    """The piece itself, or the page in it with the address and the encoding that the archive notes."""
    if not _MAIL.match(piece.data[:200]):
        return piece
    try:
        message = message_from_bytes(piece.data)
        part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        data = part.get_payload(decode=True) if part else None
        encoding = part.get_content_charset() if part else None
    except _FAILURES:
        raise Unreadable("the archive of the saved page is damaged; save the page again") from None
    if part is None or not isinstance(data, bytes):
        raise Unreadable("the archive holds no page; save the page again as HTML")
    return replace(piece, data=data, encoding=encoding, url=piece.url or _address(message, part))


def _address(message: Message, part: Message) -> str | None:
    said = message["Snapshot-Content-Location"] or part["Content-Location"]
    return str(said) if said else None
