"""The source of a web page as text, whatever its encoding."""

from __future__ import annotations

import codecs
import re

from ingest.decode import Unreadable, decode, refuse_binary

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)
_HEAD = 8 * 1024  # bytes: the standard asks for the first 1,024; saved pages have comments above
# What browsers take these names for (encoding.spec.whatwg.org).
_MEANT = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
    "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030",
    "big5": "big5hkscs", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "x-gbk": "gb18030", "unicode": "utf-16",
}  # fmt: skip
_DAMAGED = 0.001  # the share of characters that may be lost before another encoding is looked for
_SEVEN_BITS = ("iso-2022", "iso2022", "hz", "utf-7")


def source_of(data: bytes, said: str | None) -> str:
    """Read a page's bytes by their mark, as UTF-8, by what the sender or the page says, else by what fits.

    A page saved again as UTF-8 often still says what it was before, so that its bytes are asked first.
    """
    refuse_binary(data)
    if data.startswith(_MARKS):
        return decode(data)
    if wide := _wide(data):
        return data.decode(wide, "replace")
    data = data.replace(b"\x00", b"")
    found = _DECLARED.search(data[:_HEAD])
    names = [name for name in (said, found and found[1].decode("ascii", "replace")) if name]
    if not any(name.lower().startswith(_SEVEN_BITS) for name in names):
        try:
            return data.decode()
        except UnicodeDecodeError:
            pass
    fitting = (text for name in names if (text := _read_as(name, data)) is not None)
    return next(fitting, None) or _guessed(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of a tag is zero."""
    return {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}.get(data[:2])


def _read_as(name: str, data: bytes) -> str | None:
    name = name.strip().lower()
    try:
        text = data.decode(_MEANT.get(name, name), "replace")
    except (LookupError, UnicodeError):
        return None
    return text if text.count("\ufffd") <= _DAMAGED * len(text) else None


def _guessed(data: bytes) -> str:
    """Pages are mostly ASCII: what is damaged in them is less than what can be read."""
    try:
        return decode(data)
    except Unreadable:
        return data.decode("cp1252", "replace")
