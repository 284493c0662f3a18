"""Files that were just written for a download, there until the browser has fetched them."""

from __future__ import annotations

from itertools import count

from streamlit import logger, runtime

MOST = 64
"""At once, of all pages; the browser asks for a file within a second of its being written."""

_written = count()

# The file belongs to no visit, on purpose: without this, the log says so at each download.
logger.get_logger("streamlit.runtime.scriptrunner_utils.script_run_context").addFilter(
    lambda said: "missing ScriptRunContext" not in said.getMessage()
)


def await_fetch(content: bytes, name: str, mime: str) -> bytes:
    """The content, kept from Streamlit's tidying.

    Streamlit lets a file go that no page refers to at the end of any two runs, of all pages' lists too: with several
    pages open that is sooner than the browser asks for what a download button has just written (streamlit 1.67).
    """
    if runtime.exists():
        place = f"download {next(_written) % MOST}"
        runtime.get_instance().media_file_mgr.add(content, mime, place, name, is_for_static_download=True)
    return content
