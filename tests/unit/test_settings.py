"""Settings from the environment and a .env file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assistant.errors import Misuse
from assistant.settings import NAMES, Settings, is_set, read_settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and no settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_nothing_set_is_the_library_here_with_the_encoder_that_comes_with_it() -> None:
    assert read_settings() == Settings(home=Path("library"), embeddings=None, weights=None)


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_HOME", "/somewhere/else")
    monkeypatch.setenv("FOOTNOTE_EMBEDDINGS", "ollama:some-model")
    monkeypatch.setenv("FOOTNOTE_WEIGHTS", "/weights")
    monkeypatch.setenv("FOOTNOTE_RERANKER", "flashrank:some-model")

    assert read_settings() == Settings(
        Path("/somewhere/else"), "ollama:some-model", Path("/weights"), "flashrank:some-model"
    )


def test_an_env_file_is_read_and_the_environment_wins(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text("# ours\nexport FOOTNOTE_HOME='from the file'\nFOOTNOTE_EMBEDDINGS=openai:small\n")
    monkeypatch.setenv("FOOTNOTE_EMBEDDINGS", "openai:large")

    assert read_settings() == Settings(Path("from the file"), "openai:large")


def test_an_empty_value_is_none_and_undoes_the_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text("FOOTNOTE_HOME=elsewhere\nFOOTNOTE_EMBEDDINGS=\n")
    monkeypatch.setenv("FOOTNOTE_HOME", " ")

    assert read_settings() == Settings()


def test_what_else_the_file_sets_is_handed_on_to_those_who_read_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.environ", {"ANTHROPIC_API_KEY": "from the environment"})
    (folder / ".env").write_text(
        "FOOTNOTE_MODEL=openai:gpt\nOPENAI_API_KEY='from the file'\nANTHROPIC_API_KEY=from-the-file\nEMPTY=\n"
    )
    assert not is_set("OPENAI_API_KEY")

    assert read_settings().model == "openai:gpt"

    assert os.environ == {"ANTHROPIC_API_KEY": "from the environment", "OPENAI_API_KEY": "from the file"}
    assert is_set("OPENAI_API_KEY")


def test_a_tilde_is_the_users_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/users/ada")
    (folder / ".env").write_text("FOOTNOTE_HOME=~/library\nFOOTNOTE_WEIGHTS=~/weights\n")

    assert read_settings() == Settings(Path("/users/ada/library"), None, Path("/users/ada/weights"))


def test_an_env_file_that_is_not_text_is_told_by_name(folder: Path) -> None:
    (folder / ".env").write_bytes("FOOTNOTE_HOME=caf\xe9".encode("latin-1"))

    with pytest.raises(Misuse, match=r"\.env cannot be read; it must be plain UTF-8"):
        read_settings()


def test_a_chat_model_its_server_and_a_judge_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_MODEL", "openai:gpt")
    monkeypatch.setenv("FOOTNOTE_MODEL_URL", "http://127.0.0.1:8080/v1")
    monkeypatch.setenv("FOOTNOTE_JUDGE_MODEL", "ollama:small")

    settings = read_settings()

    assert (settings.model, settings.judge_model) == ("openai:gpt", "ollama:small")
    assert settings.model_url == "http://127.0.0.1:8080/v1"


def test_conversations_may_be_kept_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings().database_url is None

    monkeypatch.setenv("FOOTNOTE_DATABASE_URL", "postgresql://desk@db.example/footnote")

    assert read_settings().database_url == "postgresql://desk@db.example/footnote"


def test_the_extractive_answerer_may_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_MODEL", "extractive")

    assert read_settings() == Settings()


@pytest.mark.parametrize(("value", "on"), [("1", True), ("Yes", True), ("0", False), ("off", False), (" ", False)])
def test_links_are_allowed_only_where_that_is_said(monkeypatch: pytest.MonkeyPatch, value: str, *, on: bool) -> None:
    monkeypatch.setenv("FOOTNOTE_ALLOW_LINKS", value)
    monkeypatch.setenv("FOOTNOTE_ALLOW_PRIVATE_ADDRESSES", value)

    assert read_settings() == Settings(allow_links=on, allow_private_addresses=on)


def test_a_door_is_not_opened_by_a_word_that_means_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_ALLOW_PRIVATE_ADDRESSES", "perhaps")

    with pytest.raises(Misuse, match="FOOTNOTE_ALLOW_PRIVATE_ADDRESSES=perhaps: set it to 1 or 0"):
        read_settings()


def test_another_library_leaves_the_other_settings() -> None:
    settings = Settings(Path("here"), "openai:small")

    assert settings.at(Path("there")) == Settings(Path("there"), "openai:small")
    assert settings.at(None) == settings


def test_values_given_instead_go_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_HOME", "here")
    monkeypatch.setenv("FOOTNOTE_EMBEDDINGS", "openai:small")

    assert read_settings({"FOOTNOTE_HOME": "there"}) == Settings(Path("there"), "openai:small")


def test_the_largest_file_is_a_whole_number_of_megabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_MAX_FILE_MB", "200")
    assert read_settings().max_file_mb == 200
    for value in ("0", "-1", "1.5", "many", "²"):
        monkeypatch.setenv("FOOTNOTE_MAX_FILE_MB", value)
        with pytest.raises(Misuse, match="FOOTNOTE_MAX_FILE_MB"):
            read_settings()
