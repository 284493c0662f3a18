"""Tells a kept conversation as a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from assistant import authorship
from assistant.conversations.kept import Feedback, KeptConversation, KeptTurn, State, Unanswered
from assistant.domain import Abstention, Answer, Claim, Inquiry, day_words
from assistant.exports.harmless import in_lines, one_line
from assistant.exports.referring import Since, passage, references, unknown
from assistant.exports.transcript import Block, Round, Spoken, Transcript
from assistant.grouping import Group, groups_of, written
from assistant.settings import EXTRACTIVE
from assistant.understood import label, remarks
from assistant.wording import (
    INTERRUPTED,
    counted,
    days,
    outlet,
    said_against,
    said_date,
    sentence,
    stopped_words,
    unjudged,
)

_SAID = {
    State.INTERRUPTED: INTERRUPTED,
    State.UNDERWAY: "This question was still being answered when the conversation was exported.",
}
_RATED = {True: "The reader found this answer helpful", False: "The reader found this answer not helpful"}


def transcript(conversation: KeptConversation, since: Since = unknown) -> Transcript:
    """Everything that was said, with every reference as it was; since: says what has become of one."""
    asked = counted(len(conversation.turns), "question")
    about = f"A conversation with Footnote, begun {_moment(conversation.created)}. {asked}."
    rounds = tuple(_round(turn, since) for turn in conversation.turns)
    return Transcript(one_line(conversation.name) or "Conversation", about, rounds)


def _round(turn: KeptTurn, since: Since) -> Round:
    match turn.outcome:
        case Answer() as answer:
            return _answered(turn, answer, since)
        case Abstention() as abstention:
            return _abstained(turn, abstention)
        case unanswered:
            return _unanswered(turn, unanswered, since)


def _answered(turn: KeptTurn, answer: Answer, since: Since) -> Round:
    inquiry = answer.inquiry
    signed = [
        authorship.writer(inquiry),
        authorship.borne_out(answer),
        *([authorship.quotes(answer)] if authorship.by_model(inquiry) else []),
        *_took(inquiry),
    ]
    return Round(
        one_line(turn.question),
        _facts(turn, inquiry),
        blocks=_blocks(groups_of(answer)),
        signed=_signed(signed),
        feedback=_feedback(turn.feedback),
        references=references(turn, answer.citations, since),
    )


def _abstained(turn: KeptTurn, abstention: Abstention) -> Round:
    return Round(
        one_line(turn.question),
        _facts(turn, abstention.inquiry),
        status=in_lines(f"{abstention.text} {sentence(abstention.reason)}"),
        withheld=tuple(_spoken(claim, ()) for claim in abstention.withheld),
        withheld_as=authorship.withheld(abstention),
        nearest=tuple(map(passage, abstention.nearest)),
        signed=_signed([authorship.asked(abstention) or _asked(abstention.inquiry.model), *_took(abstention.inquiry)]),
        feedback=_feedback(turn.feedback),
    )


def _unanswered(turn: KeptTurn, unanswered: Unanswered, since: Since) -> Round:
    """Stopped, failed or interrupted: said as such, with what there was of it."""
    state, words = unanswered.state, unanswered.words
    stopped = stopped_words(unanswered.claims, words, "what comes last")
    said = {**_SAID, State.STOPPED: stopped, State.FAILED: f"No answer. {sentence(words)}"}
    return Round(
        one_line(turn.question),
        _facts(turn),
        status=in_lines(said.get(state, stopped)),
        blocks=_blocks(written(unanswered.claims)),
        tail="" if state is State.FAILED else in_lines(words),
        signed=_signed([_asked(turn.answerer)] if turn.answerer else []),
        feedback=_feedback(turn.feedback),
        references=references(turn, unanswered.citations, since),
    )


def _facts(turn: KeptTurn, inquiry: Inquiry | None = None) -> tuple[str, ...]:
    """When it was asked, how it was understood, where it was looked for."""
    facts = [f"Asked {_moment(turn.asked)}"]
    facts += [f"Asked without “{words}”" for words in turn.ignored]
    if inquiry:
        facts += remarks(inquiry)
        facts += (label(cue, inquiry.filters) for cue in inquiry.filters.cues)
    return tuple(one_line(each) for each in facts)


def _took(inquiry: Inquiry) -> Iterator[str]:
    yield from authorship.spent(inquiry.usage)
    trouble = unjudged(inquiry.usage)
    if trouble:
        yield trouble


def _asked(model: str | None) -> str:
    return f"Asked of {model}" if model not in (None, EXTRACTIVE) else "Asked of the articles' own words"


def _signed(signed: Sequence[str]) -> tuple[str, ...]:
    return tuple(sentence(one_line(each)) for each in signed)


def _blocks(groups: Sequence[Group]) -> tuple[Block, ...]:
    return tuple(
        Block(
            tuple(_spoken(claim, claim.citations) for claim in each.claims),
            (one_line(outlet(each.source)), said_date(each.source)) if each.source else (),
        )
        for each in groups
    )


def _spoken(claim: Claim, markers: Sequence[int]) -> Spoken:
    """A sentence; one that is no answer has no markers, whatever it cites."""
    beside = [f"“{claim.text[each.start : each.end]}” is {days(each)}" for each in claim.dates]
    beside += [f"said by {claim.speaker}"] if claim.speaker else []
    against = said_against(claim)
    doubt = one_line(against) if against else None
    return Spoken(in_lines(claim.text), tuple(markers), doubt, tuple(map(one_line, beside)))


def _feedback(feedback: Feedback) -> tuple[str, ...]:
    said = [_RATED[feedback.helpful]] if feedback.helpful is not None else []
    said += [f"The reader's comment: {feedback.comment}"] if feedback.comment.strip() else []
    return tuple(in_lines(each) for each in said)


def _moment(moment: datetime) -> str:
    """ "8 May 2024, 14:03 UTC"."""
    zone = f" {moment.tzname()}" if moment.tzinfo else ""
    return f"{day_words(moment)}, {moment:%H:%M}{zone}"
