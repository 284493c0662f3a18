"""Backups that are not as they were written, and places that cannot take one: said plainly, and nothing is changed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import stat
import warnings
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from assistant.backup.backing_up import back_up
from assistant.backup.manifest import ARTICLES, CONVERSATIONS, COPIES, NAME, PAST, VECTORS
from assistant.conversations.database import Database
from assistant.conversations.store import Conversations
from assistant.embeddings.encoder import Encoder
from assistant.errors import BackupUnusable, LibraryUnusable
from ingest.moving_in import move_in
from tests.integration.test_library_refused import files_no_larger_than
from tests.made import answer
from tests.terminal import Footnote

Parts = dict[str, bytes]
Spoil = Callable[[Parts], None]


def unneeded() -> Encoder:
    raise AssertionError("nothing has to be encoded")


@pytest.fixture(scope="session")
def backup(first_small_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("backup") / "backup.zip"
    home = Path(shutil.copytree(first_small_library, file.parent / "library"))
    store = Conversations(Database(home))
    store.ask("c1", "t1", "Is the bridge closed?")
    store.answer("t1", answer())
    store.close()
    back_up(home, None, file)
    return file


@pytest.fixture
def parts(backup: Path) -> Parts:
    with ZipFile(backup) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(file: Path, parts: Mapping[str, bytes], *, honest: bool = True, **more: Any) -> Path:
    """An archive of these parts; honest: whose manifest is right about each. more: said in the manifest, too."""
    manifest = json.loads(parts[NAME]) | more
    if honest:
        manifest["members"] = {
            name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in parts.items()
            if name != NAME
        }
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, json.dumps(manifest) if name == NAME else data)
    return file


def refused(file: Path, says: str) -> None:
    """Restoring it raises, and nothing is there afterwards."""
    home = file.parent / "restored"
    with pytest.raises(BackupUnusable, match=says):
        move_in(file, home, unneeded)
    assert not home.exists()


def test_what_has_been_packed_again_unchanged_is_taken(parts: Parts, tmp_path: Path) -> None:
    assert move_in(packed(tmp_path / "b.zip", parts), tmp_path / "restored", unneeded).manifest.counts.articles == 12


@pytest.mark.parametrize("name", [ARTICLES, VECTORS, CONVERSATIONS, COPIES])
def test_a_part_that_has_changed_is_named(parts: Parts, tmp_path: Path, name: str) -> None:
    parts[name] = parts[name][:50] + bytes([parts[name][50] ^ 1]) + parts[name][51:]
    refused(packed(tmp_path / "b.zip", parts, honest=False), f"its part {name} is not as it was written")


def test_a_flipped_byte_in_any_part_is_told(backup: Path, tmp_path: Path) -> None:
    data = backup.read_bytes()
    with ZipFile(backup) as archive:
        members = [each for each in archive.infolist() if each.compress_size > 10]
    for each in members:
        lengths = data[each.header_offset + 26 : each.header_offset + 30]  # of the name and of what is beside it
        begins = each.header_offset + 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
        place = begins + each.compress_size // 2
        (tmp_path / "b.zip").write_bytes(data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :])
        refused(tmp_path / "b.zip", "damaged")


@pytest.mark.parametrize("share", [0.0, 0.5, 0.999])
def test_a_copy_that_was_cut_short_is_told(backup: Path, tmp_path: Path, share: float) -> None:
    data = backup.read_bytes()
    (tmp_path / "b.zip").write_bytes(data[: int(len(data) * share)])
    refused(tmp_path / "b.zip", "its end is missing")


def _without_vectors(parts: Parts) -> None:
    del parts[VECTORS]


def _with_garbage(parts: Parts) -> None:
    parts[ARTICLES] = parts[ARTICLES].replace(b'"paragraphs":"[[', b'"paragraphs":"[{', 1)


def _with_less(parts: Parts) -> None:
    parts[ARTICLES] = b"".join(parts[ARTICLES].splitlines(keepends=True)[:-1])


def _with_no_record(parts: Parts) -> None:
    parts[PAST] = b'["id", 5, {}]\n'


def _with_half_a_vector(parts: Parts) -> None:
    parts[VECTORS] += b"a" * 20


def _with_a_trigger(parts: Parts) -> None:
    _change_conversations(parts, "CREATE TRIGGER t AFTER INSERT ON turns BEGIN DELETE FROM conversations; END")


def _with_newer_conversations(parts: Parts) -> None:
    _change_conversations(parts, "UPDATE footnote_version SET version = 999")


def _change_conversations(parts: Parts, statement: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(parts[CONVERSATIONS])
        connection.execute(statement)
        connection.commit()
        parts[CONVERSATIONS] = connection.serialize()


def _with_no_database(parts: Parts) -> None:
    parts[CONVERSATIONS] = b"nothing of the kind" * 100


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_without_vectors, "part vectors.bin is missing"),
        (_with_garbage, "line 1 of articles.jsonl"),
        (_with_less, "line 12 of articles.jsonl"),
        (_with_no_record, "line 1 of past.jsonl"),
        (_with_half_a_vector, "vectors.bin"),
        (_with_a_trigger, "conversations are not as Footnote keeps them"),
        (_with_newer_conversations, "newer version of Footnote; update"),
        (_with_no_database, "conversations cannot be read"),
    ],
)
def test_what_was_put_together_by_somebody_else_is_looked_through(
    parts: Parts, tmp_path: Path, spoil: Spoil, says: str
) -> None:
    spoil(parts)
    refused(packed(tmp_path / "b.zip", parts), says)


@pytest.mark.parametrize(
    "name", ["../escaped", "/etc/escaped", "lexical/../../escaped", "lexical/", "chroma/chroma.sqlite3", "C:\\escaped"]
)
def test_a_part_that_no_backup_has_is_refused(parts: Parts, tmp_path: Path, name: str) -> None:
    refused(packed(tmp_path / "b.zip", parts | {name: b"x"}), "which no backup does")
    assert not (tmp_path / "escaped").exists()


def test_a_part_that_is_a_link_is_refused(parts: Parts, tmp_path: Path) -> None:
    packed(tmp_path / "b.zip", {name: data for name, data in parts.items() if name != COPIES})
    link = ZipInfo(COPIES)
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with ZipFile(tmp_path / "b.zip") as archive:
        manifest = json.loads(archive.read(NAME))
    manifest["members"][COPIES] = {"size": 4, "sha256": hashlib.sha256(b"/etc").hexdigest()}
    with ZipFile(tmp_path / "c.zip", "w") as archive:
        for name in parts.keys() - {COPIES, NAME}:
            archive.writestr(name, parts[name])
        archive.writestr(NAME, json.dumps(manifest))
        archive.writestr(link, "/etc")
    refused(tmp_path / "c.zip", "copies.json is no plain file")


def test_a_part_that_is_there_twice_is_refused(parts: Parts, tmp_path: Path) -> None:
    file = packed(tmp_path / "b.zip", parts)
    with warnings.catch_warnings(), ZipFile(file, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(ARTICLES, "[]")
    refused(file, "parts twice")


def test_a_bomb_is_refused(parts: Parts, tmp_path: Path) -> None:
    refused(packed(tmp_path / "b.zip", parts | {COPIES: b"0" * (1 << 26)}), "made to do harm")


def test_a_backup_of_a_newer_version_says_so(parts: Parts, tmp_path: Path) -> None:
    refused(packed(tmp_path / "b.zip", parts, format=99, encoder=None), "newer version of Footnote; update")
    refused(packed(tmp_path / "b.zip", parts, passages_version=99), "newer version of Footnote; update")


def test_what_is_no_backup_at_all_says_so(parts: Parts, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "b.zip", "w", ZIP_STORED) as archive:
        archive.writestr("articles.jsonl", "")
    refused(tmp_path / "b.zip", "it has no manifest.json")
    refused(packed(tmp_path / "b.zip", parts, counts="many"), "its manifest.json cannot be read")


def test_a_full_disk_leaves_the_last_backup_as_it_was(first_small_library: Path, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"the last one")
    with files_no_larger_than(10_000), pytest.raises(LibraryUnusable, match="make room on that disk"):
        back_up(first_small_library, None, tmp_path / "b.zip", overwrite=True)
    assert [each.name for each in tmp_path.iterdir()] == ["b.zip"]
    assert (tmp_path / "b.zip").read_bytes() == b"the last one"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(first_small_library: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(BackupUnusable, match="a folder that you may write to"):
            back_up(first_small_library, None, tmp_path / "b.zip")
    finally:
        tmp_path.chmod(0o700)


def test_the_commands_say_what_was_done_and_what_cannot_be(
    footnote: Footnote, small_library: Path, tmp_path: Path
) -> None:
    file, restored = tmp_path / "b.zip", tmp_path / "restored"

    made = footnote("backup", file, "--json", "--home", small_library)
    assert (made.code, made.json["articles"], made.json["bytes"]) == (0, 12, file.stat().st_size)

    again = footnote("backup", file, "--home", small_library)
    assert (again.code, "--force" in again.err, again.out) == (2, True, "")
    assert footnote("backup", file, "--force", "--home", small_library).out.startswith(f"{file}: 12 articles, ")
    assert "make it" in footnote("backup", tmp_path / "none" / "b.zip", "--home", small_library).err
    assert footnote("backup", tmp_path, "--home", small_library).code == 2
    assert footnote("backup", tmp_path / "c.zip", "--home", tmp_path / "none").code == 3

    done = footnote("restore", file, "--json", "--home", restored)
    assert (done.code, done.json["articles"], done.json["passages"], done.json["embedded"]) == (0, 12, 60, 0)
    assert "embedded with made-up, but all-MiniLM-L6-v2 is set" in done.err
    assert footnote("status", "--json", "--home", restored).json["articles"] == 12

    into = footnote("restore", file, "--home", restored)
    assert (into.code, "not empty" in into.err, into.out) == (2, True, "")
    assert footnote("restore", tmp_path / "none.zip", "--home", tmp_path / "other").code == 2
    (tmp_path / "text.zip").write_text("no archive")
    assert footnote("restore", tmp_path / "text.zip", "--home", tmp_path / "other").code == 1
    assert not (tmp_path / "other").exists()


def test_conversations_on_a_server_are_left_there_and_that_is_told(
    footnote: Footnote, small_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_DATABASE_URL", "postgresql://desk:secret@db.example/footnote")
    made = footnote("backup", tmp_path / "b.zip", "--json", "--home", small_library)
    assert made.json["conversations"] is None
    assert "pg_dump" in made.err
    assert "secret" not in made.err


def test_conversations_in_a_file_of_their_own_come_along(
    footnote: Footnote, small_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_DATABASE_URL", f"sqlite:///{tmp_path / 'shared.db'}")
    store = Conversations(Database(small_library, os.environ["FOOTNOTE_DATABASE_URL"]))
    store.ask("c1", "t1", "Is the bridge closed?")
    store.close()
    assert footnote("backup", tmp_path / "b.zip", "--json", "--home", small_library).json["conversations"] == 1
    done = footnote("restore", tmp_path / "b.zip", "--home", tmp_path / "restored")
    assert "FOOTNOTE_DATABASE_URL names another place" in done.err
    assert Conversations(Database(tmp_path / "restored")).read("c1") is not None
