"""A conversation as a JSON file."""

from __future__ import annotations

import json
import re

from assistant.conversations.kept import KeptConversation
from assistant.conversations.written import conversation_json
from assistant.wording import UNPRINTABLE


def as_json(conversation: KeptConversation) -> str:
    """What `footnote conversations show --json` prints, in lines that people can read."""
    text = json.dumps(conversation_json(conversation), ensure_ascii=False, indent=2)
    # What would move a terminal's cursor stands in it as an escape.
    return "\n".join(UNPRINTABLE.sub(_escaped, line) for line in text.split("\n")) + "\n"


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"\\u{ord(character):04x}" for character in found[0])
