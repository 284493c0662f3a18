"""Conversations as the JSON that is promised to scripts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from assistant.conversations.kept import ConversationSummary, KeptConversation, KeptTurn, Mark, Unanswered
from assistant.conversations.searching import Found, Hit
from assistant.wire import limits_json, part_json, reply_json

Json = dict[str, Any]


def summary_json(summary: ConversationSummary) -> Json:
    """One line of `footnote conversations list --json`."""
    return {
        "id": summary.id,
        "name": summary.name,
        "created": _moment(summary.created),
        "changed": _moment(summary.changed),
        "questions": summary.questions,
        "removed": _moment(summary.deleted) if summary.deleted else None,
    }


def conversation_json(kept: KeptConversation) -> Json:
    """`footnote conversations show ID --json`, and what is exported as JSON.

    Each reply can be read back by `restoring.reply_from`; one that there is not has its `status` and `words`.
    """
    return {
        "id": kept.id,
        "name": kept.name,
        "created": _moment(kept.created),
        "changed": _moment(kept.changed),
        "removed": _moment(kept.deleted) if kept.deleted else None,
        "replies": [_turn(each) for each in kept.turns],
    }


def found_json(found: Found) -> Json:
    """One line of `footnote conversations search --json`."""
    return {**summary_json(found.conversation), "hits": [_hit(each) for each in found.hits], "more": found.more}


def _turn(turn: KeptTurn) -> Json:
    outcome = turn.outcome
    reply = _unanswered(turn, outcome) if isinstance(outcome, Unanswered) else reply_json(outcome, turn.id)
    return {
        **reply,
        "asked": _moment(turn.asked),
        "answerer": turn.answerer,
        "ignored": list(turn.ignored),
        "edited_from": turn.edited_from,
        "limits": limits_json(turn.limits),
        "as_written": turn.as_written,
        "marks": [_mark(number, said) for number, said in sorted(turn.marks.items())],
        "feedback": {
            "helpful": turn.feedback.helpful,
            "comment": turn.feedback.comment,
            "wrong_passages": list(turn.feedback.wrong_passages),
        },
    }


def _unanswered(turn: KeptTurn, unanswered: Unanswered) -> Json:
    """What there was of an answer is read back by `restoring.part_from`."""
    return {
        "id": turn.id,
        "question": turn.question,
        "status": unanswered.state.value,
        "words": unanswered.words,
        **part_json(unanswered.claims, unanswered.citations),
    }


def _mark(number: int, said: Mark) -> Mapping[str, object]:
    return {"number": number, "finding": said.finding.value if said.finding else None, "note": said.note}


def _hit(hit: Hit) -> Mapping[str, object]:
    return {
        "turn": hit.turn,
        "part": hit.part.value,
        "number": hit.number,
        "excerpt": hit.excerpt.text,
        "spans": [list(span) for span in hit.excerpt.spans],
    }


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
