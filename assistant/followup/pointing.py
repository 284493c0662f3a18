"""Words of a question that point back, and names put in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.followup.mentions import PEOPLE, Mention, Sort, mentions_in, words_of
from assistant.followup.phrases import phrases_in
from assistant.followup.subjects import Subject


class Points(StrEnum):
    """What a word points back to."""

    HE = "he"
    SHE = "she"
    THEY = "they"
    IT = "it"
    THIS = "this"
    THERE = "there"
    THEN = "then"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word that points back, where it stands, and whether it says whose."""

    to: Points
    start: int
    end: int
    owns: bool = False


_WORDS = {
    **dict.fromkeys(("he", "him", "his"), Points.HE),
    **dict.fromkeys(("she", "her", "hers"), Points.SHE),
    **dict.fromkeys(("they", "them", "their", "theirs"), Points.THEY),
    **dict.fromkeys(("it", "its"), Points.IT),
    **dict.fromkeys(("this", "that", "these", "those"), Points.THIS),
    "there": Points.THERE,
    "then": Points.THEN,
}
_POINTER = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_OWNERS = frozenset({"his", "hers", "their", "theirs", "its"})

_JUDGED = (
    "true|false|possible|likely|unlikely|clear|known|legal|illegal|safe|necessary|important|worth|common|normal|fair|"
    "right|wrong|correct|good|bad|easy|hard|difficult|a fact|the case|too (?:late|early)|better|rare"
)
# "Is it true that …", "how long does it take to …", "what time is it": this "it" means nothing.
_EMPTY_IT = re.compile(
    rf"\bit (?:really |still |also |now )?(?:{_JUDGED})\b(?=.* (?:that|to|for|if|whether)\b)|"
    r"\bmake it\b|\bcall(?:ed)? it (?=[A-Z\"“])|\b(?:does|did) it (?:say|mention|tell)\b|"
    r"\b(?:does|did|will|would) it (?:take|cost|mean|feel|matter)\b(?=.* (?:to|for|if)\b)|"
    rf"\bit (?:is|was|['’]s) (?:{_JUDGED})|\b(?:time|day) is it\W*$|\bit (?:rain|snow)",
    re.IGNORECASE,
)
_THERE_IS = re.compile(r"\b(?:is|are|was|were|be|been|will|has|have|isn['’]t|aren['’]t)\s+$", re.IGNORECASE)
_IS_AFTER = re.compile(r"\s+(?:is|are|was|were|be|been|has|have|will|must|would|could|may|might)\b", re.IGNORECASE)
_BEFORE_THIS = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|about|after|before|of|for|with|in|on|"
    r"from|to|by|like|during|since|until|than|at|into|over|against|do|doing|did|mean|means|say|said|all)\s+$",
    re.IGNORECASE,
)
# "Besides his novels, what did Oskar Lund write?": the name comes after the pronoun.
_LOOKS_AHEAD = re.compile(
    r"^\W*(?:besides|aside|apart|in addition|other than|after|before|despite|while|when|during|in|at|as|with)\b(?=.*,)",
    re.IGNORECASE,
)
# "Did Vestria invite him": whoever does something to him is someone else.
_DOES_TO = re.compile(
    r"^ (?!(?:and|or|when|while|if|that|before|after|because)\b)[\w-]+ (?:him|her|them)$", re.IGNORECASE
)
_BEFORE_THEN = re.compile(r"\b(?:since|until|till|by|before|back|from|after|even)\s+$", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:in|at|near|from|to|since|until|till|by|before|after|back|around|over)\s+$", re.IGNORECASE
)
_A_DAY = re.compile(r"^\d{1,2} [A-Z]|^[A-Z][a-z]+ \d{1,2}\b(?!\d)")
_PLACED = re.compile(r"\b(?:in|at|near|from|across|into|outside|through|inside|around)\s+(?:the\s+)?$", re.IGNORECASE)
_SOMEONE = re.compile(
    r"\b(?:man|woman|boy|girl|father|mother|son|daughter|brother|sister|wife|husband|king|queen|president|chief|"
    r"minister|\w+(?:man|woman|ist|or)|\w*(?:[dgklmnprtv]er)|judge|mayor|pilot|victim|spokesman|guest|hero)$",
    re.IGNORECASE,
)
_NOT_SOMEONE = re.compile(
    r"(?:number|river|paper|letter|order|member|power|water|matter|chapter|centre|center)$", re.IGNORECASE
)


def pointers_in(question: str, known: Sequence[Subject] = ()) -> Iterator[Pointer]:
    """The words that point out of the question: not those whose meaning stands before them in it."""
    names = mentions_in(question)
    empty = [each.span() for each in _EMPTY_IT.finditer(question)]
    for match in _POINTER.finditer(question):
        pointer = _pointer(question, match, empty)
        if pointer and not _answered_within(question, pointer, names, known):
            yield pointer


def _pointer(question: str, match: re.Match[str], empty: Sequence[tuple[int, int]]) -> Pointer | None:
    word, before, after = match.group().lower(), question[: match.start()], question[match.end() :]
    to = _WORDS[word]
    pointer = Pointer(to, match.start(), match.end(), word in _OWNERS or (word == "her" and _a_noun(after)))
    match to:
        case Points.IT if any(start <= match.start() < end for start, end in empty):
            return None
        case Points.THERE if _THERE_IS.search(before) or _IS_AFTER.match(after):
            return None
        case Points.THEN if not (_BEFORE_THEN.search(before) or (not after.strip(" ?!.") and before.strip(" ,"))):
            return None
        case Points.THIS if _a_noun(after) and any(
            each.start == match.start() for each in phrases_in(question, (word,))
        ):
            return None
        case Points.THIS if word == "that" and not _BEFORE_THIS.search(before):
            return None
    return pointer


def _a_noun(after: str) -> bool:
    return bool(
        re.match(r"\s+(?!(?:and|or|in|on|at|to|for|from|by|with|as|when|while|after|before|of|is|was)\b)\w", after)
    )


def _answered_within(question: str, pointer: Pointer, names: Sequence[Mention], known: Sequence[Subject]) -> bool:
    sorts = {each.words: each.sort for each in known}
    for name in names:
        if name.end > pointer.start and not _LOOKS_AHEAD.match(question):
            break
        if not pointer.owns and _DOES_TO.match(question[name.end : pointer.end]):
            continue
        sort = sorts.get(name.words, name.sort)
        placed = bool(_PLACED.search(question[: name.start]))
        if fit(pointer.to, Sort.PLACE if placed and sort is Sort.UNKNOWN else sort) >= _WELL:
            return True
    before = [each for each in phrases_in(question, ("the", "a", "an")) if each.end <= pointer.start]
    if pointer.to in (Points.HE, Points.SHE):
        return any(_SOMEONE.search(each.head) and not _NOT_SOMEONE.search(each.head) for each in before)
    if pointer.to is Points.THEY:
        return any(each.plural for each in before)
    return pointer.to is Points.IT and any(not each.plural for each in before)


_FITS = {
    Points.HE: {Sort.MAN: 1.6, Sort.PERSON: 1.4, Sort.UNKNOWN: 1.0},
    Points.SHE: {Sort.WOMAN: 1.6, Sort.PERSON: 1.4, Sort.UNKNOWN: 1.0},
    Points.THEY: {
        Sort.SEVERAL: 1.6,
        Sort.UNKNOWN: 0.9,
        Sort.THING: 0.7,
        Sort.PERSON: 0.4,
        Sort.MAN: 0.4,
        Sort.WOMAN: 0.4,
        Sort.PLACE: 0.4,
    },
    Points.IT: {Sort.THING: 1.4, Sort.UNKNOWN: 0.9, Sort.PLACE: 0.8, Sort.SEVERAL: 0.6},
    Points.THERE: {Sort.PLACE: 1.5, Sort.THING: 0.5},
}
_WELL = 0.6

# Below this a name was said too long ago, or in passing.
_LEAST = 0.1

# A name of whom nothing is said to have been done is seldom he or she.
_IDLE = 0.4


def fit(points: Points, sort: Sort) -> float:
    """How well a word can point to a name of that sort; 0 where it cannot."""
    return _FITS.get(points, {}).get(sort, 0.0)


def meant(points: Points, subjects: Sequence[Subject]) -> Subject | None:
    """The subject that a word most likely points to."""
    best = max(subjects, key=lambda each: _likely(points, each), default=None)
    if best is None or _likely(points, best) <= _LEAST:
        return None
    if points is Points.THEY and best.sort in PEOPLE:
        other = next((each for each in subjects if each.sort in PEOPLE and each.recent and each != best), None)
        return Subject(f"{best.name} and {other.name}", Sort.SEVERAL, best.weight) if other else best
    return best


def _likely(points: Points, subject: Subject) -> float:
    acting = points in (Points.HE, Points.SHE) and subject.sort is Sort.UNKNOWN and not subject.acts
    return fit(points, subject.sort) * subject.weight * (_IDLE if acting else 1.0)


def put(question: str, start: int, end: int, name: str, *, owns: bool = False) -> str:
    """The question with a name in place of some words of it."""
    text = f"{name}'" if owns and name.endswith("s") else f"{name}'s" if owns else name
    if start == 0:
        text = text[0].upper() + text[1:]
    return question[:start] + text + question[end:]


def put_for(pointer: Pointer, question: str, name: str) -> str:
    """The question with a name for a pointer, and with a preposition before a place or a time that lacks it."""
    placed = pointer.to in (Points.THERE, Points.THEN) and not _PREPOSITION.search(question[: pointer.start])
    preposition = ("on " if _A_DAY.match(name) else "in ") if placed else ""
    return put(question, pointer.start, pointer.end, preposition + name, owns=pointer.owns)


# Words as short as these are more often others than part of a name.
_SHORT = 3


def names_known(question: str, subjects: Sequence[Subject]) -> list[Subject]:
    """The subjects that a question names itself, also in lower case."""
    common = {word for each in phrases_in(question, ("the", "this", "that", "a", "an")) for word in each.nouns.split()}
    said = set(words_of(question)) - common
    return [each for each in subjects if said & {word for word in each.words if len(word) > _SHORT}]
