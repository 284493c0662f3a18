"""LangChain's client for a chat model that was named."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from assistant.errors import ModelUnusable
from assistant.models.naming import ANTHROPIC, OLLAMA, OPENAI, OPENROUTER, Named
from assistant.models.server import Server
from assistant.settings import is_set

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from pydantic import BaseModel

ANSWER = 1_000
"""Tokens that an answer may take: ten sentences are some 300, the rest is for models that think first."""

_CONTEXT = 8_000
"""What every model that is still in use takes in, prompt and answer together."""

_MOST = 32_000
"""More does not help: twenty paragraphs of news and the conversation before them are some 6,000 tokens."""

_CONNECTING = 5
"""Seconds: who is there answers within one, and who is not is told of soon."""

_WAITING = 120
_WAITING_FOR_OWN = 180
"""Seconds without a word: a model at home reads a long prompt for minutes, a hosted one may think before it writes."""

NO_KEY = "none"
"""What is sent to a server that is not the provider's own where there is no key: most want none, clients insist."""


def open_client(named: Named, patience: int | None = None) -> BaseChatModel:
    """Make the client; nothing is sent yet. Raises whatever the provider's package does.

    patience: seconds that the model may say nothing; None for as long as one may need.
    """
    from langchain.chat_models import init_chat_model

    takes = _fields(client_class(named))
    if named.server and "base_url" not in takes:
        raise ModelUnusable(f"{named.name} is asked where its provider is; unset FOOTNOTE_MODEL_URL")
    arguments = {name: value for name, value in _arguments(named, patience).items() if name in takes}
    client: BaseChatModel = init_chat_model(named.model, model_provider=named.provider, **arguments)
    return client


def said_each_time(named: Named, patience: float | None = None) -> dict[str, Any]:
    """What a client is told with every call, for it cannot be told when it is made.

    Anthropic's takes one number of seconds for all, connecting included: where there is no network, minutes. Where
    OpenRouter's is told to ask once, its package asks again for an hour.
    """
    if named.provider == OPENROUTER:
        return {"retries": None}
    if named.provider != ANTHROPIC:
        return {}
    from anthropic import Timeout

    return {"timeout": Timeout(patience or _patience(named), connect=_CONNECTING)}


def missing_key(client: BaseChatModel) -> str | None:
    """The variable of a key that the client was made without, and would send as an empty one."""
    for field, variable in client.lc_secrets.items():
        if callable(reveal := getattr(getattr(client, field, None), "get_secret_value", None)) and not reveal():
            return variable
    return None


def room(client: BaseChatModel) -> int:
    """Tokens that a prompt may have: less than what the model is known to take in, else than what every one does."""
    known = (client.profile or {}).get("max_input_tokens") or _CONTEXT
    return max(ANSWER, min(_MOST, known - ANSWER))


def _arguments(named: Named, patience: int | None) -> dict[str, Any]:
    """What clients are told where they take it. They ask once: whoever asks again here says so."""
    patience = patience or _patience(named)
    arguments: dict[str, Any] = {"max_retries": 0, "timeout": patience, "stream_usage": True}
    arguments["stream_chunk_timeout"] = None  # a second patience, shorter than ours; it swallows a hang-up at times
    if named.server:
        arguments["base_url"] = named.server.url
    if named.is_own:
        arguments["temperature"] = 0  # hosted models that think refuse it
    if named.provider == OPENAI:
        return arguments | _for_openai(named.server, patience)
    if named.provider == OPENROUTER:
        arguments["timeout"] = patience * 1_000  # its client counts milliseconds
    if named.provider == OLLAMA:
        return arguments | _for_ollama(named.server, patience)
    if named.server and named.server.user:
        raise ModelUnusable(
            f"FOOTNOTE_MODEL_URL must hold no password for {named.name}; set the provider's key instead"
        )
    if named.provider == ANTHROPIC and named.server and not is_set("ANTHROPIC_API_KEY"):
        arguments["api_key"] = NO_KEY
    return arguments


def _patience(named: Named) -> int:
    return _WAITING_FOR_OWN if named.is_own else _WAITING


def _for_openai(server: Server | None, patience: int) -> dict[str, Any]:
    from openai import DefaultAsyncHttpxClient, DefaultHttpxClient, Timeout

    timeout = Timeout(patience, connect=_CONNECTING)
    if not server:
        return {"timeout": timeout}
    # By some names the client would speak OpenAI's newer protocol, which other servers do not.
    arguments: dict[str, Any] = {"timeout": timeout, "use_responses_api": False}
    if not is_set("OPENAI_API_KEY"):
        arguments["api_key"] = NO_KEY
    if server.user:
        told: dict[str, Any] = {"timeout": timeout, "auth": (server.user, server.password)}
        arguments["http_client"] = DefaultHttpxClient(**told)
        arguments["http_async_client"] = DefaultAsyncHttpxClient(**told)
    return arguments


def _for_ollama(server: Server | None, patience: int) -> dict[str, Any]:
    from httpx import BasicAuth, Timeout

    told: dict[str, Any] = {"timeout": Timeout(patience, connect=_CONNECTING)}
    if server and server.user:
        told["auth"] = BasicAuth(server.user, server.password)
    return {"client_kwargs": told}


def client_class(named: Named) -> type[BaseModel]:
    from langchain.chat_models.base import _BUILTIN_PROVIDERS

    module, name, _ = _BUILTIN_PROVIDERS[named.provider]
    try:
        found: type[BaseModel] = getattr(importlib.import_module(module), name)
    except ImportError as error:
        package = module.partition(".")[0].replace("_", "-")
        raise ModelUnusable(f"{named.name} needs a package that is not installed: pip install {package}") from error
    return found


def _fields(client: type[BaseModel]) -> set[str]:
    """The names of all that a client can be told."""
    return {name for field, about in client.model_fields.items() for name in (field, about.alias) if name}
