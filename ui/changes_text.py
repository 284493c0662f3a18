"""What changed in an article, as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.changes import Change, Fate, Span, changes
from assistant.domain import Article, Version
from ui.terminal import day_text, wrapped

_UNCHANGED = "It is as it was read first; there is no earlier version."


def changes_for_reading(article: Article, versions: Sequence[Version]) -> str:
    """From each version to the next, the latest change first: what was [-taken out-] and {+put in+}."""
    if not versions:
        return _UNCHANGED
    tellings = [article, *(each.article for each in versions)]
    steps = zip(pairwise(tellings), versions, strict=True)
    return "\n".join(line for (after, before), version in steps for line in _step(before, after, version))


def _step(before: Article, after: Article, version: Version) -> Iterator[str]:
    yield f"Changed by {version.superseded.astimezone():%d %B %Y, %H:%M}"
    yield ""
    for one, other in (
        ([before.description.title], [after.description.title]),
        (["By " + ", ".join(before.description.authors)], ["By " + ", ".join(after.description.authors)]),
        ([day_text(before.description.published)], [day_text(after.description.published)]),
        ([each.text for each in before.paragraphs], [each.text for each in after.paragraphs]),
    ):
        for change in changes(one, other):
            if change.fate is not Fate.KEPT:
                yield wrapped(_marked(change), indent="    ")
                yield ""


def _marked(change: Change) -> str:
    match change.fate:
        case Fate.ADDED:
            return f"{{+{change.after}+}}"
        case Fate.REMOVED:
            return f"[-{change.before}-]"
        case _:
            return _reworded(change.before or "", change.after or "", change.gone, change.new)


def _reworded(before: str, after: str, gone: Sequence[Span], new: Sequence[Span]) -> str:
    """The later words with the earlier ones where they stood: outside of the spans both are the same."""
    out, at, at_after = "", 0, 0
    lost, put = list(gone), list(new)
    while at < len(before) or at_after < len(after):
        if lost and lost[0].start == at:
            out += f"[-{before[at : lost[0].end]}-]"
            at = lost.pop(0).end
        elif put and put[0].start == at_after:
            out += f"{{+{after[at_after : put[0].end]}+}}"
            at_after = put.pop(0).end
        else:
            out += before[at]
            at, at_after = at + 1, at_after + 1
    return out
