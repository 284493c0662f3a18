"""Files dropped onto the page, as what the ingest reads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from ingest.draft import Rejected
    from ingest.piece import Piece
    from ui.progress import Progress


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was dropped: its bytes are held in memory until they are read, and nowhere after that."""

    name: str
    stream: BinaryIO
    size: int


def named_apart(uploads: Sequence[Upload]) -> list[Upload]:
    """Files of one drop that share a name, told apart by number: else the last would replace the others."""
    met: Counter[str] = Counter()
    apart = []
    for each in uploads:
        met[each.name] += 1
        name = each.name if met[each.name] == 1 else numbered(each.name, met[each.name])
        apart.append(Upload(name, each.stream, each.size))
    return apart


def numbered(name: str, number: int) -> str:
    """ "index (2).html": the number before what tells how the file is read."""
    stem, dot, kinds = name.partition(".")
    return f"{stem} ({number}){dot}{kinds}"


def pieces_of(uploads: Sequence[Upload], largest: int, progress: Progress) -> Iterator[Piece | Rejected]:
    """What may hold an article in the files, each let go of when it has been read; largest: bytes of one article."""
    from ingest.pieces import pieces_of_upload

    before = 0
    for upload in uploads:
        for piece in pieces_of_upload(upload.name, upload.stream, largest):
            yield piece
            progress.reach(before + (upload.size if upload.stream.closed else upload.stream.tell()))
        upload.stream.close()
        before += upload.size
        progress.reach(before)
