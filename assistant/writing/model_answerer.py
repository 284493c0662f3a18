"""The answerer that has a chat model write, under the same rules."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.answerer import Brief, Draft, Drafting, Rewriting
from assistant.corpus.reading import Reader
from assistant.domain import Consulting, Judging, Mending, Ranked, Retrying, Rewording, Step, Turn
from assistant.errors import ModelTrouble, PromptTooLong
from assistant.models.chat import ChatModel, Prompt, Spent
from assistant.reasons import language_of
from assistant.support.verdict import Check
from assistant.tongue import tongue_of
from assistant.writing.account import Account
from assistant.writing.drafting import drafted, state_nothing
from assistant.writing.judging import Judge
from assistant.writing.listening import heard
from assistant.writing.manuscript import Manuscript
from assistant.writing.mending import mended, sent_back, to_mend
from assistant.writing.prompts import answer_prompt, mending_prompt
from assistant.writing.rewriting import rewritten
from assistant.writing.shown import Shown, shown
from assistant.writing.weighing import Scales, Weighed, as_it_stands

# Paragraphs that a model is shown at most: with twenty, nine of ten news questions have their answer among them.
_MOST = 20

# Tokens left for the answer and, once more, those of its sentences that are sent back with what is wrong.
_RESERVE = 1_500

_NOTHING = Shown((), ())

# Of a model that finds a prompt too long, the room is not what we were told: it is asked again with so much of it.
_SHRUNK = 3

Sentences = Generator[Step, None, list[Weighed]]


@dataclass(frozen=True, slots=True)
class _Work:
    """One answer in the making."""

    brief: Brief
    shown: Shown
    scales: Scales
    account: Account


class ModelAnswerer:
    """Paragraphs go to the model, its sentences come back cited, checked, and those that fail are sent back once.

    quick: the same model, for what nobody waits for long. judge: has the last word on what passed.
    """

    def __init__(
        self,
        model: ChatModel,
        reader: Reader,
        check: Check,
        quick: ChatModel | None = None,
        judge: Judge | None = None,
    ) -> None:
        self._model = model
        self._reader = reader
        self._check = check
        self._quick = quick or model
        self._judge = judge

    @property
    def name(self) -> str:
        return self._model.name

    def rewritten(self, question: str, history: Sequence[Turn], found: Sequence[Ranked]) -> Rewriting:
        """Ask the model once; nothing is rewritten where it fails, or keeps one waiting."""
        yield Rewording(self.name)
        language = language_of(found) or tongue_of(" ".join(turn.answer for turn in history))
        return rewritten(self._quick, question, history, language)

    def answer(self, brief: Brief) -> Drafting:
        """Show as much as the model has room for; where it finds that too long, a third of it."""
        account = Account(brief.spent)
        ranking = _ranking(brief)
        if not ranking:
            return Draft(reason=brief.findings.reason, usage=brief.spent)
        bare = answer_prompt(brief.question, _NOTHING, brief.asked)
        work = self._work(brief, ranking, self._model.room - _RESERVE - bare.tokens, account)
        try:
            return (yield from self._drafted(work))
        except PromptTooLong:
            yield Retrying("The model was shown more than it takes in at once; asking again with less")
            return (yield from self._drafted(self._work(brief, ranking, work.shown.tokens // _SHRUNK, account)))

    def _work(self, brief: Brief, ranking: Sequence[Ranked], room: int, account: Account) -> _Work:
        paragraphs = shown(brief.question, ranking, room)
        articles = self._reader.articles(list(dict.fromkeys(each.article_id for each in paragraphs.paragraphs)))
        return _Work(brief, paragraphs, Scales(paragraphs, articles, self._check), account)

    def _drafted(self, work: _Work) -> Drafting:
        work.account.shown(len(work.shown))
        yield Consulting(self.name, len(work.shown))
        written = yield from self._written(work)
        if written is None:
            reason = work.brief.findings.reason or "none of the passages that come nearest answers the question"
            return Draft(reason=reason, usage=work.account.usage, milliseconds=work.scales.milliseconds)
        mended = yield from self._mended(written, work)
        sentences = yield from self._judged(mended, work)
        there = self._reader.articles(list({quote.article_id for each in sentences for quote in each.quotes}))
        left = [as_it_stands(each, there) for each in sentences]
        return drafted(left, work.brief.first_number, work.account.usage, work.scales.milliseconds)

    def _written(self, work: _Work) -> Generator[Step, None, Manuscript | None]:
        """The model's answer; None where it is that the articles do not say."""
        brief = work.brief
        manuscript = Manuscript(work.scales, brief.first_number)
        for piece in self._model.write(answer_prompt(brief.question, work.shown, brief.asked)):
            match piece:
                case Spent():
                    work.account.called(piece)
                case Retrying():
                    manuscript = Manuscript(work.scales, brief.first_number)
                    yield piece
                case str():
                    yield from manuscript.take(piece)
        yield from manuscript.finish()
        work.account.dropped(manuscript.dropped)
        return None if manuscript.declined else manuscript

    def _mended(self, manuscript: Manuscript, work: _Work) -> Sentences:
        """Its sentences, those that failed written anew where the model can be asked once more."""
        brief = work.brief
        if state_nothing(manuscript.sentences):
            return manuscript.sentences
        put = partial(mending_prompt, brief.question, work.shown, brief.asked)
        sent = sent_back(manuscript.text, to_mend(manuscript.sentences), put, self._model.room)
        if sent is None:
            return manuscript.sentences
        try:
            anew = yield from self._whole(sent.prompt, work.account, Mending(len(sent.sentences)))
        except ModelTrouble:
            # The answer is there, its failing sentences marked: that is better than none.
            return manuscript.sentences
        sentences = mended(manuscript.sentences, sent.sentences, anew, work.scales)
        before = set(map(id, manuscript.sentences))
        work.account.dropped(sum(each.dropped for each in sentences if id(each) not in before))
        return sentences

    def _judged(self, sentences: list[Weighed], work: _Work) -> Sentences:
        """The sentences, those marked that passed and that a judge objects to."""
        asked = self._judge.asked_about(sentences) if self._judge else []
        if self._judge is None or not asked:
            return sentences
        yield Judging(self._judge.name, len(asked))
        judged = self._judge.judged(sentences, work.account)
        work.account.judged(self._judge.name, judged.trouble)
        return judged.sentences

    def _whole(self, prompt: Prompt, account: Account, step: Step) -> Generator[Step, None, str]:
        """All that the model writes; the step with each piece, so that it can be stopped, and is not taken for dead."""
        text = ""
        for text in heard(self._model, prompt, account):  # noqa: B007  the last is the whole
            yield step
        return text


def _ranking(brief: Brief) -> list[Ranked]:
    """The paragraphs to show: those that answer word for word among them, also where they are a description."""
    ranking = brief.search.ranking(_MOST)
    known = {each.place for each in ranking}
    quoted = [
        Ranked(quote.article_id, quote.description, quote.paragraph, 1.0, also_in=quote.also_in)
        for quote in brief.findings.quotes
    ]
    return [*{each.place: each for each in quoted if each.place not in known}.values(), *ranking]
