"""The settings page: reached by keyboard, a model tested there, read by everyone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.providers import Fails, Provider, Says

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Chat, Server, Serving, Violations, Visiting

KEY = "sk-never-to-be-seen-4711"
HOSTILE = "![p](http://pictures.invalid/p.png) <img src=http://pictures.invalid/i.png> [x](javascript:alert(1))"
PHONE = {"width": 390, "height": 844}
PATIENCE = 60_000
"""Milliseconds: the first visit of all opens the library while the model's client is loaded."""


@pytest.fixture(scope="module")
def model_server(
    model: Provider, library: Path, serving_page: Serving, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("settings") / "server.log"
    environment = {"FOOTNOTE_MODEL": model.name, "FOOTNOTE_MODEL_URL": model.url, "OPENAI_API_KEY": KEY}
    with serving_page(library, log, **environment) as started:
        yield started


def visit(visiting: Visiting, server: Server, **options: object) -> Chat:
    chat = visiting(server, **options)
    chat.page.set_default_timeout(PATIENCE)
    chat.visit()
    return chat


def settle(chat: Chat) -> None:
    """Wait until nothing fades in or out any more, which is paler than it will be."""
    expect(chat.page.get_by_role("button", name="Stop")).to_have_count(0)
    chat.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    chat.page.wait_for_function("document.getAnimations().every(each => each.playState !== 'running')")


def at_settings(visiting: Visiting, server: Server, **options: object) -> Chat:
    chat = visit(visiting, server, **options)
    if options.get("viewport") == PHONE:
        chat.page.get_by_test_id("stExpandSidebarButton").click()
    chat.page.get_by_role("link", name="Settings").click()
    chat.page.get_by_text("Leaves this computer").wait_for()
    chat.page.get_by_role("button", name="Copy for a bug report").wait_for()
    return chat


def test_by_keyboard_a_model_is_tested_and_the_numbers_are_copied_without_a_key(
    visiting: Visiting, model_server: Server, model: Provider, violations: Violations
) -> None:
    model.replies = ["ready"]
    chat = visit(visiting, model_server, permissions=["clipboard-read", "clipboard-write"])
    link = chat.page.get_by_role("link", name="Settings")
    link.focus()
    link.press("Enter")
    chat.page.get_by_text("Leaves this computer").wait_for()
    test = chat.page.get_by_role("button", name="Test it")
    test.focus()
    test.press("Enter")
    expect(chat.page.get_by_role("main").get_by_role("status")).to_contain_text(
        re.compile(r"openai:scripted answered in [\d,]+ ms")
    )
    expect(test).to_be_focused()

    copy = chat.page.get_by_role("button", name="Copy for a bug report")
    copy.focus()
    copy.press("Enter")
    expect(chat.page.get_by_role("button", name="Copied")).to_be_visible()
    copied = chat.page.evaluate("navigator.clipboard.readText()")
    articles = chat.page.locator(".figures .fact", has_text="Articles").locator("dd").inner_text()
    assert re.search(rf"^articles +{articles} \(", copied, re.MULTILINE)
    assert "visit     openai:scripted; key: Set, as OPENAI_API_KEY" in copied
    assert KEY not in copied
    settle(chat)
    assert violations(chat) == []


def test_a_failing_model_is_told_with_the_remedy_and_without_its_key(
    visiting: Visiting, model_server: Server, model: Provider, violations: Violations
) -> None:
    model.replies = [Fails(401, f"no such key {KEY} {HOSTILE}")]
    chat = at_settings(visiting, model_server, color_scheme="dark")
    chat.page.get_by_role("button", name="Test it").click()

    expect(chat.page.get_by_role("alert")).to_contain_text("refuses the key; check the one in the environment")
    assert KEY not in chat.page.content()
    settle(chat)
    assert violations(chat) == []


def test_on_a_phone_nothing_is_cut_off_and_what_a_model_says_is_shown_as_it_is(
    visiting: Visiting, model_server: Server, model: Provider, violations: Violations
) -> None:
    model.replies = [HOSTILE]
    chat = at_settings(visiting, model_server, viewport=PHONE)
    chat.page.get_by_role("button", name="Test it").click()
    expect(chat.page.get_by_text("and said: ![p](http://pictures.invalid/p.png) <img")).to_be_visible()
    chat.page.get_by_text("How to get better answers").click()
    expect(chat.page.get_by_text("FOOTNOTE_MODEL=ollama:llama3.2")).to_be_visible()

    settle(chat)
    assert violations(chat) == []
    assert chat.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_silent_model_keeps_nobody_waiting_and_the_choice_is_one_on_both_pages(
    visiting: Visiting, model_server: Server, model: Provider
) -> None:
    model.replies = [Says(then="hangs")]
    chat = at_settings(visiting, model_server)
    chat.page.get_by_role("button", name="Test it").click()
    chat.page.get_by_role("button", name="Stop").click()
    expect(chat.page.get_by_role("main").get_by_role("status")).to_contain_text("stopped before it answered")

    chat.page.get_by_text("The articles' own words", exact=True).click()
    expect(chat.page.get_by_text("Nothing. Articles, questions and answers stay on this computer.")).to_be_visible()
    expect(chat.page.get_by_role("button", name="Test it")).to_have_count(0)
    chat.page.get_by_role("link", name="Ask").click()
    expect(chat.page.get_by_role("button", name="Answers: The articles' own words")).to_be_visible()
