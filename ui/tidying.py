"""Lets go, now and then, of what pages leave that were closed."""

from __future__ import annotations

import gc
from threading import Thread
from time import sleep

from assistant.corpus.memory import give_back

EVERY_SECONDS = 600.0
"""As long as one may come back to a closed page (config.toml). A look takes 0.2 s, in which nothing else is done."""


def begin_tidying() -> None:
    """Tidy as long as the process lives, in a thread of its own."""
    Thread(target=_tidy, name="tidying", daemon=True).start()


def _tidy() -> None:
    while True:
        sleep(EVERY_SECONDS)
        let_go()


def let_go() -> None:
    """Look through all objects, those too that the collector was told to pass over.

    What the process had loaded was set aside once, and with it the pages that were open by then (`corpus.client`): they
    hold themselves, and would stay for good with every question asked on them since. It is not set aside again: the
    client of an open library would be, and nothing may keep that one once the library is opened anew.
    """
    gc.unfreeze()
    gc.collect()
    give_back()
