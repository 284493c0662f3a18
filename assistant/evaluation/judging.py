"""One reply judged by what is known of the right answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from assistant.domain import Answer, Article, Citation, Claim, Paragraph, Place, Quote, Ranked, Reply
from assistant.evaluation.wording import folded, holds_one

# A paragraph of fewer words than these is not taken for a part of the right one: "See also" stands in any text.
_TELLING = 5


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the right answer: some of it, or that there is none.

    answers: wordings, any of which counts. paragraph: its text. places: where it stands, in the library's ids.
    articles: ids of the right article. places and articles are None where nobody said, and empty where what was
    said is not in the library. answerable: None where nobody said. wrong: places that no sentence may rest on alone.
    """

    answerable: bool | None = True
    answers: tuple[str, ...] = ()
    paragraph: str | None = None
    places: frozenset[Place] | None = None
    articles: frozenset[str] | None = None
    wrong: frozenset[Place] = frozenset()

    @property
    def knows_paragraph(self) -> bool:
        return self.paragraph is not None or self.places is not None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the library made of a question: paragraphs found, reply, the articles cited as they read now, the time."""

    ranking: Sequence[Ranked]
    reply: Reply
    articles: Mapping[str, Article]
    search_milliseconds: float
    ask_milliseconds: float


@dataclass(frozen=True, slots=True)
class Result:
    """How one question went; None where nothing is known to judge it by.

    Ranks count from 1, and are 0 where it is not among the paragraphs found. word_for_word is the share of the
    claims whose quotes stand in their articles; cited_paragraph and cited_article are shares of the citations.
    rests_on_wrong is whether a sentence rests on nothing but what is known to be wrong.
    """

    answerable: bool | None
    answered: bool
    confidence: float
    paragraph_rank: int | None
    article_rank: int | None
    answer_rank: int | None
    first_sentence: bool | None
    any_sentence: bool | None
    word_for_word: float | None
    cited_paragraph: float | None
    cited_article: float | None
    search_milliseconds: float
    ask_milliseconds: float
    rests_on_wrong: bool | None = None


def judge(known: Known, outcome: Outcome) -> Result:
    """A refusal of an answerable question counts as a miss of its answer sentence."""
    reply = outcome.reply
    quotes = [each.quote for each in reply.citations] if isinstance(reply, Answer) else []
    said = bool(known.answerable and known.answers)
    holding = [holds_one(text, known.answers) for text in _claims_quotes(reply)] if said else []
    paragraph = _right_paragraph(known) if known.answerable and known.knows_paragraph else None
    article = _right_article(known) if known.answerable and known.articles is not None else None
    holder = (lambda found: holds_one(found.paragraph.text, known.answers)) if said else None
    return Result(
        answerable=known.answerable,
        answered=isinstance(reply, Answer),
        confidence=_confidence(reply),
        paragraph_rank=_rank(outcome.ranking, paragraph),
        article_rank=_rank(outcome.ranking, article),
        answer_rank=_rank(outcome.ranking, holder),
        first_sentence=any(holding[:1]) if said else None,
        any_sentence=any(holding) if said else None,
        word_for_word=_word_for_word(reply, outcome.articles) if isinstance(reply, Answer) else None,
        cited_paragraph=_share(quotes, paragraph),
        cited_article=_share(quotes, article),
        search_milliseconds=outcome.search_milliseconds,
        ask_milliseconds=outcome.ask_milliseconds,
        rests_on_wrong=_rests_on(reply, known.wrong) if known.wrong else None,
    )


_Found = Ranked | Quote
_IsRight = Callable[[_Found], bool]


def _right_paragraph(known: Known) -> _IsRight:
    """By its place, or by its text: the whole paragraph, more of it or less, for articles are cut in several ways."""
    wanted = f" {folded(known.paragraph or '')} "

    def is_right(found: _Found) -> bool:
        if known.places is not None and known.places & {_place(found), *found.also_in}:
            return True
        words = f" {folded(found.paragraph.text)} "
        part = words in wanted and (words == wanted or len(words.split()) >= _TELLING)
        return known.paragraph is not None and (part or wanted in words)

    return is_right


def _right_article(known: Known) -> _IsRight:
    right = known.articles or frozenset()
    return lambda found: bool(right & {found.article_id, *(each.article_id for each in found.also_in)})


def _place(found: _Found) -> Place:
    return Place(found.article_id, found.paragraph.number)


def _rank(ranking: Sequence[Ranked], is_right: _IsRight | None) -> int | None:
    if is_right is None:
        return None
    return next((rank for rank, each in enumerate(ranking, start=1) if is_right(each)), 0)


def _share(quotes: Sequence[Quote], is_right: _IsRight | None) -> float | None:
    return fmean(map(is_right, quotes)) if quotes and is_right else None


def _claims_quotes(reply: Reply) -> list[str]:
    """What each claim rests on, as one text."""
    if not isinstance(reply, Answer):
        return []
    return [" ".join(each.quote.text for each in _cited(reply, claim)) for claim in reply.claims]


def _cited(reply: Answer, claim: Claim) -> list[Citation]:
    return [each for each in reply.citations if each.number in claim.citations]


def _rests_on(reply: Reply, wrong: frozenset[Place]) -> bool:
    """Whether a sentence of it has no other support; a reply that gives no answer rests on nothing."""
    if not isinstance(reply, Answer):
        return False
    supports = ([each.quote for each in _cited(reply, claim)] for claim in reply.claims)
    return any(quotes and all(wrong & {_place(each), *each.also_in} for each in quotes) for quotes in supports)


def _word_for_word(reply: Answer, articles: Mapping[str, Article]) -> float:
    return fmean(
        bool(cited) and all(_stands(each.quote, articles) for each in cited)
        for cited in (_cited(reply, claim) for claim in reply.claims)
    )


def _stands(quote: Quote, articles: Mapping[str, Article]) -> bool:
    article = articles.get(quote.article_id)
    there: Paragraph | None = article.paragraph(quote.paragraph.number) if article else None
    return there is not None and there.text[quote.start : quote.end] == quote.text


def _confidence(reply: Reply) -> float:
    """What was weighed; where nothing was (a description tells, or there was nothing to weigh), the reply itself."""
    weighed = reply.inquiry.confidence
    return float(isinstance(reply, Answer)) if weighed is None else weighed
