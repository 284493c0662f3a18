"""What to do about a chat model that does not answer, in words that give no secret away."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from assistant.errors import ITS_WORDS, ModelTrouble, ModelUnusable, PromptTooLong
from assistant.models.clients import NO_KEY
from assistant.models.kinds import Failure, Kind
from assistant.models.naming import OLLAMA, Named
from assistant.models.wording import AT_AN_ADDRESS, HINTS, OF_OLLAMA, REASONS, WORDS

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_LONGEST = 160
_MINUTE, _HOUR = 60, 3600

# Keys as most providers make them, whole or in part: some servers send back what they were sent.
_LOOKS_SECRET = re.compile(
    r"\b(?:sk|pk|rk|gsk|xai|key|lsv2)[-_][\w*.-]{4,}|\bBearer\s+\S+|\bBasic\s+[\w+/=]{8,}|\bAIza[\w-]{8,}"
)


class Remedies:
    """Words for one model. client: None where it could not be made."""

    def __init__(self, named: Named, client: BaseChatModel | None = None) -> None:
        self._named = named
        self._address = named.server.url if named.server else ""
        self._secrets = sorted({*_secrets(named, client)} - {"", NO_KEY}, key=len, reverse=True)

    def trouble(self, failure: Failure) -> ModelTrouble:
        """The failure as a person is told of it."""
        words = self._template(failure.kind).format(
            name=self._named.name,
            model=self._named.model,
            provider=self._named.provider,
            address=self._address,
            server=f"the server of {self._named.name}" + (f" at {self._address}" if self._address else ""),
            key=failure.key or "its key",
            wait=_span(failure.wait or _MINUTE),
            said=self._excerpt(failure.said),
            hint=HINTS.get(self._named.provider, ""),
        )
        if failure.lasts:
            return ModelUnusable(words)
        return PromptTooLong(words) if failure.kind is Kind.TOO_LONG else ModelTrouble(words)

    def again(self, failure: Failure, seconds: float) -> str:
        """Why the model is asked again, and when."""
        return f"{REASONS[failure.kind]}; trying again in {_span(seconds)}"

    def _template(self, kind: Kind) -> str:
        """What holds for the place where the model is asked, else what holds everywhere."""
        places = [
            *([AT_AN_ADDRESS] if self._address else []),
            *([OF_OLLAMA] if self._named.provider == OLLAMA else []),
        ]
        if kind is Kind.UNKNOWN_MODEL:
            places.reverse()  # Ollama's remedy is the same wherever it runs
        return next((place[kind] for place in places if kind in place), WORDS[kind])

    def _excerpt(self, said: str) -> str:
        """A little of the server's own words, on one line, without what is secret; none of a web page."""
        if said.lstrip().startswith("<"):
            return ""
        for secret in self._secrets:
            said = said.replace(secret, "…")
        words = "".join(letter if letter.isprintable() else " " for letter in _LOOKS_SECRET.sub("…", said))
        words = " ".join(words.split())
        words = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + "…"
        return f" {ITS_WORDS}{words})" if words else ""


def _secrets(named: Named, client: BaseChatModel | None) -> Iterator[str]:
    """What must be in no message: the password in the address, and the keys that the client holds."""
    if named.server:
        yield from (named.server.password, quote(named.server.password))
    for value in vars(client).values() if client else ():
        if callable(reveal := getattr(value, "get_secret_value", None)):
            yield str(reveal())


def _span(seconds: float) -> str:
    """A wait as one says it."""
    for unit, length in (("hour", _HOUR), ("minute", _MINUTE)):
        if seconds >= length:
            return _counted(math.ceil(seconds / length), unit)
    return _counted(max(1, math.ceil(seconds)), "second")


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
