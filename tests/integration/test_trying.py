"""A chat model tried with one short call, through the real clients, and where it would be asked."""

from __future__ import annotations

import pytest

from assistant.errors import ModelTrouble
from assistant.models.reach import Key, reach
from assistant.settings import EXTRACTIVE, Settings
from assistant.trying import try_model
from tests.providers import Fails, Provider, Says
from ui.leaving import NOTHING
from ui.reaching import look

VARIABLES = ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "OLLAMA_HOST", "LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2")
KEY = "sk-never-to-be-seen-4711"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def of(server: Provider, **known: str) -> Settings:
    return Settings(model=server.name, model_url=server.url, **known)


@pytest.mark.parametrize("protocol", ["openai", "anthropic", "ollama"])
def test_a_model_that_answers_says_its_word_and_how_long_it_took(protocol: str) -> None:
    with Provider(protocol, ["ready"]) as server:
        tried = try_model(server.name, of(server))

    assert tried.words == "ready"
    assert 1 <= tried.first <= tried.whole


def test_a_model_that_goes_on_and_on_is_not_listened_to_for_long() -> None:
    with Provider("openai", [Says(["ready "] * 500)]) as server:
        assert len(try_model(server.name, of(server)).words) < 250


def test_it_is_asked_once_and_its_failure_is_told_as_when_asking() -> None:
    with Provider("openai", [Fails(503)]) as server, pytest.raises(ModelTrouble, match="is overloaded or fails; ask"):
        try_model(server.name, of(server))

    assert len(server.asked) == 1


def test_what_a_server_says_of_a_key_is_told_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with Provider("openai", [Fails(401, f"no such key {KEY}")]) as server, pytest.raises(ModelTrouble) as trouble:
        try_model(server.name, of(server))

    assert "refuses the key" in str(trouble.value)
    assert KEY not in str(trouble.value)


def test_another_providers_model_is_not_tried_at_the_server_of_the_settings() -> None:
    with Provider("openai") as server, pytest.raises(ModelTrouble, match="set ANTHROPIC_API_KEY in the environment"):
        try_model("anthropic:claude-sonnet-4-5", of(server))

    assert not server.asked


def test_of_a_key_only_its_name_is_known_and_whether_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reach("anthropic:claude-sonnet-4-5", None).keys == (Key("ANTHROPIC_API_KEY", is_set=False),)
    monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)

    known = reach("anthropic:claude-sonnet-4-5", None)
    assert known.keys == (Key("ANTHROPIC_API_KEY", is_set=True),)
    assert KEY not in repr(known)


@pytest.mark.parametrize(
    ("name", "url", "address", "is_here"),
    [
        ("openai:gpt-5-mini", None, None, False),
        ("ollama:llama3.2", None, "http://127.0.0.1:11434", True),
        ("openai:any", "http://[::1]:8080/v1", "http://[::1]:8080/v1", True),
        ("openai:any", "http://localhost/v1", "http://localhost/v1", True),
        ("openai:any", "https://ada:sesame@desk.example/v1", "https://desk.example/v1", False),
    ],
)
def test_where_a_model_is_asked_says_whether_that_is_this_computer(
    name: str, url: str | None, address: str | None, *, is_here: bool
) -> None:
    known = reach(name, url)

    assert (known.address, known.is_here) == (address, is_here)
    assert ("on this computer" in known.where) == is_here


def test_ollama_elsewhere_is_not_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLLAMA_HOST", "http://ada:sesame@desk.example:11434")

    assert reach("ollama:llama3.2", None).where == "desk.example:11434"


def test_with_the_articles_own_words_nothing_leaves() -> None:
    assert look(Settings(judge_model="openai:judge"), EXTRACTIVE).leaves == (NOTHING,)


def test_what_stays_on_this_computer_is_told_from_what_leaves_it(monkeypatch: pytest.MonkeyPatch) -> None:
    here = look(Settings(), "ollama:llama3.2").leaves
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    settings = Settings(
        judge_model="anthropic:judge", embeddings="openai:embedding", database_url="postgresql://h/d", allow_links=True
    )
    there = look(settings, "ollama:llama3.2").leaves

    assert here[0] == NOTHING
    assert "go to ollama:llama3.2, asked at http://127.0.0.1:11434, a server on this computer." in here[1]
    assert NOTHING not in there
    assert "go to the judge anthropic:judge, asked at anthropic's own servers, over the internet." in there[1]
    for at, word in enumerate(("LangSmith", "openai:embedding", "FOOTNOTE_DATABASE_URL", "links"), start=2):
        assert word in there[at]


def test_a_model_that_cannot_be_asked_is_told_of_with_the_remedy() -> None:
    found = look(Settings(judge_model="mistralai:judge"), "nobody:model")

    assert found.answerer
    assert "names no provider that is known" in (found.answerer.trouble or "")
    assert found.judge
    assert "pip install langchain-mistralai" in (found.judge.trouble or "")
    assert "go to nobody:model." in found.leaves[0]
