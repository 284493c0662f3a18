"""Small files that are written as a whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from assistant.errors import LibraryUnusable


def write_whole(path: Path, text: str) -> None:
    """Put this text into the file, which is what it was until then. Raises LibraryUnusable for a full disk."""
    draft = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise LibraryUnusable(
            f"{path} cannot be written ({error.strerror}); make room on the disk, then run the same again: "
            "what was done is kept"
        ) from error
