"""Where files are dropped, how far they are read, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.typing import UploadedFile

from assistant.wording import counted
from ui import report_words
from ui.again import draw_again
from ui.jobs import Failed
from ui.librarian import Added, Rebuilt, Removed, Restored
from ui.uploads import Upload
from ui.visit import visit
from ui.wording import plain, said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ingest.report import Report
    from ui.librarian import Change, Librarian

LOOK_EVERY_SECONDS = 0.5
FAST_SECONDS = 0.4
"""A change that takes no longer is drawn when it is over, without the steps on its way."""

LABEL = "Add articles: drop saved pages, PDF, Word and text files here, or archives of them as JSON, CSV or zip"


def draw_changes(librarian: Librarian) -> None:
    """The change under way, or what came of the last one above the place for the next files."""
    change = librarian.change
    if change is not None and not change.wait(FAST_SECONDS):
        draw_again(lambda: draw_underway(change), LOOK_EVERY_SECONDS)
        return
    if change is not None:
        draw_outcome(change, librarian)
    draw_uploader(librarian)


def draw_uploader(librarian: Librarian) -> None:
    key = f"upload_{visit().uploads}"
    st.file_uploader(LABEL, key=key, accept_multiple_files=True, on_change=taker(key, librarian))
    if librarian.settings.allow_links:
        key = f"links_{visit().uploads}"
        st.text_input(
            "Addresses of articles, feeds or sitemaps",
            key=key,
            placeholder="https://… of an article, feed or sitemap",
            icon=":material/link:",
            label_visibility="collapsed",
            on_change=follower(key, librarian),
        )


def taker(key: str, librarian: Librarian) -> Callable[[], None]:
    """A callback that begins to read what was dropped, and makes room for more."""

    def take() -> None:
        # Those that were let go of are handed over again, as deleted.
        files = [each for each in st.session_state[key] if isinstance(each, UploadedFile)]
        if files:
            begun = librarian.add([Upload(each.name, each, each.size) for each in files])
            begin_anew(begun=begun)
            let_go(files)

    return take


def begin_anew(*, begun: bool) -> None:
    """Make room for the next files; say so where another visit has just begun a change of its own."""
    visit().uploads += 1
    if not begun:
        st.toast("The library is being changed from another window. Try again when that is done.")


def follower(key: str, librarian: Librarian) -> Callable[[], None]:
    """A callback that begins to read what is behind the addresses that were typed."""

    def follow() -> None:
        addresses = st.session_state[key].split()
        if addresses:
            begin_anew(begun=librarian.follow(addresses))

    return follow


def let_go(files: Sequence[UploadedFile]) -> None:
    """Have Streamlit forget them: it would hold their bytes for as long as the visit lasts."""
    context = get_script_run_ctx()
    if context is not None and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        for each in files:
            context.uploaded_file_mgr.remove_file(context.session_id, each.file_id)


def draw_underway(change: Change) -> None:
    if change.outcome is not None:
        st.rerun()
    progress = change.progress
    with st.container(key="underway", border=True):
        st.progress(progress.share, text=said_of(change))
        if change.stoppable and not progress.is_stopping:
            st.button("Stop", key="stop_adding", icon=":material/stop_circle:", on_click=progress.stop)


def said_of(change: Change) -> str:
    """How far it is, as Markdown."""
    progress = change.progress
    if progress.is_stopping:
        return "Stopping: what has been read goes in"
    if progress.waiting_for is not None:
        return said(f"Waiting for {progress.waiting_for}")
    return plain(progress.told()) if change.stoppable else change.doing


def draw_outcome(change: Change, librarian: Librarian) -> None:
    with st.container(key="outcome", border=True), st.container(key="headline", horizontal=True):
        match change.outcome:
            case Added(report=report):
                draw_report(report)
            case Removed(articles=articles):  # stays until the next change: who closes it could not undo it here
                st.markdown(f"**{counted(len(articles), 'article')} removed**", width="content")
                st.button("Undo", icon=":material/undo:", on_click=librarian.restore, args=(articles,))
                return
            case Rebuilt(articles=count):
                st.markdown(f"**{counted(count, 'article')} made anew**", width="content")
            case Restored(count=count):
                st.markdown(f"**{counted(count, 'article')} put back**", width="content")
            case Failed(message=message):
                st.error(said(message), icon=":material/error:")
        st.button("Close", key="close_outcome", icon=":material/close:", type="tertiary", on_click=librarian.put_aside)


def draw_report(report: Report) -> None:
    with st.container(key="report"):
        st.markdown(f"**{report_words.added(report)}**")
        for remark in report_words.remarks(report):
            st.text(remark)
        if report.rejected:
            st.dataframe(
                report_words.rejected(report),
                hide_index=True,
                alt="What could not be read, and why",
                column_config={
                    "Not read": st.column_config.TextColumn(width="medium"),
                    "Why": st.column_config.TextColumn(width=report_words.width(report)),
                },
            )
