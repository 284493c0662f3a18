"""What leaves this computer, in words for those who have sources to protect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.settings import EXTRACTIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.models.reach import Reach
    from assistant.settings import Settings

NOTHING = "Nothing. Articles, questions and answers stay on this computer."
INSIDE = "huggingface"
"""The provider of encoders that run in the program itself."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What goes where; stays: to another program on this computer."""

    words: str
    stays: bool = False


def leaving(
    settings: Settings, model: str, answerer: Reach | None, judge: Reach | None, *, traced: bool
) -> tuple[str, ...]:
    """A sentence for each that something is sent to. answerer, judge: where they are asked, as far as is known."""
    sent = [*_for_answers(settings, model, answerer, judge, traced=traced), *_for_the_rest(settings)]
    nothing = (NOTHING,) if all(each.stays for each in sent) else ()
    return (*nothing, *(each.words for each in sent))


def _for_answers(
    settings: Settings, model: str, answerer: Reach | None, judge: Reach | None, *, traced: bool
) -> Iterator[Sent]:
    if model == EXTRACTIVE:
        return
    yield _to(answerer, model, "Your questions, the conversation so far and the passages found for them go to")
    if settings.judge_model:
        yield _to(judge, settings.judge_model, "Sentences of answers, with what they cite, go to the judge")
    if traced:
        yield Sent("All that a model is sent and says goes to LangSmith, too, because LANGSMITH_TRACING is on.")


def _for_the_rest(settings: Settings) -> Iterator[Sent]:
    if settings.embeddings:
        yield from _to_encoder(settings.embeddings)
    if settings.database_url and not settings.database_url.startswith("sqlite"):
        yield Sent("Conversations go to the database that FOOTNOTE_DATABASE_URL names.")
    if settings.allow_links:
        yield Sent("The sites of links that are added on the Library page see that they are fetched from here.")


def _to(known: Reach | None, name: str, what: str) -> Sent:
    """A server on this computer is told of, too: what it does with it is its own affair."""
    return Sent(
        f"{what} {name}, asked at {known.where}." if known else f"{what} {name}.", bool(known and known.is_here)
    )


def _to_encoder(name: str) -> Iterator[Sent]:
    from assistant.models.naming import OLLAMA
    from assistant.models.reach import is_here, ollama_address

    provider = name.partition(":")[0].strip()
    if provider != INSIDE:
        stays = provider == OLLAMA and is_here(ollama_address())
        yield Sent(f"The text of every article and every question go to the encoder {name}.", stays)
