"""Files that were just written for a download, there until the browser has fetched them."""

from __future__ import annotations

from contextvars import ContextVar
from itertools import count

from streamlit import logger, runtime

MOST = 64
"""At once, of all pages; the browser asks for a file within a second of its being written."""

_written = count()

_belongs_to_nobody = ContextVar("belongs_to_nobody", default=False)

# Streamlit warns of whatever is done for no visit. Here it is done so on purpose, at each download.
logger.get_logger("streamlit.runtime.scriptrunner_utils.script_run_context").addFilter(
    lambda _: not _belongs_to_nobody.get()
)


def await_fetch(content: bytes, name: str, mime: str) -> bytes:
    """The content, kept from Streamlit's tidying.

    Streamlit lets a file go that no page refers to at the end of any two runs, of all pages' lists too: with several
    pages open that is sooner than the browser asks for what a download button has just written (streamlit 1.67).
    """
    if runtime.exists():
        place = f"download {next(_written) % MOST}"
        token = _belongs_to_nobody.set(True)
        try:
            runtime.get_instance().media_file_mgr.add(content, mime, place, name, is_for_static_download=True)
        finally:
            _belongs_to_nobody.reset(token)
    return content
