"""The terminal commands: what they print where, and what they end with."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from ingest.ingesting import ingest
from tests.made import MadeUp, stories
from tests.providers import Fails, Provider
from tests.terminal import Footnote

FERRY: dict[str, Any] = {
    "id": "ferry",
    "title": "Ferry stays in port",
    "outlet": "Hale Courier",
    "authors": ["Ada Quill"],
    "published": "2024-05-08",
    "text": "The ferry of Hale stays in port until Friday because its engine failed twice.\n\nBuses run instead.",
}
EELS: dict[str, Any] = {
    "id": "eels",
    "title": "Naïve eels return to the river",
    "outlet": "The River Wire",
    "text": "Eels have returned to the river after forty years, the biologist Miriam Okoye said.",
}
WHY = "Why does the ferry of Hale stay in port?"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of two articles, made by the command itself; not to be changed."""
    folder = tmp_path_factory.mktemp("commands")
    (folder / "articles.jsonl").write_text(f"{json.dumps(FERRY)}\n{json.dumps(EELS)}\n")
    done = elsewhere("ingest", folder / "articles.jsonl", "--json", "--home", folder / "library")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["added"] == 2
    assert done.stderr == f"footnote: library {folder / 'library'}\n"
    return folder / "library"


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "ui.commands", *map(str, words)]


def elsewhere(*words: object, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run(
        command(*words), capture_output=True, encoding="utf-8", env={**os.environ, **env}, check=False, timeout=180
    )


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# Asking and searching


def test_ask_prints_the_answer_with_its_sources_alone(footnote: Footnote, home: Path) -> None:
    ran = footnote("ask", WHY, "--home", home)

    assert ran.code == 0
    first, _ = FERRY["text"].split("\n\n")
    source = "[1] “Ferry stays in port”, Hale Courier, 8 May 2024, paragraph 1"
    assert " ".join(ran.out.split()) == f"{first}[1] {source}"
    assert ran.err == f"footnote: library {home}\n"


def test_ask_json_is_one_reply(footnote: Footnote, home: Path) -> None:
    reply = footnote("ask", WHY, "--json", "--home", home).json

    assert reply["status"] == "answered"
    assert reply["question"] == WHY
    [citation] = reply["citations"]
    assert citation["text"][citation["start"] : citation["end"]] == citation["quote"] == reply["claims"][0]["text"]


def test_an_abstention_is_an_answer_with_its_reason_and_what_is_nearest(footnote: Footnote, home: Path) -> None:
    ran = footnote("ask", "How many penguins are there?", "--home", home)

    assert ran.code == 0
    told = "The articles do not say: there is nothing about “penguins” in any of the 2 articles. Nearest passages: "
    assert " ".join(ran.out.split()).startswith(told)


def test_filters_narrow_what_is_asked_and_searched(footnote: Footnote, home: Path) -> None:
    asked = footnote("ask", WHY, "--after", "2024-01-01", "--outlet", "hale courier", "--json", "--home", home).json
    found = footnote("search", "river", "--before", "2024-12-31", "--json", "--home", home).json
    nothing = footnote("search", "river", "--outlet", "Nowhere Times", "--home", home)

    told = ("after", "before", "outlets", "authors", "articles", "undated_left_out", "relaxed", "cues")
    assert {name: asked["filters"][name] for name in told} == {
        "after": "2024-01-01",
        "before": None,
        "outlets": ["hale courier"],
        "authors": [],
        "articles": [],
        "undated_left_out": 1,
        "relaxed": False,
        "cues": [],
    }
    assert {each["title"] for each in found["results"]} == {"Ferry stays in port"}
    assert (nothing.code, nothing.out) == (0, "")
    assert "nothing found" in nothing.err


def test_a_chat_model_answers_in_the_terminal_with_what_is_wrong_marked(
    footnote: Footnote, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "The ferry of Hale is held in port until Friday by an engine that failed twice.[1]"
    with Provider("openai", [f"{told} It cost $4 million.[1]", "1: NOT IN THE ARTICLES"]) as server:
        monkeypatch.setenv("FOOTNOTE_MODEL_URL", server.url)
        ran = footnote("ask", WHY, "--model", "openai:scripted", "--home", home)

    assert ran.code == 0
    assert " ".join(ran.out.split()).startswith(f"{told} It cost $4 million.[1] (not supported by the articles)")
    assert "“It cost $4 million.”: “$4 million” is not in the paragraph cited" in " ".join(ran.out.split())


@pytest.mark.usefixtures("no_keys")
def test_a_chat_model_that_does_not_answer_is_told_with_both_remedies(
    footnote: Footnote, home: Path, tmp_path: Path
) -> None:
    batch, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    batch.write_text(json.dumps({"id": 7, "question": WHY}) + "\n")

    ran = footnote("ask", WHY, "--model", "openai:gpt-5-mini", "--home", home)
    assert (ran.code, ran.out) == (1, "")
    assert "OPENAI_API_KEY" in ran.err
    assert "--model extractive answers in the articles' own words" in " ".join(ran.err.split())

    ran = footnote("ask", "--batch", batch, "--out", out, "--model", "openai:gpt-5-mini", "--home", home)
    assert ran.code == 1
    assert lines(out)[0]["id"] == 7
    assert "OPENAI_API_KEY" in lines(out)[0]["error"]


@pytest.mark.usefixtures("no_keys")
@pytest.mark.parametrize("fails", [Fails(401), Fails(404, "no such model"), Fails(400, "odd")])
def test_a_batch_asks_a_model_that_cannot_be_used_once_and_says_so_once(
    fails: Fails, footnote: Footnote, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    batch.write_text("".join(json.dumps({"id": at, "question": WHY}) + "\n" for at in range(3)))

    with Provider("openai", [fails]) as server:
        monkeypatch.setenv("FOOTNOTE_MODEL_URL", server.url)
        ran = footnote("ask", "--batch", batch, "--out", out, "--model", "openai:scripted", "--home", home)

    lasts = fails.status != 400
    assert (ran.code, len(server.asked)) == (1, 1 if lasts else 3)
    assert [each["id"] for each in lines(out)] == [0, 1, 2]
    assert len({each["error"] for each in lines(out)}) == 1
    assert ran.err.count("the rest of the batch is not asked") == int(lasts)


def test_search_prints_ranked_paragraphs(footnote: Footnote, home: Path) -> None:
    found = footnote("search", "eels", "-k", "2", "--json", "--home", home).json
    read = footnote("search", "eels", "-k", "1", "--home", home).out

    assert found.keys() == {"query", "results", "milliseconds"}
    assert [each["rank"] for each in found["results"]] == [1, 2]
    assert found["results"][0]["text"] == EELS["text"]
    assert read.startswith("1. “Naïve eels return to the river”, The River Wire, undated, paragraph 1  [")


# Batches


def test_a_batch_answers_line_for_line_and_names_those_it_cannot_read(
    footnote: Footnote, home: Path, tmp_path: Path
) -> None:
    asked = [
        json.dumps({"id": "a", "question": WHY, "asked": "2024-05-09"}),
        "not JSON",
        json.dumps({"id": 7, "question": " "}),
        json.dumps({"id": "b", "question": "And until when?", "history": [[WHY, "Its engine failed. [1]"]]}),
        json.dumps({"question": "How many penguins are there?", "history": None}),
        json.dumps(["a", "list"]),
        json.dumps({"id": "c", "question": WHY, "asked": "yesterday"}),
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(asked) + "\n")

    ran = footnote("ask", "--batch", tmp_path / "in.jsonl", "--out", tmp_path / "out.jsonl", "--home", home)

    replies = lines(tmp_path / "out.jsonl")
    assert (ran.code, ran.out) == (1, "")
    assert [each["id"] for each in replies] == ["a", None, 7, "b", None, None, "c"]
    assert [each.get("status", "error") for each in replies] == [
        "answered",
        "error",
        "error",
        "answered",
        "abstained",
        "error",
        "error",
    ]
    assert all(each.keys() == {"id", "error"} for each in replies if "error" in each)
    assert replies[1]["error"].startswith("line 2: ")
    assert replies[3]["standalone_question"] == f"Until when{WHY.removeprefix('Why')}"


def test_a_batch_of_searches_takes_questions_and_queries(footnote: Footnote, home: Path, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": 1, "query": "eels"}\n\n{"id": 2, "question": "ferry"}\n')

    ran = footnote("search", "--batch", tmp_path / "in.jsonl", "--out", tmp_path / "out.jsonl", "-k", 1, "--home", home)

    assert ran.code == 0
    assert [(each["id"], each["results"][0]["title"]) for each in lines(tmp_path / "out.jsonl")] == [
        (1, EELS["title"]),
        (2, FERRY["title"]),
    ]


def test_a_search_that_leans_on_a_conversation_says_how_it_was_understood(
    footnote: Footnote, home: Path, tmp_path: Path
) -> None:
    line = {"id": 1, "question": "And why?", "history": [["Did the eels return to the river?", "They did. [1]"]]}
    (tmp_path / "in.jsonl").write_text(json.dumps(line))

    ran = footnote("search", "--batch", tmp_path / "in.jsonl", "--out", tmp_path / "out.jsonl", "-k", 1, "--home", home)

    [found] = lines(tmp_path / "out.jsonl")
    assert ran.code == 0
    assert (found["query"], found["standalone_question"]) == ("And why?", "Why did the eels return to the river?")
    assert found["results"][0]["title"] == EELS["title"]


def test_a_batch_never_overwrites_its_questions(footnote: Footnote, home: Path, tmp_path: Path) -> None:
    questions = tmp_path / "in.jsonl"
    questions.write_text('{"question": "eels"}\n')

    ran = footnote("ask", "--batch", questions, "--out", tmp_path / "." / "in.jsonl", "--home", home)

    assert ran.code == 2
    assert "would overwrite the questions" in ran.err
    assert questions.read_text() == '{"question": "eels"}\n'


# Wrong usage, and libraries that cannot be used


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["ask"], "a question is missing"),
        (["ask", " "], "a question is missing"),
        (["search"], "a query is missing"),
        (["ask", "Why?", "--after", "8.5.2024"], "--after 8.5.2024: write the day as 2024-05-08"),
        (["search", "x", "--before", "2024-02-30"], "--before 2024-02-30: write the day"),
        (["ask", "Why?", "--after", "2024-02-01", "--before", "2024-01-01"], "swap the two"),
        (["ask", "--batch", "in.jsonl"], "goes with --out"),
        (["ask", "Why?", "--out", "out.jsonl"], "goes with --out"),
        (["ask", "Why?", "--batch", "in.jsonl", "--out", "out.jsonl"], "no question beside"),
        (["ask", "Why?", "--aftr", "2024-02-01"], "No such option"),
        (["search", "x", "-k", "0"], "greater than or equal to 1"),
        (["ingest"], "name files, folders or addresses to ingest"),
        (["ingest", "x", "--rebuild"], "name files, folders or addresses to ingest, or use --rebuild without any"),
        (["ingest", "--rebuild", "--sync"], "neither --sync nor --dry-run"),
        (["ingest", "no/such/file.txt"], "there is no file or folder 'no/such/file.txt'"),
        (["ingest", ""], "there is no file or folder ''"),
        (["ingest", "word " * 2000], "there is no file or folder 'word word"),
        (["articles", "show"], "Missing argument"),
        (["chat", "--port", "99999"], "less than or equal to 65535"),
        (["nonsense"], "No such command"),
    ],
)
def test_wrong_usage_ends_with_two_and_a_sentence(
    footnote: Footnote, words: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = footnote(*words)

    assert (ran.code, ran.out) == (2, "")
    assert told in " ".join(ran.err.split())
    assert "Traceback" not in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_batch_file_that_is_missing_is_wrong_usage(footnote: Footnote, home: Path, tmp_path: Path) -> None:
    ran = footnote("ask", "--batch", tmp_path / "in.jsonl", "--out", tmp_path / "out.jsonl", "--home", home)

    assert ran.code == 2
    assert f"{tmp_path / 'in.jsonl'}: No such file or directory" in ran.err
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(
    "words",
    ["ask Why", "search x", "articles list", "articles show x", "articles remove x", "status", "ingest --rebuild"],
)
def test_a_missing_library_ends_with_three_and_the_remedy(footnote: Footnote, words: str, tmp_path: Path) -> None:
    ran = footnote(*words.split(), "--home", tmp_path / "none")

    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"footnote: library {tmp_path / 'none'}\n")
    assert "footnote ingest" in ran.err
    assert not (tmp_path / "none" / "chroma").exists()


def test_a_library_of_another_encoder_ends_with_three(footnote: Footnote, tmp_path: Path) -> None:
    ingest(stories(0, 1), tmp_path / "library", MadeUp())

    ran = footnote("ask", WHY, "--home", tmp_path / "library")

    assert (ran.code, ran.out) == (3, "")
    assert "was embedded with made-up, but all-MiniLM-L6-v2 is set; run `footnote ingest --rebuild --home " in ran.err


HELP = [
    "ingest",
    "ask",
    "search",
    "evaluate",
    "export",
    "status",
    "chat",
    "articles list",
    "articles show",
    "articles remove",
]


@pytest.mark.parametrize("name", HELP)
def test_the_help_of_each_command_shows_an_example(footnote: Footnote, name: str) -> None:
    ran = footnote(*name.split(), "--help")

    assert ran.code == 0
    assert f"Example: footnote {name}" in ran.out


# Articles and status


def test_articles_are_listed_and_shown(footnote: Footnote, home: Path) -> None:
    listed = footnote("articles", "list", "--json", "--home", home).json
    ferry = next(each for each in listed if each["title"] == FERRY["title"])
    shown = footnote("articles", "show", ferry["id"], "--json", "--home", home).json
    read = footnote("articles", "show", ferry["id"], "--home", home).out

    assert [each["title"] for each in listed] == [FERRY["title"], EELS["title"]]
    assert shown == {**ferry, "paragraphs": shown["paragraphs"], "furniture": [], "versions": []}
    assert [each["number"] for each in shown["paragraphs"]] == list(range(1, ferry["paragraphs"] + 1)) == [1, 2]
    assert read.startswith("Ferry stays in port. Hale Courier. By Ada Quill. Published 8 May 2024.\nFound: title given")
    assert f"{ferry['id']}  8 May 2024" in footnote("articles", "list", "--home", home).out


def test_an_article_that_is_not_there_is_told_by_its_id(footnote: Footnote, home: Path) -> None:
    ran = footnote("articles", "show", "0000", "--home", home)

    assert (ran.code, ran.out) == (1, "")
    assert "no article '0000' in the library; `footnote articles list` names those there are" in ran.err


def test_status_says_what_is_there_and_what_it_is_used_with(footnote: Footnote, home: Path) -> None:
    status = footnote("status", "--json", "--home", home).json

    assert {name: status[name] for name in ("home", "articles", "first_day", "last_day", "undated")} == {
        "home": str(home),
        "articles": 2,
        "first_day": "2024-05-08",
        "last_day": "2024-05-08",
        "undated": 1,
    }
    assert (status["encoder"], status["model"]) == ("all-MiniLM-L6-v2", "extractive")
    assert (status["outlets"], status["copies"], status["languages"]) == (2, 0, {"English": 2})
    assert (status["adding"], status["interrupted"], status["judge"]) == (None, None, None)
    assert status["conversations"] == {"count": 0, "place": str(home / "conversations.db"), "trouble": None}
    assert min(status["disk"].values()) > 0

    told = footnote("status", "--home", home).out
    assert f"library   {home}" in told
    assert f"saved     conversations: 0 in {home / 'conversations.db'}" in told


# Ingesting


def test_a_folder_is_ingested_once_and_what_cannot_be_read_is_named(footnote: Footnote, tmp_path: Path) -> None:
    folder, home = tmp_path / "in", tmp_path / "library"
    folder.mkdir()
    (folder / "ferry.jsonl").write_text(json.dumps(FERRY))
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7\0")

    rehearsed = footnote("ingest", folder, "--dry-run", "--json", "--home", home)
    assert (rehearsed.json["added"], rehearsed.json["articles"]) == (1, 0)
    assert not home.exists()

    first = footnote("ingest", folder, "--json", "--home", home)
    assert first.code == 1
    assert (first.json["added"], first.json["articles"], first.json["embedded"] > 0) == (1, 1, True)
    [rejected] = first.json["rejected"]
    assert rejected["source"] == "scan.pdf"
    assert f"not read: scan.pdf: {rejected['reason']}" in first.err

    (folder / "scan.pdf").unlink()
    again = footnote("ingest", folder, "--json", "--home", home)
    assert (again.code, again.json["unchanged"], again.json["added"], again.json["embedded"]) == (0, 1, 0, 0)
    assert again.err == f"footnote: library {home}\n"


def test_standard_input_sync_rebuild_and_removal(footnote: Footnote, tmp_path: Path) -> None:
    folder, home = tmp_path / "in", tmp_path / "library"
    folder.mkdir()
    (folder / "eels.jsonl").write_text(json.dumps(EELS))

    both = footnote("ingest", "-", folder, "--json", "--home", home, given=json.dumps(FERRY).encode()).json
    assert (both["added"], both["articles"]) == (2, 2)

    (folder / "eels.jsonl").unlink()
    kept = footnote("ingest", folder, "--dry-run", "--sync", "--json", "--home", home).json
    assert (kept["removed"], kept["articles"]) == (1, 2)
    synced = footnote("ingest", folder, "--sync", "--json", "--home", home).json
    assert (synced["removed"], synced["articles"]) == (1, 1)

    rebuilt = footnote("ingest", "--rebuild", "--json", "--home", home)
    assert (rebuilt.code, rebuilt.json["articles"], rebuilt.json["passages"]) == (0, 1, synced["passages"])

    [ferry] = footnote("articles", "list", "--json", "--home", home).json
    unknown = footnote("articles", "remove", ferry["id"], "0000", "--home", home)
    assert unknown.code == 1
    assert len(footnote("articles", "list", "--json", "--home", home).json) == 1

    removed = footnote("articles", "remove", ferry["id"], ferry["id"], "--json", "--home", home)
    assert (removed.code, removed.json) == (0, {"removed": [ferry["id"]]})
    assert footnote("articles", "list", "--json", "--home", home).json == []


def test_ctrl_c_during_an_ingest_is_one_sentence(tmp_path: Path) -> None:
    words = command("ingest", "-", "--home", tmp_path / "library")
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        opened = process.stderr.readline()
        ends = time.monotonic() + 120
        while process.poll() is None and time.monotonic() < ends:
            process.send_signal(signal.SIGINT)  # once before it reads, twice while it waits for more
            time.sleep(0.5)
        out, err = process.stdout.read(), process.stderr.read()

    assert opened == f"footnote: library {tmp_path / 'library'}\n".encode()
    assert (process.returncode, out) == (130, b"")
    *asked, stopped = err.decode().splitlines()
    assert stopped == "footnote: stopped; what was done until now is kept"
    assert all("once more to stop at once" in each for each in asked)


# Terminals


def test_a_reader_that_goes_away_is_no_error(home: Path) -> None:
    with subprocess.Popen(
        command("articles", "list", "--home", home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        process.stdout.close()
        assert process.stderr
        err = process.stderr.read()

    assert err == f"footnote: library {home}\n"


def test_output_is_utf_8_whatever_the_terminal_speaks(home: Path) -> None:
    done = elsewhere("articles", "list", "--home", home, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert done.returncode == 0
    assert "Naïve eels return" in done.stdout


# The page


@dataclass(frozen=True, slots=True)
class Page:
    """A chat page in a process group of its own."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    def wait_for(self, words: str) -> str:
        ends = time.monotonic() + 120
        while words not in (said := self.log.read_text()):
            assert self.process.poll() is None, said
            assert time.monotonic() < ends, said
            time.sleep(0.05)
        return said

    def end(self, how: signal.Signals) -> int:
        """Signal the command alone, as `kill` does; what it ends with, none of its children left."""
        self.process.send_signal(how)
        code = self.process.wait(60)
        with pytest.raises(ProcessLookupError):
            os.killpg(self.process.pid, 0)
        return code


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Callable[[], Page]]:
    """Start the page for the library and the samples of the test's folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    started: list[subprocess.Popen[bytes]] = []

    def start() -> Page:
        log = tmp_path / f"{len(started)}.log"
        words = command("chat", "--no-browser", "--port", port, "--samples", tmp_path / "samples")
        with log.open("wb") as file:
            started.append(
                subprocess.Popen(
                    [*words, "--home", tmp_path / "library"], stdout=file, stderr=file, start_new_session=True
                )
            )
        return Page(started[-1], port, log)

    yield start
    for each in started:
        if each.poll() is None:
            os.killpg(each.pid, signal.SIGKILL)
            each.wait()


def test_the_page_starts_reads_new_samples_once_and_ends_with_its_children(
    chat: Callable[[], Page], footnote: Footnote, tmp_path: Path
) -> None:
    (tmp_path / "samples").mkdir()
    (tmp_path / "samples" / "ferry.jsonl").write_text(json.dumps(FERRY))

    first = chat()
    first.wait_for("1 added")
    first.wait_for(f"the page is at http://localhost:{first.port}")
    with urlopen(f"http://127.0.0.1:{first.port}/_stcore/health", timeout=30) as health:
        assert health.read() == b"ok"
    second = footnote("chat", "--port", first.port, "--home", tmp_path / "library")
    assert second.code == 2
    assert f"port {first.port} is in use, perhaps by a page that is open already" in second.err
    assert first.end(signal.SIGTERM) == 0

    unchanged = chat()
    said = unchanged.wait_for("the page is at")
    assert unchanged.end(signal.SIGINT) == 0
    assert "the library holds" not in said
    assert "Traceback" not in unchanged.log.read_text()

    (tmp_path / "samples" / "eels.jsonl").write_text(json.dumps(EELS))
    grown = chat()
    grown.wait_for("1 added, 1 unchanged; the library holds 2 articles")
    assert grown.end(signal.SIGTERM) == 0
