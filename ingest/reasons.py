"""Say in plain words why the disk did not give a file."""

from __future__ import annotations


def why(error: OSError) -> str:
    """What a person can act on; the system's own words for what is rare."""
    match error:
        case FileNotFoundError():
            return "there is no such file, or it is a link to one that is gone"
        case PermissionError():
            return "it may not be read; check its permissions"
        case _:
            return f"it could not be opened: {error.strerror or error}"
