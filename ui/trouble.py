"""What is shown in place of a part of the page that cannot be drawn."""

from __future__ import annotations

import logging
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

import streamlit as st

from assistant.errors import FootnoteError
from ui.wording import said

if TYPE_CHECKING:
    from collections.abc import Callable

_Given = ParamSpec("_Given")
_logger = logging.getLogger(__name__)

UNFORESEEN = "This part of the page could not be drawn because of an error in the program. Its log says more."


def told(draw: Callable[_Given, None]) -> Callable[_Given, None]:
    """Say in plain words what went wrong; Streamlit's own words are about another product.

    Fragments need it too: they run again by themselves, outside of what drew them first.
    """

    @wraps(draw)
    def drawn(*given: _Given.args, **named: _Given.kwargs) -> None:
        try:
            draw(*given, **named)
        except FootnoteError as error:
            st.error(said(str(error)), icon=":material/error:")
        except Exception:
            _logger.exception("%s failed", draw.__name__)
            st.error(UNFORESEEN, icon=":material/error:")

    return drawn
