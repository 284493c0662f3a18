"""How often a chat model is asked, and how long is waited in between."""

from __future__ import annotations

from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_exponential
from tenacity.stop import stop_base

from assistant.models.kinds import Failure

ATTEMPTS = 3
_LONGEST = 30
"""Seconds that are waited in all: whoever asks is looking at the page."""

_guess = wait_exponential(multiplier=2)  # 2 and 4 seconds: longer than most overloads last


def attempts(most: int = ATTEMPTS) -> Retrying:
    """Iterate over it; the seconds before an attempt are in its state's upcoming_sleep, for the caller to wait."""
    return Retrying(
        retry=retry_if_exception(lambda error: isinstance(error, Failure) and error.passes),
        wait=_seconds,
        stop=stop_after_attempt(most) | _WaitsTooLong(),
        sleep=lambda seconds: None,  # noqa: ARG005  the caller first says that it waits
        reraise=True,
    )


def _seconds(state: RetryCallState) -> float:
    """What the server asks for, else twice as long as before."""
    failure = state.outcome.exception() if state.outcome else None
    if isinstance(failure, Failure) and failure.wait is not None:
        return failure.wait
    return _guess(state)


class _WaitsTooLong(stop_base):
    """Whether the next wait would make them more than a person sits through."""

    def __call__(self, retry_state: RetryCallState) -> bool:
        return retry_state.idle_for + retry_state.upcoming_sleep > _LONGEST
