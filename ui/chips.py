"""The cues understood in a question, as chips that can be removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understood import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.domain import Filters


def chips(filters: Filters) -> Iterator[dict[str, str]]:
    """Each cue with its words, by which it is taken back, and its label."""
    for cue in filters.cues:
        yield {"words": cue.words, "label": label(cue, filters)}
