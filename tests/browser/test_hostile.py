"""Hostile text in every place where text is shown: as it is, without a request, a script or a broken layout."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.hostile import HOSTILE, seen
from tests.providers import Asked, Fails, Provider

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Chat, Server, Serving, Visiting

QUIET = "The heron of Vennholm was counted again on Friday.\n\nIt had not been seen since the flood."
ALL = " ".join(HOSTILE.values())
LONG = [text for text in HOSTILE.values() if len(text) > 300]
SHORT = " ".join(text for text in HOSTILE.values() if len(text) < 300)
QUESTION = "What is said of the heron of Vennholm?"
FOLDER = "![l](h) :red[library] $x$ <b> *y*"
"""A name that a folder may have; what is told of the library names it."""

TAKEN = """() => ({
  title: document.title,
  made: [...document.querySelectorAll('*')].flatMap(each => [each, ...(each.shadowRoot?.querySelectorAll('*') ?? [])])
    .filter(each => each.matches('iframe, .katex, [src*=hostile], a[href*=hostile], a[href^=javascript]')).length,
  wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  beside: [...document.querySelectorAll('.stMain, [data-testid=stSidebarContent], .stMain .root')]
    .filter(each => each.getBoundingClientRect().right > 0)
    .filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.className || each.dataset.testid),
})"""
UNHARMED = {"title": "Footnote", "made": 0, "wider": 0, "beside": []}


def article(name: str, text: str) -> dict[str, object]:
    said = f"Of the heron of Vennholm: {text}"
    return {"id": name, "title": text, "outlet": text, "authors": [text], "text": f"{QUIET}\n\n{said}", "url": text}


@pytest.fixture(scope="module")
def hostile_server(
    chromium_path: str, model: Provider, serving_page: Serving, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Articles of one hostile text each, and a chat model that says what it is told to."""
    folder = tmp_path_factory.mktemp("hostile")
    home = folder / FOLDER
    ingest(home, folder / "articles.jsonl")
    environment = {"FOOTNOTE_MODEL": model.name, "FOOTNOTE_MODEL_URL": model.url, "OPENAI_API_KEY": "none"}
    with serving_page(home, folder / "log", **environment) as started:
        yield started


def ingest(home: Path, file: Path) -> None:
    file.write_text("".join(json.dumps(article(*each)) + "\n" for each in HOSTILE.items()), encoding="utf-8")
    command = [sys.executable, "-m", "ui.commands", "ingest", str(file), "--home", str(home)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def visit(visiting: Visiting, hostile_server: Server, request: pytest.FixtureRequest) -> Chat:
    width = getattr(request, "param", 1400)
    begun = visiting(hostile_server, viewport={"width": width, "height": 900})
    begun.page.set_default_timeout(90_000)  # its server has yet to load everything
    begun.visit()
    return begun


def angled(shown: str) -> str:
    """As the articles have it: a model is shown other brackets."""
    return shown.replace("‹", "<").replace("›", ">")


def word_for_word(asked: Asked) -> str:
    """Every paragraph that was shown, with its marker."""
    shown = re.findall(r"^\[(\d+)\] .*?(Of the heron of Vennholm: .*)$", angled(asked.texts[1]), re.MULTILINE)
    return "\n\n".join(f"{text}[{number}]" for number, text in shown)


def in_the_sidebar(chat: Chat, model: Provider) -> str:
    return text_of(chat, "[data-testid=stSidebar] .root")


def in_the_table(chat: Chat, model: Provider) -> str:
    chat.go_to_library()
    chat.table.locator("tr").nth(len(HOSTILE)).wait_for(state="attached")
    return " ".join(chat.table.locator("td").all_text_contents())


def in_the_reader(chat: Chat, model: Provider) -> str:
    """Headline, byline and paragraphs of each, then what was changed in it."""
    shown = []
    for at in range(len(HOSTILE)):
        chat.page.locator("button.article").nth(at).click()
        expect(chat.reader.locator("h2")).to_have_text(chat.page.locator("button.article .title").nth(at).inner_text())
        shown.append(text_of(chat, ".root[role=complementary]"))
        assert chat.page.evaluate(TAKEN) == UNHARMED
    return " ".join(shown)


def in_a_question(chat: Chat, model: Provider) -> str:
    model.replies = ["NOT IN THE ARTICLES"]
    for at, asked in enumerate((SHORT, *LONG)):
        chat.ask(asked)
        chat.page.locator(".root[data-state=answered], .root[data-state=abstained]").nth(at).wait_for()
    return text_of(chat, ".question")


def in_what_a_model_made_up(chat: Chat, model: Provider) -> str:
    """What no article bears out, folded away, with the nearest passages under it."""
    model.replies = [f"{ALL}[1]"]
    chat.ask_and_wait(QUESTION, "abstained")
    chat.page.get_by_text("What the model wrote").click()
    return text_of(chat, ".root[data-state=abstained]")


def in_an_answer(chat: Chat, model: Provider) -> str:
    """Every paragraph that the model was shown, word for word; the quote, outlet and title of the last beside it."""
    model.replies = [word_for_word]
    chat.ask_and_wait(QUESTION)
    chat.quote_of(chat.markers.last)
    return text_of(chat, ".root[data-state=answered]")


PLACES: Mapping[str, Callable[[Chat, Provider], str]] = {
    "the sidebar": in_the_sidebar,
    "the table": in_the_table,
    "the reader": in_the_reader,
    "a question": in_a_question,
    "what a model made up": in_what_a_model_made_up,
    "an answer": in_an_answer,
}
"""Where text of others is shown, and how to get there; each gives what is read there. A new place is one line."""

REWRITTEN = {"an answer": {"a block of Markdown", "other directions", "what is not seen"}}
"""What a model is not shown as it stands: marks of lists, directions and what has no width."""


def text_of(chat: Chat, selector: str) -> str:
    chat.page.locator(selector).first.wait_for()
    return " ".join(chat.page.locator(selector).all_text_contents())


@pytest.mark.parametrize("place", PLACES)
def test_hostile_text_is_shown_as_it_is(visit: Chat, model: Provider, place: str) -> None:
    shown = seen(PLACES[place](visit, model))

    missing = {name for name, text in HOSTILE.items() if seen(text) not in shown}
    assert missing - REWRITTEN.get(place, set()) == set()
    assert visit.page.evaluate(TAKEN) == UNHARMED


NAMED = "![p](http://hostile.invalid/p) www.hostile.invalid :material/home: :red[r] $x$ -> <b>b</b> me@hostile.invalid"
"""What a question, a file, a note or a model may be called; short enough to be cut off in few places."""

SAID = seen(HOSTILE["emoji names"])
FAILED = Fails(400, f"Not with {NAMED} and `x\n\n![p](http://hostile.invalid/q)`")


def walk(chat: Chat, model: Provider) -> Iterator[tuple[str, str, str]]:
    """Through what the other places are not: each with where it is, and what must be read there."""
    page = chat.page
    limits = page.get_by_test_id("stPopoverButton").filter(has_text="Only in")  # by its role not to be found while open
    limits.click()
    for label in ("Outlets", "Articles"):
        box = page.get_by_role("combobox", name=label)
        box.fill(SAID[:7])
        expect(box).to_have_attribute("aria-controls", re.compile("."))
        listed = page.locator(f"[id='{box.get_attribute('aria-controls')}']")  # the one before may not be gone yet
        listed.get_by_role("option").filter(has_text=SAID[:50]).click()
        page.keyboard.press("Tab")
        yield "limits", f"[data-testid=stMultiSelect]:has([aria-label*='{label}'])", SAID
    limits.click()
    expect(page.get_by_test_id("stMultiSelect")).to_have_count(0)
    yield "limits that are set", ".st-key-limit_chips", SAID[:50]

    model.replies = [FAILED]
    chat.ask(NAMED)
    chat.replies("failed").wait_for()
    yield "a failure", ".root[data-state=failed]", NAMED
    expect(chat.page.locator(".root[data-state=failed] .trouble")).to_contain_text(f"(it says: Not with {NAMED} and `x")
    model.replies = [lambda asked: word_for_word(asked) or QUESTION]
    page.get_by_role("button", name="Try again").click()
    chat.replies("answered").wait_for()
    yield "limits of an answer", "[aria-label='Set by you']", SAID

    page.get_by_test_id("stPopoverButton").filter(has_text="Export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Markdown", exact=True).click()
    assert re.fullmatch(r"[\w.-]+\.md", download.value.suggested_filename)
    page.keyboard.press("Escape")

    yield from walk_on(chat, model)


def walk_on(chat: Chat, model: Provider) -> Iterator[tuple[str, str, str]]:
    """To the sidebar and the other pages."""
    page = chat.page
    open_sidebar(chat)
    yield "the conversations", ".root[aria-label=Conversations] .list", NAMED[:70]
    page.get_by_placeholder("Search conversations").fill("hostile")
    yield "a conversation that was found", ".hit", NAMED[:60]
    page.get_by_placeholder("Search conversations").fill("")
    page.locator(".item:not(.found) .name").first.press("Delete")
    yield "the way back", ".undo", NAMED[:40]
    page.get_by_text("Recently deleted").click()
    yield "what was deleted", ".removed", NAMED[:40]

    page.get_by_role("link", name="Library").click()
    name = f"{NAMED.replace('/', '|')}.txt"
    page.locator("input[type=file]").set_input_files([{"name": name, "mimeType": "text/plain", "buffer": b" "}])
    yield "what was not read", "[aria-label='What could not be read, and why'] td", name
    page.get_by_role("button", name="Close", exact=True).wait_for()

    open_sidebar(chat)
    page.get_by_role("link", name="Settings").click()
    page.get_by_test_id("stRadio").get_by_text("Another chat model").click()
    page.get_by_role("textbox", name="Its name").fill(NAMED)
    page.get_by_role("textbox", name="Its name").press("Enter")
    model.replies = [FAILED]
    page.get_by_role("button", name="Test it").click()
    yield "a message", "[data-testid=stAlert]", NAMED
    yield "what settings are made of", "dd", FOLDER
    open_sidebar(chat)
    page.get_by_role("link", name="Ask").click()
    yield "who answers", ".st-key-answerers", NAMED[:30]


def open_sidebar(chat: Chat) -> None:
    chat.page.get_by_test_id("stExpandSidebarButton").click()


@pytest.mark.parametrize("visit", [390], indirect=True)
def test_on_a_phone_names_and_messages_are_shown_as_they_are(visit: Chat, model: Provider) -> None:
    for place, selector, said in walk(visit, model):
        expect(visit.page.locator(selector).filter(has_text=said).first, place).to_be_attached()
        assert visit.page.evaluate(TAKEN) == UNHARMED, place
