"""Ctrl-C while long work goes on."""

from __future__ import annotations

import signal

import pytest

from ui.stopping import asked_to_stop


def test_the_first_ctrl_c_asks_for_an_end_and_the_second_takes_it() -> None:
    said: list[str] = []
    with asked_to_stop(said.append) as wish:
        wish.begun = True
        assert not wish()
        signal.raise_signal(signal.SIGINT)
        assert wish()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
    assert len(said) == 1


def test_work_that_has_not_begun_ends_at_once() -> None:
    with asked_to_stop() as wish, pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    assert not wish()


def test_afterwards_ctrl_c_is_what_it_was() -> None:
    before = signal.getsignal(signal.SIGINT)
    with asked_to_stop():
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before
