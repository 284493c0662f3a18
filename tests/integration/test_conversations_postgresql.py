"""Conversations in a PostgreSQL server that does not let in, goes away or is not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.conversations import postgresql
from assistant.conversations.database import Database
from assistant.conversations.kept import Feedback
from assistant.conversations.store import Conversations
from assistant.errors import ConversationsUnusable, Misuse
from tests.made import answer
from tests.postgres import PASSWORD, Server
from tests.stores import Stores
from tests.terminal import Footnote
from ui.keeping import keeper_at
from ui.restored import reply_of, restored

WRONG = "secret"
CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL"


@pytest.fixture
def shared(postgres: Server, tmp_path: Path) -> Iterator[Stores]:
    opened = Stores(tmp_path, postgres.emptied())
    yield opened
    opened.close()


def listed(url: str) -> object:
    store = Conversations(Database(Path(), url))
    try:
        return store.listed()
    finally:
        store.close()


def refused(url: str) -> str:
    with pytest.raises((ConversationsUnusable, Misuse)) as told:
        listed(url)
    assert "secret" not in str(told.value)
    assert PASSWORD not in str(told.value)
    return str(told.value)


def test_a_link_to_a_reply_leads_to_it_on_another_installation(shared: Stores, tmp_path: Path) -> None:
    store = shared.open()
    store.answer("t1", answer(store.ask("c1", "t1", "Is it open?")))

    there, notice = restored("c1", keeper_at(tmp_path / "another", shared.url))

    assert (notice, reply_of("t1", there)) == (None, (1, None))
    [exchange] = there.exchanges
    exchange.opinions.think(Feedback(helpful=True))
    exchange.opinions.settle(5)
    assert store.read("c1").turns[0].feedback == Feedback(helpful=True)


def test_a_wrong_password_is_told_and_never_repeated(postgres: Server) -> None:
    for url in (postgres.url(password=WRONG), postgres.url().replace(":under%20a%20quiet%20bridge", "")):
        told = refused(url)

        assert "password authentication failed" in told
        assert "correct the name or the password in FOOTNOTE_DATABASE_URL" in told


def test_a_database_that_is_not_there_is_told(postgres: Server) -> None:
    assert 'database "elsewhere" does not exist); make that database with `createdb`' in refused(
        postgres.url("elsewhere")
    )


@pytest.mark.parametrize("place", ["127.0.0.1:1", "nowhere.invalid"])
def test_a_server_that_is_not_there_is_told(place: str) -> None:
    told = refused(f"postgresql://name:secret@{place}/footnote")

    assert place in told
    assert "see that the server is running" in told


def test_a_user_who_may_make_no_tables_is_told_what_it_takes(postgres: Server, shared: Stores) -> None:
    postgres.do("DROP ROLE IF EXISTS guest", f"CREATE ROLE guest LOGIN PASSWORD '{WRONG}'")

    assert "GRANT CREATE ON SCHEMA public" in refused(postgres.url(user="guest", password=WRONG))


def test_a_server_that_does_not_encrypt_is_told_where_that_is_asked_for(shared: Stores) -> None:
    assert "leave sslmode out" in refused(f"{shared.url}?sslmode=require")


@pytest.mark.parametrize("said", ["?sslmode=disable", "?sslmode=prefer&application_name=desk"])
def test_an_address_is_understood_as_postgresql_writes_it(shared: Stores, said: str) -> None:
    assert listed(f"{shared.url}{said}") == listed(shared.url.replace("postgresql:", "postgres:")) == ()


def test_a_server_is_reached_through_its_socket(postgres: Server, shared: Stores) -> None:
    by_socket = postgres.url().replace(f"127.0.0.1:{postgres.port}", "")

    assert listed(f"{by_socket}?host={postgres.folder}&port={postgres.port}") == ()


def test_what_of_an_address_is_not_understood_is_named() -> None:
    told = refused("postgresql://name@host/db?password=secret&channel_binding=require")

    assert "channel_binding, password after the ? is not understood; leave it out" in told


@pytest.mark.parametrize("scheme", ["postgresql+asyncpg", "postgresql+psycopg2cffi", "mysql"])
def test_what_cannot_be_spoken_is_misuse(scheme: str) -> None:
    assert "FOOTNOTE_DATABASE_URL" in refused(f"{scheme}://name:secret@host/db")


def test_a_driver_that_is_not_installed_is_told_with_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql, "find_spec", lambda _: None)

    assert "pip install pg8000" in refused("postgresql://name:secret@host/db")


def test_a_connection_that_was_cut_between_two_uses_is_made_anew_unnoticed(postgres: Server, shared: Stores) -> None:
    store = shared.open()
    store.ask("c1", "t1", "Is it open?")
    postgres.do(CUT)

    assert store.answer("t1", answer(1)) == answer(1)
    assert shared.open().read("c1").turns[0].outcome == answer(1)


def test_a_server_that_goes_in_the_middle_is_told_and_nothing_of_it_is_half_done(
    postgres: Server, shared: Stores
) -> None:
    database = Database(shared.home, shared.url)
    store = Conversations(database)
    store.ask("c1", "t1", "Is it open?")

    def lose() -> None:
        with database.transaction() as within:
            within.exec_driver_sql("UPDATE conversations SET name = 'Half'")
            postgres.stop()
            within.exec_driver_sql("UPDATE turns SET question = 'Half'")

    with pytest.raises(ConversationsUnusable, match="see that the server is running"):
        lose()
    with pytest.raises(ConversationsUnusable, match="Connection refused"):
        store.listed()

    postgres.start()

    assert [each.name for each in store.listed()] == ["Is it open?"]
    store.close()


def test_the_terminal_goes_on_in_a_server(
    footnote: Footnote, shared: Stores, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FOOTNOTE_DATABASE_URL", shared.url)
    shared.open().ask("c1", "t1", "Is it open?")

    ran = footnote("conversations", "list", "--json", "--home", tmp_path)

    assert [each["name"] for each in ran.json] == ["Is it open?"]
    monkeypatch.setenv("FOOTNOTE_DATABASE_URL", "postgresql://name:secret@127.0.0.1:1/db")
    ran = footnote("conversations", "list", "--home", tmp_path)
    assert (ran.code, "secret" in ran.err) == (3, False)
