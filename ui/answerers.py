"""Who answers the next question: the articles' own words, or a chat model."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from assistant.settings import EXTRACTIVE, read_settings
from assistant.wording import shortened
from ui.visit import visit
from ui.wording import plain

OWN_WORDS = "The articles' own words"
ANOTHER = "Another chat model"
EXAMPLE = "anthropic:claude-sonnet-4-5"

HOW_TO_NAME = "Its provider, a colon, and the model. Its key is read from the environment or a .env file."

LONGEST_NAME = 120
LONGEST_LABEL = 40


def asked_of() -> str:
    """Whom the next question goes to."""
    return visit().model or read_settings().model


def draw_answerers() -> None:
    """Under the question's field: who answers."""
    model = asked_of()
    label = OWN_WORDS if model == EXTRACTIVE else shortened(model, LONGEST_LABEL)
    with st.popover(f"Answers: {plain(label)}", type="tertiary"):
        draw_choice(model)


def draw_disclosure() -> None:
    """What of a question leaves this computer."""
    if asked_of() != EXTRACTIVE:
        judge = read_settings().judge_model
        told = f"it and to the judge {judge}" if judge else "it"
        st.text(f"Your questions and the passages found for them are sent to {told}.")


def draw_choice(model: str, label: Literal["visible", "collapsed"] = "visible") -> None:
    """The choice, wherever it is drawn: on one page of the two at a time."""
    named = dict.fromkeys([EXTRACTIVE, read_settings().model])
    choices = [*named, ANOTHER]
    st.radio(
        "Who answers",
        choices,
        index=choices.index(model if model in named else ANOTHER),
        format_func=lambda choice: OWN_WORDS if choice == EXTRACTIVE else plain(choice),
        key="answerer",
        label_visibility=label,
        on_change=choose,
    )
    if st.session_state.answerer == ANOTHER:
        st.text_input(
            "Its name",
            value="" if model in named else model,
            placeholder=EXAMPLE,
            max_chars=LONGEST_NAME,
            key="answerer_name",
            on_change=name,
        )
        with st.container(key="naming"):
            st.text(HOW_TO_NAME)


def choose() -> None:
    if st.session_state.answerer != ANOTHER:
        visit().model = st.session_state.answerer


def name() -> None:
    """Another model is tried when it is asked; no name leaves the choice as it was."""
    visit().model = st.session_state.answerer_name.strip() or visit().model
