"""What the name of a chat model says, and what is said where it cannot be opened."""

from __future__ import annotations

import pytest
from langchain_core.language_models import FakeListChatModel

from assistant.errors import ModelTrouble
from assistant.models import clients
from assistant.models.clients import open_client, room, said_each_time
from assistant.models.naming import Named, read_name
from assistant.models.opening import open_model
from assistant.models.server import Server

VARIABLES = ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "OPENAI_BASE_URL", "OPENAI_API_BASE", "LANGSMITH_GATEWAY")
LOCAL = "http://127.0.0.1:8080/v1"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("name", "url", "provider", "model"),
    [
        ("openai:gpt-5-mini", None, "openai", "gpt-5-mini"),
        (" anthropic : claude-sonnet-4-5 ", None, "anthropic", "claude-sonnet-4-5"),
        ("ollama:llama3.2:3b", None, "ollama", "llama3.2:3b"),
        ("Google-GenAI:gemini-2.5-flash", None, "google_genai", "gemini-2.5-flash"),
        ("claude-sonnet-4-5", None, "anthropic", "claude-sonnet-4-5"),
        ("claude-sonnet-4-5", LOCAL, "openai", "claude-sonnet-4-5"),
        ("llama3.2:3b", LOCAL, "openai", "llama3.2:3b"),
        ("ollama:llama3.2:3b", LOCAL, "ollama", "llama3.2:3b"),
    ],
)
def test_a_name_is_a_provider_with_its_model(name: str, url: str | None, provider: str, model: str) -> None:
    server = Server(LOCAL) if url else None

    assert read_name(name, url) == Named(name.strip(), provider, model, server)


@pytest.mark.parametrize("name", ["llama3.2:3b", "nobody:model", "my-model", ":x", ""])
def test_a_name_of_nobody_is_told_what_names_look_like(name: str) -> None:
    with pytest.raises(ModelTrouble) as trouble:
        open_model(name)

    assert str(trouble.value).startswith(f"FOOTNOTE_MODEL={name} names no provider that is known; write it as in `open")
    assert "FOOTNOTE_MODEL_URL" in str(trouble.value)


def test_a_provider_without_a_model_is_told() -> None:
    with pytest.raises(ModelTrouble, match="FOOTNOTE_MODEL=openai: names no model of openai; write it as in"):
        open_model("openai: ")


@pytest.mark.parametrize(
    "url", ["127.0.0.1:8080", "ftp://host", "http://", "http://host:port/", "http://[host/v1", "http://h/v1?key=s3"]
)
def test_what_is_no_address_is_told_without_what_may_be_secret(url: str) -> None:
    with pytest.raises(ModelTrouble, match=r"FOOTNOTE_MODEL_URL=.* is no address of a server; one looks like") as told:
        open_model("openai:gpt", url)

    assert "s3" not in str(told.value)


def test_of_an_address_that_is_none_no_password_is_shown() -> None:
    with pytest.raises(ModelTrouble) as trouble:
        open_model("openai:gpt", "https://ada:sesame@host:99999/v1")

    assert "FOOTNOTE_MODEL_URL=https://host:99999/v1 is no address" in str(trouble.value)


def test_an_address_is_parted_from_its_password() -> None:
    server = read_name("openai:gpt", " https://ada:open%20sesame@host/v1/ ").server

    assert server == Server("https://host/v1", "ada", "open sesame")
    assert "sesame" not in repr(server)


def test_a_password_in_the_address_is_refused_where_it_would_be_shown() -> None:
    with pytest.raises(ModelTrouble, match="FOOTNOTE_MODEL_URL must hold no password for anthropic:claude; set the"):
        open_model("anthropic:claude", "http://ada:sesame@127.0.0.1/")


@pytest.mark.parametrize(
    ("name", "package"), [("mistralai:small", "langchain-mistralai"), ("azure_ai:x", "langchain-azure-ai")]
)
def test_a_package_that_is_missing_is_named(name: str, package: str) -> None:
    with pytest.raises(ModelTrouble, match=f"{name} needs a package that is not installed: pip install {package}"):
        open_model(name)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("openai:gpt-5-mini", "OPENAI_API_KEY"),
        ("anthropic:claude-sonnet-4-5", "ANTHROPIC_API_KEY"),
        ("azure_openai:gpt", "AZURE_OPENAI_API_KEY"),
    ],
)
def test_a_key_that_is_missing_is_named(name: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("OPENAI_API_VERSION", "2024-10-21")
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "https://example.org")
    with pytest.raises(ModelTrouble) as trouble:
        open_model(name)

    assert str(trouble.value) == (
        f"{name} needs a key: set {key} in the environment or in a .env file, then start again"
    )


def test_what_a_provider_lacks_besides_is_told_in_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_VERSION", "AZURE_OPENAI_ENDPOINT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "the-key-of-ada")
    with pytest.raises(ModelTrouble, match=r"azure_openai:gpt cannot be opened as it is set up \(it says: ") as told:
        open_model("azure_openai:gpt")

    assert "the-key-of-ada" not in str(told.value)


def test_a_prompt_has_the_room_that_the_model_is_known_to_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "x")

    assert open_model("openai:gpt-4").room == 7_192
    assert open_model("openai:gpt-4o").room == 32_000
    assert open_model("someone-s-model", LOCAL).room == 7_000


def test_a_model_that_says_nothing_of_its_room_gets_what_every_one_takes() -> None:
    assert room(FakeListChatModel(responses=[])) == 7_000


def test_openrouters_client_counts_milliseconds_and_is_told_with_each_call_to_ask_once() -> None:
    named = read_name("openrouter:someone/model", None)

    assert clients._arguments(named, 8)["timeout"] == 8_000
    assert said_each_time(named) == {"retries": None}


def test_models_of_ones_own_answer_the_same_each_time_and_hosted_ones_as_they_like(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "x")

    def temperature(name: str, url: str | None = None) -> object:
        return open_client(read_name(name, url)).temperature  # type: ignore[attr-defined]

    assert (temperature("ollama:llama3.2"), temperature("qwen", LOCAL), temperature("openai:gpt-5")) == (0, 0, None)


def test_models_that_openai_has_only_by_its_newer_protocol_are_asked_that_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "x")

    def is_newer(name: str) -> object:
        return open_client(read_name(name, None)).use_responses_api  # type: ignore[attr-defined]

    assert (is_newer("openai:gpt-5-pro"), is_newer("openai:gpt-5-mini")) == (True, None)
