"""A part of the page that is drawn again and again, apart from the rest."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import streamlit as st

from ui.trouble import told

if TYPE_CHECKING:
    from collections.abc import Callable

_drawings = count(1)


def draw_again(draw: Callable[[], None], every: float | None) -> None:
    """Draw it now, and again every so many seconds, or else when something in it is pressed.

    Streamlit knows a fragment by its function's name. With the name of the run before, a look that the browser asked
    for meanwhile would follow this run at once, and what this run drew and had not sent yet would be dropped for it:
    the browser then went without it, or threw away what was there and drew it anew under the pointer.
    """

    def again() -> None:
        told(draw)()

    again.__qualname__ = f"{draw.__qualname__}_{next(_drawings)}"
    st.fragment(again, run_every=every)()
