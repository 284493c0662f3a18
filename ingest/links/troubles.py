"""Say in plain words why a link gave nothing."""

from __future__ import annotations

import ssl
from http import HTTPStatus

import httpcore

from ingest.decode import Unreadable


class NoAnswer(Unreadable):
    """A site that was asked gave no answer."""


_BY_HAND = "save the page in your browser and ingest the file"
_BY_STATUS = {
    HTTPStatus.UNAUTHORIZED: f"the site wants to know who asks (401); {_BY_HAND}",
    HTTPStatus.PAYMENT_REQUIRED: f"the site wants to be paid for it (402); {_BY_HAND}",
    HTTPStatus.FORBIDDEN: f"the site does not give it to programs, or not to everyone (403); {_BY_HAND}",
    HTTPStatus.NOT_FOUND: "there is no such page (404); check the address",
    HTTPStatus.GONE: "the page is gone (410)",
    HTTPStatus.TOO_MANY_REQUESTS: "the site asks to be left alone for a while (429); try again later",
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS: "the site may not show it here, for legal reasons (451)",
}
_ERRORS = range(500, 600)


def why_not_given(status: int) -> str:
    """For an answer that is no page."""
    known = next((words for code, words in _BY_STATUS.items() if code == status), None)
    if known:
        return known
    if status in _ERRORS:
        return f"the site is in trouble ({status}); try again later"
    return f"the site did not give it ({status}); look at it in your browser"


def why_not_asked(error: Exception) -> str:
    """For a request to which no answer came, or only part of one."""
    cause = error.__cause__ or error.__context__
    if isinstance(cause, ssl.SSLError):
        return _why_not_secure(cause)
    match error:
        case httpcore.ConnectTimeout():
            return f"the site did not answer. {_DIRECTLY}"
        case httpcore.ConnectError():
            return f"the site could not be reached ({error}). {_DIRECTLY}"
        case httpcore.TimeoutException():
            return "the site fell silent before it was all there; try again later"
        case httpcore.ProtocolError():
            return f"the site's answer was broken off or is not HTTP ({error}); try again later"
    return f"the connection broke off ({error}); try again later"


def _why_not_secure(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return (
            f"the site cannot prove who it is ({error.verify_message}), so nothing was read; if your network vouches"
            " for sites itself, name its certificates with SSL_CERT_FILE"
        )
    return f"the site does not speak https as it should ({error.reason or error}); try the address with http://"


_DIRECTLY = f"Sites are asked directly, never through a proxy: try again later, or {_BY_HAND}"
