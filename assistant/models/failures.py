"""What went wrong with a call to a chat model, read from whatever its provider's package raised.

By what exceptions say, not by their types: no package but the one in use needs to be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import Enum, auto
from typing import Any


class Kind(Enum):
    """What a person can do something about."""

    NO_KEY = auto()
    KEY_REFUSED = auto()
    NOT_ALLOWED = auto()
    UNKNOWN_MODEL = auto()
    NOT_THERE = auto()
    CERTIFICATE = auto()
    TOO_OFTEN = auto()
    NOT_PAID = auto()
    OVERLOADED = auto()
    SILENT = auto()
    BROKEN_OFF = auto()
    EMPTY = auto()
    ONLY_THOUGHTS = auto()
    REFUSED = auto()
    TOO_LONG = auto()
    OTHER_LANGUAGE = auto()
    NOT_UNDERSTOOD = auto()


_PASSES = {Kind.TOO_OFTEN, Kind.OVERLOADED, Kind.SILENT, Kind.BROKEN_OFF, Kind.EMPTY}


@dataclass(frozen=True)
class Failure(Exception):
    """said: the server's own words. wait: seconds that it asks for. key: the variable that a key is missing from."""

    kind: Kind
    said: str = ""
    wait: float | None = None
    key: str = ""

    @property
    def passes(self) -> bool:
        """Whether asking again may help."""
        return self.kind in _PASSES


_STATUS = {
    401: Kind.KEY_REFUSED, 402: Kind.NOT_PAID, 403: Kind.NOT_ALLOWED, 404: Kind.UNKNOWN_MODEL, 408: Kind.SILENT,
    413: Kind.TOO_LONG, 429: Kind.TOO_OFTEN,
}  # fmt: skip
_SERVER_ERROR = range(500, 600)

# Each provider says it its own way: OpenAI, Anthropic, llama.cpp, vLLM, Ollama, Gemini, Mistral, Cohere, Bedrock.
_SAYS_TOO_LONG = re.compile(
    r"context_length_exceeded|exceed_context_size|maximum context length|context window|prompt is too long"
    r"|available context size|exceeds? the context length|input token count|request_too_large|input is too long"
    r"|too many tokens|tokens exceed the configured limit",
    re.IGNORECASE,
)
_SAYS_NOT_PAID = re.compile(
    r"insufficient_quota|insufficient.balance|credit balance|billing_(?:hard_limit|not_active|error)", re.IGNORECASE
)
_SAYS_REFUSED = re.compile(r"content_filter|content management policy|ResponsibleAIPolicy", re.IGNORECASE)
_SAYS_TOO_OFTEN = re.compile(r"rate.?limit", re.IGNORECASE)
_SAYS_OVERLOADED = re.compile(
    r"overloaded|server_error|api_error|unavailable|internal (?:server )?error|at capacity|runner|timeout_error",
    re.IGNORECASE,
)
_KEY = re.compile(r"\b[A-Z][A-Z0-9_]*_(?:API_KEY|API_TOKEN|KEY|TOKEN)\b")


def read_failure(error: BaseException) -> Failure:
    """Whatever was raised, as what a person can do about it."""
    chain = list(_chain(error))
    status = next(filter(None, map(_status, chain)), None)
    said = next(filter(None, map(_said, chain)), "")
    whole = " ".join([said, *map(str, chain), *(str(getattr(each, "body", "")) for each in chain)])
    kind = _by_words(whole, status) or _by_status(status) or _by_names(chain)
    if kind is Kind.NO_KEY or (kind is None and _KEY.search(whole)):
        key = _KEY.search(whole)
        return Failure(Kind.NO_KEY, said, key=key[0] if key else "")
    return Failure(kind or _in_stream(whole), said, _wait(chain))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, and what led to it."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        cause = cause.__cause__ or cause.__context__


def _status(error: BaseException) -> int | None:
    """The HTTP status, or that which a server says in the middle of a stream."""
    response = getattr(error, "response", None)
    body = getattr(error, "body", None)
    places = (
        getattr(response, "status_code", None),
        getattr(error, "status_code", None),
        _within(response, "ResponseMetadata", "HTTPStatusCode"),
        _within(body, "code"),
        _within(body, "error", "code"),
        getattr(error, "code", None),
    )
    return next((each for each in places if isinstance(each, int) and each >= 400), None)  # noqa: PLR2004  HTTP's errors


def _within(value: object, *path: str) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _said(error: BaseException) -> str:
    """The server's own words, where the error holds them."""
    body = getattr(error, "body", None)
    for words in (
        _within(body, "error", "message"),
        _within(body, "message"),
        _within(body, "error"),
        _within(getattr(error, "response", None), "Error", "Message"),
        body,
        getattr(error, "error", None),
    ):
        if isinstance(words, str) and words.strip():
            return words.strip()
    return ""


def _by_words(whole: str, status: int | None) -> Kind | None:
    """What is said in words goes before a status that several failures share."""
    if _SAYS_TOO_LONG.search(whole) and status in (None, 400, 413, 422, 500):
        return Kind.TOO_LONG
    if _SAYS_NOT_PAID.search(whole):
        return Kind.NOT_PAID
    return Kind.REFUSED if _SAYS_REFUSED.search(whole) and status in (None, 400) else None


def _by_status(status: int | None) -> Kind | None:
    if status is None:
        return None
    return _STATUS.get(status, Kind.OVERLOADED if status in _SERVER_ERROR else Kind.NOT_UNDERSTOOD)


def _by_names(chain: list[BaseException]) -> Kind | None:
    """Failures of the network have the same names in httpx, its successors and Python."""
    names = {each.__name__ for error in chain for each in type(error).__mro__}
    if any("CERTIFICATE_VERIFY_FAILED" in str(each) for each in chain):
        return Kind.CERTIFICATE
    if names & {"ConnectError", "ConnectTimeout", "ConnectionRefusedError", "gaierror", "EndpointConnectionError"}:
        return Kind.NOT_THERE
    if names & {"TimeoutException", "TimeoutError", "APITimeoutError", "ModelTimeoutError"}:
        return Kind.SILENT
    if names & {"TransportError", "ConnectionError", "IncompleteRead", "ProtocolError", "APIConnectionError"}:
        return Kind.BROKEN_OFF
    if any(str(each).startswith("No generation chunks") for each in chain):
        return Kind.EMPTY
    if names & {"JSONDecodeError", "ValidationError", "UnicodeDecodeError"} or isinstance(
        chain[0], KeyError | AttributeError | IndexError
    ):
        return Kind.OTHER_LANGUAGE
    return None


def _in_stream(whole: str) -> Kind:
    """What a server says once it has begun to answer, and has no status left to say it with."""
    if _SAYS_TOO_OFTEN.search(whole):
        return Kind.TOO_OFTEN
    return Kind.OVERLOADED if _SAYS_OVERLOADED.search(whole) else Kind.NOT_UNDERSTOOD


def _wait(chain: list[BaseException]) -> float | None:
    """Seconds until the server wants to be asked again, which it may say as a date."""
    for error in chain:
        headers = getattr(getattr(error, "response", None), "headers", None)
        if isinstance(headers, Mapping) and (said := headers.get("retry-after")):
            return _seconds(str(said))
    return None


def _seconds(said: str) -> float | None:
    if re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", said.strip()):
        return float(said)
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
