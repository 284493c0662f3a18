"""Lines of questions with known answers, under the names that others give to the same things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any, Self

from pydantic import AliasChoices, BeforeValidator, ConfigDict, Field, model_validator

from assistant.domain import NO_FILTERS, ArticleSummary, Filters, Place
from assistant.evaluation.judging import Known
from assistant.evaluation.running import Asked
from assistant.evaluation.wording import folded
from ingest.address import canonical, web_address
from ui.batch import BatchLine, Words
from ui.known_passages import PassageLine, Passages

_REFUSALS = frozenset({"abstain", "abstained", "refuse", "refused", "unanswerable", "none", "no answer"})
_ANSWERED = frozenset({"answer", "answered", "answerable"})

# Answers that a quoted sentence gives without saying them; they are not looked for.
_UNSAID = frozenset({"yes", "no"})


def _texts(value: object) -> object:
    """Wordings as a list: of one of them, or as SQuAD writes them (objects with `text`, or an object of lists)."""
    if isinstance(value, dict):
        return _texts(value.get("text", value))
    if isinstance(value, list):
        return [each["text"] if isinstance(each, dict) and "text" in each else each for each in value]
    return [value]


def _is_said(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _number(value: object) -> object:
    return int(value) if isinstance(value, str) and value.isdecimal() else value


def _names(*names: str) -> Any:
    return Field(default=None, validation_alias=AliasChoices(*names))


class KnownLine(BatchLine):
    """A question and what is known of its answer; what is null or blank counts as not said."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    answers: Annotated[list[Words] | None, BeforeValidator(_texts)] = _names("answers", "answer", "words")
    paragraph: Annotated[int | Words | None, BeforeValidator(_number)] = _names(
        "paragraph", "gold_paragraph", "context", "passage", "paragraph_number"
    )
    article: Words | None = _names("article", "article_id", "url", "gold_url", "title", "source")
    answerable: bool | None = None
    impossible: bool | None = _names("is_impossible", "impossible", "unanswerable")
    expected: Words | None = _names("expected", "expect")
    passages: list[PassageLine] | None = None
    wrong_passages: list[PassageLine] | None = None
    ignored: list[str] | None = None
    today: date | None = None
    limits: Filters | None = None
    as_written: bool = False

    @model_validator(mode="before")
    @classmethod
    def _as_far_as_said(cls, fields: object) -> object:
        if not isinstance(fields, dict):
            return fields
        return {name: value for name, value in fields.items() if _is_said(value)}

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self._says_what_is_right and self.wrong_passages is None:
            raise ValueError(
                "it does not say what the right answer is; give `answers`, `paragraph`, `article`, `passages` or "
                "`answerable`: false"
            )
        if isinstance(self.paragraph, int) and self.article is None:
            raise ValueError(f"paragraph {self.paragraph} of which article? Give its id, URL or title as `article`")
        return self

    @property
    def _says_what_is_right(self) -> bool:
        named = (self.answers, self.paragraph, self.article, self.passages)
        return any(each is not None for each in (*named, self.answerable, self.impossible, self.expected))

    @property
    def _is_answerable(self) -> bool | None:
        """As said outright; else there is none where `expected` says so or the list of answers is empty.

        None where nothing is said but which passages are wrong.
        """
        if not self._says_what_is_right:
            return None
        if self.answerable is not None:
            return self.answerable
        if self.impossible is not None:
            return not self.impossible
        return self._expects not in _REFUSALS and self.answers != []

    @property
    def _expects(self) -> str:
        return folded(self.expected or "")

    def asks(self, articles: ArticleNames, passages: Passages) -> Asked | None:
        """The question as it is put to a library with these articles.

        None where all that is known of its answer are passages that are not there any more.
        """
        known = self._known(articles, passages)
        if (known.places == frozenset() and self.passages) or (known.answerable is None and not known.wrong):
            return None
        asked = (self.asked, self.ignored or (), self.today, self.limits or NO_FILTERS, self.as_written)
        return Asked(self.question, known, self.turns, *asked)

    def _known(self, articles: ArticleNames, passages: Passages) -> Known:
        right = None if self.article is None else articles.named(self.article)
        number = self.paragraph if isinstance(self.paragraph, int) else None
        wordings = [*(self.answers or ()), *([self.expected] if self.expected else [])]
        return Known(
            answerable=self._is_answerable,
            answers=tuple(each for each in wordings if folded(each) not in _UNSAID | _REFUSALS | _ANSWERED),
            paragraph=self.paragraph if isinstance(self.paragraph, str) else None,
            places=passages.places(self.passages) if number is None else _numbered(number, right),
            articles=right,
            wrong=passages.places(self.wrong_passages) or frozenset(),
        )


def _numbered(number: int, articles: frozenset[str] | None) -> frozenset[Place]:
    return frozenset(Place(each, number) for each in articles or ())


class ArticleNames:
    """The articles of a library by what people call them: id, URL, title or file."""

    def __init__(self, summaries: Iterable[ArticleSummary]) -> None:
        named: dict[str, set[str]] = {}
        for each in summaries:
            for name in (each.id, each.description.url, each.description.title, each.description.source):
                if name:
                    named.setdefault(_key(name), set()).add(each.id)
        self._ids: Mapping[str, frozenset[str]] = {name: frozenset(ids) for name, ids in named.items()}

    def named(self, name: str) -> frozenset[str]:
        """The ids of the articles of that name."""
        return self._ids.get(_key(name), frozenset())


def _key(name: str) -> str:
    return canonical(name) if web_address(name) else folded(name)
