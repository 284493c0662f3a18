"""Numbers of citations that go on within a conversation."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain import Answer, Claim, Reply


def numbers(reply: Reply) -> tuple[int, ...]:
    """The numbers that its citations have."""
    return tuple(each.number for each in reply.citations) if isinstance(reply, Answer) else ()


def numbered_after(reply: Reply, last: int) -> Reply:
    """The reply, with higher numbers where others have come to use its own: none is used twice."""
    lowest = min(numbers(reply), default=last + 1)
    if not isinstance(reply, Answer) or lowest > last:
        return reply
    by = last + 1 - lowest
    return replace(
        reply,
        claims=tuple(_moved(each, by) for each in reply.claims),
        citations=tuple(replace(each, number=each.number + by) for each in reply.citations),
    )


def _moved(claim: Claim, by: int) -> Claim:
    return replace(claim, citations=tuple(number + by for number in claim.citations))
