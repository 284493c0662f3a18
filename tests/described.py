"""The JSON as `ui/JSON.md` describes it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import ui

TEXT = (Path(ui.__file__).parent / "JSON.md").read_text(encoding="utf-8")


def described(command: str) -> list[Any]:
    """The examples under the heading that begins so, in their order."""
    [section] = [each for each in TEXT.split("\n## ") if each.startswith(f"`footnote {command}")]
    return [json.loads(block) for block in re.findall(r"^```json\n(.*?)^```", section, re.MULTILINE | re.DOTALL)]


def names(value: object, at: str = "") -> set[str]:
    """Every field, by the path to it; of a list those of its first."""
    if isinstance(value, list):
        return names(value[0], f"{at}[]") if value else set()
    if not isinstance(value, dict) or at.endswith(".found"):  # which names what was noted
        return set()
    return {path for name, each in value.items() for path in (f"{at}.{name}", *names(each, f"{at}.{name}"))}
