"""Whether the statement that tells what a sentence puts into somebody's mouth is plainly another's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.quotations import quotations
from assistant.support.bearing import Borne, Stretch, covered, told_by
from assistant.support.cast import Cast, Parts, cast_of, is_role
from assistant.support.clauses import statements_of
from assistant.support.folding import folded, stretch
from assistant.support.ground import Ground, Problem
from assistant.support.naming import Name, names_of, pronoun_of
from assistant.support.verdict import Cited
from assistant.support.voices import Voice, voices_in
from assistant.support.wording import carried
from assistant.terms import spans_in

# A statement tells the same where it has so much of the words; others that have nearly as much do, too.
_SAME = 0.3
_NEARLY = 0.75
_FEWEST = 2
# So many words in quotation marks say by themselves whose they are.
_QUOTED = 3
_DENYING = re.compile(r"(?:den|reject|disput|contradict)")
_LABEL = re.compile(r"([A-ZÀ-Þ][\w.’' -]{1,40}):\s")
# "Quill's lawyer" may be named there.
_OWNED = re.compile(r"[’']s?\s")
_TITLED = re.compile(r",\s(?:(?:Gen|Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Col|Lt|Sgt|Capt|Rev)\.?\s)?")
_BODY = re.compile(
    r"\b(?:Ministry|Department|Devices|Components|Security|Systems|Group|Health|Electric|Authority|Front|League|Board"
    r"|Association|Union|Council|Office|Lines|Railways|Infrastructure|Ratings|Harding|Wire|Post|Times|News|Gazette|Herald"
    r"|Examiner|Courier|Journal|Weekly|State|United|Valley|Bank|Court|Street|Party|Alliance|Service|Firms)\b"
)
_HE, _SHE = ("he", "his"), ("she", "her")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a paragraph has said by one voice.

    who: the forms of a person's name, or empty; called: in words. before: the sentence before. end: of the
    statement in its paragraph.
    """

    text: str
    voice: Voice
    who: tuple[Parts, ...]
    called: str
    before: str
    end: int


def speakers(text: str, ground: Ground, borne: Borne) -> Sequence[Problem]:
    """A problem for the first statement that is put into the mouth of a person who does not say it."""
    voices = voices_in(text)
    if not voices:
        return []
    casts = [cast_of(each.article) for each in ground.cited]
    said = [each for cited, cast in zip(ground.cited, casts, strict=True) for each in statements_in(cited, cast)]
    for start, end in statements_of(text):
        own = [each for each in voices if start <= each.at < end]
        names = [name for voice in own for name in names_of(voice.who)]
        telling = _telling(text[start:end], own, said, borne)
        if telling and own and not _OWNED.search(own[0].who) and not _DENYING.match(own[0].verb):
            others = [each for each in telling if _is_anothers(each, names, own, casts)]
            if len(others) == len(telling):
                return [f"the paragraph cited has this said by {others[0].called or others[0].voice.who}"]
    return []


def statements_in(cited: Cited, cast: Cast) -> Iterator[Statement]:
    """What a paragraph tells, each with whoever says it, as far as that is known."""
    text = cited.paragraph.text
    last: Statement | None = None
    before = ""
    for start, end in spans_in(text):
        sentence = text[start:end]
        voices = voices_in(sentence)
        if not voices:
            if last and sentence.lstrip().startswith(("“", '"')):  # The quotation goes on.
                yield Statement(sentence, last.voice, last.who, last.called, before, end)
            before = sentence
            continue
        for first, until in statements_of(sentence):
            own = [each for each in voices if first <= each.at < until]
            voice = own[0] if own else next((each for each in voices if each.at >= until), None)
            if voice is None:
                continue
            who, called = _who(voice, sentence, start, last, cited, cast)
            last = Statement(sentence[first:until], voice, who, called, before, start + until)
            yield last
        before = sentence


def _who(  # noqa: PLR0917  where a voice is heard, and what is known there
    voice: Voice, sentence: str, start: int, last: Statement | None, cited: Cited, cast: Cast
) -> tuple[tuple[Parts, ...], str]:
    """The person who is meant by a voice, empty where that is not clear."""
    if voice.who.lower() in (*_HE, *_SHE):
        return _meant("he" if voice.who.lower() in _HE else "she", start + voice.at, last, cited, cast)
    end = voice.at + len(voice.who)
    own = [each for each in names_of(sentence) if voice.at <= each.start and each.end == end]
    persons = _persons(own, cast) or _persons(_beside(voice, sentence), cast)
    return ((persons[-1].parts,), persons[-1].text) if persons else ((), "")


def _persons(names: Sequence[Name], cast: Cast) -> list[Name]:
    return [each for each in names if _is_person(each, cast) or _is_like_person(each)]


def _meant(pronoun: str, at: int, last: Statement | None, cited: Cited, cast: Cast) -> tuple[tuple[Parts, ...], str]:
    """The person heard last, or one named since; nobody where either may be meant."""
    since = [
        each
        for each in cast.of_paragraph(cited.paragraph.number)
        if (last.end if last else 0) <= each.start and each.end <= at and _is_person(each, cast)
    ]
    named = [each for each in since if _gender(each.parts, cast) in (None, pronoun)]
    heard = last is not None and bool(last.who) and _gender(last.who[0], cast) in (None, pronoun)
    if last and heard and not named:
        return last.who, last.called
    sure = bool(named) and (not heard or _gender(named[-1].parts, cast) == pronoun)
    return ((named[-1].parts,), named[-1].text) if sure else ((), "")


def _gender(parts: Parts, cast: Cast) -> str | None:
    return next((found for form in [parts, *cast.with_parts(parts)] if (found := pronoun_of(form))), None)


def _beside(voice: Voice, sentence: str) -> list[Name]:
    """The name set beside a role: "the director, Ada Quill, said"."""
    end = voice.at + len(voice.who)
    return [each for each in names_of(sentence) if _TITLED.fullmatch(sentence[end : each.start])]


def _is_person(name: Name, cast: Cast) -> bool:
    forms = [form for form in cast.with_parts(name.parts) if form[-1] == name.last] or [name.parts]
    full = max(forms, key=len)
    return cast.is_person(full) and not any(map(is_role, full)) and (len(full) > 1 or pronoun_of(full) is not None)


def _is_like_person(name: Name) -> bool:
    """Whether a name may be a person's for its form: of two words, none of which says what a body is."""
    return len(name.parts) > 1 and not any(is_role(part) for part in name.parts) and not _BODY.search(name.text)


def _telling(statement: str, own: Sequence[Voice], said: Sequence[Statement], borne: Borne) -> list[Statement]:
    """The statements that tell it; none where a sentence without a voice tells as much."""
    quotes = [statement[start + 1 : end - 1].rstrip(",.;!?") for start, end in quotations(statement)]
    longer = [folded(each).text for each in quotes if len(each.split()) >= _QUOTED]
    if quoting := [each for each in said if any(stretch(quote, folded(each.text)) for quote in longer)]:
        return quoting
    voiced = {stem for voice in own for stem in carried(f"{voice.who} {voice.verb}")}
    weights = {stem: borne.weights[stem] for stem in carried(statement) - voiced if stem in borne.weights}
    if len(weights) < _FEWEST:
        return []
    shares = [_share(each.text, weights, borne) for each in said]
    best = max(shares, default=0.0)
    unvoiced = max(
        (_share(each.text, weights, borne) for each in borne.sentences if _is_plain(each, said)), default=0.0
    )
    if best < _SAME or unvoiced >= _NEARLY * best:
        return []
    return [each for each, share in zip(said, shares, strict=True) if share >= _NEARLY * best]


def _is_plain(sentence: Stretch, said: Sequence[Statement]) -> bool:
    """Whether a sentence is nobody's."""
    return not any(each.text.strip() in sentence.text for each in said)


def _share(text: str, weights: Mapping[str, float], borne: Borne) -> float:
    return covered(weights, [told_by(text, weights, borne.near)])


def _is_anothers(said: Statement, names: Sequence[Name], own: Sequence[Voice], casts: Sequence[Cast]) -> bool:
    """Whether a statement is a person's, and none of those named is that one, or may be called so."""
    persons = names and all(any(_is_person(name, cast) for cast in casts) for name in names)
    if said.voice.who.lower() == "it" and persons:
        return not any(set(name.parts) & set(each.parts) for name in names for each in names_of(said.before))
    if not said.who or not persons:
        return False
    forms = {form for name in names for cast in casts for form in [name.parts, *cast.with_parts(name.parts)]}
    if any(set(one) <= set(other) or set(other) <= set(one) for one in forms for other in said.who):
        return False
    return not any(is_role(each.head) for each in own)
