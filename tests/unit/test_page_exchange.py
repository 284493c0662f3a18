"""An exchange as a part of the page that is drawn again by itself."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def page() -> None:
    from threading import Event

    import streamlit as st
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    from ui.conversation import Exchange
    from ui.exchange import draw_apart
    from ui.jobs import Job
    from ui.opening import Opening

    never = Event()
    job = st.session_state.setdefault("job", Job(lambda: iter([never.wait(0.2)])))
    draw_apart(Exchange(1, "Is it open?", job), Opening(lambda: None), waits=False)
    running = get_script_run_ctx()
    st.session_state.setdefault("looks", []).append(running.shared.new_fragment_ids.snapshot())


def test_a_look_that_was_asked_for_before_the_page_ran_finds_nothing_to_draw_again() -> None:
    """Else what the run drew would be dropped where it was not sent yet, and thrown away in the browser."""
    drawn = AppTest.from_function(page, default_timeout=30).run().run()

    assert not drawn.exception
    first, second = drawn.session_state.looks
    assert len(first) == len(second) == 1
    assert not first & second
