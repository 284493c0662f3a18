"""A conversation of 200 questions in Chromium, beside a new one: loading, asking, and opening a citation.

    python -m tests.benchmarks.long [QUESTIONS]

The page is loaded with an empty cache by a server that has been asked once, one and the other in turn. All is timed in
the page itself: until what is to be read is drawn; the second question, which in both depends on the first, from Enter
until the frame in which its answer is whole; a click, with no article open, until the frame with the quote marked.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from assistant.domain import NO_FILTERS
from assistant.embeddings import open_encoder
from assistant.library import open_library
from assistant.settings import Settings
from ingest.ingesting import ingest
from ingest.read import read
from tests.benchmarks.crowd import Server, serving
from ui.clock import today
from ui.going_on import going_on

ROOT = Path(__file__).parents[2]
LENGTH = 200
VISITS = 5
REST = 1_500  # milliseconds in which the page comes to rest, as while somebody reads
CONVERSATION = "long"
QUESTION = "What is known about Armenia and its membership?"
DRAWN = """window.drawn = new Promise(done => {
  const inside = each => each.shadowRoot?.querySelector('.root[data-state]');
  const look = () => {
    const welcome = document.querySelector('.st-key-welcome')?.textContent.includes('Answers come only');
    const exchanges = () => [...document.querySelectorAll('[class*=st-key-exchange] *')].some(inside);
    welcome || exchanges() ? done(performance.now()) : requestAnimationFrame(look);
  };
  look();
})"""
ANSWERED = """question => {
  const hosts = () => [...document.querySelectorAll('[class*=st-key-exchange]')].at(-1)?.querySelectorAll('*') ?? [];
  const last = () => [...hosts()].flatMap(each => [...(each.shadowRoot?.querySelectorAll('.root') ?? [])]).at(-1);
  const before = last();
  const isWhole = root => root.dataset.state === 'answered' && root.textContent.includes(question);
  window.answered = new Promise(done => addEventListener('keydown', ({ key }) => {
    const began = performance.now();
    const look = () => {
      const now = last();
      now && now !== before && isWhole(now) ? done(performance.now() - began) : requestAnimationFrame(look);
    };
    if (key === 'Enter') look();
  }, { capture: true }));
}"""
CLICKED = """marker => new Promise(done => {
  const inside = each => [...(each.shadowRoot?.querySelectorAll('mark.open') ?? [])];
  const marks = () => [...document.querySelectorAll('*')].flatMap(inside);
  const marked = () => marks().map(each => each.textContent).join();
  const before = marked(), began = performance.now();
  const look = () => {
    const now = marked();
    now && now !== before ? done(performance.now() - began) : requestAnimationFrame(look);
  };
  marker.click();
  look();
})"""


def main(length: int = LENGTH) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder) / "library"
        ingest(read(ROOT / "seeds"), home, open_encoder(None, None))
        _held(home, length)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with serving(home, Path(folder) / "log") as server:
            _visit(browser, server, "")
            figures: dict[str, list[tuple[float, ...]]] = {"": [], f"?conversation={CONVERSATION}": []}
            for query in VISITS * [*figures]:
                figures[query].append(_visit(browser, server, query))
            for name, visits in zip(("new", f"of {length}"), figures.values(), strict=True):
                loaded, answered, marked = (median(each) for each in zip(*visits, strict=True))
                print(
                    f"a conversation {name:<8} drawn in {loaded:.0f} ms, answered {answered:.0f} ms after Enter, "
                    f"a citation marked {marked:.0f} ms after a click"
                )
        browser.close()


def _held(home: Path, length: int) -> None:
    """Hold the conversation as the terminal would."""
    lines = (ROOT / "tests" / "evals" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
    posed = [json.loads(line)["question"] for line in lines]
    settings = Settings(home=home)
    with open_library(settings) as library:
        for at in range(length):
            question = posed[at % len(posed)]
            going_on(
                settings,
                CONVERSATION,
                question,
                NO_FILTERS,
                lambda history, first, question=question: library.ask(  # type: ignore[misc]
                    question, history, first_number=first, today=today()
                ),
            )


def _visit(browser: Browser, server: Server, query: str) -> tuple[float, float, float]:
    """Milliseconds until the page is drawn, a second question answered, and a citation marked."""
    page = browser.new_page()
    page.set_default_timeout(60_000)
    page.add_init_script(DRAWN)
    page.goto(f"http://localhost:{server.port}/{query}")
    loaded = float(page.evaluate("window.drawn"))
    page.wait_for_timeout(REST)
    _ask(page)
    page.wait_for_timeout(REST)
    answered = _ask(page)
    page.wait_for_timeout(REST)
    marker = page.locator(".root[data-state=answered]").last.locator("button.marker").first
    marked = float(marker.evaluate(CLICKED))
    page.close()
    return loaded, answered, marked


def _ask(page: Page) -> float:
    box = page.get_by_placeholder("Ask about the articles")
    box.fill(QUESTION)
    page.evaluate(ANSWERED, QUESTION)
    box.press("Enter")
    return float(page.evaluate("window.answered"))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LENGTH)
