"""On the settings page: the library, its encoder, the conversations and the versions."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import LibraryUnusable
from assistant.wording import sentence
from ui.again import draw_again
from ui.bug_report import bug_report
from ui.disk import size
from ui.facts import Copied, Fact, draw_facts
from ui.holdings import holdings
from ui.jobs import Failed
from ui.keeping import keeper
from ui.kept_at import as_set, kept_at
from ui.listing import listing
from ui.lookout import Lookout
from ui.opening import opening
from ui.status import Shelves, status
from ui.versions import said as numbered
from ui.wording import said

if TYPE_CHECKING:
    from assistant.settings import Settings
    from ui.holdings import Holdings
    from ui.status import Status

FAST_SECONDS = 0.1
LOOK_EVERY_SECONDS = 0.4
AGAIN_AFTER_SECONDS = 5.0


@cache
def seen(settings: Settings) -> Lookout[Status]:
    """The one lookout of this process for how its library is."""
    return Lookout(lambda: look(settings), "status")


def look(settings: Settings) -> Status:
    """How the library is that this process has opened, or why it has not."""
    kept = as_set(lambda: kept_at(keeper(settings).opened()))
    try:
        library = opening(settings).library()
    except LibraryUnusable as error:
        return status(settings, None, kept, str(error))
    articles = listing(library).look().articles
    return status(settings, Shelves(holdings(articles, library.passages), library.encoder.name), kept)


def draw_status(settings: Settings) -> None:
    """Draw what is known, and go on looking: somebody may be adding articles."""
    lookout = seen(settings)
    drawn = lookout.look(FAST_SECONDS)

    def draw() -> None:
        now = lookout.look()
        if drawn is None and now is not None:
            st.rerun()
        draw_found(now)

    draw_again(draw, LOOK_EVERY_SECONDS if drawn is None else AGAIN_AFTER_SECONDS)


def draw_found(found: Status | Failed | None) -> None:
    if found is None:
        st.header("Library", anchor=False)
        st.markdown(":shimmer[Counting what is in it]")
    elif isinstance(found, Failed):
        st.error(said(found.message), icon=":material/error:")
    else:
        draw_library(found)
        draw_encoder(found)
        draw_conversations(found)
        draw_versions(found)


def draw_library(now: Status) -> None:
    st.header("Library", anchor=False)
    if now.trouble:
        st.error(said(now.trouble), icon=":material/error:")
    if now.health.interrupted:
        st.warning(said(now.health.interrupted), icon=":material/warning:")
    if now.disk.is_scarce:
        st.warning(
            said(f"only {size(now.disk.free)} are free on the disk; make room before you add more"),
            icon=":material/warning:",
        )
    held = now.shelves.holdings if now.shelves else None
    if held:
        numbers = (("Articles", held.articles), ("Passages", held.passages), ("Outlets", held.outlets))
        draw_facts("numbers", *(Fact(name, f"{number:,}") for name, number in numbers), figures=True)
    draw_facts(
        "library",
        *(facts_of(held) if held else ()),
        Fact("Folder", now.home),
        Fact("On disk", now.disk.said),
        Fact("At work", sentence(now.health.said) if now.health.adding else "Nothing is being added"),
    )


def facts_of(held: Holdings) -> tuple[Fact, ...]:
    return (
        Fact("Days covered", held.days + (f"; {held.undated:,} without a date" if held.undated else "")),
        Fact("Languages", held.languages_said),
        Fact("Copies", held.copies_said),
    )


def draw_encoder(now: Status) -> None:
    st.header("How passages are found", anchor=False)
    draw_facts(
        "encoder",
        Fact("Encoder", now.encoding.name),
        Fact("Its weights", now.encoding.weights),
        Fact("Library made with", now.encoding.made_with_said),
        Fact("Reranker", now.settings.reranker or "None. FOOTNOTE_RERANKER names one that reads the best again"),
    )


def draw_conversations(now: Status) -> None:
    st.header("Conversations", anchor=False)
    if now.kept.trouble:
        st.error(said(now.kept.trouble), icon=":material/error:")
    count = "not known" if now.kept.count is None else f"{now.kept.count:,}"
    draw_facts("conversations", Fact("Kept", count), Fact("Where", now.kept.place))


def draw_versions(now: Status) -> None:
    st.header("Versions", anchor=False)
    draw_facts(
        "versions",
        Fact("Programs", numbered(now.versions)),
        Fact("Formats", numbered(now.formats)),
        copied=Copied("Copy for a bug report", bug_report(now)),
    )
