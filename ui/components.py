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


def component(name: str) -> ComponentRenderer:
    return st.components.v2.component(
        f"footnote_{name}",
        html='<div class="root"></div>',
        css=source("common.css") + source(f"{name}.css"),
        js=source("common.js") + source(f"{name}.js"),
    )


answer = component("answer")
reader = component("reader")
shelf = component("shelf")
