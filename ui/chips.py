"""What a reply was limited to, and what it preferred, as chips that can be removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understood import label
from ui.limits import label as limit_label
from ui.limits import limits_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.domain import Filters
    from ui.limits import TitleOf


def chips(filters: Filters) -> Iterator[dict[str, str]]:
    """Each cue found in the question with its words, by which it is taken back, and its label."""
    for cue in filters.cues:
        yield {"words": cue.words, "label": label(cue, filters)}


def given(filters: Filters, title_of: TitleOf) -> Iterator[dict[str, str]]:
    """Each limit that the asker set, by its kind, with its label."""
    limits = filters.given
    for limit in limits_in(limits):
        yield {"limit": limit.value, "label": limit_label(limit, limits, title_of)}
