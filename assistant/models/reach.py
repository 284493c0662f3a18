"""Where a chat model is asked, with whose key: known without sending anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from assistant.models.clients import client_class
from assistant.models.naming import OLLAMA, Named, read_name
from assistant.settings import is_set, value_of

_OLLAMA_AT = "http://127.0.0.1:11434"
_SECRETS = ("KEY", "TOKEN", "SECRET", "PASSWORD")


@dataclass(frozen=True, slots=True)
class Key:
    """The variable that a provider's package reads a key from, and whether it has a value: never the value itself."""

    variable: str
    is_set: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """address: None for the provider's own. is_here: it is on this computer. keys: none where none is wanted."""

    name: str
    provider: str
    address: str | None
    is_here: bool
    keys: tuple[Key, ...] = ()

    @property
    def where(self) -> str:
        """As one says it."""
        if self.address is None:
            return f"{self.provider}'s own servers, over the internet"
        return f"{self.address}, a server on this computer" if self.is_here else self.address


def reach(name: str, url: str | None) -> Reach:
    """Where a model of that name is asked; raises ModelUnusable where nobody's is named, or a package is missing."""
    named = read_name(name, url)
    own = ollama_address() if named.provider == OLLAMA else None
    address = named.server.url if named.server else own
    return Reach(named.name, named.provider, address, is_here(address), tuple(_keys(named)))


def ollama_address() -> str:
    """Where Ollama is asked that nobody has named another place for; without a password that stands before the host."""
    return value_of("OLLAMA_HOST").rpartition("@")[2] or _OLLAMA_AT


def is_here(address: str | None) -> bool:
    """Whether an address is one of this computer's own."""
    if address is None:
        return False
    host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    try:
        return ip_address(host).is_loopback or ip_address(host).is_unspecified
    except ValueError:
        return host == "localhost"


def _keys(named: Named) -> Iterator[Key]:
    """LangChain's clients tell the names of their secrets; some call other things secrets, too."""
    client: Any = client_class(named).model_construct()
    for variable in dict.fromkeys(client.lc_secrets.values()):
        if variable.endswith(_SECRETS):
            yield Key(variable, is_set(variable))
