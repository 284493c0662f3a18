"""Long lists in the pieces that a database takes."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def batches(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """Cut into slices of at most `size`."""
    return (items[start : start + size] for start in range(0, len(items), size))
