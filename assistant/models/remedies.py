"""What to do about a chat model that does not answer, in words that give no secret away."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from assistant.errors import ModelTrouble, PromptTooLong
from assistant.models.failures import Failure, Kind
from assistant.models.naming import OLLAMA, Named

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
        self._secrets = sorted({each for each in _secrets(named, client) if each}, key=len, reverse=True)

    def trouble(self, failure: Failure) -> ModelTrouble:
        """The failure as a person is told of it."""
        kind = PromptTooLong if failure.kind is Kind.TOO_LONG else ModelTrouble
        return kind(self._words(failure))

    def again(self, failure: Failure, seconds: float) -> str:
        """Why the model is asked again."""
        return f"{_REASONS[failure.kind]}; trying again in {_span(seconds)}"

    def thinking(self) -> str:
        """Why what was written is void although nothing failed."""
        return "The model has finished thinking"

    def _words(self, failure: Failure) -> str:
        named, said = self._named, self._excerpt(failure.said)
        its_server = f"the server of {named.name}" + (f" at {named.server}" if named.server else "")
        match failure.kind:
            case Kind.NO_KEY:
                key = failure.key or "its key"
                return f"{named.name} needs a key: set {key} in the environment or in a .env file, then start again"
            case Kind.KEY_REFUSED:
                return f"{its_server} refuses the key; check the one in the environment or in the .env file{said}"
            case Kind.NOT_ALLOWED:
                return f"{its_server} does not let this key use the model; ask for access, or name another model{said}"
            case Kind.NOT_PAID:
                return f"the account of {named.name} has no credit left; add some at the provider, or name another model{said}"
            case Kind.UNKNOWN_MODEL:
                return self._unknown_model() + said
            case Kind.NOT_THERE:
                return self._not_there()
            case Kind.CERTIFICATE:
                return f"the certificate of {its_server} cannot be trusted; check the address and the computer's clock"
            case Kind.TOO_OFTEN:
                wait = f"in {_span(failure.wait)}" if failure.wait else "in a minute"
                return f"{its_server} is asked too often; ask again {wait}{said}"
            case Kind.OVERLOADED:
                return f"{its_server} is overloaded or fails; ask again in a minute{said}"
            case Kind.SILENT:
                return f"{its_server} did not answer in time; ask again, or name a faster model"
            case Kind.BROKEN_OFF:
                return f"{its_server} broke off in the middle of its answer; ask again"
            case Kind.EMPTY:
                return f"{named.name} wrote nothing; ask again, or name another model{self._check_address()}"
            case Kind.ONLY_THOUGHTS:
                return f"{named.name} thought until its room was used up, and wrote no answer; name a model that thinks less"
            case Kind.REFUSED:
                return f"{named.name} refused to answer; put the question another way, or name another model"
            case Kind.TOO_LONG:
                return f"the articles found are more than {named.name} takes in at once; name a model that takes in more{said}"
            case Kind.OTHER_LANGUAGE:
                return f"{its_server} answers in a way that was not understood{self._check_address()}"
            case Kind.NOT_UNDERSTOOD:
                return f"{its_server} did not take the request; name another model{said}"

    def _unknown_model(self) -> str:
        named = self._named
        if named.provider == OLLAMA:
            return f"Ollama has no model {named.model}; get it with `ollama pull {named.model}`, or name one of `ollama list`"
        if named.url:
            return (
                f"there is no model {named.model} at {named.server}; check its name, and that FOOTNOTE_MODEL_URL is "
                "right (most such addresses end in /v1)"
            )
        return f"{named.provider} has no model {named.model}, or none for this key; check its name"

    def _not_there(self) -> str:
        named = self._named
        if named.provider == OLLAMA and not named.url:
            return "Ollama does not answer; start it (`ollama serve`), or set FOOTNOTE_MODEL_URL to where it runs"
        if named.url:
            return f"nothing answers at {named.server}; start the server of {named.name}, or correct FOOTNOTE_MODEL_URL"
        return f"the server of {named.name} cannot be reached; check the internet connection"

    def _check_address(self) -> str:
        return "; check FOOTNOTE_MODEL_URL (most such addresses end in /v1)" if self._named.url else ""

    def _excerpt(self, said: str) -> str:
        """A little of the server's own words, on one line, without what is secret."""
        for secret in self._secrets:
            said = said.replace(secret, "…")
        words = "".join(letter if letter.isprintable() else " " for letter in _LOOKS_SECRET.sub("…", said))
        words = " ".join(words.split())
        words = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + "…"
        return f" (it says: {words})" if words else ""


_REASONS = {
    Kind.TOO_OFTEN: "The model's server is asked too often",
    Kind.OVERLOADED: "The model's server is overloaded",
    Kind.SILENT: "The model's server did not answer in time",
    Kind.BROKEN_OFF: "The model's server broke off",
    Kind.EMPTY: "The model wrote nothing",
}


def _secrets(named: Named, client: BaseChatModel | None) -> Iterator[str]:
    """What must be in no message: the password in the address, and the keys that the client holds."""
    address = urlsplit(named.url or "")
    yield from (address.password or "", unquote(address.password or ""), address.query)
    for value in vars(client).values() if client else ():
        if callable(reveal := getattr(value, "get_secret_value", None)):
            yield str(reveal())


def _span(seconds: float) -> str:
    """A wait as one says it."""
    for unit, length in (("hour", _HOUR), ("minute", _MINUTE)):
        if seconds > length:
            return f"{math.ceil(seconds / length)} {unit}s"
    whole = max(1, math.ceil(seconds))
    return f"{whole} second{'' if whole == 1 else 's'}"
