"""Settings: read once at the edge, passed on as plain values."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.errors import Misuse

DEFAULT_HOME = Path("library")

MAX_FILE_MB = 50
"""An illustrated PDF file, or ten books of text: what is larger is no article. Dumps are streamed and may be larger."""

EXTRACTIVE = "extractive"
"""The answerer that needs no chat model: it answers in the articles' own words."""

NAMES = (
    "FOOTNOTE_HOME",
    "FOOTNOTE_EMBEDDINGS",
    "FOOTNOTE_WEIGHTS",
    "FOOTNOTE_RERANKER",
    "FOOTNOTE_MODEL",
    "FOOTNOTE_MODEL_URL",
    "FOOTNOTE_JUDGE_MODEL",
    "FOOTNOTE_DATABASE_URL",
    "FOOTNOTE_MAX_FILE_MB",
    "FOOTNOTE_ALLOW_LINKS",
    "FOOTNOTE_ALLOW_PRIVATE_ADDRESSES",
)
"""What the environment may set."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can choose.

    home: the library's folder. embeddings: None for the encoder that comes with it, else a LangChain
    name such as ``openai:text-embedding-3-small``. weights: a folder with the encoder's weights.
    reranker: None, or a cross-encoder such as ``flashrank:ms-marco-TinyBERT-L-2-v2``.
    model: who answers: ``extractive``, or a LangChain name such as ``anthropic:claude-sonnet-4-5``. model_url: the
    base URL of a server that speaks OpenAI's protocol (or that of the provider named). judge_model: a second chat
    model that has a say in whether a sentence is borne out.
    database_url: where conversations are kept, where that is not the library's folder: a database of SQLAlchemy's, such
    as ``postgresql://name@host/footnote``.
    max_file_mb: the largest file, archive member or line that is read as one article. allow_links: whether whoever
    uses the page may have links fetched (the terminal always may). allow_private_addresses: whether links may lead
    to this computer or its network.
    """

    home: Path = DEFAULT_HOME
    embeddings: str | None = None
    weights: Path | None = None
    reranker: str | None = None
    model: str = EXTRACTIVE
    model_url: str | None = None
    judge_model: str | None = None
    database_url: str | None = None
    max_file_mb: int = MAX_FILE_MB
    allow_links: bool = False
    allow_private_addresses: bool = False

    def at(self, home: Path | None) -> Settings:
        """The same settings for another library, where one is named."""
        return self if home is None else replace(self, home=home)

    def answered_by(self, model: str | None) -> Settings:
        """The same settings with another answerer, where one is named."""
        return self if model is None else replace(self, model=model.strip() or EXTRACTIVE)


def read_settings(instead: Mapping[str, str] | None = None) -> Settings:
    """Read the environment, and a ``.env`` file in the working folder for what it leaves open.

    What else the file sets goes into the environment, where LangChain looks for providers' keys.
    instead: values, by the names of the environment, that go before both.
    """
    written = _written(Path(".env"))
    values = {**written, **os.environ, **(instead or {})}
    _hand_on(written)

    def given(name: str) -> str | None:
        return (values.get(name) or "").strip() or None

    weights = given("FOOTNOTE_WEIGHTS")
    return Settings(
        home=Path(given("FOOTNOTE_HOME") or DEFAULT_HOME).expanduser(),
        embeddings=given("FOOTNOTE_EMBEDDINGS"),
        weights=Path(weights).expanduser() if weights else None,
        reranker=given("FOOTNOTE_RERANKER"),
        model=given("FOOTNOTE_MODEL") or EXTRACTIVE,
        model_url=given("FOOTNOTE_MODEL_URL"),
        judge_model=given("FOOTNOTE_JUDGE_MODEL"),
        database_url=given("FOOTNOTE_DATABASE_URL"),
        max_file_mb=_megabytes(given("FOOTNOTE_MAX_FILE_MB")),
        allow_links=_is_on("FOOTNOTE_ALLOW_LINKS", given("FOOTNOTE_ALLOW_LINKS")),
        allow_private_addresses=_is_on("FOOTNOTE_ALLOW_PRIVATE_ADDRESSES", given("FOOTNOTE_ALLOW_PRIVATE_ADDRESSES")),
    )


def is_set(name: str) -> bool:
    """Whether the environment has a value for what is not ours to read, such as a provider's key."""
    return bool(os.environ.get(name, "").strip())


def value_of(name: str) -> str:
    """What the environment says under a name that is not ours and no secret, such as where Ollama runs."""
    return os.environ.get(name, "").strip()


def is_traced() -> bool:
    """Whether LangChain hands on each call to LangSmith, as its client reads it."""
    names = ("LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING", "LANGCHAIN_TRACING")
    return next((value for name in names if (value := value_of(name))), "") == "true"


def _hand_on(written: Mapping[str, str | None]) -> None:
    """Put what is not ours, such as providers' keys and LangSmith's settings, where those who read it look for it."""
    for name, value in written.items():
        if value and not name.startswith("FOOTNOTE_"):
            os.environ.setdefault(name, value)


def _megabytes(value: str | None) -> int:
    if value is None:
        return MAX_FILE_MB
    if not value.isascii() or not value.isdigit() or not int(value):
        raise Misuse(f"FOOTNOTE_MAX_FILE_MB={value}: a whole number of megabytes is expected, such as {MAX_FILE_MB}")
    return int(value)


def _is_on(name: str, value: str | None) -> bool:
    """What opens a door must be said plainly: anything but yes and no is a mistake."""
    if value is None or value.lower() in ("0", "no", "false", "off"):
        return False
    if value.lower() in ("1", "yes", "true", "on"):
        return True
    raise Misuse(f"{name}={value}: set it to 1 or 0")


def _written(file: Path) -> dict[str, str | None]:
    from dotenv import dotenv_values

    try:
        return dotenv_values(file)
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"{file.resolve()} cannot be read; it must be plain UTF-8 text ({error})") from error
