"""What is heard of a reply while it is on its way."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain.claims import Citation, Claim
from assistant.domain.replies import Abstention, Answer


@dataclass(frozen=True, slots=True)
class Searching:
    """A step of a reply on its way: the library is being searched."""

    articles: int


@dataclass(frozen=True, slots=True)
class Rewording:
    """A step of a reply on its way: the question is with a chat model, which puts it another way."""

    model: str


@dataclass(frozen=True, slots=True)
class Consulting:
    """A step of a reply on its way: so many of the paragraphs found are with a chat model."""

    model: str
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Written:
    """A step of a reply on its way: a piece of its text, shown until its sentence is checked or the reply is there."""

    text: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """A step of a reply on its way: a sentence is whole and checked.

    It takes the place of what was written since the one before it; citations: those that no claim had before.
    Numbers hold until the reply is there: a sentence that is written anew may change them.
    """

    claim: Claim
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Retrying:
    """A step of a reply on its way: the chat model failed and is asked again; what was written until now is void."""

    reason: str


@dataclass(frozen=True, slots=True)
class Mending:
    """A step of a reply on its way: so many sentences that are not borne out are with the chat model once more."""

    sentences: int


@dataclass(frozen=True, slots=True)
class Judging:
    """A step of a reply on its way: so many sentences that passed are with a second chat model, which judges them."""

    model: str
    sentences: int


Step = Searching | Rewording | Consulting | Written | Claimed | Retrying | Mending | Judging | Answer | Abstention
