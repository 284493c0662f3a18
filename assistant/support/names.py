"""Whether what is cited names, or means, every person, place and body that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from assistant.domain import Kind
from assistant.followup.given_names import HE, SHE
from assistant.quotations import unquoted
from assistant.stems import stems
from assistant.support.cast import Cast, cast_of, folded_words, is_role
from assistant.support.ground import Ground, Problem
from assistant.support.kinship import akin, also_called, initials
from assistant.support.naming import Name, names_of, part_of, pronoun_of
from assistant.support.verdict import Cited
from assistant.terms import Near

_ORDINARY = re.compile(
    r"(?:ness|tion|sion|ment|ing|ings|ly|ed|ity|ities|ism|ance|ence|ers|ors|less|ful|ous|able|ible|ship|hood|ists?"
    r"|tions|ments|ees|ages?|ures?|ives?|als?|ics?|ages)$"
)
# In an interview nobody needs to be named.
_ADDRESSED = re.compile(r"\b(?:I|[Mm]y|me|[Yy]ou|[Yy]our)\b")
_MANY = re.compile(
    r"\s+(?:with|without|who|whose|from|near|have|are|were|do|don['’]t|aren['’]t|weren['’]t|haven['’]t)\b"
)
_SHORTEST_SUFFIXED = 6
# The words of two names that share their last: "Hannah and Daniel Moss".
_ROW = 6


class Names:
    """Finds names that what is cited does not bear out; near: tells ordinary words from names."""

    def __init__(self, near: Near) -> None:
        self._near = near

    def __call__(self, text: str, ground: Ground) -> Sequence[Problem]:
        """A problem for the first of them."""
        missing = next(self.missing(text, ground), None)
        return [f"the {_cited(ground)} not name “{missing.text}”"] if missing else []

    def missing(self, text: str, ground: Ground) -> Iterator[Name]:
        """The names of a sentence, outside its quotation marks, that are not borne out."""
        casts = [cast_of(each.article) for each in ground.cited]
        for name in self.named(unquoted(text), casts):
            if not any(
                _bears_out(cast, each, name) for cast, each in zip(casts, ground.cited, strict=True)
            ) and not _together(name, ground):
                yield name

    def named(self, text: str, casts: Sequence[Cast]) -> Iterator[Name]:
        """The names of a sentence, without words that have a capital only for beginning it."""
        shouting = _is_heading(text)
        for name in names_of(text):
            known = any(not cast.parts.isdisjoint(name.parts) for cast in casts)
            if (name.opens or shouting) and (
                self._is_word(name.text.split()[0], casts) or (not known and _is_many(name, text))
            ):
                rest = name.parts[1:]
                if rest:
                    start = name.end - len(name.text.split(maxsplit=1)[1])
                    yield Name(name.text.split(maxsplit=1)[1], rest, start, name.end, opens=False)
                continue
            if known or len(name.parts[0]) > 1 or len(name.parts) > 1:
                yield name

    def _is_word(self, word: str, casts: Sequence[Cast]) -> bool:
        """Whether a word that begins the sentence is an ordinary one."""
        part, lower = part_of(word), re.sub(r"[’']s?$", "", word).lower()
        if any(part in cast.sure for cast in casts) or pronoun_of((part,)):
            return False
        if any(lower in cast.lower for cast in casts) or any(each.isdigit() for each in lower):
            return True
        if word.isupper() and len(word) > 1:
            return False
        if self._is_known(lower) or (len(lower) >= _SHORTEST_SUFFIXED and _ORDINARY.search(lower)):
            return not also_called(part)
        return "-" in word and all(self._near(each) for each in lower.split("-"))

    def _is_known(self, lower: str) -> bool:
        """Whether the encoder knows a word, and not among names."""
        near = self._near(lower)
        return bool(near) and near.keys().isdisjoint(_stems_of_names())


def _is_many(name: Name, text: str) -> bool:
    """Whether a word that begins a sentence speaks of several: "Evacuees with animals have to"."""
    return len(name.parts) == 1 and name.parts[0].endswith("s") and _MANY.match(text, name.end) is not None


@cache
def _stems_of_names() -> frozenset[str]:
    return frozenset("".join(stems(name)) for name in HE | SHE)


def _bears_out(cast: Cast, cited: Cited, name: Name) -> bool:
    """Whether one paragraph with its article's description has that name, or means it."""
    if cited.paragraph.kind is Kind.DESCRIPTION:
        return _has(cited.article.description.line, name)
    if _has(cited.paragraph.text, name) or _described(cited, name):
        return True
    number = cited.paragraph.number
    return any(_means(cast, number, parts) for parts in _in_article(cast, name))


def _has(text: str, name: Name) -> bool:
    """Whether the words of a name stand in a text side by side, or each where it is of one word."""
    words = _words(text)
    if len(name.parts) == 1:
        return any(akin(name.parts[0], word) for word in words) or _by_initials(text, name)
    joined = f" {' '.join(words)} ".replace("-", " ")
    return f" {' '.join(name.parts)} ".replace("-", " ") in joined or _by_initials(text, name)


def _by_initials(text: str, name: Name) -> bool:
    """Whether a text has the initials of a name, or a name of which it is the initials."""
    own = initials(name.text)
    if own and own in _words(text):
        return True
    letters = name.parts[0]
    if len(name.parts) > 1 or not (name.text.replace(".", "").isupper() and len(letters) > 1):
        return False
    return any(initials(each.text) == letters for each in names_of(text)) or letters in _long_initials(text)


def _long_initials(text: str) -> set[str]:
    """The initials of names with small words in them: "Organization of American States"."""
    runs = re.findall(
        r"[A-ZÀ-Þ][\w-]+(?:\s+(?:of|for|and|the|on|in|to|de)\s+|\s+)(?:[A-ZÀ-Þ][\w-]+\s*|of\s+|for\s+|and\s+|the\s+)+",
        text,
    )
    return {"".join(word[0] for word in run.split() if word[0].isupper()).lower() for run in runs}


def _described(cited: Cited, name: Name) -> bool:
    """Whether outlet or author, as the description has them, is what is named."""
    description = cited.article.description
    named = " ".join(folded_words(" ".join([description.outlet or "", *description.authors])))
    return f" {' '.join(name.parts)} " in f" {named} "


def _in_article(cast: Cast, name: Name) -> list[tuple[str, ...]]:
    """The names of the article that may be meant."""
    found = cast.with_parts(name.parts)
    if found or len(name.parts) == 1:
        return found or [(part,) for part in cast.parts if akin(name.parts[0], part)]
    # "Saltmarsh City Council" where the article has "the city council" of Saltmarsh.
    proper = tuple(part for part in name.parts if part not in cast.lower or part in cast.parts)
    rest = set(name.parts) - set(proper)
    return cast.with_parts(proper) if proper and rest and proper != name.parts else []


def _means(cast: Cast, number: int, parts: tuple[str, ...]) -> bool:
    """Whether a paragraph means a name that stands elsewhere in its article."""
    if cast.refers(number, parts):
        return True
    if _ADDRESSED.search(unquoted(cast.text(number))) and set(parts) & cast.topics:
        return True
    if cast.is_person(parts):
        return False
    there = {part for name in cast.of_paragraph(number) for part in name.parts if part not in cast.lower}
    return set(parts) <= cast.topics or bool(there & set(parts) - _kinds(cast.of_paragraph(number), parts))


def _kinds(names: Sequence[Name], parts: tuple[str, ...]) -> set[str]:
    """What a name shares with others of the same kind, which it is not: the "Lines" of "Merrow Lines"."""
    others = [each.parts for each in names if len(each.parts) > 1 and len(parts) > 1 and each.parts != parts]
    return {each[-1] for each in others if each[-1] == parts[-1] and set(each) & set(parts) == {parts[-1]}}


def _together(name: Name, ground: Ground) -> bool:
    """Whether the words of a name of several stand in one paragraph apart: "Hannah and Daniel Moss"."""
    return len(name.parts) > 1 and any(
        not (_is_of_another(name, text) and not _is_joined(name, text))
        and all(any(akin(part, other) for other in parts) or (is_role(part) and part in words) for part in name.parts)
        for text, parts, words in (
            (text, {part for each in names_of(text) for part in each.parts}, _words(text))
            for text in (f"{each.article.description.line} {each.paragraph.text}" for each in ground.cited)
        )
    )


def _is_of_another(name: Name, text: str) -> bool:
    """Whether a text has its last word in another name alone: "Daniel Moss" of "Hannah Moss"."""
    others = [each.parts for each in names_of(text) if each.last == name.last and len(each.parts) > 1]
    return bool(others) and all(set(each) & set(name.parts) == {name.last} for each in others)


def _is_joined(name: Name, text: str) -> bool:
    """Whether a text has its first word in a row that ends in its last: "Hannah and Daniel Moss"."""
    words = _words(text)
    return any(
        word == name.parts[0] and {"and", "or"} & set(words[at : at + _ROW]) and name.last in words[at : at + _ROW]
        for at, word in enumerate(words)
    )


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(folded_words(text))


def _is_heading(text: str) -> bool:
    """Whether nearly every word has a capital, as in a headline."""
    longer = [word for word in re.findall(r"\b[^\W\d_]\w+", text) if len(word) > 3]  # noqa: PLR2004
    return len(longer) > 4 and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)  # noqa: PLR2004


def _cited(ground: Ground) -> str:
    return "paragraph cited does" if len(ground.cited) == 1 else "paragraphs cited do"
