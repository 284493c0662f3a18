"""An exchange as a part of the page that is drawn again by itself."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from ui.conversation import Conversation
from ui.post import hear


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
    draw_apart("exchange_1", [Exchange(1, "Is it open?", job)], Opening(lambda: None))
    running = get_script_run_ctx()
    st.session_state.setdefault("looks", []).append(running.shared.new_fragment_ids.snapshot())


def test_a_look_that_was_asked_for_before_the_page_ran_finds_nothing_to_draw_again() -> None:
    """Else what the run drew would be dropped where it was not sent yet, and thrown away in the browser."""
    drawn = AppTest.from_function(page, default_timeout=90).run().run()

    assert not drawn.exception
    first, second = drawn.session_state.looks
    assert len(first) == len(second) == 1
    assert not first & second


def handed_over(drawn: AppTest) -> dict[str, object]:
    """What the browser is given of the exchange."""
    assert not drawn.exception
    [component] = drawn.get("bidi_component")
    [part] = json.loads(component.proto.json)["drawn"]
    return part  # type: ignore[no-any-return]


def test_what_was_told_for_question_1_of_one_conversation_is_not_heard_by_question_1_of_another() -> None:
    page_of_one = AppTest.from_function(page, default_timeout=90).run()
    heard = page_of_one.session_state.visit.heard
    hear(str(handed_over(page_of_one)["post"]), {"messages": [{"what": "stop", "moved": 5}]}, {"stop": id}, heard)

    assert handed_over(page_of_one.run())["heard"] == 5
    page_of_one.session_state.visit.conversation = Conversation()
    assert handed_over(page_of_one.run())["heard"] == 0


def reader() -> None:
    from assistant.domain import Answer, Citation, Claimed
    from tests.unit import test_page_written as written
    from ui.conversation import Exchange
    from ui.jobs import Job
    from ui.reader_data import Reading
    from ui.reading import keep_open
    from ui.visit import visit

    whole = Answer(written.inquiry(), (written.CLOSED,), (Citation(1, written.WORKERS), Citation(2, written.MILL)))
    job = Job(lambda: iter([Claimed(written.QUOTED, written.CITATIONS), whole]))
    job.wait(5)
    visit().reading = Reading("mill", 1, 7, 2)
    keep_open(Exchange(7, "Why?", job))


def test_the_address_leads_to_the_words_that_are_open_when_the_reply_gives_them_another_number() -> None:
    drawn = AppTest.from_function(reader, default_timeout=90).run()

    assert not drawn.exception
    assert drawn.session_state.visit.reading.number == 1
    assert (drawn.query_params["article"], drawn.query_params["cite"]) == ("mill", "1")
