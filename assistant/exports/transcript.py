"""A conversation as a document: what stands in it, in the order of reading, whatever it is written as."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence of an answer; markers: the numbers of its references.

    doubt: what is said against it. beside: what helps to read it.
    """

    text: str
    markers: tuple[int, ...] = ()
    doubt: str | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences that stand together; source: the outlet and the date of the article that all are quoted from."""

    sentences: tuple[Spoken, ...]
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A quote and where it stands; its parts are authors, title, outlet, date and place.

    address: a web page's, None where it is none. found_at: where else the article can be looked up. language: that
    of the quote. remarks: what was found on reading it.
    """

    number: int
    parts: tuple[str, ...]
    quote: str
    address: str | None = None
    found_at: str | None = None
    language: str | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What was found and not cited; source: the parts of its reference; language: that of its text."""

    text: str
    source: tuple[str, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """A question with what became of it.

    facts: when it was asked, how it was understood. status: what there is in place of an answer, or said of it.
    tail: what was written and checked against nothing. withheld: sentences that are no answer; withheld_as: what they
    are. nearest: what comes nearest to one, where there is none. signed: who answered, how far it is borne out.
    feedback: what the reader thinks of it.
    """

    question: str
    facts: tuple[str, ...] = ()
    status: str | None = None
    blocks: tuple[Block, ...] = ()
    tail: str = ""
    withheld: tuple[Spoken, ...] = ()
    withheld_as: str = ""
    nearest: tuple[Passage, ...] = ()
    signed: tuple[str, ...] = ()
    feedback: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """A conversation; about: when it was held, how long it is."""

    title: str
    about: str
    rounds: tuple[Round, ...]


NEAREST = "Nearest passages, none of which was found to answer"
UNCHECKED = "Not checked against the articles"
