"""Pairs of copies joined to groups."""

from __future__ import annotations

from collections.abc import Iterable


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The other members of each one's group, in order: whoever is joined by pairs, through others, too.

    A version that was cut and one that was led anew may have little in common but the report that both were made of.
    """
    group: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = group.get(one, {one}) | group.get(other, {other})
        group |= dict.fromkeys(joined, joined)
    return {each: tuple(sorted(members - {each})) for each, members in group.items()}
