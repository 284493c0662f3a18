"""What a chat model writes, heard to its end."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.domain import Retrying
from assistant.models.chat import ChatModel, Prompt, Spent
from assistant.writing.account import Account


def heard(model: ChatModel, prompt: Prompt, account: Account) -> Iterator[str]:
    """All that it wrote until now, with each piece; the last is the whole. What it took goes into the account."""
    text = ""
    yield text
    for piece in model.write(prompt):
        match piece:
            case Spent():
                account.called(piece)
            case Retrying():
                text = ""
            case str():
                text += piece
        yield text
