"""Who answers, by name: opened when first asked for, since a chat model's client takes seconds to load."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from assistant.answerer import Answerer
from assistant.answering import Tools
from assistant.errors import ModelUnusable
from assistant.extractive import Extractive
from assistant.settings import EXTRACTIVE, Settings

if TYPE_CHECKING:
    from assistant.writing.judging import Judge


# Seconds without a word: for a question put another way, which can be done without, by a hosted model and by one at
# home. That reads some twenty tokens a second without a graphics card, and then needs minutes for the answer: half of
# one more is little, for a question that finds what is meant. And for the last word on an answer.
_QUICK = 8
_QUICK_AT_HOME = 30
_JUDGING = 60


class Answerers:
    """The answerers of one library; safe in several threads."""

    def __init__(self, settings: Settings, tools: Tools) -> None:
        self._settings = settings
        self._tools = tools
        self._open: dict[str, Answerer] = {EXTRACTIVE: Extractive(tools.reader)}
        self._mutex = threading.Lock()

    def named(self, name: str | None) -> Answerer:
        """That answerer, or the settings' where none is named; raises ModelUnusable where it cannot be opened."""
        wanted = name or self._settings.model
        if known := self._open.get(wanted):
            return known  # without waiting while another is being opened
        with self._mutex:
            if wanted not in self._open:
                self._open[wanted] = self._opened(wanted)
            return self._open[wanted]

    def _opened(self, name: str) -> Answerer:
        from assistant.models.naming import read_name
        from assistant.models.opening import open_model
        from assistant.support.verifier import Verifier
        from assistant.writing.model_answerer import ModelAnswerer

        url = server_of(name, self._settings)
        model = open_model(name, url)
        is_own = read_name(name, url).is_own
        quick = open_model(name, url, patience=_QUICK_AT_HOME if is_own else _QUICK, tries=1)
        verifier = Verifier(self._tools.encode, self._tools.encoder.near)
        return ModelAnswerer(model, self._tools.reader, verifier.check, quick, self._judge())

    def _judge(self) -> Judge | None:
        """The settings' second model, if they name one."""
        from assistant.models.opening import open_model
        from assistant.writing.judging import Judge

        name = self._settings.judge_model
        if name is None:
            return None
        try:
            return Judge(open_model(name, server_of(name, self._settings), patience=_JUDGING))
        except ModelUnusable as trouble:
            raise ModelUnusable(f"FOOTNOTE_JUDGE_MODEL={name} cannot be asked: {trouble}") from trouble


def server_of(name: str, settings: Settings) -> str | None:
    """The server of the settings is for the settings' provider, and for what speaks OpenAI's protocol.

    Another provider's model named in its place must not send its key and the articles there.
    """
    from assistant.models.naming import OPENAI, read_name

    url = settings.model_url
    if url is None:
        return None
    its_own = read_name(settings.model, url).provider
    return url if read_name(name, url).provider in (OPENAI, its_own) else None
