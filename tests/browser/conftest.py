"""A real library behind a real server, seen through a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import ui
from tests.providers import Provider

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

HERE = Path(__file__).parent
PAGE = Path(ui.__file__).parent / "app.py"
PHONE = 768  # pixels; up to there the sidebar is closed
PATIENCE = 90_000  # milliseconds, on a busy machine whose first visitor also waits until everything is loaded
ARTIFACTS = Path("test-artifacts")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",  # in containers /dev/shm is too small for a page
    "--process-per-site",  # a page then finds the scripts compiled that one before it has compiled
]
Report = pytest.StashKey[pytest.TestReport]()


@dataclass
class Server:
    """A server of the page, with its log."""

    address: str
    log: Path
    process: subprocess.Popen[bytes]


@dataclass
class Chat:
    """A visit to the page, in the words of the one who makes it."""

    page: Page
    address: str
    console: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def visit(self, query: str = "") -> None:
        self.page.goto(self.address + query)
        self.page.get_by_text("Answers come only").or_(self.page.locator(".root[role=complementary]")).first.wait_for()

    def go_to_library(self) -> None:
        if self.page.viewport_size["width"] < PHONE:
            self.page.get_by_test_id("stExpandSidebarButton").click()
        self.page.get_by_role("link", name="Library").click()
        self.table.wait_for()

    @property
    def table(self) -> Locator:
        """The articles: painted, with a table for those who are read to inside."""
        return self.page.get_by_role("region", name="Articles in the library")

    def ask(self, question: str) -> None:
        box = self.page.get_by_placeholder("Ask about the articles")
        box.fill(question)
        box.press("Enter")

    def ask_and_wait(self, question: str, state: str = "answered") -> None:
        before = self.replies(state).count()
        self.ask(question)
        self.replies(state).nth(before).wait_for()

    def replies(self, state: str) -> Locator:
        return self.page.locator(f".root[data-state={state}]")

    @property
    def markers(self) -> Locator:
        return self.page.locator("button.marker")

    @property
    def reader(self) -> Locator:
        return self.page.locator(".root[role=complementary]")

    @property
    def highlighted(self) -> str:
        """The words marked as the open quote."""
        self.page.locator("mark.open").first.wait_for()
        return self.page.locator("mark.open").evaluate_all("marks => marks.map(m => m.textContent).join('')")

    def quote_of(self, marker: Locator) -> str:
        """What the preview of a marker quotes."""
        shown = self.page.locator(".preview q:visible")
        for _ in range(20):  # a page that still moves may carry the marker away from the pointer
            marker.hover()
            self.page.wait_for_timeout(300)
            if shown.is_visible():
                break
            self.page.mouse.move(0, 0)
        quote = shown.inner_text()
        self.page.mouse.move(0, 0)
        return quote


@contextmanager
def serving(script: Path, home: Path, log: Path, **environment: str) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    known = {**os.environ, "FOOTNOTE_HOME": str(home), **environment}
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=PAGE.parent, env=known, stdout=output, stderr=output)
    try:
        await_health(port, process, log)
        yield Server(f"http://127.0.0.1:{port}", log, process)
    finally:
        process.terminate()
        process.wait(30)


def await_health(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end and process.poll() is None:
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=1)
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().read() == b"ok":
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text()}")


def ingested(home: Path) -> Path:
    """The library in that folder with the articles written for these tests, put in as a person would."""
    command = [sys.executable, "-m", "ui.commands", "ingest", str(HERE / "articles.jsonl"), "--home", str(home)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture(scope="session")
def chromium_path() -> str:
    found = [shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")]
    for path in filter(None, found):
        return path
    missing = "no Chromium was found; `apt-get install chromium` brings one"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    return pytest.skip(missing)


@pytest.fixture(scope="session")
def library(chromium_path: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ingested(tmp_path_factory.mktemp("browser") / "library")


Serving = Callable[..., AbstractContextManager[Server]]


@pytest.fixture(scope="session")
def serving_page() -> Serving:
    """Serve the page with the library in a folder, logging to a file, with more in its environment."""
    return lambda home, log, **environment: serving(PAGE, home, log, **environment)


SlowServing = Callable[..., AbstractContextManager[Server]]


@pytest.fixture(scope="session")
def serving_slowly() -> SlowServing:
    """Serve the page with an answerer that takes its time."""
    return lambda home, log: serving(HERE / "slow_app.py", home, log)


@pytest.fixture
def ingest_articles() -> Callable[[Path], Path]:
    return ingested


@pytest.fixture
def empty_home(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def empty_server(chromium_path: str, empty_home: Path, tmp_path: Path) -> Iterator[Server]:
    with serving(PAGE, empty_home, tmp_path / "server.log") as started:
        yield started


@pytest.fixture(scope="module")
def model() -> Iterator[Provider]:
    """A chat model that says what it is told to, behind OpenAI's protocol."""
    with Provider("openai") as provider:
        yield provider


@pytest.fixture(scope="session")
def server(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(PAGE, library, tmp_path_factory.mktemp("server") / "server.log") as started:
        yield started


@pytest.fixture(scope="session")
def slow_server(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The same page with an answerer that takes its time, and fails when told to."""
    with serving(HERE / "slow_app.py", library, tmp_path_factory.mktemp("slow") / "server.log") as started:
        yield started


@pytest.fixture(scope="session")
def chromium(chromium_path: str) -> Iterator[Browser]:
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context_of(chromium: Browser) -> Callable[..., BrowserContext]:
    """One context for visits of the same kind: they load the page's files once."""
    made: dict[str, BrowserContext] = {}

    def context(**options: object) -> BrowserContext:
        wanted = {"viewport": {"width": 1400, "height": 900}, **options}
        if repr(wanted) not in made:
            made[repr(wanted)] = chromium.new_context(**wanted)
        return made[repr(wanted)]

    return context


Visiting = Callable[..., Chat]


@pytest.fixture
def visiting(context_of: Callable[..., BrowserContext], request: pytest.FixtureRequest) -> Iterator[Visiting]:
    """Begin a visit; at its end nothing went wrong in the browser, and nothing was asked of another host."""
    begun: list[tuple[Chat, Server]] = []

    def begin(server: Server, **options: object) -> Chat:
        context = context_of(**options)
        if not context.pages:  # one that stays open: else each page is a new window in a process that starts anew
            context.new_page().goto(f"{server.address}/_stcore/health")
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        chat = Chat(page, server.address)
        page.on("console", lambda said: said.type == "error" and chat.console.append(said.text))
        page.on("pageerror", lambda error: chat.console.append(str(error)))
        page.on("request", lambda asked: is_elsewhere(asked.url, server) and chat.elsewhere.append(asked.url))
        begun.append((chat, server))
        return chat

    yield begin
    report = request.node.stash.get(Report, None)
    went_wrong = [chat.console + chat.elsewhere for chat, _ in begun]
    for number, (chat, server) in enumerate(begun):
        if report is None or report.failed or any(went_wrong):
            save(chat, server, f"{request.node.name}-{number}")
        chat.page.close()
    assert not any(went_wrong), went_wrong


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STREAMLITS = ("stSkipToContent", "stSidebarContent", "stFileUploaderDropzone")


Violations = Callable[[Chat], list[str]]


@pytest.fixture(scope="session")
def violations() -> Violations:
    """What axe finds in a visit, but for three parts of Streamlit's own."""
    from axe_playwright_python.sync_playwright import Axe

    def found(chat: Chat) -> list[str]:
        options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}  # it else describes all
        rules = Axe().run(chat.page, options=options).response["violations"]
        nodes = [(each["id"], node["html"], node["failureSummary"]) for each in rules for node in each["nodes"]]
        return [f"{rule}: {html} {why}" for rule, html, why in nodes if not any(part in html for part in STREAMLITS)]

    return found


def is_elsewhere(url: str, server: Server) -> bool:
    return not url.startswith((server.address, server.address.replace("http", "ws", 1), "data:", "blob:"))


def save(chat: Chat, server: Server, name: str) -> None:
    ARTIFACTS.mkdir(exist_ok=True)
    chat.page.screenshot(path=ARTIFACTS / f"{name}.png")
    (ARTIFACTS / f"{name}.console.txt").write_text("\n".join(chat.console + chat.elsewhere))
    shutil.copy(server.log, ARTIFACTS / f"{name}.server.log")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report: pytest.TestReport = yield
    if report.when == "call":
        item.stash[Report] = report
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def chat(visiting: Visiting, server: Server) -> Chat:
    begun = visiting(server)
    begun.visit()
    return begun


@pytest.fixture
def slow_chat(visiting: Visiting, slow_server: Server) -> Chat:
    begun = visiting(slow_server)
    begun.visit()
    return begun
