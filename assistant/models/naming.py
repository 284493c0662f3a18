"""What the name of a chat model says: whose it is, which one it is, where its server is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from assistant.errors import ModelTrouble

OLLAMA, OPENAI, ANTHROPIC = "ollama", "openai", "anthropic"

_EXAMPLES = "`openai:gpt-5-mini`, `anthropic:claude-sonnet-4-5` or `ollama:llama3.2`"


@dataclass(frozen=True, slots=True)
class Named:
    """name: as a person gave it. provider, model: as LangChain knows them. url: None for the provider's own server."""

    name: str
    provider: str
    model: str
    url: str | None = None

    @property
    def is_compatible(self) -> bool:
        """Whether a server other than OpenAI's own is asked in OpenAI's words, as llama.cpp, vLLM and LM Studio are."""
        return self.provider == OPENAI and self.url is not None

    @property
    def is_own(self) -> bool:
        """Whether the model most likely runs on a machine of whoever asks."""
        return self.provider == OLLAMA or self.is_compatible

    @property
    def server(self) -> str:
        """The server's address as it may be shown: without password and query; empty for the provider's own."""
        return shown(self.url) if self.url else ""


def read_name(name: str, url: str | None) -> Named:
    """Take a name such as ``openai:gpt-5-mini`` apart; raises ModelTrouble where it names nobody's model.

    With a url, a name without a provider is that of a model at a server that speaks OpenAI's protocol.
    """
    # LangChain tells its providers, and whose a bare name most likely is, nowhere else.
    from langchain.chat_models.base import _BUILTIN_PROVIDERS, _attempt_infer_model_provider

    name, url = name.strip(), _web_address(url)
    prefix, _, rest = name.partition(":")
    provider = prefix.strip().lower().replace("-", "_")
    if provider in _BUILTIN_PROVIDERS:
        if not rest.strip():
            raise ModelTrouble(f"FOOTNOTE_MODEL={name} names no model of {provider}; write it as in {_EXAMPLES}")
        return Named(name, provider, rest.strip(), url)
    if url and name:
        return Named(name, OPENAI, name, url)
    if whose := _attempt_infer_model_provider(name):
        return Named(name, whose, name)
    raise ModelTrouble(
        f"FOOTNOTE_MODEL={name} names no provider that is known; write it as in {_EXAMPLES}, or set "
        "FOOTNOTE_MODEL_URL to the address of a server that speaks OpenAI's protocol"
    )


def _web_address(url: str | None) -> str | None:
    """The address without spaces around it; raises ModelTrouble for what can be none."""
    if url is None or not url.strip():
        return None
    try:
        parts = urlsplit(url.strip())
        if parts.scheme in ("http", "https") and parts.hostname and parts.port != 0:
            return url.strip()
    except ValueError:  # a port that is no number, a host that begins with [ and is none
        pass
    raise ModelTrouble(f"FOOTNOTE_MODEL_URL={shown(url)} is no web address; one looks like http://127.0.0.1:8080/v1")


def shown(url: str) -> str:
    """An address for a message: without password, query and fragment."""
    url = "".join(filter(str.isprintable, url.strip()))
    try:
        parts = urlsplit(url)
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", "")).rstrip("/")
    except ValueError:
        return re.sub(r"(?<=//)[^/?#]*@|[?#].*", "", url)
