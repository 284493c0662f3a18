"""Small PDF and Word files and zip archives, made for tests."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import docx


@dataclass(frozen=True, slots=True)
class Words:
    """A line of a page; each line of the text 14 points below the one before."""

    text: str
    left: float = 72
    bottom: float = 700
    size: float = 11


def pdf(*pages: Sequence[Words], packed: bool = False, **properties: str) -> bytes:
    """A PDF file whose pages print these lines in this order."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        content = b"\n".join(line for words in page for line in _printed(words))
        content, how = (zlib.compress(content), "/Filter /FlateDecode ") if packed else (content, "")
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            f" /Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            f"<< {how}/Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream",
        ]
    told = " ".join(f"/{name} ({value})" for name, value in properties.items())
    return _with_table([*objects, f"<< {told} >>".encode()])


def _printed(words: Words) -> list[bytes]:
    said = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in words.text.split("\n")]
    return [
        f"BT /F1 {words.size} Tf {words.left} {words.bottom - 14 * number} Td ({line}) Tj ET".encode("cp1252")
        for number, line in enumerate(said)
    ]


def _with_table(objects: Sequence[bytes], trailer: str = "") -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {trailer} >>"
    return (
        data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}\nstartxref\n{len(data)}\n%%EOF".encode()
    )


def locked_pdf() -> bytes:
    """A PDF file that wants a password."""
    entry = "<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>"
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O {entry} /U {entry} >> /ID [<00> <00>]"
    return _with_table(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>", b"<< >>"], locked
    )


def word(*paragraphs: str, title: str = "", author: str = "") -> bytes:
    """A Word file."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.core_properties.title, document.core_properties.author = title, author
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a Word file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def zipped(members: Mapping[str, bytes | str], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packed) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, packed)
    return file.getvalue()


def locked_zip(name: str, content: bytes) -> bytes:
    """A zip archive whose one member says that it wants a password."""
    data = bytearray(zipped({name: content}, zipfile.ZIP_STORED))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    return bytes(data)
