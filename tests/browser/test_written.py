"""Answers of a chat model: a script on loopback, which the page asks as it would ask a provider."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.providers import Asked, Fails, Provider, Reply, Says

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Chat, Server, Serving, Violations, Visiting
    from playwright.sync_api import Locator

FERRY = "What do the articles say about the ferry to Osmund Island?"
WINTER = "The ferry to Osmund Island will run all winter for the first time."
COST = "The winter service will cost 2.6 million crowns."
WRONG = "Gudrun Falk of Bergen pays 9.9 million crowns for the winter service."
HOSTILE = (
    "The ferry runs ![pixel](http://pictures.invalid/p.png) <img src=http://pictures.invalid/i.png> "
    "[now](javascript:document.title='owned') <script>document.title='owned'</script> http://links.invalid/ all winter."
)


class Held(list[str]):
    """A text in two parts, the second held back until the test lets go."""

    def __init__(self, first: str, second: str = "") -> None:
        super().__init__([first, second])
        self.go = Event()

    def __iter__(self) -> Iterator[str]:
        yield self[0]
        self.go.wait(20)
        yield self[1]


def cited(text: str, asked: Asked) -> str:
    """The text with, for each [words], the number under which the paragraph with these words was shown."""
    for line in asked.texts[1].split("\n"):
        number, _, shown = line.partition("]")
        for words in ("for the first time", "2.6 million"):
            if words in shown:
                text = text.replace(f"[{words}]", f"{number}]", 1)
    return text


def saying(text: str) -> Callable[[Asked], Reply]:
    return lambda asked: cited(text, asked)


def holding(held: Held) -> Callable[[Asked], Reply]:
    def reply(asked: Asked) -> Reply:
        held[:] = [cited(part, asked) for part in list.__iter__(held)]
        return Says(held)

    return reply


@pytest.fixture(scope="module")
def written_server(
    model: Provider, library: Path, serving_page: Serving, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("written") / "server.log"
    environment = {"FOOTNOTE_MODEL": model.name, "FOOTNOTE_MODEL_URL": model.url, "OPENAI_API_KEY": "none"}
    with serving_page(library, log, **environment) as started:
        yield started


@pytest.fixture
def written(visiting: Visiting, written_server: Server) -> Chat:
    begun = visiting(written_server)
    begun.visit()
    return begun


def script(model: Provider, *replies: Reply | Callable[[Asked], Reply]) -> None:
    model.asked.clear()
    model.replies = replies


def claim(chat: Chat, text: str) -> Locator:
    return chat.page.locator(".claim", has_text=text)


def test_a_checked_sentence_can_be_opened_while_the_rest_is_written(written: Chat, model: Provider) -> None:
    held = Held(f"{WINTER}[for the first time] {COST[:20]}", f"{COST[20:]}[2.6 million]")
    script(model, holding(held))
    written.ask(FERRY)
    expect(written.page.locator(".unchecked")).to_contain_text(COST[:20].strip())
    marker = written.markers.first
    before = marker.bounding_box()

    marker.click()
    assert "for the first time" in written.highlighted
    expect(written.replies("writing")).to_be_visible()
    assert marker.bounding_box()["y"] == pytest.approx(before["y"], abs=3)
    held.go.set()

    expect(claim(written, COST).locator("button.marker")).to_have_text("2")
    written.replies("answered").wait_for()
    assert "for the first time" in written.highlighted
    expect(written.page.locator(".footer").first).to_contain_text("Written by openai:scripted from")
    expect(written.page.locator(".footer").first).to_contain_text("2 sentences, word for word")


def test_an_open_marker_stays_where_it_is_when_the_reply_arrives(written: Chat, model: Provider) -> None:
    held = Held(f"{WINTER}[for the first time] {COST[:20]}", f"{COST[20:]}[2.6 million]")
    script(model, holding(held))
    written.ask(FERRY)
    marker = written.markers.first
    before = marker.bounding_box()
    marker.click()
    assert "for the first time" in written.highlighted
    node = marker.element_handle()

    held.go.set()
    written.replies("answered").wait_for()

    assert node.evaluate("marker => marker.isConnected"), "drawn anew under the pointer"
    assert marker.bounding_box()["y"] == pytest.approx(before["y"], abs=0.5)


def test_a_sentence_that_stays_unsupported_is_marked_in_words_once_it_was_checked_again(
    written: Chat, model: Provider
) -> None:
    mending = Held("", f"1: {WRONG}[2.6 million]")
    script(model, saying(f"{WINTER}[for the first time] {WRONG}[2.6 million]"), holding(mending))
    written.ask(FERRY)
    expect(written.page.get_by_role("status").filter(has_text="Checking 1 sentence again")).to_be_visible()
    expect(claim(written, WRONG)).to_contain_text("being checked again")
    mending.go.set()

    written.replies("answered").wait_for()
    spoken = written.replies("answered").aria_snapshot()
    assert "Not supported by the articles: " in spoken
    expect(claim(written, WRONG)).to_have_class("claim unsupported")
    expect(written.page.locator(".doubtful")).to_have_text("1 of 2 sentences not supported")
    expect(claim(written, WINTER)).not_to_contain_text("Not supported")


def test_where_the_model_fails_the_question_is_answered_in_the_articles_own_words(
    written: Chat, model: Provider
) -> None:
    script(model, Fails(401))
    written.ask(FERRY)
    expect(written.page.get_by_role("alert")).to_contain_text("refuses the key")
    expect(written.replies("failed")).to_contain_text(FERRY)

    written.page.get_by_role("button", name="Answer in the articles' own words").click()

    written.replies("answered").wait_for()
    expect(written.page.locator(".footer")).to_contain_text("In the articles' own words")
    expect(written.replies("failed")).to_have_count(0)
    assert len(model.asked) == 1


def test_stopping_keeps_what_was_checked_with_its_markers(written: Chat, model: Provider) -> None:
    held = Held(f"{WINTER}[for the first time] {COST[:20]}")
    script(model, holding(held))
    written.ask(FERRY)
    expect(written.page.locator(".unchecked")).to_contain_text(COST[:20].strip())

    written.page.get_by_role("button", name="Stop").click()

    expect(written.replies("stopped")).to_contain_text("what is grey has not been checked against the articles")
    expect(written.page.locator(".unchecked")).to_have_text(COST[:20].strip())
    written.markers.first.click()
    assert "for the first time" in written.highlighted
    held.go.set()


def test_a_model_that_breaks_off_is_said_to_be_asked_again_and_what_it_wrote_goes(
    written: Chat, model: Provider
) -> None:
    script(model, Says(("The ferry",), then="cut"), saying(f"{WINTER}[for the first time]"))
    written.ask(FERRY)

    expect(written.page.get_by_role("status").filter(has_text="trying again")).to_be_visible()
    expect(written.page.locator(".unchecked")).to_have_count(0)
    expect(claim(written, WINTER)).to_be_visible()


def test_what_nothing_bears_out_is_folded_away_and_is_no_answer(written: Chat, model: Provider) -> None:
    script(model, saying(f"{WRONG}[2.6 million]"), "1: NOT IN THE ARTICLES")
    written.ask_and_wait(FERRY, "abstained")
    expect(written.page.get_by_text(WRONG)).to_be_hidden()

    written.page.get_by_text("What the model wrote, not supported by the articles").press("Enter")

    expect(claim(written, WRONG)).to_contain_text("Not supported by the articles: ")
    expect(written.markers).to_have_count(0)
    written.page.get_by_role("button", name="Ask for the articles' own words").click()
    written.replies("answered").wait_for()
    expect(written.replies("abstained")).to_be_visible()


def test_what_a_model_writes_is_text_while_it_comes_and_after(written: Chat, model: Provider) -> None:
    held = Held(f"{WINTER}[for the first time] {HOSTILE[:-2]}", f"{HOSTILE[-2:]}[for the first time]")
    script(model, holding(held), saying(f"1: {HOSTILE}[for the first time]"))
    written.ask(FERRY)
    expect(written.page.locator(".unchecked")).to_contain_text("<script>document.title='owned'</script>")
    held.go.set()
    written.replies("answered").wait_for()

    expect(written.replies("answered")).to_contain_text("![pixel](http://pictures.invalid/p.png) <img src=")
    expect(written.page.locator(".root img, .root script, .root a")).to_have_count(0)
    expect(written.page.get_by_role("link", name="now")).to_have_count(0)
    assert written.page.title() == "Footnote"


def test_who_answers_is_chosen_by_keyboard_and_said_with_the_answer(written: Chat, model: Provider) -> None:
    expect(written.page.get_by_text("Your questions and the passages found for them are sent to it.")).to_be_visible()
    choose(written, "The articles' own words")
    expect(written.page.get_by_text("are sent to it")).to_have_count(0)
    script(model, "unused")
    written.ask_and_wait(FERRY)
    expect(written.page.locator(".footer")).to_contain_text("In the articles' own words")
    assert model.asked == []

    choose(written, "Another chat model")
    named = written.page.get_by_label("Its name")
    named.fill("openai:unheard-of")
    named.press("Enter")
    expect(written.page.get_by_role("button", name="Answers: openai:unheard-of")).to_be_visible()
    written.page.keyboard.press("Escape")
    script(model, Fails(404))
    written.ask(FERRY)
    expect(written.page.get_by_role("alert")).to_contain_text("unheard-of")
    assert model.bodies[0]["model"] == "unheard-of"


def choose(chat: Chat, label: str) -> None:
    """Open the choice and take one, without a mouse."""
    button = chat.page.get_by_role("button", name="Answers: ")
    button.press("Enter")
    option = chat.page.get_by_role("radio", name=label)
    option.press("Space")
    expect(option).to_be_checked()
    if label != "Another chat model":
        chat.page.keyboard.press("Escape")
        expect(option).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_of_what_is_written_is_hard_to_reach_or_to_read(
    visiting: Visiting, written_server: Server, model: Provider, violations: Violations, scheme: str
) -> None:
    chat = visiting(written_server, color_scheme=scheme)
    chat.visit()
    script(model, saying(f"{WINTER}[for the first time] {WRONG}[2.6 million]"), "1: NOT IN THE ARTICLES")
    chat.ask_and_wait(FERRY)
    script(model, saying(f"{WRONG}[2.6 million]"), "1: NOT IN THE ARTICLES")
    chat.ask_and_wait(FERRY, "abstained")
    for summary in chat.page.locator("summary:visible").all():
        summary.click()

    assert violations(chat) == []


def test_the_choice_of_who_answers_is_not_hard_to_reach_or_to_read(
    visiting: Visiting, written_server: Server, violations: Violations
) -> None:
    chat = visiting(written_server, color_scheme="dark")
    chat.visit()
    chat.page.get_by_role("button", name="Answers: ").click()
    chat.page.get_by_text("Another chat model").click()
    chat.page.get_by_label("Its name").wait_for()
    chat.page.wait_for_timeout(300)  # the choice fades in

    assert violations(chat) == []
