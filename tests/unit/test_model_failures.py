"""Failures of providers whose packages are not installed, read from what they raise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from types import SimpleNamespace
from typing import Any

import pytest
from langchain_core.messages import AIMessageChunk

from assistant.errors import ModelTrouble
from assistant.models.chat import Spent
from assistant.models.failures import read_failure
from assistant.models.heard import Heard, together
from assistant.models.kinds import Failure, Kind
from assistant.models.naming import Named
from assistant.models.remedies import Remedies


def raised(message: str = "", **holds: Any) -> Exception:
    """An exception as a package raises it: with attributes of its own."""
    error = RuntimeError(message)
    for name, value in holds.items():
        setattr(error, name, value)
    return error


def response(status: int, **headers: str) -> SimpleNamespace:
    return SimpleNamespace(status_code=status, headers={name.replace("_", "-"): each for name, each in headers.items()})


def bedrock(status: int, code: str, message: str) -> Exception:
    said = {"Error": {"Code": code, "Message": message}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return raised(f"An error occurred ({code}): {message}", response=said)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (raised(code=429, message="quota per minute"), Kind.TOO_OFTEN),
        (raised("400 INVALID_ARGUMENT. The input token count (40000) exceeds the maximum", code=400), Kind.TOO_LONG),
        (raised(code=503, message="UNAVAILABLE"), Kind.OVERLOADED),
        (bedrock(429, "ThrottlingException", "Too many requests"), Kind.TOO_OFTEN),
        (bedrock(400, "ValidationException", "Input is too long for requested model."), Kind.TOO_LONG),
        (bedrock(403, "AccessDeniedException", "You don't have access"), Kind.NOT_ALLOWED),
        (raised(response=response(401)), Kind.KEY_REFUSED),
        (raised(status_code=498, body={"message": "no"}), Kind.NOT_TAKEN),
        (raised("Error code", body={"code": 502, "message": "Provider returned error"}), Kind.OVERLOADED),
        (raised("odd", body={"code": 1301}), Kind.NOT_TAKEN),
        (raised("llama runner process has terminated"), Kind.OVERLOADED),
        (TimeoutError(), Kind.SILENT),
        (ConnectionRefusedError(), Kind.NOT_THERE),
        (ConnectionResetError(), Kind.BROKEN_OFF),
        (OSError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed"), Kind.CERTIFICATE),
        (KeyError("delta"), Kind.OTHER_LANGUAGE),
        (RuntimeError("something else"), Kind.NOT_TAKEN),
    ],
)
def test_a_failure_is_read_whoever_tells_it(error: Exception, kind: Kind) -> None:
    assert read_failure(error).kind is kind


def test_a_failure_is_read_from_what_led_to_it() -> None:
    outer = RuntimeError("Connection error.")
    outer.__cause__ = TimeoutError()

    assert read_failure(outer).kind is Kind.SILENT


def test_what_failed_before_is_another_failure() -> None:
    before = ModelTrouble("the key is refused")
    before.__context__ = raised(status_code=401)
    now = ConnectionResetError()
    now.__context__ = before

    assert read_failure(now).kind is Kind.BROKEN_OFF


def test_a_key_that_is_missed_only_when_asked_is_named() -> None:
    failure = read_failure(TypeError("Set the SOMEONES_API_KEY environment variable"))

    assert (failure.kind, failure.key) == (Kind.NO_KEY, "SOMEONES_API_KEY")


@pytest.mark.parametrize(
    ("said", "seconds"), [("3", 3), ("0.5", 0.5), ("soon", None), ("-1", None), ("9" * 30, None), ("²", None)]
)
def test_the_time_a_server_asks_for_is_read(said: str, seconds: float | None) -> None:
    assert read_failure(raised(response=response(429, retry_after=said))).wait == seconds


@pytest.mark.parametrize("usegmt", [True, False])
def test_a_date_in_the_past_is_no_time_to_wait(*, usegmt: bool) -> None:
    past = format_datetime(datetime.now(UTC) - timedelta(hours=1), usegmt=usegmt)

    assert read_failure(raised(response=response(429, retry_after=past))).wait == 0


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 second"), (29.1, "30 seconds"), (60, "1 minute"), (5000, "2 hours")]
)
def test_waits_are_told_as_one_says_them(seconds: float, words: str) -> None:
    remedies = Remedies(Named("openai:gpt", "openai", "gpt"))

    assert str(remedies.trouble(Failure(Kind.TOO_OFTEN, wait=seconds))).endswith(f"ask again in {words}")


def test_every_failure_has_its_words_everywhere() -> None:
    for provider in ("openai", "anthropic", "ollama", "cohere"):
        remedies = Remedies(Named(f"{provider}:{{x}}", provider, "{x}"))
        for kind in Kind:
            words = str(remedies.trouble(Failure(kind, "{said} what it says")))
            assert "{" not in words.replace("{x}", "").replace("{said}", "")
            assert Failure(kind).passes == ("trying again" in _again(remedies, kind))


def _again(remedies: Remedies, kind: Kind) -> str:
    try:
        return remedies.again(Failure(kind), 1)
    except KeyError:
        return ""


def test_the_cost_is_noted_where_a_provider_tells_it() -> None:
    first, second = Heard(), Heard()
    first.listen(AIMessageChunk(content="It", response_metadata={"token_usage": {"cost": 0.002}}))
    second.listen(
        AIMessageChunk(content="", usage_metadata={"input_tokens": 10, "output_tokens": 2, "total_tokens": 12})
    )
    second.listen(AIMessageChunk(content="", response_metadata={"cost": 0.001, "finish_reason": "stop"}))

    assert together([first, second]) == Spent(10, 2, 0.003)
    assert second.ending == "stop"
