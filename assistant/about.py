"""Questions about an article itself (who wrote it, when, where it ran), answered from its description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Description, Kind, Paragraph, Quote, Ranked

_PIECE = r"(?:article|articles|story|stories|piece|report|text|news item|column|analysis)"
_ASKED = (
    ("authors", rf"\bwho (?:wrote|is the author|was the author|authored|is the writer|is the reporter)\b|\b(?:author|writer|byline|journalist|reporter)s? (?:of|behind) (?:the|this|that) [^?]*\b{_PIECE}\b|\bwritten by whom\b"),
    ("published", rf"\bwhen (?:was|were|did) [^?]*\b{_PIECE}\b[^?]*\b(?:published|written|posted|released|appear|come out|run)\b|\b(?:publication date|date of publication)\b|\b(?:what|which) (?:day|date) [^?]*\b{_PIECE}\b[^?]*\b(?:published|written|posted)\b"),
    ("outlet", rf"\b(?:who|which outlet|what outlet|which (?:newspaper|site|paper|publication|magazine)|where) (?:was |were |has |is )?[^?]*\b{_PIECE}?\b[^?]*\bpublish(?:ed|es)?\b|\b(?:which|what) outlet\b"),
)  # fmt: skip
_FORMS = [(field, re.compile(form, re.IGNORECASE)) for field, form in _ASKED]
_AND_WHEN = re.compile(r"\band when\b|\bwhen and\b", re.IGNORECASE)
_TOPIC = re.compile(
    rf"\b{_PIECE}\b\s*(?:on|about|of|that|which|saying|entitled|titled|called|headed)?\s*(.*)$", re.IGNORECASE
)
_TAIL = re.compile(
    r"[,;]?\s*\b(?:and when|and who|and where|published|written|posted|appear(?:ed)?|come out)\b.*$|[?!.\s]+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AboutArticle:
    """A question about an article: the fields of its description that are asked for, and what it is on."""

    fields: frozenset[str]
    topic: str


def about_article(question: str) -> AboutArticle | None:
    """What is asked about an article itself; None for a question about what articles say."""
    fields = {field for field, form in _FORMS if form.search(question)}
    if not fields:
        return None
    if _AND_WHEN.search(question):
        fields.add("published")
    found = _TOPIC.search(question)
    topic = _TAIL.sub("", found.group(1)) if found else ""
    return AboutArticle(frozenset(fields), topic.strip(" “”\"'‘’") or question)


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


def description_quote(ranked: Ranked) -> Quote:
    """The whole description line, cited as paragraph 0."""
    line = Paragraph(0, ranked.description.line, Kind.DESCRIPTION)
    return Quote(ranked.article_id, ranked.description, line, 0, len(line.text))
