"""A question put into other words by a chat model: a follow-up as it stands alone, and what to search with."""

from __future__ import annotations

import logging
import math
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answerer import Rewritten
from assistant.domain import Turn
from assistant.errors import ModelTrouble
from assistant.models.chat import ChatModel, Prompt
from assistant.question import Question
from assistant.terms import words_in
from assistant.writing.account import Account
from assistant.writing.declining import declines
from assistant.writing.listening import heard
from assistant.writing.plainly import plainly
from assistant.writing.prompts import rewriting_prompt

log = logging.getLogger(__name__)

LONGEST = 400
"""Of a question that stands alone, in characters: beyond this it is neither read nor searched with."""

_LONGEST_QUERY = 200
_MOST_QUERIES = 3

# From the first word on: a few lines take a second or two, of a model without a graphics card some ten.
_LONGEST_SECONDS = 20

# Four lines of the longest are less: whoever writes on does not do what was asked.
_LONGEST_TEXT = 2_000

_NO_WORDS = re.compile(r"https?:|www\.|[<>{}|\\]|```")
_ENDS_ASKING = re.compile(r"[?？؟;][\"'”’»)\]]*$")
_BEGINS_ASKING = re.compile(
    r"(?:(?:in|on|by|from|for|at|to|of|with|since|until|and|but|so|please)\s+)*"
    r"(?:who|whom|whose|when|where|what|which|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should"
    r"|may|might|must|tell|list|name|summari[sz]e|sum|describe|explain|compare|give|show|find)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reworded:
    """What of a chat model's text can be used; question: None where it stays as it was.

    is_taken: whether it is what was asked for.
    """

    question: str | None
    queries: Sequence[str] = ()
    is_taken: bool = True


def rewritten(model: ChatModel, question: str, history: Sequence[Turn], language: str | None) -> Rewritten:
    """Ask the model once; where it fails or keeps one waiting, only why: the built-in way needs nobody.

    language: the code of the articles', where known.
    """
    account = Account()
    try:
        text = _asked(model, rewriting_prompt(question, history, language), account)
    except ModelTrouble as trouble:
        log.warning("%s did not put the question another way: %s", model.name, trouble)
        account.not_rewritten(str(trouble))
        return Rewritten(None, usage=account.usage)
    found = read(text, question, history)
    if found.question is None and not found.queries:
        log.info("%s wrote nothing to search with", model.name)
    if not found.is_taken:
        account.not_rewritten("it wrote something else than the question")
    return Rewritten(found.question, found.queries, account.usage)


def _asked(model: ChatModel, prompt: Prompt, account: Account) -> str:
    """What the model writes, as long as it does what it was asked; raises ModelTrouble where it fails."""
    text, until = "", math.inf
    for text in heard(model, prompt, account):
        if text:
            until = min(until, time.monotonic() + _LONGEST_SECONDS)
        if len(text) > _LONGEST_TEXT or time.monotonic() > until:
            raise ModelTrouble("it writes on and on")
    return text


def read(text: str, question: str, history: Sequence[Turn]) -> Reworded:
    """Take the text for what it is asked to be: the question on its first line, then queries; the rest is nothing."""
    lines = [line for line in map(plainly, text.splitlines()) if line]
    if not lines or len(text) > _LONGEST_TEXT or declines(lines[0]):
        return Reworded(None, is_taken=not history)
    alone = lines[0] if history else question
    if history and not _stands_for(alone, question, history):
        return Reworded(None, is_taken=False)
    queries = [each for each in lines[1:] if _is_query(each)]
    told = {_folded(question), _folded(alone)}
    others = {_folded(each): each for each in reversed(queries) if _folded(each) not in told}
    return Reworded(
        alone if _folded(alone) != _folded(question) else None, tuple(reversed(others.values()))[:_MOST_QUERIES]
    )


def _stands_for(alone: str, question: str, history: Sequence[Turn]) -> bool:
    """Whether it is the question, with what it takes from the conversation, and no answer or another question."""
    return (
        len(alone) <= LONGEST
        and not _NO_WORDS.search(alone)
        and _asks_as(alone, question)
        and _keeps(alone, question, history)
    )


def _asks_as(alone: str, question: str) -> bool:
    """Whether it asks, or is no more of a statement than the question was."""
    if _ENDS_ASKING.search(alone) or (_BEGINS_ASKING.match(alone) and "?" not in alone):
        return True
    return not (_ENDS_ASKING.search(question) or _BEGINS_ASKING.match(question) or alone.endswith((".", "!", "…")))


def _keeps(alone: str, question: str, history: Sequence[Turn]) -> bool:
    """Whether it has the question's names and numbers, and half of what else carries it.

    For one that says nothing itself ("Why?") a word of those before it. Never of the answers alone: an article that
    orders a question about something else has all the words of that one (measured by tests/benchmarks/otherwise.py).
    """
    there, asked = words_in(alone), Question(question)
    if asked.names_something:
        return asked.names <= there and 2 * len(there.intersection(asked.carrying)) >= len(asked.carrying)
    before = [each for each in (Question(turn.question) for turn in history) if each.names_something]
    return any(there.intersection(each.carrying) for each in before)


def _is_query(line: str) -> bool:
    """Whether it can be searched with: some words, and nothing but words."""
    return len(line) <= _LONGEST_QUERY and Question(line).names_something and not _NO_WORDS.search(line)


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
