"""The scripts that the browser is given: several files joined, which must not name two things alike."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import ui

BROWSER = Path(ui.__file__).parent / "browser"
PARTS = {
    name: [BROWSER / "common.js", BROWSER / "why.js", *sorted(BROWSER.glob(f"{name}_*.js")), BROWSER / f"{name}.js"]
    for name in ("answer", "conversations", "facts", "reader", "shelf")
}
_NAMED = re.compile(r"^(?:export default )?(?:async )?(?:const|let|class|function) (\w+)", re.MULTILINE)


@pytest.mark.parametrize("name", PARTS)
def test_no_two_parts_of_a_script_use_one_name(name: str) -> None:
    named = Counter(_NAMED.findall("".join(part.read_text(encoding="utf-8") for part in PARTS[name])))

    assert named
    assert [each for each, times in named.items() if times > 1] == []


def test_every_script_belongs_to_a_component() -> None:
    assert {part for parts in PARTS.values() for part in parts} == set(BROWSER.glob("*.js"))
