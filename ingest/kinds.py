"""Tell by its name, or surer by its first bytes, how a file is read."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from ingest.decode import Unreadable, refuse_binary
from ingest.links.targets import target_in_xml
from ingest.piece import Form


class Container(StrEnum):
    """What holds many articles."""

    LINES = "JSON Lines"
    DUMP = "JSON"
    TABLE = "table"
    ARCHIVE = "zip"
    FEED = "feed or sitemap"


_KINDS: dict[str, Form | Container] = {
    **dict.fromkeys(("", ".txt", ".text"), Form.TEXT),
    **dict.fromkeys((".md", ".markdown"), Form.MARKDOWN),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml", ".mht"), Form.PAGE),
    ".pdf": Form.PDF,
    ".docx": Form.WORD,
    **dict.fromkeys((".jsonl", ".ndjson"), Container.LINES),
    ".json": Container.DUMP,
    **dict.fromkeys((".csv", ".tsv"), Container.TABLE),
    ".zip": Container.ARCHIVE,
    **dict.fromkeys((".xml", ".rss", ".atom"), Container.FEED),
}
_OTHERS = {
    "other word processors' documents": ".doc .docm .dot .odt .rtf .pages .wpd",
    "saved page archives": ".webarchive .warc",
    "other markup files": ".rst .adoc .tex",
    "spreadsheets": ".xls .xlsx .ods .parquet .numbers",
    "presentations": ".ppt .pptx .odp .key",
    "pictures": ".png .jpg .jpeg .gif .webp .svg .tif .tiff .bmp .heic",
    "sound and film": ".mp3 .m4a .wav .mp4 .mov .avi .mkv",
    "archives other than .zip and .gz": ".tar .tgz .bz2 .xz .7z .rar .zst",
    "e-books": ".epub .mobi",
    "mail": ".eml .mbox .msg",
}
_REMEDY = "save the article as text (.txt), PDF or Word (.docx), a table as .csv, an archive as .zip"
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}")  # "8.5.2024" ends in none
_OLE = b"\xd0\xcf\x11\xe0"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# Nothing that these have passed is tried in another way: comments or blank lines by the thousand would take hours.
_PAGE = re.compile(rb"(?>\s+|<!--.*?-->|<\?xml[^>]*>)*+<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_DUMP = re.compile(rb"\s*(?:\[\s*\{|[\[{]\s*\n)")
_LINE = re.compile(rb"\s*+\{\s*+\"[^\n]*\}[ \t\r]*+\n\s*+\{")
_OBJECT = re.compile(rb"\s*+\[?\s*+\{\s*+\"[^\"\n]{1,40}\"\s*:")
_SPREAD = frozenset({Container.LINES, Container.DUMP})


def kind_of(name: str, start: bytes) -> Form | Container:
    """How a file of this name that begins like this is read; raises `Unreadable` where it is not."""
    if not start:
        raise Unreadable("it is empty")
    if start.startswith(b"%PDF-"):
        return Form.PDF
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Container.ARCHIVE
    if start.startswith(_OLE):
        raise Unreadable("it is an old office document, or one protected with a password; save it as .docx without one")
    kind = _by_name(name)
    if kind is not Form.PDF:  # which may have other bytes before its own
        refuse_binary(start)
    return _by_start(kind, start.removeprefix(b"\xef\xbb\xbf"))


def _by_name(name: str) -> Form | Container:
    suffix = PurePath(name).suffix.lower()
    if suffix in _KINDS or not _SUFFIX.fullmatch(suffix):
        return _KINDS.get(suffix, Form.TEXT)
    what = next((what for what, kinds in _OTHERS.items() if suffix in kinds.split()), f"{suffix} files")
    raise Unreadable(f"{what} cannot be read; {_REMEDY}")


def _by_start(kind: Form | Container, start: bytes) -> Form | Container:
    """What it plainly begins as, whatever it is called."""
    if _PAGE.match(start):
        return Form.PAGE
    if kind is Form.TEXT and target_in_xml(start):
        return Container.FEED
    if kind in _SPREAD and start.startswith(_UTF16):
        raise Unreadable("it is UTF-16; save it as UTF-8")
    if kind in _SPREAD or (kind is Form.TEXT and _OBJECT.match(start)):
        if _LINE.match(start):
            return Container.LINES
        return Container.DUMP if _DUMP.match(start) or kind is not Container.LINES else kind
    return kind
