"""How dates, sources and counts are said, on the page and in what is taken along."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from assistant.domain import (
    Citation,
    Claim,
    Description,
    Inquiry,
    Kind,
    Paragraph,
    Quote,
    ResolvedDate,
    Usage,
    day_words,
)

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")

UNSUPPORTED = "Not supported by the articles"
INTERRUPTED = "The answer was interrupted: the program ended before it was whole."


def printable(text: str) -> str:
    """The text on one line, without what moves the text around it or cannot be written at all."""
    return UNPRINTABLE.sub(" ", text).encode(errors="replace").decode()


def unjudged(usage: Usage | None) -> str | None:
    """That a judge who was named had no say in an answer, and why; None where it had, or there was none."""
    if usage is None or usage.judge_trouble is None:
        return None
    return sentence(f"the judge {usage.judge} had no say in this answer: {usage.judge_trouble}")


def not_rewritten(inquiry: Inquiry) -> str | None:
    """That a chat model had no part in how a question was understood, and why; None where it had, or there was none."""
    usage = inquiry.usage
    if usage is None or usage.rewrite_trouble is None:
        return None
    way = f"the question was understood in the built-in way, not by {inquiry.model}"
    return sentence(f"{way}: {usage.rewrite_trouble}")


def sentence(words: str) -> str:
    """Words that came without a capital and a full stop, as a sentence."""
    stop = "" if words.endswith((".", "?", "!", "…")) else "."
    return words[:1].upper() + words[1:] + stop


def shortened(text: str, most: int) -> str:
    """The text, cut at a word where it is longer."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(names: tuple[str, ...]) -> str:
    """One, two or more names as one says them."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def said_date(description: Description) -> str:
    """When the article was published, and how sure that is."""
    if description.day is None:
        return "date unknown"
    return day_words(description.day) + (" (date guessed)" if description.published_guessed else "")


def days(found: ResolvedDate) -> str:
    """The day or the days that were meant, as short as they can be said, for they stand over a word."""
    first, last = found.day, found.until or found.day
    after = last + timedelta(days=1) if last < date.max else last
    if first == last:
        return f"{first.day} {first:%b} {first.year}"
    if (first.day, first.month, after.day, after.month) == (1, 1, 1, 1):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.day == after.day == 1:
        whole = f"{last:%b} {last.year}"
        return whole if first.month == last.month else f"{_month(first, last)}–{whole}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%b} {last.year}"
    return f"{first.day} {_month(first, last)} – {last.day} {last:%b} {last.year}"


def _month(first: date, last: date) -> str:
    """The month of a first day, with its year only where the last day's is another."""
    return f"{first:%b}" if first.year == last.year else f"{first:%b} {first.year}"


def outlet(description: Description) -> str:
    """Who published the article; the file it came from where that is not known."""
    return description.outlet or description.source


def source(description: Description) -> str:
    """Who published the article and when."""
    return f"{outlet(description)}, {said_date(description)}"


def place(paragraph: Paragraph) -> str:
    """Where in its article a paragraph stands."""
    if paragraph.kind is Kind.DESCRIPTION:
        return "description"
    kind = "" if paragraph.kind is Kind.BODY else f", {paragraph.kind}"
    return f"paragraph {paragraph.number}{kind}"


def reference_parts(description: Description) -> list[str]:
    """Authors, title, outlet and date, as a reference names them."""
    parts = [listed(description.authors), f"“{description.title}”", outlet(description), said_date(description)]
    return [part for part in parts if part]


def reference(description: Description) -> str:
    """The article as a reference names it."""
    return ", ".join(reference_parts(description))


def found_at(description: Description) -> str | None:
    """Where the article can be looked up, where its outlet's name does not say so already."""
    return description.url or (description.source if description.outlet else None)


def cited(quote: Quote) -> str:
    """A quote with its reference, wherever one is copied: its words, then where they stand and can be found."""
    described = quote.description
    parts = [reference(described), place(quote.paragraph), found_at(described)]
    return f"“{quote.text}” {', '.join(filter(None, parts))}"


def footnote(citation: Citation) -> str:
    """A citation as one line under a copied answer or sentence."""
    return f"[{citation.number}] {cited(citation.quote)}"


def web_address(url: str | None) -> str | None:
    """The address, if following it can only lead to a web page."""
    return url if url and re.match(r"https?://\S+$", url, re.IGNORECASE) else None


def said_against(claim: Claim) -> str | None:
    """What is said against a sentence: what it lacks in what it cites."""
    if not claim.is_doubtful:
        return claim.problem and sentence(claim.problem)
    return f"{UNSUPPORTED}: {claim.problem}" if claim.problem else UNSUPPORTED


def stopped_words(claims: Sequence[Claim], text: str, shown: str = "what is grey") -> str:
    """How far what there is of a stopped answer can be trusted: checked sentences, and text behind them.

    shown: how that text is told from the sentences.
    """
    if not claims:
        written = "This text is incomplete and has not been checked against the articles."
        return f"Stopped. {written}" if text.strip() else "Stopped before anything was written."
    unchecked = f"; {shown} has not been checked against the articles" if text.strip() else ""
    return f"Stopped. This answer is incomplete{unchecked}."
