"""What the browser tells a component's server part, each message heard once however often it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from ui.visit import visit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from streamlit.components.v2.types import ComponentRenderer

    Act = Callable[[object], None]
    """Does what a message asks for, if it makes sense."""


def draw(
    component: ComponentRenderer, key: str, data: Mapping[str, object], acts: Mapping[str, Act], **states: Any
) -> None:
    """Draw a component, and do by the names of its messages what it is told in the browser.

    Streamlit loses a message that is sent in the moment in which the page is drawn anew: it names a fragment that is
    not there any more. Of two that come close together it hands on the second. So the browser sends all of them until
    the drawing says that they were heard. What is drawn goes as one: Streamlit looks at every item for a table in it,
    which took a fifth of the time of a page of twenty questions.
    """
    drawn = {**data, "heard": visit().heard.get(key, 0)}
    component(key=key, data={"drawn": drawn}, on_told_change=lambda: hear(key, acts), **states)


def hear(key: str, acts: Mapping[str, Act]) -> None:
    """Act on those that were not heard yet, in their order; one that has the page drawn leaves the others unheard."""
    match st.session_state[key].told:
        case {"messages": list(messages)}:
            for message in messages:
                hear_one(key, message, acts)


def hear_one(key: str, message: object, acts: Mapping[str, Act]) -> None:
    """moved: when the browser told it, by its own clock."""
    match message:
        case {"what": str(what), "moved": int() | float() as moved} if what in acts and moved > visit().heard.get(
            key, 0
        ):
            visit().heard[key] = moved
            acts[what](message)
