"""A follow-up made into a question that stands alone, from the conversation before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.domain import Turn
from assistant.followup.ellipsis import filled
from assistant.followup.mentions import PEOPLE, Mention, Sort, mentions_in, words_of
from assistant.followup.phrases import Phrase, last_date, named_by, phrases_in, thing_asked_about
from assistant.followup.pointing import Pointer, Points, meant, names_known, pointers_in, put, put_for
from assistant.followup.subjects import Subject, is_heading, said_in, subjects_of
from assistant.question import Question

# What was asked farther back says nothing any more; the turns that open a conversation say what it is about.
_FARTHEST = 8
_OPENING = 2

# Names that help to find, tried with none to four on CANARD's follow-ups: every one helps a little, the second most.
_CONTEXT = 4

# By so much a topic outweighs every other name, so that it is said even where another is meant.
_FAR_AHEAD = 1.5

# Turns whose cited articles a follow-up is likely to be about.
_CITED = 2

# A stand-alone question is read and searched with: beyond this it is neither.
_LONGEST = 400

_CONJUNCTION = re.compile(r"^\W*(?:and|but|so)\b[\s,]+(?P<next>\w)", re.IGNORECASE)
_PIECE = re.compile(r"^(?:article|story|piece|report|text|passage|page|section)s?$")
_TIMES = re.compile(r"^(?:day|year|month|week|time|period|season|decade|era|date|night|point|moment)s?$")
_KNOWN_TO_ALL = re.compile(
    r"^(?:world|sun|moon|earth|internet|public|media|press|future|past|weather|country|capital|way|rest|same|most|"
    r"best|first|last|only|latest|reason|meaning|difference)$"
)
_WHAT_IS_IT = re.compile(r"^\W*what (?:is|are) (?:an? )?\w+\W*$", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:any|anyone|anybody|anything|other|others|another|else|more|some|there|two|both|first|next|same|earlier|later|"
    r"after|before|again)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it stands alone, and what else the conversation was about, which only finding makes use of.

    context: names. articles: ids of those that were cited last. leans: whether it takes anything from the conversation;
    a new topic does not, and has neither.
    """

    question: str
    context: tuple[str, ...] = ()
    articles: frozenset[str] = frozenset()
    leans: bool = False

    @property
    def sought(self) -> str:
        """The words to search with."""
        return self.with_context(self.question)

    def with_context(self, words: str) -> str:
        """Words of the question with the names that help to find what it means."""
        return " ".join([words, *self.context])


def stand_alone(question: str, history: Sequence[Turn]) -> str:
    """The question with names in place of what points back; itself where it is the first, or on something new."""
    return in_conversation(question, history).question


def in_conversation(question: str, history: Sequence[Turn]) -> Understood:
    """The question with what it takes from the conversation."""
    told = [turn for turn in history if turn.question.strip()]
    near = told[-_FARTHEST:]
    kept = [*told[: min(_OPENING, len(told) - len(near))], *near]
    understood: list[Turn] = []
    for turn in kept:
        asked = turn.question if is_heading(turn) else _alone(turn.question, understood).question
        understood.append(replace(turn, question=asked))
    return _alone(question, understood)


def _alone(question: str, history: Sequence[Turn]) -> Understood:
    """The same, after questions that stand alone."""
    if not history:
        return Understood(question)
    last = history[-1]
    subjects = subjects_of(history)
    complete = None if is_heading(last) else filled(question, last.question, said_in(last))
    whole = complete or _with_names(question, history, subjects)
    if whole is None:
        return Understood(question)
    whole = _CONJUNCTION.sub(lambda start: start["next"].upper(), whole)
    if len(whole) > max(_LONGEST, len(question) + 100):
        whole = question
    cited = frozenset(article for turn in history[-_CITED:] for article in turn.articles)
    # What "And in Georgia?" leaves behind must not be found again.
    context = () if complete else _context(whole, subjects)
    return Understood(whole, context, cited, leans=True)


def _context(whole: str, subjects: Sequence[Subject]) -> tuple[str, ...]:
    """The weightiest subjects that the question does not name."""
    folded = whole.casefold()
    return tuple(each.name for each in subjects[:_CONTEXT] if each.name.casefold() not in folded)


def _with_names(question: str, history: Sequence[Turn], subjects: Sequence[Subject]) -> str | None:
    """The question with names for what points back, or with the topic; None for one that needs neither."""
    pointers = list(pointers_in(question, subjects))
    if pointers and (named := _pointers_named(question, pointers, history, subjects)):
        return _about_topic(named, subjects)
    own = [each for each in mentions_in(question) if not each.weak]
    known = names_known(question, subjects)
    if own or known:
        strange = [each for each in own if not any(_of_one(each, one) for one in subjects)]
        if strange:
            return None
        return _with_topic(_in_full(question, subjects), subjects, history)
    if with_phrase := _phrase_named(question, history, subjects):
        return with_phrase
    if pointers or _MORE.search(question) or _says_little(question):
        return _with_topic(question, subjects, history)
    return None


def _of_one(name: Mention, subject: Subject) -> bool:
    """Whether one of the names is a part of the other: "Scott" of "Walter Scott", but not "Ann Scott"."""
    return set(name.words) <= set(subject.words) or set(subject.words) <= set(name.words)


def _pointers_named(
    question: str, pointers: Sequence[Pointer], history: Sequence[Turn], subjects: Sequence[Subject]
) -> str | None:
    """The question with a name for the first pointer of each kind; what it names itself is put in nowhere."""
    there = {each.words for each in mentions_in(question)}
    named: list[tuple[Pointer, str]] = []
    for to in dict.fromkeys(each.to for each in pointers):
        name = _name_for(to, history, subjects)
        if name and words_of(name) not in there:
            there.add(words_of(name))
            named.append((next(each for each in pointers if each.to is to), name))
    for pointer, name in reversed(named):
        question = put_for(pointer, question, name)
    return question if named else None


def _about_topic(question: str, subjects: Sequence[Subject]) -> str:
    """The question with the conversation's topic in brackets, where the names put into it are others."""
    weights = [each.weight for each in subjects[:2]]
    if not weights or weights[0] < _FAR_AHEAD * weights[-1] or set(words_of(question)) & set(subjects[0].words):
        return question
    return f"{question.rstrip().rstrip('?!. ')} (about {subjects[0].name})?"


def _says_little(question: str) -> bool:
    """Whether at most one word says what the question is about, and it does not ask what that is."""
    carrying = [each for each in Question(question).carrying if not each.isdigit()]
    return not Question(question).names_something or (len(carrying) <= 1 and not _WHAT_IS_IT.match(question))


def _name_for(to: Points, history: Sequence[Turn], subjects: Sequence[Subject]) -> str | None:
    last = history[-1]
    if to is Points.THEN:
        return last_date(history)
    best = meant(to, subjects)
    if to in (Points.IT, Points.THEY) and not is_heading(last):
        thing = thing_asked_about(last.question, plural=to is Points.THEY)
        if thing and (best is None or best.sort in PEOPLE or not best.recent):
            return thing
    return best.name if best else None


def _phrase_named(question: str, history: Sequence[Turn], subjects: Sequence[Subject]) -> str | None:
    """The question with whose, or which, the thing is that it speaks of with "the" or "this"."""
    last = history[-1].question
    things = (thing_asked_about(last, plural=plural) for plural in (False, True))
    topic = _topic(subjects) or next((each for each in things if each), None)
    for phrase in phrases_in(question, ("the", "this", "that", "these", "those")):
        if _KNOWN_TO_ALL.match(phrase.head) or re.match(r"\s+of\s+the\b", question[phrase.end :]):
            continue
        if _TIMES.match(phrase.head) and phrase.determiner != "the":
            when = last_date(history)
            return _with_topic(put(question, phrase.start, phrase.end, when) if when else question, subjects, history)
        if topic and (named := _phrase_with_name(question, phrase, topic, history)):
            return named
    return None


def _phrase_with_name(question: str, phrase: Phrase, topic: str, history: Sequence[Turn]) -> str | None:
    if _PIECE.match(phrase.head):
        of_it = re.search(r"\b(?:about|in|from|of)\s+$", question[: phrase.start])
        start = phrase.start if of_it else phrase.end
        return put(question, start, phrase.end, topic if of_it else f" about {topic}")
    if phrase.head in words_of(topic):
        return put(question, phrase.start, phrase.end, topic)
    if called := named_by(phrase.head, history):
        return put(question, phrase.start, phrase.end, f"the {phrase.nouns} {called}")
    if topic.removeprefix("the ")[:1].isupper():
        return put(question, phrase.start, phrase.end, f"{_owner(topic)} {phrase.nouns}")
    return None


def _owner(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _topic(subjects: Sequence[Subject]) -> str | None:
    return subjects[0].name if subjects else None


def _with_topic(question: str, subjects: Sequence[Subject], history: Sequence[Turn]) -> str:
    """The question with the topic at its end; with the question before it where no name was said."""
    topic = _topic(subjects)
    stem, before = question.rstrip().rstrip("?!. "), history[-1].question.strip().rstrip("?!. ")
    if topic:
        return question if topic.casefold() in question.casefold() else f"{stem} with {topic}?"
    return f"{stem} ({before})?" if before and not is_heading(history[-1]) else question


def _in_full(question: str, subjects: Sequence[Subject]) -> str:
    """The question with a person's whole name in place of a part of it."""
    for mention in reversed(mentions_in(question)):
        whole = next(
            (
                each
                for each in subjects
                if len(each.words) > len(mention.words)
                and (
                    each.words[-len(mention.words) :] == mention.words
                    or each.words[: len(mention.words)] == mention.words
                )
                and (each.sort in PEOPLE or each.sort is Sort.UNKNOWN)
            ),
            None,
        )
        if whole and " and " not in whole.name:
            question = put(question, mention.start, mention.end, whole.name)
    return question
