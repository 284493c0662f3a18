"""A library kept in step with files that are edited, moved, dumped again and broken."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest

from assistant.corpus.reading import Reader
from assistant.domain import ArticleSummary
from ingest.ingesting import ingest, rehearse
from ingest.pieces import pieces_of
from ingest.report import Report
from tests.looking import look
from tests.made import MadeUp

FERRY, BRIDGE = "The ferry sailed at nine lanternA.", "The bridge stays closed lanternB."


@dataclass
class Desk:
    """A folder of sources with the library made of it."""

    folder: Path
    home: Path
    encoder: MadeUp

    def dump(self, name: str, *records: dict[str, object]) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = "".join(json.dumps(each) + "\n" for each in records).encode()
        path.write_bytes(gzip.compress(lines) if name.endswith(".gz") else lines)
        return path

    def ingest(self, *sources: Path, sync: bool = False) -> Report:
        """Ingest these, or all that is in the folder."""
        wanted = sources or (self.folder,)
        found = chain.from_iterable(map(pieces_of, wanted))
        return ingest(found, self.home, self.encoder, sync=wanted if sync else ())

    def articles(self) -> list[ArticleSummary]:
        return Reader(self.home).summaries()

    def ids(self) -> dict[str, str]:
        return {each.description.title: each.id for each in self.articles()}


@pytest.fixture
def desk(tmp_path: Path, made_up: MadeUp) -> Desk:
    (tmp_path / "news").mkdir()
    return Desk(tmp_path / "news", tmp_path / "library", made_up)


def record(title: str, text: str, **more: object) -> dict[str, object]:
    return {"title": title, "text": text, **more}


def counted(report: Report) -> tuple[int, int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.removed, report.embedded


def nothing_changes(desk: Desk, unchanged: int) -> bool:
    generation = Reader(desk.home).generation
    return counted(desk.ingest()) == (0, 0, unchanged, 0, 0) and Reader(desk.home).generation == generation


def test_a_line_put_in_at_the_top_of_a_dump_costs_only_itself(desk: Desk) -> None:
    first = [record("Ferry", FERRY), record("Bridge", BRIDGE)]
    desk.dump("dump.jsonl", *first)
    desk.ingest()
    before = desk.ids()

    desk.dump("dump.jsonl", record("Mayor", "The mayor spoke lanternC."), *first)
    report = desk.ingest(sync=True)

    assert counted(report) == (1, 0, 2, 0, 2)
    assert before.items() <= desk.ids().items()
    assert {each.description.source for each in desk.articles()} == {f"dump.jsonl:{n}" for n in (1, 2, 3)}
    assert nothing_changes(desk, 3)


def test_a_renamed_dump_and_a_moved_folder_cost_nothing(desk: Desk) -> None:
    desk.dump("one/dump.jsonl", record("Ferry", FERRY), record("Bridge", BRIDGE, url="https://a.example/bridge"))
    (desk.folder / "one" / "mayor.txt").write_text(
        "Mayor speaks\n\nThe mayor of the town spoke for an hour lanternC.\n"
    )
    desk.ingest()
    before, encoded = desk.ids(), desk.encoder.encoded

    (desk.folder / "one" / "dump.jsonl").rename(desk.folder / "one" / "renamed.jsonl")
    (desk.folder / "one").rename(desk.folder / "two")
    report = desk.ingest(sync=True)

    assert counted(report) == (0, 0, 3, 0, 0)
    assert desk.ids() == before
    assert desk.encoder.encoded == encoded
    assert {each.description.source.split(":")[0] for each in desk.articles()} == {"two/renamed.jsonl", "two/mayor.txt"}
    assert nothing_changes(desk, 3)
    assert look(desk.home).faults == ()


def test_of_two_texts_under_one_address_the_later_is_kept_and_a_second_run_changes_nothing(desk: Desk) -> None:
    url = "https://a.example/ferry"
    desk.dump(
        "dump.jsonl",
        record("Ferry", FERRY, url=url, published="2025-03-02"),
        record("Ferry", "The ferry has not sailed lanternD.", url=url, published="2025-03-01"),
    )
    assert desk.ingest().articles == 1
    [article] = desk.articles()
    assert Reader(desk.home).article(article.id).paragraphs[0].text == FERRY
    [version] = Reader(desk.home).versions(article.id)
    assert version.article.paragraphs[0].text == "The ferry has not sailed lanternD."
    assert nothing_changes(desk, 2)


def test_of_two_undated_texts_under_one_address_the_last_is_kept(desk: Desk) -> None:
    url = "https://a.example/ferry"
    desk.dump("dump.jsonl", record("Ferry", FERRY, url=url), record("Ferry", BRIDGE, url=url))
    desk.ingest()
    [article] = desk.articles()
    assert Reader(desk.home).article(article.id).paragraphs[0].text == BRIDGE
    assert len(Reader(desk.home).versions(article.id)) == 1
    assert nothing_changes(desk, 2)


def test_an_article_in_two_files_stays_where_it_was_until_that_file_is_gone(desk: Desk) -> None:
    ferry = record("Ferry", FERRY, url="https://a.example/ferry")
    one, two = desk.dump("one.jsonl", ferry), desk.dump("two.jsonl", ferry, record("Bridge", BRIDGE))
    for _ in range(2):
        desk.ingest(one, two)
        desk.ingest(two, one)
        assert {each.description.source for each in desk.articles()} == {"one.jsonl:1", "two.jsonl:2"}
    one.unlink()
    report = desk.ingest(sync=True)
    assert (report.removed, report.embedded) == (0, 0)
    assert {each.description.source for each in desk.articles()} == {"two.jsonl:1", "two.jsonl:2"}


def test_an_article_that_only_one_of_two_dumps_still_tells_is_not_gone(desk: Desk) -> None:
    ferry, bridge = record("Ferry", FERRY, url="https://a.example/ferry"), record("Bridge", BRIDGE)
    desk.dump("one.jsonl", ferry, bridge)
    desk.dump("two.jsonl", ferry)
    desk.ingest()
    desk.dump("one.jsonl", bridge)
    assert counted(desk.ingest(sync=True)) == (0, 0, 2, 0, 0)
    assert {each.description.source for each in desk.articles()} == {"one.jsonl:1", "two.jsonl:1"}
    assert nothing_changes(desk, 2)


def test_words_that_are_put_back_as_they_were_are_an_edit(desk: Desk) -> None:
    for text in (FERRY, BRIDGE, FERRY):
        desk.dump("dump.jsonl", record("Ferry", text, url="https://a.example/ferry"))
        desk.ingest()
    [article] = desk.articles()
    assert Reader(desk.home).article(article.id).paragraphs[0].text == FERRY
    texts = [each.article.paragraphs[0].text for each in Reader(desk.home).versions(article.id)]
    assert texts == [BRIDGE, FERRY]


def test_a_file_that_cannot_be_read_any_more_keeps_what_it_gave(desk: Desk) -> None:
    path = desk.dump("dump.jsonl.gz", *(record(f"Story {n}", f"Told lantern{n}.") for n in range(200)))
    desk.ingest()
    path.write_bytes(path.read_bytes()[:200])
    assert desk.ingest(sync=True).removed == 0


def test_an_ingest_that_is_asked_to_stop_keeps_what_is_written_and_goes_on_later(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ingest import batch

    monkeypatch.setattr(batch, "PASSAGES", 2)
    path = desk.dump("dump.jsonl", *(record(f"Story {n}", f"Told lantern{n}.") for n in range(5)))
    asked: Iterable[bool] = iter([False, False, False, True])

    report = ingest(pieces_of(path), desk.home, desk.encoder, sync=[desk.folder], stop=lambda: next(iter(asked)))

    assert (report.stopped, report.added, report.articles, report.removed) == (True, 2, 2, 0)
    assert counted(desk.ingest()) == (3, 0, 2, 0, 6)


def test_a_rehearsal_counts_what_an_ingest_does(desk: Desk) -> None:
    first = [record("Ferry", FERRY, id="a"), record("Bridge", BRIDGE, id="b"), record("Gone", "Gone lanternG.", id="c")]
    desk.dump("dump.jsonl", *first)
    desk.ingest()
    path = desk.dump(
        "dump.jsonl", record("Ferry", "It sank lanternH.", id="a"), first[1], record("New", "New.", id="d")
    )
    planned = rehearse(pieces_of(path), desk.home, sync=[path])
    done = desk.ingest(path, sync=True)
    assert counted(planned)[:4] == counted(done)[:4] == (1, 1, 1, 1)


def test_what_one_of_two_dumps_told_last_is_gone_with_that_dump(desk: Desk) -> None:
    url = "https://a.example/ferry"
    desk.dump("one.jsonl", record("Ferry", FERRY, url=url))
    two = desk.dump("two.jsonl", record("Ferry", BRIDGE, url=url))
    desk.ingest()
    two.unlink()

    desk.ingest(sync=True)

    [article] = desk.articles()
    assert Reader(desk.home).article(article.id).paragraphs[0].text == FERRY
    assert article.description.source == "one.jsonl:1"
    assert nothing_changes(desk, 1)


def test_what_the_last_of_two_lines_told_is_gone_by_the_second_ingest_without_it(desk: Desk) -> None:
    url = "https://a.example/ferry"
    desk.dump("dump.jsonl", record("Ferry", FERRY, url=url), record("Ferry", BRIDGE, url=url))
    desk.ingest()
    desk.dump("dump.jsonl", record("Ferry", FERRY, url=url))

    desk.ingest(sync=True)
    assert desk.ingest(sync=True).updated == 1

    [article] = desk.articles()
    assert Reader(desk.home).article(article.id).paragraphs[0].text == FERRY
    assert nothing_changes(desk, 1)
