"""The words of the trade as values: articles, paragraphs, quotes, replies."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

Moment = date | datetime
"""A day, or a day with its time (and offset) where the source gives one."""


_NO_LETTERS = re.compile(r"[\W_]+")


def name_key(name: str) -> str:
    """An outlet's or person's name as it is compared: "The Verge", "verge" and " the verge" are one."""
    return name.casefold().strip().removeprefix("the ").strip()


def _closed(words: str) -> str:
    """The words with a full stop, unless they end like a sentence already."""
    return words if words.rstrip("”’\"')").endswith((".", "?", "!", "…")) else f"{words}."


def day_words(day: Moment) -> str:
    """A day as one writes it: "8 May 2024"."""
    return f"{day.day} {day:%B %Y}"


class Kind(StrEnum):
    """What a paragraph is to its article; only body ranks in full."""

    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"
    DESCRIPTION = "description"


class Support(StrEnum):
    """How far a claim is borne out by what it cites."""

    QUOTED = "quoted"
    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is cited. Numbered from 1 as a reader counts; 0 is the article's description."""

    number: int
    text: str
    kind: Kind = Kind.BODY

    def __post_init__(self) -> None:
        if (self.number == 0) != (self.kind is Kind.DESCRIPTION) or self.number < 0:
            raise ValueError(f"paragraph {self.number} cannot be a {self.kind}")
        if not self.text or self.text.isspace():
            raise ValueError(f"paragraph {self.number} is empty")

    @property
    def digest(self) -> str:
        """Names the words, so that a permalink can tell that they have changed."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    @property
    def folded(self) -> str:
        """Names the words without case, space and punctuation: paragraphs that share it count once."""
        letters = _NO_LETTERS.sub("", self.text.casefold())
        return hashlib.sha256((letters or self.text).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line of the page that is not the article's, kept where it stood: after this paragraph (0: above)."""

    after: int
    text: str


class Basis(StrEnum):
    """How something about an article became known.

    given: a record, a feed or a file's own properties say it. page: a web page's markup does. text: a line of the
    text states it. guessed: nobody says it; it was taken from the words or the address.
    """

    GIVEN = "given"
    PAGE = "page"
    TEXT = "text"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Bases:
    """How each field of a description became known; None for what is not, or where nobody noted it."""

    title: Basis | None = None
    outlet: Basis | None = None
    authors: Basis | None = None
    published: Basis | None = None
    updated: Basis | None = None
    url: Basis | None = None
    language: Basis | None = None
    tags: Basis | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """What is known about an article besides its words, and how it became known."""

    title: str
    source: str
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: Moment | None = None
    updated: Moment | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    bases: Bases = Bases()

    @property
    def title_guessed(self) -> bool:
        """Whether the title is the article's first sentence, for want of one."""
        return self.bases.title is Basis.GUESSED

    @property
    def published_guessed(self) -> bool:
        """Whether the date was taken from where no date of publication is stated."""
        return self.bases.published is Basis.GUESSED

    @property
    def day(self) -> date | None:
        """The day of publication, whatever precision is known."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @property
    def line(self) -> str:
        """The text of paragraph 0: title, outlet, authors and date as one citable line."""
        parts = [self.title]
        if self.outlet:
            parts.append(self.outlet)
        if self.authors:
            parts.append("By " + ", ".join(self.authors))
        if self.day:
            guessed = " (guessed)" if self.published_guessed else ""
            parts.append(f"Published {day_words(self.day)}{guessed}")
        return " ".join(map(_closed, parts))


@dataclass(frozen=True, slots=True)
class Article:
    """One story as one outlet ran it."""

    id: str
    description: Description
    paragraphs: tuple[Paragraph, ...]
    furniture: tuple[Furniture, ...] = ()
    copies: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        numbers = [paragraph.number for paragraph in self.paragraphs]
        if numbers != list(range(1, len(numbers) + 1)):
            raise ValueError(f"the paragraphs of {self.id} are numbered {numbers}")

    @property
    def lead(self) -> str:
        """The text whose vector stands for the whole article: its title and first paragraph."""
        return "\n".join([self.description.title, *(paragraph.text for paragraph in self.paragraphs[:1])])

    def paragraph(self, number: int) -> Paragraph | None:
        """The paragraph of that number; 0 is the description's line."""
        if number == 0:
            return Paragraph(0, self.description.line, Kind.DESCRIPTION)
        return self.paragraphs[number - 1] if 1 <= number <= len(self.paragraphs) else None


@dataclass(frozen=True, slots=True)
class Version:
    """An article as it was before its publisher changed it.

    seen: when it was read first, None where that was not noted. superseded: when what replaced it was read.
    """

    article: Article
    seen: datetime | None
    superseded: datetime


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article in a list: its description and how much there is of it."""

    id: str
    description: Description
    paragraphs: int
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """An article that was taken out and can be put back until the next ingest."""

    summary: ArticleSummary
    since: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands."""

    article_id: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or one window of a long one: what is embedded and retrieved."""

    place: Place
    window: int
    start: int
    end: int
    text: str
    paragraph_digest: str
    paragraph_folded: str
    kind: Kind = Kind.BODY

    @property
    def id(self) -> str:
        """Article, paragraph, window and the paragraph's digest: other words are another passage."""
        return f"{self.place.article_id}:{self.place.paragraph}:{self.window}:{self.paragraph_digest[:8]}"

    @property
    def digest(self) -> str:
        """Names the text; passages that share it share their vector."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Scores:
    """Why a paragraph stands where it does; None where it was no candidate.

    dense: cosine of its best passage. lexical: BM25. sentence: cosine of its best sentence. covered: the share of
    the question's words, by rarity, that it and its title have. relevance: all these and more, 0 to 1, without what
    being fresh or preferred adds to the score. rerank: a cross-encoder's word, where one is set.
    """

    dense: float | None = None
    lexical: float | None = None
    sentence: float | None = None
    covered: float | None = None
    relevance: float | None = None
    rerank: float | None = None


class Favour(StrEnum):
    """What raised a paragraph besides its words.

    fresh: it appeared shortly before the day of asking. cited_before: its article was cited in the turns before.
    source: its outlet or author, days: its date is what the question prefers. order: it is among the newest, or the
    oldest, of those nearly as good, as the question asks.
    """

    FRESH = "fresh"
    CITED_BEFORE = "cited_before"
    SOURCE = "source"
    DAYS = "days"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Why:
    """How a paragraph was found: its places, counted from 1, among so many candidates, by meaning and by words.

    by_words: None where it shares no word with the question. words: those of the question, as it has them, that stand
    in the paragraph; title_words: others that stand in its title, or name its outlet or authors.
    """

    among: int
    by_meaning: int
    by_words: int | None = None
    words: tuple[str, ...] = ()
    title_words: tuple[str, ...] = ()
    favours: tuple[Favour, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A paragraph in a ranking, with the article it stands in and where else it stands.

    why: how it got there, where that was noted.
    """

    article_id: str
    description: Description
    paragraph: Paragraph
    score: float
    scores: Scores = Scores()
    also_in: tuple[Place, ...] = ()
    why: Why | None = None

    @property
    def place(self) -> Place:
        return Place(self.article_id, self.paragraph.number)


Ranking = Sequence[Ranked]


@dataclass(frozen=True, slots=True)
class Quote:
    """A span of a paragraph, in characters; it cannot hold words that are not there."""

    article_id: str
    description: Description
    paragraph: Paragraph
    start: int
    end: int
    also_in: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.paragraph.text):
            raise ValueError(f"{self.start}:{self.end} is no span of paragraph {self.paragraph.number}")

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and its number in the answer.

    scores, why: of its paragraph, where a search found it; None while the answer is written. A citation is the same
    however it was found.
    """

    number: int
    quote: Quote
    scores: Scores | None = field(default=None, compare=False)
    why: Why | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """A date that the words leave open ("Tuesday"), resolved beside them: span of the claim's text, day.

    until: the last day, where more than one is meant ("last week").
    """

    start: int
    end: int
    day: date
    until: date | None = None


SILENCE = "it only says that the articles do not say"
"""The problem of a sentence without support that claims nothing, either."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of an answer with the numbers of its citations and how far they bear it out.

    problem: what is not borne out. opens: whether it begins a paragraph of the answer.
    """

    text: str
    citations: tuple[int, ...]
    support: Support
    problem: str | None = None
    dates: tuple[ResolvedDate, ...] = ()
    speaker: str | None = None
    opens: bool = False

    @property
    def is_remark(self) -> bool:
        """Whether it says nothing of the world, only that the articles do not say: there is nothing to bear out."""
        return self.problem == SILENCE

    @property
    def is_doubtful(self) -> bool:
        """Whether it is to be shown as not supported by the articles."""
        return self.support is Support.UNSUPPORTED and not self.is_remark

    @property
    def marked(self) -> str:
        """The sentence with its markers, and a word where the articles do not bear it out."""
        doubt = " (not supported by the articles)" if self.is_doubtful else ""
        return self.text + "".join(f"[{number}]" for number in self.citations) + doubt


class CueKind(StrEnum):
    """What words of a question say about the articles to look in."""

    DATES = "dates"
    OUTLET = "outlet"
    AUTHOR = "author"
    ORDER = "order"
    UNDATED = "undated"


class Order(StrEnum):
    """Which of several articles on something is preferred."""

    LATEST = "latest"
    EARLIEST = "earliest"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a question, as they stand in it, that were understood to say where to look.

    limits: other articles were left out; else what the words point to was preferred.
    """

    kind: CueKind
    words: str
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """What the question or its asker limits the answer to, what that left out, and what the question prefers.

    absent: sources that the question names and the library does not have.
    """

    after: date | None = None
    before: date | None = None
    outlets: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    undated_left_out: int = 0
    relaxed: bool = False
    preferred_outlets: tuple[str, ...] = ()
    preferred_authors: tuple[str, ...] = ()
    preferred_after: date | None = None
    preferred_before: date | None = None
    order: Order | None = None
    absent: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()

    @property
    def narrow(self) -> bool:
        """Whether anything is left out at all."""
        return bool(self.after or self.before or self.outlets or self.authors or self.articles)

    @property
    def given(self) -> Filters:
        """The limits that the asker set, without those found in the question: of one kind there are never both."""
        found = {cue.kind for cue in self.cues if cue.limits}
        dated = CueKind.DATES not in found
        return Filters(
            self.after if dated else None,
            self.before if dated else None,
            self.outlets if CueKind.OUTLET not in found else (),
            self.authors if CueKind.AUTHOR not in found else (),
            self.articles if CueKind.UNDATED not in found else (),
        )


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of the conversation so far, what was answered, and the ids of the articles that it cited."""

    question: str
    answer: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """What it took a chat model to write a reply; None where its provider does not say, or nobody noted it.

    prompt: the version of our prompts. cost: US dollars. dropped: markers that named no paragraph it was shown.
    judge: the second chat model that had the last word; None where there was none, or nothing to judge.
    judge_trouble: why that one did not have it. paragraphs: so many it was shown. rewrite_trouble: why the question was
    put another way in the built-in way, and not by the model.
    """

    prompt: str
    calls: int = 0
    input_tokens: int | None = None
    output_tokens: int | None = None
    cost: float | None = None
    dropped: int = 0
    judge: str | None = None
    judge_trouble: str | None = None
    paragraphs: int | None = None
    rewrite_trouble: str | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What was asked, how it was understood and what answered it: common to every reply.

    confidence: how likely it was that the best sentence answers, 0 to 1; None where no sentence was weighed.
    usage: None where no chat model had a part in it.
    """

    question: str
    standalone_question: str
    filters: Filters
    model: str
    encoder: str
    milliseconds: Mapping[str, int] = field(default_factory=dict)
    confidence: float | None = None
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Claims that rest on citations."""

    inquiry: Inquiry
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    nearest: tuple[Ranked, ...] = ()

    def __post_init__(self) -> None:
        known = {citation.number for citation in self.citations}
        if not self.claims or any(not set(claim.citations) <= known for claim in self.claims):
            raise ValueError("an answer needs claims, and every marker a citation")

    @property
    def text(self) -> str:
        """The claims with their markers, as one reads them."""
        parts = [("\n\n" if claim.opens else " ") + claim.marked for claim in self.claims]
        return "".join(parts).strip()


@dataclass(frozen=True, slots=True)
class Abstention:
    """The articles do not say; why, and what comes nearest.

    withheld: what a chat model wrote all the same, none of it borne out.
    """

    inquiry: Inquiry
    reason: str
    nearest: tuple[Ranked, ...] = ()
    withheld: tuple[Claim, ...] = ()

    @property
    def text(self) -> str:
        return "The articles do not say."


Reply = Answer | Abstention


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
