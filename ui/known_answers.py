"""Lines of questions with known answers, under the names that others give to the same things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Self

from pydantic import AliasChoices, BeforeValidator, ConfigDict, Field, model_validator

from assistant.domain import ArticleSummary, Place, Turn
from assistant.evaluation.judging import Known
from assistant.evaluation.running import Asked
from assistant.evaluation.wording import folded
from ingest.address import canonical, web_address
from ui.batch import BatchLine, Words

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

    @model_validator(mode="before")
    @classmethod
    def _as_far_as_said(cls, fields: object) -> object:
        if not isinstance(fields, dict):
            return fields
        return {name: value for name, value in fields.items() if _is_said(value)}

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        known = (self.answers, self.paragraph, self.article, self.answerable, self.impossible, self.expected)
        if all(each is None for each in known):
            raise ValueError(
                "it does not say what the right answer is; give `answers`, `paragraph`, `article` or "
                "`answerable`: false"
            )
        if isinstance(self.paragraph, int) and self.article is None:
            raise ValueError(f"paragraph {self.paragraph} of which article? Give its id, URL or title as `article`")
        return self

    @property
    def _is_answerable(self) -> bool:
        """As said outright; else there is none where `expected` says so or the list of answers is empty."""
        if self.answerable is not None:
            return self.answerable
        if self.impossible is not None:
            return not self.impossible
        return self._expects not in _REFUSALS and self.answers != []

    @property
    def _expects(self) -> str:
        return folded(self.expected or "")

    def asks(self, articles: ArticleNames) -> Asked:
        """The question as it is put to a library with these articles."""
        history = [Turn(question, answer) for question, answer in self.history or ()]
        return Asked(self.question, self._known(articles), history, self.asked)

    def _known(self, articles: ArticleNames) -> Known:
        right = None if self.article is None else articles.named(self.article)
        number = self.paragraph if isinstance(self.paragraph, int) else None
        wordings = [*(self.answers or ()), *([self.expected] if self.expected else [])]
        return Known(
            answerable=self._is_answerable,
            answers=tuple(each for each in wordings if folded(each) not in _UNSAID | _REFUSALS | _ANSWERED),
            paragraph=self.paragraph if isinstance(self.paragraph, str) else None,
            places=None if number is None else frozenset(Place(each, number) for each in right or ()),
            articles=right,
        )


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
