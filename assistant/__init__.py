"""Footnote in Python: open a library, ask it, search it.

>>> from assistant import open_library
>>> with open_library() as library:  # doctest: +SKIP
...     reply = library.ask("Why was the ferry late?")

Importing this costs nothing; each name loads what it needs when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.domain import Abstention, Answer, Article, Filters, Ranked, Reply, Turn
    from assistant.errors import FootnoteError
    from assistant.library import Library, open_library
    from assistant.retriever import FootnoteRetriever
    from assistant.settings import Settings, read_settings

__all__ = [
    "Abstention",
    "Answer",
    "Article",
    "Filters",
    "FootnoteError",
    "FootnoteRetriever",
    "Library",
    "Ranked",
    "Reply",
    "Settings",
    "Turn",
    "open_library",
    "read_settings",
]

_HOME = {
    **dict.fromkeys(["Abstention", "Answer", "Article", "Filters", "Ranked", "Reply", "Turn"], "domain"),
    "FootnoteError": "errors",
    "FootnoteRetriever": "retriever",
    **dict.fromkeys(["Library", "open_library"], "library"),
    **dict.fromkeys(["Settings", "read_settings"], "settings"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'assistant' has no attribute {name!r}")
    return getattr(import_module(f"assistant.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
