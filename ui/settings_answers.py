"""On the settings page: who answers, how to have a better one, a test of it, and what leaves this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.settings import EXTRACTIVE
from ui.again import draw_again
from ui.answerers import asked_of, draw_choice
from ui.better import draw_better
from ui.facts import Fact, draw_facts
from ui.jobs import Failed
from ui.reaching import asked
from ui.trial import answered, begin, words
from ui.visit import visit
from ui.wording import plain, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.settings import Settings
    from ui.lookout import Lookout
    from ui.reaching import Asked, Reaching
    from ui.trial import Trial, Trials

FAST_SECONDS = 0.15
LOOK_EVERY_SECONDS = 0.3

NOT_ASKED = "Not asked: it has a say only in what a chat model writes"
NO_JUDGE = "None. FOOTNOTE_JUDGE_MODEL names a second model that may object to what the first one wrote"


def draw_answers(settings: Settings) -> None:
    model = asked_of()
    st.header("Who answers", anchor=False)
    st.text("Your choice holds for this visit; below stands how to make another one for good.")
    draw_choice(model, label="collapsed")
    draw_asked(asked(settings, model), model)
    if model != EXTRACTIVE:
        draw_test(model, settings)
    draw_better()


def draw_asked(lookout: Lookout[Asked], model: str) -> None:
    """Where the model is asked and what leaves for it; until that is known, that it is being looked up."""
    found = lookout.look(FAST_SECONDS)
    if found is None:
        st.markdown(":shimmer[Looking up where it is asked]")
        watch(lookout)
        return
    if isinstance(found, Failed):
        st.error(said(found.message), icon=":material/error:")
        return
    for each in (found.answerer, found.judge if model != EXTRACTIVE else None):
        if each and each.trouble:
            st.error(said(each.trouble), icon=":material/error:")
    draw_facts("asked", *facts_of(found, model))


def watch(lookout: Lookout[Asked]) -> None:
    """Draw the page anew once there is something to draw."""

    def look() -> None:
        if lookout.look() is not None:
            st.rerun()

    draw_again(look, LOOK_EVERY_SECONDS)


def facts_of(found: Asked, model: str) -> Iterator[Fact]:
    """Where each is asked, with which key, and what leaves this computer."""
    if found.answerer and found.answerer.reach:
        yield Fact("Asked at", found.answerer.reach.where)
        yield Fact("Key", found.answerer.key)
    if found.judge:
        yield Fact("Judge", judge_said(found.judge) if model != EXTRACTIVE else (found.judge.name, NOT_ASKED))
    elif model != EXTRACTIVE:
        yield Fact("Judge", NO_JUDGE)
    yield Fact("Leaves this computer", found.leaves)


def judge_said(judge: Reaching) -> tuple[str, ...]:
    return (judge.name, f"Asked at {judge.reach.where}", f"Key: {judge.key}") if judge.reach else (judge.name,)


def draw_test(model: str, settings: Settings) -> None:
    """A button that asks the answerer, and the judge with it, and what came of that."""
    trials = visit().trials

    def test() -> None:
        # Who was chosen in the moment before is not drawn yet, nor is it known to this drawing.
        underway = visit().trials
        if underway is None or not underway.are_underway:
            chosen = asked_of()
            visit().trials = begin(chosen, tuple(filter(None, (chosen, settings.judge_model))), settings)

    label = "Test it, and the judge" if settings.judge_model else "Test it"
    st.button(label, key="test_model", icon=":material/network_check:", on_click=test)
    if trials is not None and trials.model == model:
        draw_trials(trials)


def draw_trials(trials: Trials) -> None:
    underway = trials.are_underway

    def draw() -> None:
        for trial in trials.each:
            draw_trial(trial)
        if underway:
            st.button("Stop", key="stop_test", icon=":material/stop_circle:", on_click=trials.stop)
            if not trials.are_underway:
                st.rerun()

    draw_again(draw, LOOK_EVERY_SECONDS if underway else None)


def draw_trial(trial: Trial) -> None:
    if trial.is_stopped:
        st.info(f"{plain(trial.name)}: stopped before it answered", icon=":material/stop_circle:")
        return
    match trial.outcome:
        case None:
            st.markdown(f":shimmer[Asking {plain(trial.name)}]")
        case Failed(message=message):
            st.error(said(message), icon=":material/error:")
        case tried:
            st.success(answered(trial.name, tried), icon=":material/check_circle:")
            st.text(words(tried))
