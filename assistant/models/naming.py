"""What the name of a chat model says: whose it is, which one it is, where its server is."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.errors import ModelUnusable
from assistant.models.server import Server, read_server

OLLAMA, OPENAI, ANTHROPIC, OPENROUTER = "ollama", "openai", "anthropic", "openrouter"

_EXAMPLES = "`openai:gpt-5-mini`, `anthropic:claude-sonnet-4-5` or `ollama:llama3.2`"


@dataclass(frozen=True, slots=True)
class Named:
    """name: as a person gave it. provider, model: as LangChain knows them. server: None for the provider's."""

    name: str
    provider: str
    model: str
    server: Server | None = None

    @property
    def is_own(self) -> bool:
        """Whether the model most likely runs on a machine of whoever asks, as with Ollama, llama.cpp or vLLM."""
        return self.provider == OLLAMA or (self.provider == OPENAI and self.server is not None)


def read_name(name: str, url: str | None) -> Named:
    """Take a name such as ``openai:gpt-5-mini`` apart; raises ModelUnusable where it names nobody's model.

    With a url, a name without a provider is that of a model at a server that speaks OpenAI's protocol.
    """
    # LangChain tells its providers, and whose a bare name most likely is, nowhere else.
    from langchain.chat_models.base import _BUILTIN_PROVIDERS, _attempt_infer_model_provider

    name, server = name.strip(), read_server(url)
    prefix, _, rest = name.partition(":")
    provider = prefix.strip().lower().replace("-", "_")
    if provider in _BUILTIN_PROVIDERS:
        if not rest.strip():
            raise ModelUnusable(f"FOOTNOTE_MODEL={name} names no model of {provider}; write it as in {_EXAMPLES}")
        return Named(name, provider, rest.strip(), server)
    if server and name:
        return Named(name, OPENAI, name, server)
    if whose := _attempt_infer_model_provider(name):
        return Named(name, whose, name)
    raise ModelUnusable(
        f"FOOTNOTE_MODEL={name} names no provider that is known; write it as in {_EXAMPLES}, or set "
        "FOOTNOTE_MODEL_URL to the address of a server that speaks OpenAI's protocol"
    )
