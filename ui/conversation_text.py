"""A kept conversation as the terminal shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant import wording
from assistant.conversations.kept import Feedback, KeptConversation, KeptTurn, Mark, State, Unanswered
from assistant.domain import Abstention, Answer, Citation, Claim
from ui.terminal import credit, wrapped

_REASONS = {
    State.UNDERWAY: "Being answered.",
    State.INTERRUPTED: wording.INTERRUPTED,
    State.STOPPED: "Stopped before the answer was whole.",
}
_HELPFUL = {True: "helpful", False: "not helpful", None: ""}
_INDENT = "    "


def for_reading(kept: KeptConversation) -> str:
    """Name, and each question with its answer, its citations and what was said of both."""
    removed = [f"(removed on {kept.deleted.astimezone():%d %B %Y})"] if kept.deleted else []
    parts = [wrapped(kept.name), *removed]
    for each in kept.turns:
        parts += ["", *_turn(each, kept)]
    return "\n".join(parts)


def _turn(turn: KeptTurn, kept: KeptConversation) -> Iterator[str]:
    yield f"{turn.asked.astimezone():%Y-%m-%d %H:%M}{_edited(turn, kept)}"
    yield wrapped(turn.question)
    yield ""
    match turn.outcome:
        case Answer(claims=claims, citations=citations) as reply:
            yield wrapped(reply.text)
            yield from _sources(claims, citations, turn.marks)
        case Abstention(reason=reason) as reply:
            yield wrapped(f"{reply.text[:-1]}: {reason}.")
        case Unanswered() as unanswered:
            yield from _unanswered(unanswered, turn.marks)
    yield from _feedback(turn.feedback)


def _edited(turn: KeptTurn, kept: KeptConversation) -> str:
    first = next((each for each in kept.turns if each.id == turn.edited_from), None)
    return f", edited from “{first.question}”" if first else ""


def _unanswered(outcome: Unanswered, marks: Mapping[int, Mark]) -> Iterator[str]:
    if outcome.claims:
        yield wrapped(" ".join(each.marked for each in outcome.claims))
    if outcome.words and outcome.state is State.STOPPED:
        yield wrapped(f"{outcome.words} (not checked)")
    yield wrapped(_REASONS.get(outcome.state) or outcome.words)
    yield from _sources(outcome.claims, outcome.citations, marks)


def _sources(claims: Sequence[Claim], citations: Sequence[Citation], marks: Mapping[int, Mark]) -> Iterator[str]:
    """Each citation with where it stands, its quote unless the answer says it word for word, and its mark."""
    said = {each.text for each in claims}
    for each in citations:
        yield ""
        yield wrapped(f"[{each.number}] {credit(each.quote.description, each.quote.paragraph)}")
        if each.quote.text not in said:
            yield wrapped(f"“{each.quote.text}”", indent=_INDENT)
        if each.number in marks:
            yield wrapped(_mark(marks[each.number]), indent=_INDENT)


def _mark(mark: Mark) -> str:
    return ": ".join(part for part in (mark.finding.value if mark.finding else "note", mark.note) if part)


def _feedback(feedback: Feedback) -> Iterator[str]:
    wrong = "".join(f"[{number}]" for number in feedback.wrong_passages)
    said = [_HELPFUL[feedback.helpful], f"wrong passage: {wrong}" if wrong else "", feedback.comment]
    if any(said):
        yield ""
        yield wrapped(f"Feedback: {'; '.join(part for part in said if part)}")
