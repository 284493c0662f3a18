"""Chat models of three protocols, asked through the real clients."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path
from threading import BoundedSemaphore

import pytest

from assistant.domain import Abstention, Description, Filters, Inquiry, Paragraph, Ranked, Retrying, Step
from assistant.listener import Left, Listener, working_for
from assistant.models.chat import Message, Prompt, Role, Spent
from assistant.models.opening import open_model
from assistant.writing.prompts import mending_prompt
from assistant.writing.shown import shown
from tests.protocols import Protocol
from tests.providers import Asked, Fails, Provider, Says
from ui.jobs import Job, Stopped

pytestmark = pytest.mark.usefixtures("no_keys")

PROTOCOLS: tuple[Protocol, ...] = ("openai", "anthropic", "ollama")
GOLDEN = Path(__file__).parent / "golden"
PROMPT = Prompt(
    "answer",
    (
        Message(Role.SYSTEM, "Cite a paragraph for every sentence."),
        Message(Role.USER, "[1] The ferry sank in the harbour.\n\nWhat sank?"),
        Message(Role.ASSISTANT, "The ferry did."),
        Message(Role.USER, "A paragraph is missing."),
    ),
    version="3",
)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_text_comes_piece_by_piece_and_then_what_it_took(protocol: Protocol) -> None:
    with Provider(protocol, [Says(("The fer", "ry sank.", "[1]"), tokens=(412, 9))]) as server:
        pieces = list(open_model(server.name, server.url).write(PROMPT))

    assert pieces == ["The fer", "ry sank.", "[1]", Spent(412, 9)]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_half_a_character_waits_for_the_other_or_is_none(protocol: Protocol) -> None:
    pieces = ("It sank \ud83d", "\ude00 in\ude00 May", "\ud83d 3.\ud83d")
    with Provider(protocol, [Says(pieces)]) as server:
        told = list(open_model(server.name, server.url).write(PROMPT))

    assert told[:-1] == ["It sank ", "\U0001f600 in\ufffd May", "\ufffd 3."]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_what_is_sent_is_what_was_reviewed(protocol: Protocol) -> None:
    """All that is ever said in an answer's making: rules, paragraphs, question, answer, and what fails in it.

    WRITE_GOLDEN=1 writes the files anew, for git to show what has changed.
    """
    gazette = Description("Ferry sinks", "ferry.txt", outlet="Harbour Gazette", published=date(2025, 3, 11))
    sank = Ranked("ferry", gazette, Paragraph(1, "The ferry sank on Monday; nine were saved."), 1.0)
    question = "When did the ferry sink?"
    answer, failed = "It sank on Tuesday.[1]", [("It sank on Tuesday.", "“Tuesday” is not in the paragraph cited")]
    prompt = mending_prompt(question, shown(question, [sank], 1_000), date(2025, 3, 12), answer, failed)
    with Provider(protocol) as server:
        list(open_model(server.name, server.url).write(prompt))
    golden = GOLDEN / f"{protocol}.json"
    sent = {"path": server.asked[0].path, "body": server.asked[0].body}
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(json.dumps(sent, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")

    assert sent == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_what_a_model_thinks_is_no_text(protocol: Protocol) -> None:
    with Provider(protocol, [Says(("It sank.",), thoughts=("The ferry? ", "Yes."))]) as server:
        pieces = list(open_model(server.name, server.url).write(PROMPT))

    assert pieces[:-1] == ["It sank."]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_thoughts_that_a_server_leaves_in_the_text_are_left_out(protocol: Protocol) -> None:
    with Provider(protocol, [Says(("<th", "ink>It ", "sank?</thi", "nk>\n\n", "It sank.", "[1]"))]) as server:
        pieces = list(open_model(server.name, server.url).write(PROMPT))

    assert pieces[:-1] == ["It sank.", "[1]"]


def test_thoughts_of_which_only_the_end_is_marked_are_taken_back() -> None:
    with Provider("openai", [Says(("Did it sink?\n", "</think>", "\n\nIt sank."))]) as server:
        pieces = list(open_model(server.name, server.url).write(PROMPT))

    assert pieces[:-1] == ["Did it sink?", Retrying("The model has finished thinking"), "It sank."]
    assert len(server.asked) == 1


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_reply_cut_for_length_keeps_its_text(protocol: Protocol) -> None:
    with Provider(protocol, [Says(("The ferry sa",), ending="length")]) as server:
        pieces = list(open_model(server.name, server.url).write(PROMPT))

    assert pieces == ["The ferry sa", Spent(100, 20)]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_provider_that_does_not_count_tokens_leaves_them_open(protocol: Protocol) -> None:
    with Provider(protocol, [Says(("It sank.",), tokens=None)]) as server:
        pieces = list(open_model(server.name, server.url).write(PROMPT))

    assert pieces[-1] == (Spent(0, 0) if protocol == "anthropic" else Spent())  # whose protocol always counts


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_whoever_stops_listening_hangs_up(protocol: Protocol) -> None:
    with Provider(protocol, [Says(("The ferry",), then="hangs")]) as server:
        with closing(open_model(server.name, server.url).write(PROMPT)) as pieces:  # type: ignore[type-var]
            assert next(pieces) == "The ferry"

        assert server.left.acquire(timeout=30)


@pytest.mark.parametrize("pieces", [(), ("The ferry",)])
@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_reply_that_is_stopped_hangs_up_on_a_model_that_says_nothing(
    protocol: Protocol, pieces: tuple[str, ...]
) -> None:
    """Whatever is asked of it: to judge or to put a question another way are no steps of a reply."""
    silence = Abstention(Inquiry("Why?", "Why?", Filters(), "extractive", "none"), "nothing is said")
    places = BoundedSemaphore(1)

    with Provider(protocol, [Says(pieces, then="hangs")]) as server:
        model = open_model(server.name, server.url)

        def steps() -> Iterator[Step]:
            list(model.write(PROMPT))
            yield silence

        job = Job(steps, places=places)
        while not server.asked:
            job.wait(0.01)
        job.stop()

        assert server.left.acquire(timeout=30)
        assert job.outcome == Stopped("")
        assert Job(lambda: iter([silence]), places=places).wait(30) is silence


def test_whoever_has_left_is_not_waited_for_by_one_who_waits_to_ask_again() -> None:
    someone = Listener()
    with Provider("openai", [Fails(503)]) as server, working_for(someone):
        pieces = open_model(server.name, server.url).write(PROMPT)
        assert isinstance(next(pieces), Retrying)
        someone.leave()

        with pytest.raises(Left):
            next(pieces)


@pytest.mark.parametrize("name", ["qwen2.5-7b-instruct", "llama3.2:3b", "mistral-small", "org/model:free"])
def test_at_an_address_a_name_without_a_provider_is_a_model_of_a_compatible_server(name: str) -> None:
    with Provider("openai") as server:
        model = open_model(name, server.url)
        list(model.write(PROMPT))

    assert (model.name, server.bodies[0]["model"]) == (name, name)


def test_a_name_that_openai_speaks_otherwise_with_is_asked_the_common_way_at_an_address() -> None:
    with Provider("openai") as server:
        list(open_model("openai:gpt-5-pro", server.url).write(PROMPT))

    assert server.asked[0].path == "/v1/chat/completions"


@pytest.mark.parametrize(("protocol", "variable"), [("openai", "OPENAI_API_KEY"), ("anthropic", "ANTHROPIC_API_KEY")])
def test_a_key_that_is_set_is_sent_to_the_server_that_was_named(
    protocol: Protocol, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "the-key-of-ada")
    with Provider(protocol) as server:
        list(open_model(server.name, server.url).write(PROMPT))

    assert "the-key-of-ada" in " ".join(server.asked[0].headers.values())


@pytest.mark.parametrize("protocol", ["openai", "ollama"])
def test_a_name_and_password_in_the_address_are_sent_and_shown_nowhere(
    protocol: Protocol, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    with Provider(protocol) as server:
        model = open_model(server.name, server.url.replace("//", "//ada:se%40cret@"))
        list(model.write(PROMPT))

    assert server.asked[0].headers["authorization"] == "Basic YWRhOnNlQGNyZXQ="
    assert "cret" not in caplog.text + repr(model)


def test_a_script_may_answer_by_what_it_is_asked() -> None:
    def echo(asked: Asked) -> str:
        return asked.texts[-1]

    with Provider("anthropic", ["First.", echo]) as server:
        model = open_model(server.name, server.url)
        texts = [next(iter(model.write(PROMPT))) for _ in range(3)]

    assert texts == ["First.", "A paragraph is missing.", "A paragraph is missing."]


def test_several_threads_ask_one_model() -> None:
    def echo(asked: Asked) -> str:
        return asked.texts[-1]

    with Provider("openai", [echo]) as server:
        model = open_model(server.name, server.url)

        def ask(number: int) -> object:
            return next(iter(model.write(Prompt("answer", [Message(Role.USER, f"Question {number}")]))))

        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(ask, range(8))) == [f"Question {number}" for number in range(8)]
