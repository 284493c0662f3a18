"""Facts with their names, in the component that shows what others wrote as text."""

from __future__ import annotations

from dataclasses import dataclass

from ui import components


@dataclass(frozen=True, slots=True)
class Fact:
    """value: several are shown one below the other."""

    name: str
    value: str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Copied:
    """What a click takes along, and what stands on the button."""

    label: str
    text: str


def draw_facts(key: str, *facts: Fact, figures: bool = False, copied: Copied | None = None) -> None:
    """Draw them line by line, or, as figures, side by side."""
    components.facts(key=f"facts_{key}", data=facts_data(facts, figures=figures, copied=copied))


def facts_data(facts: tuple[Fact, ...], *, figures: bool = False, copied: Copied | None = None) -> dict[str, object]:
    """What the browser is given."""
    return {
        "figures": figures,
        "facts": [{"name": each.name, "values": _values(each)} for each in facts],
        "copy": {"label": copied.label, "text": copied.text} if copied else None,
    }


def _values(fact: Fact) -> list[str]:
    return [fact.value] if isinstance(fact.value, str) else list(fact.value)
