"""What a model's stream tells besides its text: how it ended, what it took."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from assistant.models.chat import Spent

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

# Where providers say how a reply ended.
_ENDINGS = ("finish_reason", "stop_reason", "done_reason", "stopReason", "status", "done")

_CUT_FOR_LENGTH = {"length", "max_tokens", "max_output_tokens", "model_length", "incomplete"}
_REFUSED = {
    "content_filter", "refusal", "safety", "recitation", "blocklist", "prohibited_content", "spii",
    "content_filtered", "guardrail_intervened", "error_toxic",
}  # fmt: skip
_FAILED = {"error", "failed"}


class Heard:
    """Gathers what the pieces of one stream say. length: of their text, thoughts included."""

    def __init__(self) -> None:
        self.ending = ""
        self.length = 0
        self._input: int | None = None
        self._output: int | None = None
        self._cost: float | None = None

    @property
    def is_refused(self) -> bool:
        return self.ending in _REFUSED

    @property
    def is_failed(self) -> bool:
        return self.ending in _FAILED

    @property
    def is_cut_for_length(self) -> bool:
        return self.ending in _CUT_FOR_LENGTH

    @property
    def spent(self) -> Spent:
        return Spent(self._input, self._output, self._cost)

    def listen(self, piece: BaseMessage) -> None:
        """Take in what a piece says of itself."""
        self.length += len(piece.text)
        told: Mapping[str, Any] = piece.response_metadata
        self.ending = next((str(told[name]).lower() for name in _ENDINGS if told.get(name)), self.ending)
        if usage := getattr(piece, "usage_metadata", None):
            self._input = (self._input or 0) + usage["input_tokens"]
            self._output = (self._output or 0) + usage["output_tokens"]
        usage_told = told.get("token_usage")
        costs = (told.get("cost"), usage_told.get("cost") if isinstance(usage_told, Mapping) else None)
        self._cost = next((float(cost) for cost in costs if isinstance(cost, int | float)), self._cost)


def together(streams: Iterable[Heard]) -> Spent:
    """What several streams took, where they say."""
    spent = [each.spent for each in streams]
    tokens_in = [each.input_tokens for each in spent if each.input_tokens is not None]
    tokens_out = [each.output_tokens for each in spent if each.output_tokens is not None]
    costs = [each.cost for each in spent if each.cost is not None]
    return Spent(
        sum(tokens_in) if tokens_in else None, sum(tokens_out) if tokens_out else None, sum(costs) if costs else None
    )
