"""A library of articles opened for asking: where the parts are put together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Self

from assistant.answerers import Answerers
from assistant.answering import Tools
from assistant.corpus.reading import Reader
from assistant.cues import Known, understand
from assistant.domain import (
    NO_FILTERS,
    Abstention,
    Answer,
    Article,
    ArticleSummary,
    Filters,
    Ranked,
    Removed,
    Reply,
    Step,
    Turn,
    Version,
)
from assistant.embeddings import open_encoder
from assistant.embeddings.encoder import Encoder
from assistant.embeddings.remembering import remembering
from assistant.finding import Finder, Wanted
from assistant.followup import in_conversation
from assistant.replying import Asking, reply_in_steps
from assistant.rerank import Reranker
from assistant.rerankers import open_reranker
from assistant.settings import Settings, read_settings


def open_library(settings: Settings | None = None) -> Library:
    """Open the library that the settings (by default the environment's) name.

    Raises LibraryMissing where nothing was ingested, CorpusMismatch, WeightsMissing and the other
    LibraryUnusable errors, whose text says what to do.
    """
    settings = settings or read_settings()
    reader = Reader(settings.home)
    with ThreadPoolExecutor(max_workers=1) as pool:
        # The encoder loads while Chroma is imported: a third off a cold start.
        encoder = pool.submit(_encoder_ready, settings)
        reader.stamp  # noqa: B018  opens it
        reranker = open_reranker(settings.reranker) if settings.reranker else None
        return Library(settings, reader, encoder.result(), reranker)


def _encoder_ready(settings: Settings) -> Encoder:
    encoder = open_encoder(settings.embeddings, settings.weights)
    encoder.near("word")  # loads its thesaurus, too
    return encoder


class Library:
    """Articles that can be asked. Its calls may come from several threads, and see what others ingest."""

    def __init__(self, settings: Settings, reader: Reader, encoder: Encoder, reranker: Reranker | None = None) -> None:
        self.settings = settings
        self._reader = reader
        self._tools = Tools(reader, encoder, remembering(encoder, reader.vectors_of), reranker)
        self._answerers = Answerers(settings, self._tools)
        reader.require(encoder)

    def stream(
        self,
        question: str,
        history: Sequence[Turn] = (),
        filters: Filters = NO_FILTERS,
        first_number: int = 1,
        asked: date | None = None,
        *,
        ignored: Collection[str] = (),
        today: date | None = None,
        model: str | None = None,
        as_written: bool = False,
    ) -> Iterator[Step]:
        """Answer step by step: what is being done, the text as it comes, and at last the reply.

        asked: the day of asking; where it is given, what was published shortly before it is preferred.
        ignored: words of cues (`Cue.words` of an earlier reply) that are to say nothing about where to look.
        today: by it words such as "last week" are read where no day of asking is given; it prefers nothing.
        model: who answers, where it is not whom the settings name. Raises ModelTrouble where a chat model does not.
        as_written: the question says all that it means; nothing is taken from the history, and nobody rewords it.
        """
        asking = Asking(question, history, filters, first_number, asked, ignored, today, as_written)
        return reply_in_steps(asking, self._tools, self._answerers.named(model))

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        filters: Filters = NO_FILTERS,
        first_number: int = 1,
        asked: date | None = None,
        *,
        ignored: Collection[str] = (),
        today: date | None = None,
        model: str | None = None,
        as_written: bool = False,
    ) -> Reply:
        """Answer at once: the last step of `stream`."""
        *_, reply = self.stream(
            question,
            history,
            filters,
            first_number,
            asked,
            ignored=ignored,
            today=today,
            model=model,
            as_written=as_written,
        )
        assert isinstance(reply, Answer | Abstention)
        return reply

    def search(
        self,
        query: str,
        count: int = 10,
        filters: Filters = NO_FILTERS,
        asked: date | None = None,
        history: Sequence[Turn] = (),
        *,
        today: date | None = None,
    ) -> list[Ranked]:
        """The best paragraphs for a query, or for a question that leans on those before it, best first.

        Its cues are preferences here, and hide nothing.
        """
        followed = in_conversation(query, history)
        known = Known(self._reader.credits(), self._reader.undated, asked or today)
        understood = understand(followed.question, filters, known)
        wanted = Wanted(
            understood.question, understood.parts, understood.beyond, asked, followed.context, followed.articles
        )
        finder = Finder(self._reader, self._tools.encoder, count, self._tools.reranker)
        return list(finder.find(wanted).ranking(count))

    def prepare(self) -> None:
        """Open who answers by the settings before it is asked: a chat model's client takes seconds to load.

        Raises ModelTrouble where it cannot be opened.
        """
        self._answerers.named(None)

    @property
    def generation(self) -> int:
        """Changes with every batch that any process writes; odd while one is being written."""
        return self._reader.generation

    @property
    def passages(self) -> int:
        """How many passages its articles were cut into."""
        return self._reader.counts()[1]

    @property
    def encoder(self) -> Encoder:
        """What its articles are embedded with."""
        return self._tools.encoder

    def articles(self) -> list[ArticleSummary]:
        """Every article, newest first, those without a date last."""
        return self._reader.summaries()

    def article(self, article_id: str) -> Article:
        """One article, whole; raises UnknownArticle."""
        return self._reader.article(article_id)

    def versions(self, article_id: str) -> Sequence[Version]:
        """What an article was before its publisher changed it, newest first."""
        return self._reader.versions(article_id)

    def removed(self) -> Sequence[Removed]:
        """What was taken out and can be put back until the next ingest, the last first."""
        return self._reader.removed()

    def close(self) -> None:
        """Let go of the index."""
        self._reader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
