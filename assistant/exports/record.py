"""A conversation as JSON: the replies of `footnote ask --json`, with what the reader said of them."""

from __future__ import annotations

import json
import re

from assistant.conversations.kept import Feedback, KeptConversation, KeptTurn, Mark, Unanswered
from assistant.wire import Json, part_json, reply_json
from assistant.wording import UNPRINTABLE


def as_json(conversation: KeptConversation) -> str:
    """Each reply can be read back by `restoring.reply_from`; one that there is not has its `status` and `words`."""
    written = {
        "id": conversation.id,
        "name": conversation.name,
        "created": conversation.created.isoformat(timespec="seconds"),
        "changed": conversation.changed.isoformat(timespec="seconds"),
        "replies": [_turn(turn) for turn in conversation.turns],
    }
    text = json.dumps(written, ensure_ascii=False, indent=2)
    # What would move a terminal's cursor stands in it as an escape.
    return "\n".join(UNPRINTABLE.sub(_escaped, line) for line in text.split("\n")) + "\n"


def _turn(turn: KeptTurn) -> Json:
    outcome = turn.outcome
    reply = _unanswered(turn, outcome) if isinstance(outcome, Unanswered) else reply_json(outcome, turn.id)
    return {
        **reply,
        "asked": turn.asked.isoformat(timespec="seconds"),
        "ignored": list(turn.ignored),
        "answerer": turn.answerer,
        "marks": [_mark(number, mark) for number, mark in sorted(turn.marks.items())],
        "feedback": _feedback(turn.feedback),
    }


def _unanswered(turn: KeptTurn, unanswered: Unanswered) -> Json:
    """What there was of an answer is read back by `restoring.part_from`."""
    return {
        "id": turn.id,
        "question": turn.question,
        "status": str(unanswered.state),
        "words": unanswered.words,
        **part_json(unanswered.claims, unanswered.citations),
    }


def _mark(number: int, mark: Mark) -> Json:
    return {"citation": number, "finding": str(mark.finding) if mark.finding else None, "note": mark.note}


def _feedback(feedback: Feedback) -> Json:
    return {
        "helpful": feedback.helpful,
        "comment": feedback.comment,
        "wrong_passages": list(feedback.wrong_passages),
    }


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"\\u{ord(character):04x}" for character in found[0])
