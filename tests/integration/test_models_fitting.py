"""All that a model of Ollama's is sent fits what Ollama is told to take in: it cuts the rest without a word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.corpus.reading import Reader
from assistant.domain import Answer, Turn
from assistant.errors import PromptTooLong
from assistant.library import Library
from assistant.models.chat import Message, Prompt, Role, tokens
from assistant.models.opening import open_model
from assistant.settings import Settings
from ingest.ingesting import ingest
from tests.made import MadeUp, story
from tests.providers import Asked, Provider, Says

FERRY = (
    "The ferry of Hale carried {} boats' worth of herring in the winter of that year, said Ada Quill of the harbour."
)
LONG = [" ".join(FERRY.format(20 * at + more) for more in range(10)) for at in range(12)]
QUESTION = "How many boats' worth of herring did the ferry of Hale carry in winter?"
SUPPORTED = "In that year the ferry of Hale carried {} boats' worth of herring in winter, Ada Quill said.[1] "


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    home = tmp_path_factory.mktemp("herring") / "library"
    ingest([story("herring", LONG)], home, MadeUp())
    reader = Reader(home)
    yield reader
    reader.close()


def ask(articles: Reader, server: Provider, question: str = QUESTION, history: list[Turn] | None = None) -> Answer:
    settings = Settings(model=server.name, model_url=server.url, judge_model="ollama:judge")
    reply = Library(settings, articles, MadeUp()).ask(question, history or [])
    assert isinstance(reply, Answer)
    return reply


def purpose(asked: Asked) -> str:
    if len(asked.texts) > 2:
        return "mending"
    return {"You answer": "answer", "You put qu": "rewriting", "You check ": "judging"}[asked.texts[0][:10]]


def on_and_on(asked: Asked) -> str:
    """Long answers, of which half fails and half has something to judge."""
    match purpose(asked):
        case "answer":
            boats = asked.texts[1].partition(" carried ")[2].split()[0]
            return "".join(f"{SUPPORTED.format(boats)}It carried {at} whales.[1] " for at in range(1000, 1030))
        case "rewriting":
            return QUESTION
        case "judging":
            return "1: yes"
    return "1: It carried nothing.[1]"


def fits(asked: Asked, takes_in: int) -> bool:
    """Whether there is room for what is sent, and for something to be written."""
    told = asked.body["options"]
    sent = sum(map(tokens, asked.texts))
    return told["num_predict"] >= told["num_ctx"] // 5 and sent + told["num_predict"] <= told["num_ctx"] <= takes_in


@pytest.mark.parametrize("takes_in", [4_096, 8_192, 131_072])
def test_every_prompt_fits_with_its_answer_into_what_the_model_is_told_to_take_in(
    takes_in: int, articles: Reader
) -> None:
    history = [Turn("What did the ferry carry?", " ".join(LONG))] * 4
    with Provider("ollama", [on_and_on], takes_in) as server:
        reply = ask(articles, server, history=history)

    assert {purpose(each) for each in server.asked} == {"rewriting", "answer", "mending", "judging"}
    assert all(fits(each, takes_in) for each in server.asked)
    assert all(each.texts[0].startswith("You ") for each in server.asked)
    assert len(reply.claims) == 60


def test_all_prompts_use_one_context_for_ollama_loads_a_model_anew_for_another(articles: Reader) -> None:
    with Provider("ollama", [on_and_on]) as server:
        ask(articles, server)

    assert {each.body["options"]["num_ctx"] for each in server.asked} == {10_000}


def test_a_small_model_is_shown_fewer_paragraphs(articles: Reader) -> None:
    with Provider("ollama", [on_and_on], 4_096) as small, Provider("ollama", [on_and_on]) as large:
        ask(articles, small)
        ask(articles, large)

    assert small.asked[0].texts[1].count("\n\n") < large.asked[0].texts[1].count("\n\n")


def test_what_does_not_fit_is_told_and_never_sent() -> None:
    with Provider("ollama", takes_in=2_048) as server, pytest.raises(PromptTooLong, match="name a model that takes in"):
        list(open_model(server.name, server.url).write(Prompt("answer", [Message(Role.USER, "herring " * 700)])))

    assert server.asked == []


def test_of_a_server_that_does_not_say_what_every_model_takes_in_is_supposed() -> None:
    with Provider("ollama", takes_in=None) as server:
        list(open_model(server.name, server.url).write(Prompt("answer", [Message(Role.USER, "Herring?")])))

    assert server.bodies[0]["options"]["num_ctx"] == 8_000


def test_a_model_that_comes_to_the_end_of_its_context_stops_there() -> None:
    with Provider("ollama", [Says(("It carried",), ending="length")], 2_048) as server:
        prompt = Prompt("answer", [Message(Role.USER, "Herring?")])
        pieces = list(open_model(server.name, server.url).write(prompt))

    assert pieces[0] == "It carried"
    assert server.bodies[0]["options"]["num_predict"] == 2_048 - prompt.tokens
