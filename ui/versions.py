"""Versions of the program, of what it runs on, and of the formats it writes."""

from __future__ import annotations

import platform
from importlib.metadata import version

PACKAGES = ("footnote", "chromadb", "langchain", "streamlit", "tantivy", "onnxruntime")


Numbers = tuple[tuple[str, str], ...]
"""Names with their versions."""


def versions() -> Numbers:
    """Of Python, of this program and of what it leans on most."""
    return (("python", platform.python_version()), *((name, version(name)) for name in PACKAGES))


def formats() -> Numbers:
    """What is written on disk or sent, each numbered for itself."""
    from assistant.backup import manifest
    from assistant.conversations import tables
    from assistant.corpus.records import PASSAGES_VERSION
    from assistant.writing import prompts
    from ingest.piece import READING_VERSION

    return (
        ("passages", str(PASSAGES_VERSION)),
        ("reading", str(READING_VERSION)),
        ("conversations", str(tables.VERSION)),
        ("backups", str(manifest.FORMAT)),
        ("prompts", prompts.VERSION),
    )


def said(numbers: Numbers) -> str:
    return ", ".join(f"{name} {number}" for name, number in numbers)
