"""Names in a text, with what each seems to be a name of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from assistant.followup.given_names import HE, SHE
from assistant.followup.words import (
    BANDS,
    BODIES,
    IN_A_PLACE,
    JOINERS,
    MENS_TITLES,
    NO_NAMES,
    PREPOSITIONS,
    RANKS,
    TITLES,
    WOMENS_TITLES,
    WORKS,
)


class Sort(StrEnum):
    """What a name is of, where its form or its surroundings tell."""

    MAN = "man"
    WOMAN = "woman"
    PERSON = "person"
    SEVERAL = "several"
    PLACE = "place"
    THING = "thing"
    UNKNOWN = "unknown"


PEOPLE = frozenset({Sort.MAN, Sort.WOMAN, Sort.PERSON})


_TITLED = {
    **dict.fromkeys(TITLES, Sort.PERSON),
    **dict.fromkeys(MENS_TITLES, Sort.MAN),
    **dict.fromkeys(WOMENS_TITLES, Sort.WOMAN),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands; its text has "the" before it where a sentence needs it.

    weak: perhaps no name at all. acts: a verb follows, as after whoever does something. aside: a preposition precedes.
    """

    text: str
    start: int
    end: int
    sort: Sort = Sort.UNKNOWN
    weak: bool = False
    acts: bool = False
    aside: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """What names are compared by."""
        return words_of(self.text)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    owns: bool = False
    initial: bool = False

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


_TOKEN = re.compile(r"[^\W_][\w&]*(?:['’&.-][\w&]+)*")
_OWNS = re.compile(r"['’]s$")
_INITIAL = re.compile(r"^(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|Mrs?|Ms|Dr|St|Jr|Sr|Prof|Gen|Col|Sen|Gov|Rev)$")
_QUOTED = re.compile(r"[“\"«‘](?=[A-Z0-9])([^“”\"«»‘]{2,60}?),?[”\"»’](?!\w)")
# "of the", "van der": no more small words than these stand within a name.
_JOINED = 2
_NUMBERED = re.compile(r"^\d{1,3}$")
_ENDS = ".?!:;\n"


_DOES = re.compile(
    r"(?:,? who)? (?:also |then |later |first |never |often )?(?:was|is|were|has|had|did|does|would|could|will|"
    r"said|says|"
    r"told|began|became|made|won|wrote|went|took|left|gave|got|met|came|led|ran|sang|held|found|felt|grew|thought|"
    r"spent|kept|saw|knew|fell|lost|built|taught|threw|drew|flew|rose|chose|broke|spoke|drove|fought|sought|stood|hit|paid|lay|"
    r"writes|plays|says|leads|works|lives|believes|claims|argues|brought|bought|sold|sent|set|put|[a-z]+ed)\b"
)
# "Injuries continued", "Privately funded": such a first word is no name for all that a verb follows.
_NO_ACTOR = re.compile(r"(?<!s)s$|ly$")
_ASKED_DO = re.compile(r"^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)$", re.IGNORECASE)
_MANNER = ("ish", "ese", "ian", "ean", "ican", "erman", "ch")
_PEOPLES = re.compile(r"(?:ians|eans|icans|ese|ish|mans|rabs|urks|urds|iets|raelis|akhs|zbeks|wedes|anes|oles|inns)$")


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without its article."""
    found = tuple(_OWNS.sub("", each.group()).casefold() for each in _TOKEN.finditer(name))
    return found[1:] if len(found) > 1 and found[0] == "the" else found


@lru_cache(maxsize=512)
def mentions_in(text: str) -> tuple[Mention, ...]:
    """Titles in quotation marks, runs of capitalised words, and "A and B" where two stand together; in their order.

    Those of the texts seen lately are remembered: each turn of a conversation is looked at once for every later one.
    """
    quoted = [Mention(each.group(), each.start(), each.end(), Sort.THING) for each in _QUOTED.finditer(text)]
    plain = [each for each in _runs(text) if not any(one.start < each.end and each.start < one.end for one in quoted)]
    return tuple(sorted([*quoted, *plain, *_together(text, plain)], key=lambda each: (each.start, -each.end)))


def _runs(text: str) -> list[Mention]:
    tokens = list(_tokens(text))
    found, first = [], 0
    while first < len(tokens):
        last = _run_end(text, tokens, first)
        if last > first:
            found.append(_mention(text, tokens, first, last))
        first = max(last, first + 1)
    return found


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        word = _OWNS.sub("", match.group())
        owns = word != match.group() or (word.endswith("s") and text[match.end() : match.end() + 1] in ("'", "’"))
        if word:
            end = match.start() + len(word)
            yield _Token(word, match.start(), end, owns, len(word) == 1 and text[end : end + 1] == ".")


def _run_end(text: str, tokens: Sequence[_Token], first: int) -> int:
    """Where the name that begins at a token ends; the same token where none does."""
    if not _names(tokens[first]):
        return first
    last = first + 1
    while last < len(tokens) and not tokens[last - 1].owns:
        ahead = last
        while ahead < len(tokens) and ahead - last < _JOINED and _joins(tokens, ahead, last):
            ahead += 1
        if ahead >= len(tokens) or not _follows(text, tokens, last, ahead):
            break
        last = ahead + 1
    return last


def _names(token: _Token) -> bool:
    initial = token.initial and token.text != "I"
    return token.capital and (initial or token.text.casefold() not in NO_NAMES) and not _NUMBERED.match(token.text)


def _joins(tokens: Sequence[_Token], at: int, since: int) -> bool:
    return tokens[at].text in JOINERS or (at > since and tokens[at].text == "the")


def _follows(text: str, tokens: Sequence[_Token], last: int, ahead: int) -> bool:
    """Whether the token ahead goes on with the name: side by side, and capitalised or a number after it."""
    for before, after in zip(tokens[last - 1 : ahead], tokens[last : ahead + 1], strict=True):
        gap = text[before.end : after.start]
        if gap != " " and not (gap == ". " and _INITIAL.match(before.text)):
            return False
    token = tokens[ahead]
    return _names(token) or (ahead == last and bool(_NUMBERED.match(token.text)))


def _mention(text: str, tokens: Sequence[_Token], first: int, last: int) -> Mention:
    start, end = tokens[first].start, tokens[last - 1].end
    before = tokens[first - 1] if first and text[tokens[first - 1].end : start] == " " else None
    article = before is not None and before.text.casefold() == "the"
    name = text[start:end]
    count = last - first
    opens = _opens(text, start)
    sort = _sort([each.text for each in tokens[first:last]], article=article)
    where = tokens[first - 2] if article and first > 1 else before
    if sort is Sort.UNKNOWN and where is not None:
        sort = _sort_beside(where.text.casefold())
    acts = bool(_DOES.match(text, end)) or bool(where and _ASKED_DO.match(where.text) and _a_word_follows(text, end))
    aside = where is not None and where.text.casefold() in PREPOSITIONS
    manner = count == 1 and not acts and name.endswith(_MANNER) and _a_word_follows(text, end)
    surely = tokens[first].owns or (acts and not _NO_ACTOR.search(name))
    weak = manner or (count == 1 and opens and not surely)
    return Mention(
        f"the {name}" if article else name, before.start if article and before else start, end, sort, weak, acts, aside
    )


def _sort_beside(before: str) -> Sort:
    """What the word before a name tells: "in Georgia", "the album Night Ferry"."""
    return Sort.PLACE if before in IN_A_PLACE else Sort.THING if before in WORKS else Sort.UNKNOWN


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins here, so that a capital says little."""
    return not text[:start].rstrip(' "“«‘(') or text[:start].rstrip(' "“«‘(')[-1] in _ENDS


def _a_word_follows(text: str, end: int) -> bool:
    return text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _sort(words: Sequence[str], *, article: bool) -> Sort:
    lower = [each.casefold().strip(".") for each in words]
    if lower[0] in RANKS and len(words) > 1:
        lower = lower[1:]
    if lower[0] in _TITLED and len(lower) > 1 and lower[1] not in JOINERS:
        given = next((sort for sort in map(_by_given_name, lower[1:-1]) if sort is not Sort.UNKNOWN), None)
        return given or _TITLED[lower[0]]
    acronym = words[0].isupper() and len(words[0]) > 1 and "." not in words[0]
    if lower[-1] not in BANDS and (acronym or any(each in BODIES for each in lower)):
        return Sort.THING
    if lower[-1] in BANDS or (article and lower[-1].endswith("s")) or (len(words) == 1 and _PEOPLES.search(lower[0])):
        return Sort.SEVERAL
    return Sort.UNKNOWN if article else _by_given_name(lower[0])


def _by_given_name(name: str) -> Sort:
    return Sort.MAN if name in HE else Sort.WOMAN if name in SHE else Sort.UNKNOWN


def _together(text: str, names: Sequence[Mention]) -> Iterator[Mention]:
    """Two names with "and" between them, as one of several."""
    for one, other in pairwise(names):
        if text[one.end : other.start] == " and " and not {one.sort, other.sort} & {Sort.PLACE}:
            yield Mention(f"{one.text} and {other.text}", one.start, other.end, Sort.SEVERAL)
