"""The page of the settings: who answers, what leaves this computer, and how the library is."""

from __future__ import annotations

import streamlit as st

from assistant.settings import read_settings
from ui.settings_answers import draw_answers
from ui.settings_status import draw_status
from ui.trouble import told

THEME = (
    "Light or dark, as your system or browser is set. There is nothing to choose here: change it there, and the page "
    "follows at once."
)


@told
def draw_settings() -> None:
    settings = read_settings()
    with st.container(key="settings_column"):
        st.title("Settings", anchor=False)
        draw_answers(settings)
        draw_status(settings)
        st.header("Appearance", anchor=False)
        st.text(THEME)
