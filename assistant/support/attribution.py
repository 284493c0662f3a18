"""Whether what is cited has said by the same one what a sentence has said by somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.support.bearing import Borne
from assistant.support.cast import Cast, cast_of, is_role
from assistant.support.clauses import statements_of
from assistant.support.doers import Place, telling
from assistant.support.ground import Ground, Problem
from assistant.support.names import Names
from assistant.support.naming import Name, names_of, part_of
from assistant.support.voices import Voice, has_voice, voices_in
from assistant.support.wording import is_idle
from assistant.terms import spans_in

_ROOT = 5
# Anybody may be meant by these.
_ANYBODY = re.compile(
    r"(?:official|expert|critic|author|researcher|scientist|analyst|witness|resident|people|report|source|police|some"
    r"|many|other|both|observer|statement|data|figure|study|survey|record|document|paper|article|spokes\w+|review|team"
    r"|investigator|lawyer|opponent|supporter|member|company|firm|side|man|woman|men|women|paragraph|outlet|newspaper"
    r"|government|ministry|department|office|administration|group|organi[sz]ation|body|agency)(?:s|es|ies|ities)?$"
)
_SPOKESMAN = re.compile(r"spokes|statement")
# What one denies, another says.
_DENYING = re.compile(r"(?:den|reject|disput|contradict)")
_NAMELESS = re.compile(
    r"(?:an?|one|two|three|several|some) (?:people|persons?|sources?|officials?|witness(?:es)?)\b", re.IGNORECASE
)
_ACCUSING = re.compile(r"(?:alleg|accus|claim|contend|suspect|speculat)\w*")


class Attribution:
    """Finds what is put into another's mouth, or told as plain fact; names: finds the names of a sentence."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def __call__(self, text: str, ground: Ground, borne: Borne) -> Sequence[Problem]:
        """A problem for the first statement that is said by somebody else, or only alleged."""
        casts = [cast_of(each.article) for each in ground.cited]
        if not has_voice(text):
            return list(_as_fact(text, ground, casts, borne))
        for start, end in statements_of(text):
            statement = text[start:end]
            voices = [each for each in voices_in(text) if start <= each.at < end]
            for voice in voices[:1]:
                own = list(names_of(statement))
                told = telling(statement, own, ground, casts, borne)
                if (
                    told
                    and _is_of_article(voice, ground, casts)
                    and (others := [_other(voice, place) for place in told])
                    and all(others)
                    and not any(_is_of(other, text) for other in others if other)
                ):
                    return [f"the paragraph cited has this said by {others[0]}"]
        return []


def _is_of_article(voice: Voice, ground: Ground, casts: Sequence[Cast]) -> bool:
    """Whether a voice is a body or a role that an article cited knows, so that another's is another's."""
    if voice.is_pronoun or _DENYING.match(voice.verb) or _ANYBODY.search(voice.head):
        return False
    if not voice.is_role:
        parts = [name.parts for name in names_of(voice.who)]
        outlets = {part_of(word) for each in ground.cited for word in (each.article.description.outlet or "").split()}
        return bool(parts) and not set(parts[-1]) <= outlets and any(_is_body(cast, parts[-1]) for cast in casts)
    return any(voice.head in cast.lower for cast in casts)


def _is_body(cast: Cast, parts: tuple[str, ...]) -> bool:
    """Whether a name of the article is a body's; one of two words that may be a person's is left alone."""
    forms = cast.with_parts(parts)
    # Persons are called by their last names, bodies by their first.
    plain = all(len(form) == 1 or parts == form[:1] or any(is_role(part) for part in form) for form in forms)
    return bool(forms) and plain and not cast.is_person(parts)


def _other(voice: Voice, place: Place) -> str | None:
    """Who says it in a sentence of what is cited, where that is plainly somebody else."""
    voices = voices_in(place.stretch.text)
    if not voices or any(_same(voice, each, place) for each in voices):
        return None
    return _called(voices[0], place)


def _is_of(other: str, text: str) -> bool:
    """Whether the sentence has that one speak for somebody: "the bank's chief economist, Ada Quill, said"."""
    return re.search(rf"['’]s\b[^,.;]{{0,40}},?\s+{re.escape(other)}", text) is not None


def _same(voice: Voice, other: Voice, place: Place) -> bool:  # noqa: PLR0911  one way after another
    if other.is_pronoun:
        return _may_mean(voice, other, place)
    if any(_kin(one, each) for one in _words(voice.who) for each in _words(other.who)):
        return True
    if voice.is_role and not other.is_role and _is_introduced(voice, place):
        return True
    named = [name.parts for name in names_of(voice.who)]
    theirs = [name.parts for name in names_of(other.who)]
    roles = {role for parts in theirs for role in place.cast.roles(parts)}
    if voice.head in roles or (named and any(role in place.cast.roles(named[-1]) for role in (other.head,))):
        return True
    if _SPOKESMAN.search(other.who) or any(map(_SPOKESMAN.search, roles)):
        return not named or _named_before(named[-1], place)
    if named and any(place.cast.belongs(each, named[-1]) for each in theirs):
        return True
    return other.is_role and not voice.is_role and is_role(other.head) and _named_earlier(named, place)


def _words(who: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[\w’'-]+", who) if not is_idle(word)]


def _may_mean(voice: Voice, other: Voice, place: Place) -> bool:
    """Whether a pronoun that says it may be the voice."""
    who = other.who.lower()
    if who in ("i", "we"):
        return True
    if who in ("it", "its", "they", "their"):
        before = _before(place)
        return before is None or _heads(voice, before)
    named = names_of(voice.who)
    if voice.is_role:
        meant = _meant(other, place)
        roles = {role for parts in meant for role in place.cast.roles(parts)}
        return not meant or voice.head in roles or not roles
    meant = _meant(other, place)
    return not named or not meant or any(place.cast.belongs(each, named[-1].parts) for each in meant)


def _meant(voice: Voice, place: Place) -> list[tuple[str, ...]]:
    pronoun = "he" if voice.who.lower() in ("he", "his") else "she"
    return place.cast.meant_at(place.cited.paragraph.number, place.stretch.start + voice.at, pronoun)


def _before(place: Place) -> str | None:
    """The sentence before, within the paragraph."""
    text = place.cited.paragraph.text
    earlier = [text[start:end] for start, end in spans_in(text) if end <= place.stretch.start]
    return earlier[-1] if earlier else None


def _heads(voice: Voice, sentence: str) -> bool:
    """Whether a sentence is of that voice: has it before its first verb, or saying something."""
    voices = voices_in(sentence)
    first = " ".join(sentence.split()[:4]).lower()
    return (
        _kin(voice.head, first.split()[0])
        or any(_kin(voice.head, word) for word in re.findall(r"[\w’'-]+", first))
        or any(_kin(voice.head, each.head) for each in voices)
    )


def _is_introduced(voice: Voice, place: Place) -> bool:
    """Whether the sentence before begins with a body for which the next one's speaker may stand."""
    before = _before(place) or ""
    return voice.head in [word.lower() for word in before.split()[:3]]


def _named_before(parts: tuple[str, ...], place: Place) -> bool:
    """Whether a body is named in the paragraph or the one before, for which a spokesman may speak."""
    number = place.cited.paragraph.number
    near = [name.parts for each in (number, number - 1) for name in place.cast.of_paragraph(each)]
    return any(set(parts) & set(each) for each in near)


def _named_earlier(named: Sequence[tuple[str, ...]], place: Place) -> bool:
    """Whether a body that may be called "the company" is named before the sentence that calls it so."""
    number, start = place.cited.paragraph.number, place.stretch.start
    own = [name.parts for name in place.cast.of_paragraph(number) if name.start < start]
    before = [name.parts for at in range(max(0, number - 2), number) for name in place.cast.of_paragraph(at)]
    return not named or any(set(named[-1]) & set(each) for each in (*own, *before))


def _kin(one: str, other: str) -> bool:
    one, other = part_of(one), part_of(other)
    return one == other or (min(len(one), len(other)) >= _ROOT and one[:_ROOT] == other[:_ROOT])


def _called(voice: Voice, place: Place) -> str:
    if not voice.is_pronoun:
        return voice.who
    meant = _meant(voice, place) if voice.who.lower() in ("he", "she", "his", "her") else []
    full = next(
        (name.text for name in place.cast.of_paragraph(place.cited.paragraph.number) if name.parts in meant), None
    )
    return full or "somebody else"


def _as_fact(text: str, ground: Ground, casts: Sequence[Cast], borne: Borne) -> Iterator[Problem]:
    """A problem where all that tells it is an accusation."""
    own: list[Name] = list(names_of(text))
    told = telling(text, own, ground, casts, borne)
    said = [_accuser(place) for place in told]
    if said and all(said):
        yield f"the paragraph cited has this only as what {said[0]} says"


def _accuser(place: Place) -> str | None:
    """Who accuses in a sentence."""
    voices = voices_in(place.stretch.text)
    if not voices:
        return None
    before = _before(place) or ""
    earlier = voices_in(before)
    if _ACCUSING.match(voices[0].verb) or _NAMELESS.match(voices[0].who):
        return _called(voices[0], place)
    if voices[0].who.lower() in ("it", "they", "he", "she") and earlier and _ACCUSING.match(earlier[0].verb):
        return earlier[0].who
    return None
