"""Bytes to text, or the reason why these bytes are none."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from assistant.errors import FootnoteError

_MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "an image, sound or film",
    b"\x1f\x8b": "a gzip file",
    b"BZh": "a bzip2 file",
    b"\xfd7zXZ": "an xz file",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a SQLite database",
}
_MARKS = {  # the longer first: the mark of UTF-32 begins with that of UTF-16
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_SAMPLE = 64 * 1024  # enough to tell an encoding; the detector's time grows with what it is given
_BROKEN = 0.001  # the share of characters that may be damaged in text that is UTF-8 otherwise
_WESTERN = "cp1252"
MIXED = "footnote-mixed"
"""How decoding goes on at bytes that do not fit their encoding."""

_REMEDY = "save it as UTF-8 text"


class Unreadable(FootnoteError):
    """A source has no article in it that can be read; its text is the reason."""


def refuse_binary(start: bytes) -> None:
    """Raise for the first bytes of a file that is plainly something else than text."""
    for magic, what in _MAGIC.items():
        if start.startswith(magic):
            raise Unreadable(f"it is {what}, not text; {_REMEDY}")


def decode(data: bytes) -> str:
    """Read bytes by their mark, else as UTF-8, else in the encoding that fits them best."""
    refuse_binary(data)
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _by_its_mark(data, encoding)
    if b"\x00" in data:
        raise Unreadable(f"it holds zero bytes, as binary files do; {_REMEDY}")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _by_what_fits(data)


def encoding_of(start: bytes) -> str:
    """The encoding of a long text that begins like this; what does not fit it is for `MIXED` to decode."""
    marked = next((encoding for mark, encoding in _MARKS.items() if start.startswith(mark)), None)
    return marked or _of_most(start[:_SAMPLE])


def _of_most(sample: bytes) -> str:
    """UTF-8, with what was pasted from Windows in between, unless it fits another encoding better."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        likeliest = None if _is_nearly_whole(sample.decode(errors="replace")) else _likeliest(sample)
        return "utf-8" if likeliest in (None, _WESTERN) else str(likeliest)
    return "utf-8"


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """What stands among UTF-8 and is none was mostly pasted from Windows."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode(_WESTERN, "replace"), error.end


codecs.register_error(MIXED, _as_western)


def _by_its_mark(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    if _is_nearly_whole(text):
        return text
    raise Unreadable(f"it begins like {encoding.removesuffix('-sig').upper()} and is not; {_REMEDY}")


def _by_what_fits(data: bytes) -> str:
    text = data.decode(errors="replace")
    if _is_nearly_whole(text):
        return text
    encoding = _likeliest(data[:_SAMPLE])
    if encoding:
        text = data.decode(encoding, "replace")
        if _is_nearly_whole(text) and _looks_written(text):
            return text
    raise Unreadable(f"its encoding could not be told; {_REMEDY}")


def _likeliest(sample: bytes) -> str | None:
    """The encoding that fits best; where several fit alike, that of Western Windows, the commonest by far."""
    matches = list(from_bytes(sample))
    alike = [match.encoding for match in matches if match.chaos <= matches[0].chaos]
    return _WESTERN if _WESTERN in alike else next(iter(alike), None)


def _is_nearly_whole(text: str) -> bool:
    """Whether so little is damaged that the rest can be trusted."""
    damaged = text.count("\ufffd")
    return damaged <= max(1, len(text) * _BROKEN) and sum(c > "\x7f" for c in text) > 2 * damaged


def _looks_written(text: str) -> bool:
    """Whether it is mostly letters and spaces, as prose of any script is."""
    return sum(c.isalpha() or c.isspace() for c in text) > 0.7 * len(text)
