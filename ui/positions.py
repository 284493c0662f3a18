"""Positions in a text as the browser counts them."""

from __future__ import annotations


def browser_position(text: str, position: int) -> int:
    """A position in characters as the browser counts it: in units of UTF-16."""
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
