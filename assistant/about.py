"""Questions about an article itself (who wrote it, when, where it ran), answered from its description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Description, Kind, Paragraph, Quote, Ranked
from assistant.question import Question
from assistant.terms import Rarity, terms_of

_PIECE = r"(?:article|articles|story|stories|piece|report|text|news item|column|analysis)"
_THE_PIECE = rf"(?: that| this)?(?: (?!(?:that|which|in)\b)[\w'’-]+)*? {_PIECE}\b"
_WRITER = r"(?:author|writer|byline|journalist|reporter)"
_CAME_OUT = r"\b(?:published|written|posted|released|appear|come out|run)\b"
_MEDIUM = r"(?:outlet|newspaper|site|paper|publication|magazine)"

_ASKED = [
    (field, re.compile(form, re.IGNORECASE))
    for field, form in (
        ("authors", rf"\bwho (?:wrote|authored|(?:is|was) the {_WRITER} of){_THE_PIECE}"),
        ("authors", r"\bwho (?:wrote|authored) (?:(?:it|this|that)\b\W*(?:[?(]|$)|[“\"«])"),
        ("authors", rf"\b{_WRITER}s? (?:of|behind) (?:the|this|that) [^?]*\b{_PIECE}\b|\bwritten by whom\b"),
        ("published", rf"\bwhen (?:was|were|did) [^?]*\b{_PIECE}\b[^?]*{_CAME_OUT}"),
        ("published", rf"\b(?:what|which) (?:day|date) [^?]*\b{_PIECE}\b[^?]*{_CAME_OUT}"),
        ("published", r"\b(?:publication date|date of publication)\b"),
        ("outlet", rf"\b(?:who|where) (?:was |has )?[^?]*\b{_PIECE}\b[^?]*\bpublish(?:ed|es)?\b"),
        ("outlet", rf"\bwho published [^?]*\b{_PIECE}\b|\b(?:which|what) {_MEDIUM} [^?]*\b{_PIECE}\b"),
    )
]
_SAYS = (
    r"(?:says?|said|mentions?|mentioned|reports?|reported|states?|stated|claims?|claimed|describes?|described|covers?"
    r"|covered|tells?|told|explains?|explained|discuss(?:es|ed)?|reveals?|revealed|broke|quotes?|quoted"
    r"|(?:writes?|wrote) (?:that|about|of|on))"
)
# "Which article mentions the ferry?", "What newspaper first reported that …?"
_WHICH_SAYS = re.compile(
    rf"^\W*(?:in )?(?:which|what) (?:news )?(?:{_PIECE}|{_MEDIUM}|source)s? (?:(?:first|originally|also) )?{_SAYS}\b"
    r"(?: (?:that|about|of|on))?\s+(?P<said>.{3,}?)[?!.\s]*$",
    re.IGNORECASE,
)
_AND_WHEN = re.compile(r"\band when\b|\bwhen and\b", re.IGNORECASE)
_TITLE = re.compile(r"[“\"«](.{3,}?)[”\"»]")
_TOPIC = re.compile(
    rf"\b{_PIECE}\b\s*(?:on|about|of|that|which|saying|entitled|titled|called|headed)?\s*(.*)$", re.IGNORECASE
)
_TAIL = re.compile(
    r"[,;]?\s*\b(?:and when|and who|and where|published|written|posted|appear(?:ed)?|come out)\b.*$|[?!.\s]+$",
    re.IGNORECASE,
)
_ASKING = re.compile(
    rf"\b(?:who|when|where|what|which|day|date|{_PIECE}|{_WRITER}|{_MEDIUM}|wrote|authored|ran)\b|{_CAME_OUT}",
    re.IGNORECASE,
)

# Measured on news, with this or half of the topic's words: 15 % of the titles of absent articles pass, and 96 % of
# topics made of three words of one that is there.
_NEAR = 0.45


@dataclass(frozen=True, slots=True)
class AboutArticle:
    """A question about an article: the fields of its description that are asked for, and what it is on, if it says.

    by_words: the article is to be known by something that it says, and that is the topic.
    """

    fields: frozenset[str]
    topic: str
    by_words: bool = False


def about_article(question: str) -> AboutArticle | None:
    """What is asked about an article itself; None for a question about what articles say."""
    if says := _WHICH_SAYS.search(question):
        return AboutArticle(frozenset(), says.group("said"), by_words=True)
    fields = {field for field, form in _ASKED if form.search(question)}
    if not fields:
        return None
    if _AND_WHEN.search(question):
        fields.add("published")
    return AboutArticle(frozenset(fields), _topic(question))


def _topic(question: str) -> str:
    """The title in quotation marks, or what stands after the word for an article, or what is not about asking."""
    if title := _TITLE.search(question):
        return title.group(1)
    found = _TOPIC.search(question)
    topic = _TAIL.sub("", found.group(1)).strip(" '‘’") if found else ""
    topic = topic or " ".join(_ASKING.sub(" ", question).split())
    return topic if Question(topic).names_something else ""


def tells(description: Description, fields: frozenset[str]) -> bool:
    """Whether the description holds all that is asked for."""
    return all(getattr(description, field) for field in fields)


def best_article(ranking: Sequence[Ranked], fields: frozenset[str]) -> Ranked | None:
    """The article that a topic's paragraphs point to, among those nearly as good the one that tells what is asked.

    An article's weight is the sum of its paragraphs' scores, each halved for its rank among them: one that is on
    the topic throughout outweighs one that touches it.
    """
    weights: dict[str, float] = {}
    best: dict[str, Ranked] = {}
    counts: dict[str, int] = {}
    for each in ranking:
        count = counts[each.article_id] = counts.get(each.article_id, 0) + 1
        weights[each.article_id] = weights.get(each.article_id, 0.0) + each.score / 2 ** (count - 1)
        best.setdefault(each.article_id, each)
    if not best:
        return None
    top = max(weights.values())
    near = [article_id for article_id in best if weights[article_id] >= 0.7 * top]
    near.sort(key=lambda each: (not tells(best[each].description, fields), -weights[each]))
    return best[near[0]]


def on_topic(topic: str, article: Ranked, ranking: Sequence[Ranked], rarity: Rarity) -> bool:
    """Whether the article has half of the topic's words, by rarity, or a paragraph near it in meaning."""
    its = [each for each in ranking if each.article_id == article.article_id]
    text = " ".join([article.description.line, *(each.paragraph.text for each in its)])
    return terms_of(Question(topic), rarity).told_by(text) >= 1 / 2 or any(
        (each.scores.dense or 0.0) >= _NEAR for each in its
    )


def description_quote(ranked: Ranked) -> Quote:
    """The whole description line, cited as paragraph 0."""
    line = Paragraph(0, ranked.description.line, Kind.DESCRIPTION)
    return Quote(ranked.article_id, ranked.description, line, 0, len(line.text))
