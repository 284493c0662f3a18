"""What the browser tells a component's server part, each message heard once however often it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from ui.visit import visit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from streamlit.components.v2.types import ComponentRenderer

    Act = Callable[[object], None]
    """Does what a message asks for, if it makes sense."""


@dataclass(frozen=True, slots=True)
class Part:
    """Of what a component draws, something with a name of its own: its data, and what is done by its messages."""

    name: str
    data: Mapping[str, object]
    acts: Mapping[str, Act]

    @property
    def drawn(self) -> dict[str, object]:
        return {**self.data, "post": self.name, "heard": visit().heard.get(self.name, 0)}


def draw(
    component: ComponentRenderer, key: str, data: Mapping[str, object], acts: Mapping[str, Act], **states: Any
) -> None:
    """Draw a component, and do by the names of its messages what it is told in the browser.

    Streamlit loses a message that is sent in the moment in which the page is drawn anew: it names a fragment that is
    not there any more. Of two that come close together it hands on the second. So the browser sends all of them until
    the drawing says that they were heard. What is drawn goes as one: Streamlit looks at every item for a table in it,
    which took a fifth of the time of a page of twenty questions.
    """
    part = Part(key, data, acts)
    component(key=key, data={"drawn": part.drawn}, on_told_change=lambda: hear_parts(told(key), [part]), **states)


def draw_parts(component: ComponentRenderer, key: str, parts: Sequence[Part]) -> None:
    """Draw several of a kind in one component; the browser says of which part it tells something."""
    data = {"drawn": [part.drawn for part in parts]}
    component(key=key, data=data, on_told_change=lambda: hear_parts(told(key), parts))


def told(key: str) -> object:
    """What came of a component; nothing where it was thrown away meanwhile: drawn anew, it tells it again."""
    return st.session_state.get(key, {}).get("told")


def hear_parts(told: object, parts: Sequence[Part]) -> None:
    for part in parts:
        match told:
            case {"post": part.name}:
                hear(part.name, told, part.acts, visit().heard)


def hear(key: str, told: object, acts: Mapping[str, Act], heard: dict[str, float]) -> None:
    """Act on the messages that were not heard yet, in their order.

    One that has the page drawn leaves the others unheard; they are told again. heard: when the last one was told
    that was heard, by the browser's clock, for each key.
    """
    match told:
        case {"messages": list(messages)}:
            for message in messages:
                hear_one(key, message, acts, heard)


def hear_one(key: str, message: object, acts: Mapping[str, Act], heard: dict[str, float]) -> None:
    last = heard.get(key, 0)
    match message:
        case {"what": str(what), "moved": int() | float() as moved} if what in acts and moved > last:
            heard[key] = moved
            acts[what](message)
