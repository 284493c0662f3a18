"""What leaves this computer, in words for those who have sources to protect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.settings import EXTRACTIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.models.reach import Reach
    from assistant.settings import Settings

NOTHING = "Nothing. Articles, questions and answers stay on this computer."


def leaving(
    settings: Settings, model: str, answerer: Reach | None, judge: Reach | None, *, traced: bool
) -> tuple[str, ...]:
    """A sentence for each that something is sent to. answerer, judge: where they are asked, as far as is known."""
    sent = tuple(_sent(settings, model, answerer, judge, traced=traced))
    return sent or (NOTHING,)


def _sent(
    settings: Settings, model: str, answerer: Reach | None, judge: Reach | None, *, traced: bool
) -> Iterator[str]:
    if model != EXTRACTIVE:
        yield from _to(answerer, model, "Your questions, the conversation so far and the passages found for them go to")
        if settings.judge_model:
            yield from _to(judge, settings.judge_model, "Sentences of answers, with what they cite, go to the judge")
        if traced:
            yield "All that a model is sent and says goes to LangSmith, too, because LANGSMITH_TRACING is on."
    if settings.embeddings:
        yield f"Every article and every question go to the encoder {settings.embeddings}."
    if settings.database_url:
        yield "Conversations are kept in the database that FOOTNOTE_DATABASE_URL names."
    if settings.allow_links:
        yield "The sites of links that are added on the Library page see that they are fetched from here."


def _to(known: Reach | None, name: str, what: str) -> Iterator[str]:
    """A server on this computer is told of, too: what it does with it is its own affair."""
    yield f"{what} {known.whom if known else name}."
