"""How dates, sources and counts are said on the page."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from assistant.domain import Kind, day_words

if TYPE_CHECKING:
    from assistant.domain import Citation, Description, Inquiry, Paragraph, ResolvedDate, Usage

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$:@&^=\"'])")
_MINUTE = 60  # seconds
_TOO_MANY = 100  # minutes, to be said as such
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def plain(text: str) -> str:
    """The text for a place where Markdown cannot be avoided: on one line, every mark of it disarmed."""
    return _MARKDOWN.sub(r"\\\1", UNPRINTABLE.sub(" ", text))


def printable(text: str) -> str:
    """The text on one line, without what moves the text around it or cannot be written at all."""
    return UNPRINTABLE.sub(" ", text).encode(errors="replace").decode()


def said(message: str) -> str:
    """One of our own messages, as Markdown: a sentence, with only what stands in backticks set off."""
    parts = sentence(message).split("`")
    if len(parts) % 2 == 0:
        return plain(sentence(message))
    return "".join(f"`{part}`" if at % 2 and part.strip() else plain(part) for at, part in enumerate(parts))


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


def span(seconds: float) -> str:
    """A length of time as one says it of what is left."""
    if seconds < _MINUTE:
        return counted(max(1, round(seconds)), "second")
    minutes = round(seconds / _MINUTE)
    return counted(minutes, "minute") if minutes < _TOO_MANY else counted(round(minutes / _MINUTE), "hour")


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


def byline(description: Description) -> list[str]:
    """What stands under a headline: outlet, date (with its hour where known), authors."""
    published = description.published
    hour = f", {published:%H:%M}" if isinstance(published, datetime) else ""
    when = f"{said_date(description)}{hour}"
    return [
        outlet(description),
        when,
        *([f"by {listed(description.authors)}"] if description.authors else []),
    ]


def reference(description: Description) -> str:
    """The article as a reference names it."""
    parts = [listed(description.authors), f"“{description.title}”", source(description)]
    return ", ".join(filter(None, parts))


def footnote(citation: Citation) -> str:
    """A citation as one line under a copied answer."""
    quote = citation.quote
    address = f", {quote.description.url}" if quote.description.url else ""
    return f"[{citation.number}] “{quote.text}” {reference(quote.description)}, {place(quote.paragraph)}{address}"


def web_address(url: str | None) -> str | None:
    """The address, if following it can only lead to a web page."""
    return url if url and re.match(r"https?://\S+$", url, re.IGNORECASE) else None
