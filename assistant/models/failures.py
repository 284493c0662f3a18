"""What went wrong with a call to a chat model, read from whatever its provider's package raised.

By what exceptions say, not by their types: no package but the one in use needs to be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from assistant.errors import FootnoteError
from assistant.models.kinds import Failure, Kind

_STATUS = {
    401: Kind.KEY_REFUSED, 402: Kind.NOT_PAID, 403: Kind.NOT_ALLOWED, 404: Kind.NOT_FOUND, 408: Kind.SILENT,
    413: Kind.TOO_LONG, 429: Kind.TOO_OFTEN,
}  # fmt: skip
_ERRORS, _SERVER_ERRORS = range(400, 600), range(500, 600)

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
_SAYS_UNKNOWN_MODEL = re.compile(r"\bmodel\b", re.IGNORECASE)
_SAYS_TOO_OFTEN = re.compile(r"rate.?limit", re.IGNORECASE)
_SAYS_OVERLOADED = re.compile(
    r"overloaded|server_error|api_error|unavailable|internal (?:server )?error|at capacity|runner (?:has|process)"
    r"|timeout_error",
    re.IGNORECASE,
)
_NETWORK = {
    Kind.NOT_THERE: {
        "ConnectError", "ConnectTimeout", "ConnectionRefusedError", "gaierror", "EndpointConnectionError",
    },
    Kind.SILENT: {"TimeoutException", "TimeoutError", "APITimeoutError", "ModelTimeoutError"},
    Kind.BROKEN_OFF: {"TransportError", "ConnectionError", "IncompleteRead", "ProtocolError", "APIConnectionError"},
}  # fmt: skip
_KEY = re.compile(r"\b[A-Z][A-Z0-9_]*_(?:API_KEY|API_TOKEN|KEY|TOKEN)\b")


def read_failure(error: BaseException) -> Failure:
    """Whatever was raised, as what a person can do about it."""
    chain = list(_chain(error))
    status = next(filter(None, map(_status, chain)), None)
    said = next(filter(None, map(_said, chain)), "" if status else str(error))
    whole = " ".join([said, *map(str, chain), *(str(getattr(each, "body", "")) for each in chain)])
    kind = _by_words(whole, status) or _by_status(status) or _of_the_network(chain)
    if kind is None and (key := _KEY.search(whole)):
        return Failure(Kind.NO_KEY, said, key=key[0])
    return Failure(kind or _of_the_stream(chain, whole), said, _wait(chain))


def read_failure_to_open(error: BaseException) -> Failure:
    """The same for what was raised before anything was sent."""
    failure = read_failure(error)
    if failure.kind is Kind.NO_KEY:
        return failure
    invalid = getattr(error, "errors", None)  # Pydantic's own text repeats all that it was given
    return Failure(Kind.NOT_OPENED, str(invalid()[0]["msg"]) if callable(invalid) else str(error))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, and what led to it, but for what went wrong before the model was asked."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen and not isinstance(cause, Failure | FootnoteError):
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
    return next((each for each in places if isinstance(each, int) and each in _ERRORS), None)


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
    if _SAYS_UNKNOWN_MODEL.search(whole) and status == 404:  # noqa: PLR2004  not found; else it is the address
        return Kind.UNKNOWN_MODEL
    return Kind.REFUSED if _SAYS_REFUSED.search(whole) and status in (None, 400) else None


def _by_status(status: int | None) -> Kind | None:
    if status is None:
        return None
    return _STATUS.get(status, Kind.OVERLOADED if status in _SERVER_ERRORS else Kind.NOT_TAKEN)


def _of_the_network(chain: Sequence[BaseException]) -> Kind | None:
    """Its failures have the same names in httpx, its successors and Python."""
    if any("CERTIFICATE_VERIFY_FAILED" in str(each) for each in chain):
        return Kind.CERTIFICATE
    names = {each.__name__ for error in chain for each in type(error).__mro__}
    return next((kind for kind, known in _NETWORK.items() if names & known), None)


def _of_the_stream(chain: Sequence[BaseException], whole: str) -> Kind:
    """What a server that has begun to answer, and so has no status left, says in words or by what it sends."""
    if any(str(each).startswith("No generation chunks") for each in chain):
        return Kind.NOTHING
    if _SAYS_TOO_OFTEN.search(whole):
        return Kind.TOO_OFTEN
    if _SAYS_OVERLOADED.search(whole):
        return Kind.OVERLOADED
    # JSON's and Pydantic's errors are the first; the others are LangChain's, where something is not as it should be.
    is_unreadable = isinstance(chain[0], ValueError | KeyError | TypeError | AttributeError | IndexError)
    return Kind.OTHER_LANGUAGE if is_unreadable else Kind.NOT_TAKEN


def _wait(chain: Sequence[BaseException]) -> float | None:
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
