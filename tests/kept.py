"""A conversation as it is kept, made up for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from assistant.conversations.kept import Feedback, Finding, KeptConversation, KeptTurn, Mark, State, Unanswered
from assistant.domain import (
    NO_FILTERS,
    Abstention,
    Answer,
    Bases,
    Basis,
    Citation,
    Claim,
    Description,
    Filters,
    Inquiry,
    Paragraph,
    Place,
    Quote,
    Ranked,
    Reply,
    ResolvedDate,
    Support,
    Usage,
)

BEGUN = datetime(2025, 5, 8, 14, 0, tzinfo=UTC)
BRIDGE = Description(
    "Bridge closed",
    "bridge.txt",
    outlet="Harbour Gazette",
    authors=("Ada Quill", "Ludwig van Moor", "Quay Wire Service"),
    published=datetime(2025, 5, 4, 9, 30, tzinfo=UTC),
    url="https://gazette.example/bridge?a=1&b=2",
    language="en",
)
FERRY = Description(
    "Ferry stays", "ferry.txt", published=date(2025, 5, 6), language="en", bases=Bases(published=Basis.GUESSED)
)


def quote(words: str, described: Description = BRIDGE, article_id: str = "bridge") -> Quote:
    """These words, out of the middle of a paragraph."""
    text = f"So it was. {words} That is all."
    return Quote(article_id, described, Paragraph(3, text), 11, 11 + len(words), (Place("copy", 1),))


def in_own_words(question: str, quotes: list[Quote], first_number: int = 1) -> Answer:
    """An answer that quotes."""
    citations = tuple(Citation(number, each) for number, each in enumerate(quotes, start=first_number))
    claims = tuple(Claim(each.quote.text, (each.number,), Support.QUOTED) for each in citations)
    inquiry = Inquiry(question, "Is the bridge open?", Filters(outlets=("The Gazette",)), "extractive", "made-up")
    return Answer(inquiry, claims, citations)


def written(question: str, sentence: str, quotes: list[Quote], first_number: int) -> Answer:
    """An answer by a chat model: a sentence that rests on all quotes, and one on the first that is not borne out."""
    citations = tuple(Citation(number, each) for number, each in enumerate(quotes, start=first_number))
    numbers = tuple(each.number for each in citations)
    claims = (
        Claim(sentence, numbers, Support.SUPPORTED, dates=(ResolvedDate(0, 1, date(2025, 5, 5)),)),
        Claim(f"{sentence} Twice.", numbers[:1], Support.UNSUPPORTED, "twice is not in what it cites", opens=True),
    )
    usage = Usage("7", 2, 1000, 200, 0.5, judge="openai:judge", judge_trouble="its server is down")
    return Answer(Inquiry(question, question, NO_FILTERS, "openai:gpt", "made-up", usage=usage), claims, citations)


def withheld(question: str, sentence: str) -> Abstention:
    inquiry = Inquiry(question, question, NO_FILTERS, "openai:gpt", "made-up", usage=Usage("7", 1))
    nearest = (Ranked("ferry", FERRY, Paragraph(2, f"Near: {sentence}"), 0.5),)
    said = (Claim(sentence, (1,), Support.UNSUPPORTED, "nothing bears it out"),)
    return Abstention(inquiry, "no passage names a price", nearest, said)


def turn(at: int, question: str, outcome: Reply | Unanswered, **told: object) -> KeptTurn:
    return KeptTurn(f"t{at}", question, BEGUN + timedelta(minutes=at), outcome, **told)


def conversation(text: str = "It is closed.", title: str = "Bridge closed", note: str = "Seen.") -> KeptConversation:
    """A turn of each kind; text: what is asked, said and quoted in all of them."""
    described = replace(BRIDGE, title=title)
    quotes = [quote(text, described), quote(f"{text} Ferry", FERRY, "ferry")]
    liked, disliked = Feedback(helpful=True, comment=note), Feedback(helpful=False, wrong_passages=(1,))
    marks = {1: Mark(Finding.CHECKED), 2: Mark(Finding.DOES_NOT_SUPPORT, note)}
    begun = in_own_words("", quotes[:1], 5)
    stopped = Unanswered(State.STOPPED, f" Unchecked {text}", begun.claims, begun.citations)
    turns = (
        turn(1, f"First {text}", in_own_words(f"First {text}", quotes), marks=marks, ignored=("last week",)),
        turn(
            2,
            f"Second {text}",
            written(f"Second {text}", f"Said {text}", quotes, 3),
            feedback=liked,
        ),
        turn(
            3,
            f"Third {text}",
            withheld(f"Third {text}", f"Withheld {text}"),
            feedback=disliked,
        ),
        turn(4, f"Fourth {text}", stopped),
        turn(5, f"Fifth {text}", Unanswered(State.FAILED, f"broken {text}"), answerer="openai:gpt"),
        turn(6, f"Sixth {text}", Unanswered(State.INTERRUPTED)),
    )
    return KeptConversation("5f0c2b71", f"Named {text}", BEGUN, BEGUN + timedelta(hours=1), turns, 6)
