"""What a person is told when a chat model does not answer, and whether it was asked again."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from assistant.domain import Retrying
from assistant.errors import ModelTrouble, PromptTooLong
from assistant.models import asking, clients, window
from assistant.models.chat import Message, Piece, Prompt, Role, Spent
from assistant.models.opening import open_model
from tests.protocols import Protocol
from tests.providers import Fails, Provider, Reply, Says

pytestmark = pytest.mark.usefixtures("no_keys")

PROTOCOLS: tuple[Protocol, ...] = ("openai", "anthropic", "ollama")
PROMPT = Prompt("answer", (Message(Role.USER, "What sank?"),))

SECRET = "sk-proj-1234567890abcdef"  # noqa: S105  nobody's


class Told:
    """What came of asking once: the pieces, the trouble, the seconds waited and how often the server was asked."""

    def __init__(self, protocol: Protocol, replies: list[Reply], name: str | None = None) -> None:
        self.pieces: list[Piece] = []
        self.waited: list[float] = []
        self.trouble: ModelTrouble | None = None
        with Provider(protocol, replies) as server:
            model = open_model(name or server.name, server.url, sleep=self.waited.append)
            try:
                self.pieces.extend(model.write(PROMPT))
            except ModelTrouble as trouble:
                self.trouble = trouble
        self.times = len(server.asked)
        self.words = str(self.trouble).replace(server.url, "URL")

    @property
    def reasons(self) -> list[str]:
        return [piece.reason for piece in self.pieces if isinstance(piece, Retrying)]


@pytest.fixture(params=PROTOCOLS)
def protocol(request: pytest.FixtureRequest) -> Protocol:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients that wait a third of a second where people would wait minutes."""
    monkeypatch.setattr(clients, "_WAITING", 0.3)
    monkeypatch.setattr(clients, "_WAITING_FOR_OWN", 0.3)


@pytest.mark.parametrize("status", [500, 502, 503, 529])
def test_a_server_that_fails_is_asked_twice_more(protocol: Protocol, status: int) -> None:
    told = Told(protocol, [Fails(status, "It is too warm in here")])

    assert told.times == 3
    assert told.reasons == [
        "The model's server is overloaded; trying again in 2 seconds",
        "The model's server is overloaded; trying again in 4 seconds",
    ]
    assert told.waited == [2, 4]
    assert told.words == (
        f"the server of {protocol}:scripted at URL is overloaded or fails; ask again in a minute "
        "(it says: It is too warm in here)"
    )


def test_a_second_answer_takes_the_place_of_a_failure(protocol: Protocol) -> None:
    told = Told(protocol, [Fails(503), Says(("It sank.",), tokens=(10, 3))])

    assert [type(piece) for piece in told.pieces] == [Retrying, str, Spent]
    assert (told.trouble, told.times) == (None, 2)


def test_a_server_that_is_asked_too_often_is_given_the_time_it_asks_for(protocol: Protocol) -> None:
    told = Told(protocol, [Fails(429, headers={"Retry-After": "7"}), "It sank."])

    assert told.reasons == ["The model's server is asked too often; trying again in 7 seconds"]
    assert (told.waited, told.times) == ([7.0], 2)


def test_the_time_it_asks_for_may_be_a_date(protocol: Protocol) -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=9), usegmt=True)
    told = Told(protocol, [Fails(429, headers={"Retry-After": soon}), "It sank."])

    assert 5 < told.waited[0] <= 9


def test_no_more_than_half_a_minute_is_waited_in_all(protocol: Protocol) -> None:
    told = Told(protocol, [Fails(429, "Slow down", headers={"Retry-After": "20"})])

    assert (told.waited, told.times) == ([20.0], 2)
    assert told.words == (
        f"the server of {protocol}:scripted at URL is asked too often; ask again in 20 seconds (it says: Slow down)"
    )


def test_who_asks_for_an_hour_is_not_asked_again(protocol: Protocol) -> None:
    told = Told(protocol, [Fails(429, headers={"Retry-After": "3600"})])

    assert (told.waited, told.times) == ([], 1)
    assert "ask again in 1 hour" in told.words


def test_without_a_time_it_is_guessed(protocol: Protocol) -> None:
    told = Told(protocol, [Fails(429)])

    assert (told.waited, told.times) == ([2, 4], 3)
    assert "is asked too often; ask again in 1 minute" in told.words


@pytest.mark.parametrize(
    ("protocol", "fails"),
    [
        ("openai", Fails(429, "You exceeded your current quota", "insufficient_quota")),
        ("openai", Fails(402, "This request requires more credits")),
        ("anthropic", Fails(400, "Your credit balance is too low to access the API", "invalid_request_error")),
    ],
)
def test_who_has_no_credit_is_not_kept_waiting(protocol: Protocol, fails: Fails) -> None:
    told = Told(protocol, [fails])

    assert told.times == 1
    assert told.words.startswith(f"the account of {protocol}:scripted has no credit left; add some at the provider")


def test_a_key_that_is_refused_is_told_without_it(protocol: Protocol) -> None:
    told = Told(protocol, [Fails(401, f"Incorrect API key provided: {SECRET}.")])

    assert told.times == 1
    assert told.words.startswith(f"the server of {protocol}:scripted at URL refuses the key; check the one in the env")
    assert SECRET[:8] not in told.words


def test_a_key_that_does_not_open_the_model_is_told(protocol: Protocol) -> None:
    told = Told(protocol, [Fails(403, "Not in your plan")])

    assert told.times == 1
    assert "does not let this key use the model; ask for access, or name another model" in told.words


@pytest.mark.parametrize(
    ("protocol", "says", "words"),
    [
        ("openai", "The model `scripted` does not exist.", "there is no model scripted at URL; check its name"),
        ("anthropic", "model: scripted", "there is no model scripted at URL; check its name"),
        ("ollama", 'model "scripted" not found', "Ollama has no model scripted; get it with `ollama pull scripted`"),
    ],
)
def test_a_model_that_is_not_there_is_told_by_its_name(protocol: Protocol, says: str, words: str) -> None:
    told = Told(protocol, [Fails(404, says)])

    assert told.times == 1
    assert told.words.startswith(words)


@pytest.mark.parametrize(
    ("protocol", "hint"), [("openai", "(most such addresses end in /v1)"), ("ollama", "(without anything after the")]
)
def test_an_address_where_nothing_is_asked_is_told(protocol: Protocol, hint: str) -> None:
    told = Told(protocol, [Fails(404, body=b"404 page not found")])

    assert told.words.startswith(f"the server of {protocol}:scripted at URL has nothing to ask there; check FOOTNOTE_")
    assert hint in told.words


@pytest.mark.parametrize(
    ("protocol", "fails"),
    [
        ("openai", Fails(400, "Please reduce the length of the messages.", "context_length_exceeded")),
        ("openai", Fails(400, "the request exceeds the available context size, try increasing it")),
        ("openai", Fails(400, "This model's maximum context length is 4096 tokens. However, you requested 5000.")),
        ("openai", Fails(413, "too large")),
        ("anthropic", Fails(400, "prompt is too long: 200411 tokens > 200000 maximum", "invalid_request_error")),
        ("anthropic", Fails(413, "Request exceeds the maximum size", "request_too_large")),
        ("ollama", Fails(400, "the input length exceeds the context length")),
    ],
)
def test_a_prompt_that_is_too_long_is_told_apart(protocol: Protocol, fails: Fails) -> None:
    told = Told(protocol, [fails])

    assert isinstance(told.trouble, PromptTooLong)
    assert told.times == 1
    assert told.words.startswith(f"what was found is more than {protocol}:scripted takes in at once; name a model")


@pytest.mark.parametrize("then", ["cut", "reset", "garbage"])
def test_a_stream_that_breaks_is_begun_anew(protocol: Protocol, then: str) -> None:
    told = Told(protocol, [Says(("The fer",), then=then), "The ferry sank."])  # type: ignore[arg-type]

    assert told.pieces[0] == "The fer"
    assert told.reasons == ["The model's server broke off; trying again in 2 seconds"]
    assert told.pieces[2:] == ["The ferry sank.", Spent(100, 20)]


def test_a_stream_that_does_not_say_that_it_ended_was_cut(protocol: Protocol) -> None:
    told = Told(protocol, [Says(("The ferry sank, but",), ending=None)])

    assert told.times == 3
    assert told.words == f"the server of {protocol}:scripted at URL broke off in the middle of its answer; ask again"


@pytest.mark.parametrize("pieces", [(), ("The fer",)])
@pytest.mark.usefixtures("impatient")
def test_a_server_that_falls_silent_is_asked_again(protocol: Protocol, pieces: tuple[str, ...]) -> None:
    told = Told(protocol, [Says(pieces, then="hangs"), "The ferry sank."])

    assert told.reasons[0] == "The model's server did not answer in time; trying again in 2 seconds"
    assert told.pieces[-2:] == ["The ferry sank.", Spent(100, 20)]


@pytest.mark.usefixtures("impatient")
def test_a_server_that_stays_silent_is_told(protocol: Protocol) -> None:
    told = Told(protocol, [Says(then="hangs")])

    assert told.times == 3
    assert told.words == (
        f"the server of {protocol}:scripted at URL did not answer in time; ask again, or name a faster model"
    )


@pytest.mark.parametrize("pieces", [(), ("",), (" ", "\n\n")])
def test_an_empty_reply_is_asked_for_again(protocol: Protocol, pieces: tuple[str, ...]) -> None:
    told = Told(protocol, [Says(pieces)])

    assert told.times == 3
    assert told.reasons[0] == "The model wrote nothing; trying again in 2 seconds"
    assert told.words == f"{protocol}:scripted wrote nothing; ask again, or name another model"


def test_what_was_spent_on_a_failure_counts(protocol: Protocol) -> None:
    told = Told(protocol, [Says((), tokens=(100, 0)), Says(("It sank.",), tokens=(100, 20))])

    assert told.pieces[-1] == Spent(200, 20)


@pytest.mark.parametrize("reply", [Says(("<think>Did it", " sink?")), Says(("<think>It did",), ending="length")])
def test_thoughts_that_never_end_are_no_answer(protocol: Protocol, reply: Says) -> None:
    told = Told(protocol, [reply])

    assert (told.pieces, told.times) == ([], 1)
    assert told.words == (
        f"{protocol}:scripted used up its room for thinking, and wrote no answer; name a model that thinks less"
    )


def test_a_model_that_never_stops_is_stopped(monkeypatch: pytest.MonkeyPatch, protocol: Protocol) -> None:
    monkeypatch.setattr(asking, "_LONGEST", 20)
    told = Told(protocol, [Says(("It sank. ",) * 3, then="hangs")])

    assert told.pieces == [*("It sank. ",) * 3, Spent()]


@pytest.mark.parametrize("pieces", [(), ("I would",)])
def test_a_refusal_is_told(protocol: Protocol, pieces: tuple[str, ...]) -> None:
    told = Told(protocol, [Says(pieces, ending="content_filter")])

    assert told.times == 1
    assert told.words == f"{protocol}:scripted refused to answer; put the question another way, or name another model"


def test_a_prompt_that_a_filter_stops_is_a_refusal() -> None:
    told = Told("openai", [Fails(400, "The response was filtered", "content_filter")])

    assert told.times == 1
    assert told.words.startswith("openai:scripted refused to answer")


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("overloaded_error", "The model's server is overloaded; trying again in 2 seconds"),
        ("rate_limit_error", "The model's server is asked too often; trying again in 2 seconds"),
    ],
)
def test_a_failure_in_the_middle_of_a_stream_is_read(protocol: Protocol, code: str, reason: str) -> None:
    fails = Fails(200, code.replace("_", " "), code)
    told = Told(protocol, [Says(("The fer",), then=fails), "The ferry sank."])

    assert told.reasons == [reason]
    assert told.pieces[-2] == "The ferry sank."


def test_a_server_that_speaks_something_else_is_told(protocol: Protocol) -> None:
    told = Told(protocol, [Fails(200, body=b"<!doctype html><p>Welcome to the ferry's web page</p>")])

    assert "understood; check FOOTNOTE_MODEL_URL" in told.words
    assert "Welcome" not in told.words


def test_a_request_that_is_not_taken_is_told_in_the_servers_words(protocol: Protocol) -> None:
    told = Told(protocol, [Fails(400, "scripted is not a valid model ID")])

    assert told.times == 1
    assert told.words == (
        f"the server of {protocol}:scripted at URL does not take the request; check the model's name, or name another "
        "(it says: scripted is not a valid model ID)"
    )


def test_of_a_servers_words_only_a_little_is_shown_on_one_line(protocol: Protocol) -> None:
    told = Told(protocol, [Fails(400, "No.\n\x1b[2J\u202eNever. " + "Really never. " * 100)])

    assert told.words.isprintable()
    assert "(it says: No. [2J Never. Really" in told.words
    assert len(told.words) < 320


@pytest.mark.parametrize(("protocol", "variable"), [("openai", "OPENAI_API_KEY"), ("anthropic", "ANTHROPIC_API_KEY")])
@pytest.mark.parametrize("key", [SECRET, "plain-words-as-a-key"])
def test_a_key_that_a_server_sends_back_is_not_shown(
    protocol: Protocol, variable: str, key: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    monkeypatch.setenv(variable, key)
    told = Told(protocol, [Fails(400, f"You sent Authorization: Bearer {key} and x-api-key={key}, which is odd")])

    assert told.trouble
    assert key not in told.words + repr(told.trouble) + caplog.text
    assert told.trouble.__suppress_context__


def test_where_nothing_listens_that_is_told_at_once(protocol: Protocol) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
        with pytest.raises(ModelTrouble) as trouble:
            list(open_model(f"{protocol}:scripted", url, sleep=lambda _: pytest.fail("it waits")).write(PROMPT))

    assert str(trouble.value) == (
        f"nothing answers at {url}; start the server of {protocol}:scripted there, or correct FOOTNOTE_MODEL_URL"
    )


def test_who_cannot_be_connected_to_is_not_waited_for_as_long_as_one_who_thinks(
    protocol: Protocol, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clients, "_CONNECTING", 0.2)
    monkeypatch.setattr(window, "_CONNECTING", 0.2)
    with deaf() as url, pytest.raises(ModelTrouble) as trouble:
        list(open_model(f"{protocol}:scripted", url).write(PROMPT))

    assert str(trouble.value).startswith(f"nothing answers at {url}; start the server")


@contextmanager
def deaf() -> Iterator[str]:
    """The address of a server that lets nobody in any more, and sends nobody away."""
    with socket.socket() as full, ExitStack() as waiting:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for _ in range(3):
            inside = waiting.enter_context(socket.socket())
            inside.settimeout(0)
            inside.connect_ex(full.getsockname())
        yield f"http://127.0.0.1:{full.getsockname()[1]}"


def test_ollama_that_does_not_run_is_told_how_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLLAMA_HOST", "127.0.0.1:9")

    with pytest.raises(ModelTrouble, match="Ollama does not answer; start it with `ollama serve`, or set FOOTNOTE_"):
        list(open_model("ollama:scripted").write(PROMPT))


def test_a_host_that_nobody_knows_is_told(protocol: Protocol) -> None:
    url = "http://no-such-host.invalid:8080/v1"

    with pytest.raises(ModelTrouble, match=r"nothing answers at http://no-such-host\.invalid:8080/v1; start"):
        list(open_model(f"{protocol}:scripted", url).write(PROMPT))
