"""`footnote evaluate --from-feedback`: what people said of replies, as questions to measure on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.conversations.database import Database
from assistant.conversations.store import Conversations
from assistant.domain import Quote
from assistant.errors import Misuse
from assistant.evaluation.feedback import Told, Unused, told_of
from assistant.settings import Settings
from assistant.wire import limits_json
from assistant.wording import counted
from ui.evaluate_command import evaluated_by_both, for_reading, read_known, require, told_json
from ui.terminal import print_json, print_text, say

FEW = 30
"""Questions; with fewer, one of them moves a figure by more than three in a hundred."""

NOBODY = (
    "nobody has said anything of a reply yet that can be measured by; thumbs stand under each reply on the page"
    " (`footnote chat`)"
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What people said of replies, as far as it can be used."""

    told: Sequence[Told]
    unused: Sequence[Unused]


def run_on_feedback(settings: Settings, others: Settings | None, out: Path | None, *, as_json: bool) -> int:
    """Write the questions to `out`, ask them at once and print the figures; returns how many could not be asked."""
    gathered = _gathered(settings)
    _say(gathered)
    if not gathered.told:
        raise Misuse(NOBODY)
    texts = [json.dumps(question_json(each), ensure_ascii=False) for each in gathered.told]
    if out:
        _write(out, texts)
    lines, unread = read_known(texts)
    if others:
        require(others)
    mine, theirs = evaluated_by_both(settings, others, lines)
    if len(mine.each) < FEW:
        say(f"{_asked(len(mine.each))}: read the figures as examples; one question more or less changes them")
    if as_json:
        print_json(told_json(settings, mine, theirs, unread) | {"feedback": feedback_json(gathered)})
    else:
        print_text(for_reading(mine, theirs))
    return len(unread)


def _gathered(settings: Settings) -> Gathered:
    with closing(Conversations(Database(settings.home, settings.database_url))) as store:
        kept = [store.read(each.id) for each in store.listed()]
    found = [said for each in kept if each for said in told_of(each)]
    return Gathered(
        [each for each in found if isinstance(each, Told)], [each for each in found if isinstance(each, Unused)]
    )


def _say(gathered: Gathered) -> None:
    replies = len(gathered.told) + len(gathered.unused)
    if not replies:
        return
    say(f"feedback on {_replies(replies)} makes {_asked(len(gathered.told))}")
    for reason, count in Counter(each.reason for each in gathered.unused).most_common():
        say(f"not used, {_replies(count)}: {reason}")


def _replies(count: int) -> str:
    return f"{count:,} {'reply' if count == 1 else 'replies'}"


def _asked(count: int) -> str:
    return counted(count, "question")


def question_json(told: Told) -> dict[str, Any]:
    """A question as `footnote evaluate` reads it."""
    turn = told.turn
    line: dict[str, Any] = {
        "id": turn.id,
        "conversation": told.conversation,
        "question": turn.question,
        "history": [[each.question, each.answer] for each in told.history],
        "today": turn.asked.astimezone().date().isoformat(),
        "ignored": list(turn.ignored),
        "limits": limits_json(turn.limits) if turn.limits.narrow else None,
        "as_written": turn.as_written or None,
        "answerable": told.answerable,
        "passages": [_passage(each) for each in told.right],
        "wrong_passages": [_passage(each) for each in told.wrong],
        "comment": turn.feedback.comment,
    }
    return {name: value for name, value in line.items() if value not in (None, [], "")}


def _passage(quote: Quote) -> dict[str, Any]:
    return {"article": quote.article_id, "paragraph": quote.paragraph.number, "text": quote.paragraph.text}


def _write(out: Path, texts: Sequence[str]) -> None:
    try:
        out.write_text("".join(f"{each}\n" for each in texts), encoding="utf-8", errors="replace")
    except OSError as error:
        raise Misuse(f"{out} cannot be written ({error.strerror}); name another file with --out") from error


def feedback_json(gathered: Gathered) -> dict[str, Any]:
    return {
        "replies": len(gathered.told) + len(gathered.unused),
        "questions": len(gathered.told),
        "unused": [
            {"conversation": each.conversation, "id": each.turn, "reason": each.reason} for each in gathered.unused
        ],
    }
