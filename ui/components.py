"""The parts of the page that Streamlit has no widget for, each registered once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

BROWSER = Path(__file__).parent / "browser"


def source(name: str) -> str:
    return (BROWSER / name).read_text(encoding="utf-8")


def component(name: str, *parts: str, html: str = '<div class="root"></div>') -> ComponentRenderer:
    """Of the files of its name, of those of its parts, and of what all share; what it draws goes into its HTML."""
    files = ("common", "why", *(f"{name}_{part}" for part in parts), name)
    return st.components.v2.component(
        f"footnote_{name}",
        html=html,
        css="".join(source(f"{each}.css") for each in files),
        js="".join(source(f"{each}.js") for each in files),
    )


answer = component(
    "answer",
    *("list", "question", "preview", "chips", "found", "taking", "feedback"),
    html='<div class="exchanges"></div>',
)
conversations = component("conversations")
reader = component("reader", "text", "changes", "search", "check", "resting", "keys")
shelf = component("shelf")
facts = component("facts")
