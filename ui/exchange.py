"""Questions with their replies, drawn again and again until the reply is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import components, exporting, feedback, post
from ui.again import draw_again
from ui.answer_data import exchange_data
from ui.asking_again import asker_again, asker_of_own_words, ignorer, literal, widener
from ui.editing import editor, question_data
from ui.narrowing import narrower
from ui.reading import keep_open, opener
from ui.seeking import sought_data
from ui.underway import Underway
from ui.visit import visit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.conversation import Exchange
    from ui.jobs import Job
    from ui.opening import Opening

LOOK_EVERY_SECONDS = 0.12
NEWS_WITHIN_SECONDS = 0.1
"""How long one look waits for something new. Nearly until the next one, so that the first word is on the page some
30 ms after it was written instead of 120; no longer, for clicks wait as long, and without more looks a second."""


class Watch:
    """What was drawn of a reply last: the next look waits for more. Only the reply being written is waited for."""

    def __init__(self, job: Job, *, waits: bool) -> None:
        self._job = job
        self._waits = waits
        self._drawn: Underway | None = None

    def look(self) -> None:
        """Wait for news, a little."""
        if self._waits and self._drawn is not None:
            self._job.wait_for_news(self._drawn, NEWS_WITHIN_SECONDS)
        self._drawn = self._job.underway


def draw_apart(name: str, exchanges: Sequence[Exchange], opened: Opening, *, waits: bool = False) -> None:
    """Draw exchanges as a fragment of that name; a single one again and again until its reply is whole.

    waits: for news of it. A fragment also when it is whole: a click in the page itself would, even if it only led to
    the reader, make the browser forget which other fragments were to be drawn again. Whole ones are drawn together:
    Streamlit sends each component with all its script and style, and the browser takes both in each time.
    """
    last = exchanges[-1]
    underway = last.job.outcome is None
    watch = Watch(last.job, waits=waits) if underway else None

    def draw() -> None:
        draw_exchanges(name, exchanges, opened, watch)

    with st.container(key=name):
        draw_again(draw, LOOK_EVERY_SECONDS if underway else None)


def draw_exchanges(name: str, exchanges: Sequence[Exchange], opened: Opening, watch: Watch | None) -> None:
    if watch:
        watch.look()
    is_over = watch is not None and exchanges[-1].job.outcome is not None
    if is_over:
        keep_open(exchanges[-1])
    # Numbers begin anew in each conversation: what was told in one must not be heard in another.
    conversation = visit().conversation.id
    parts = [part(f"answer_{conversation}_{each.number}", each, opened) for each in exchanges]
    post.draw_parts(components.answer, f"{name}_{conversation}", parts)
    if is_over:
        # Only when all is drawn: what a run that ends has not drawn, the browser may throw away.
        st.rerun()


def part(name: str, exchange: Exchange, opened: Opening) -> post.Part:
    """What the browser draws of an exchange, and what it may ask for there."""
    reading = visit().reading
    active = reading.number if reading and reading.exchange == exchange.number else None
    return post.Part(
        name,
        exchange_data(exchange, active) | beside_data(exchange) | question_data(exchange, visit()),
        {
            "open": opener(exchange),
            "edit": editor(exchange, opened),
            "ignore": ignorer(exchange, opened),
            "own_words": asker_of_own_words(exchange, opened),
            "widen": widener(exchange, opened),
            "narrow": narrower(exchange.number),
            "as_written": literal(exchange, opened),
            "feedback": feedback.taker(exchange),
            "export": exporting.taker(exchange, opened),
            "taken": exporting.taken,
            "stop": lambda _: exchange.job.stop(),
            "again": asker_again(exchange, opened),
        },
    )


def beside_data(exchange: Exchange) -> dict[str, object]:
    """What can be said of the reply and taken along, and whether it is the one that the address leads to."""
    return {
        "feedback": feedback.feedback_data(exchange),
        "goal": visit().goal == exchange.number,
        **exporting.taking_data(exchange, visit().conversation),
        **sought_data(exchange, visit().sought),
    }
