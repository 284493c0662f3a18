"""A library and the folder that it is made of, whatever is done to either and in whatever order."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from assistant.corpus.chroma import Chroma
from assistant.corpus.folder import Folder
from assistant.corpus.generation import Generation
from assistant.corpus.growing import Growing
from assistant.corpus.known import Known
from assistant.corpus.reading import Reader
from assistant.corpus.repetitions import read_repetitions
from assistant.domain import Article
from ingest import batch
from ingest.ingesting import ingest, rebuild, rehearse, remove, restore
from ingest.report import Report
from tests.looking import look
from tests.made import MadeUp
from tests.newsroom import STORIES, TELLINGS, Newsroom, Told

told = st.builds(Told, st.integers(0, STORIES - 1), st.integers(0, TELLINGS - 1))
several = st.lists(told, min_size=1, max_size=4)
names = st.sampled_from(["a.txt", "b.txt", "sub/a.txt", "dump.jsonl", "late.jsonl", "sub/dump.jsonl", "old.zip"])
any_one = st.integers(0, 11)


class Killed(BaseException):
    """Ends an ingest wherever it is."""


@contextmanager
def killing(after: int) -> Iterator[None]:
    """The writer dies at its so many-th change of a file."""
    left = [after]

    def dying(change: Callable[..., object]) -> Callable[..., object]:
        def die_or_change(*said: object, **more: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise Killed
            return change(*said, **more)

        return die_or_change

    with (
        patch.multiple(Growing, append=dying(Growing.append)),
        patch.multiple(
            Chroma, **{each: dying(getattr(Chroma, each)) for each in ("upsert", "restate", "delete", "put_by")}
        ),
    ):
        yield


def changes(report: Report) -> tuple[int, ...]:
    return report.added, report.updated, report.unchanged, report.removed, len(report.rejected)


class KeptInStep(RuleBasedStateMachine):
    """People change the folder, and what is in the library; ingests put it in step."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.home = self.root / "library"
        (self.root / "news").mkdir()
        self.news = Newsroom(self.root / "news")
        self.removed: list[str] = []
        self.was_contested = False

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @initialize(first=several, second=several)
    def begin(self, first: list[Told], second: list[Told]) -> None:
        self.news.put("dump.jsonl", first)
        self.news.put("a.txt", second)
        self._ingest()

    @rule(name=names, some=several)
    def put(self, name: str, some: list[Told]) -> None:
        self.news.put(name, some)

    @precondition(lambda self: self.news.files)
    @rule(number=any_one, at=any_one, new=told)
    def put_in(self, number: int, at: int, new: Told) -> None:
        name, some = self._file(number)
        at %= len(some) + 1
        self.news.put(name, [*some[:at], new, *some[at:]])

    @precondition(lambda self: self.news.files)
    @rule(number=any_one, at=any_one, telling=st.integers(0, TELLINGS - 1))
    def edit(self, number: int, at: int, telling: int) -> None:
        name, some = self._file(number)
        at %= len(some)
        self.news.put(name, [*some[:at], some[at]._replace(telling=telling), *some[at + 1 :]])

    @precondition(lambda self: self.news.files)
    @rule(number=any_one, at=any_one)
    def take_out(self, number: int, at: int) -> None:
        name, some = self._file(number)
        at %= len(some)
        if left := [*some[:at], *some[at + 1 :]]:
            self.news.put(name, left)
        else:
            self.news.delete(name)

    @precondition(lambda self: self.news.files)
    @rule(number=any_one)
    def reorder(self, number: int) -> None:
        name, some = self._file(number)
        self.news.put(name, some[::-1])

    @precondition(lambda self: self.news.files)
    @rule(number=any_one, new=names)
    def move(self, number: int, new: str) -> None:
        name, _ = self._file(number)
        if new != name and new.endswith(Path(name).suffix):
            self.news.move(name, new)

    @precondition(lambda self: self.news.files)
    @rule(number=any_one, new=names)
    def duplicate(self, number: int, new: str) -> None:
        _, some = self._file(number)
        self.news.put(new, some)

    @precondition(lambda self: self.news.files)
    @rule(number=any_one)
    def delete(self, number: int) -> None:
        self.news.delete(self._file(number)[0])

    @rule(number=any_one)
    def remove_article(self, number: int) -> None:
        if known := sorted(each.id for each in Reader(self.home).summaries()):
            self.removed.append(known[number % len(known)])
            remove(self.removed[-1:], self.home, MadeUp())

    @precondition(lambda self: self.removed)
    @rule()
    def restore_articles(self) -> None:
        before = Reader(self.home).counts()[0]
        restore(self.removed, self.home, MadeUp())
        assert Reader(self.home).counts()[0] == before + len(self.removed)
        self.removed.clear()

    @rule()
    def rebuild_anew(self) -> None:
        before = {each: as_kept(article) for each, article in self._articles(self.home).items()}
        rebuild(self.home, MadeUp(), on_progress=lambda _: None)
        assert {each: as_kept(article) for each, article in self._articles(self.home).items()} == before

    @rule()
    def ingest_only(self) -> None:
        planned = rehearse(self.news.pieces(), self.home)
        assert changes(self._ingest(sync=False)) == changes(planned)

    @rule(after=st.integers(0, 5))
    def stop(self, after: int) -> None:
        asked = iter(range(after + 1))
        report = self._ingest(stop=lambda: next(asked, after) == after)
        assert report.removed == 0 or not report.stopped

    @rule(after=st.integers(0, 30))
    def kill(self, after: int) -> None:
        try:
            with killing(after):
                self._ingest()
        except Killed:
            pass

    @rule(backwards=st.booleans())
    def ingest_in_step(self, *, backwards: bool) -> None:
        planned = rehearse(self.news.pieces(), self.home, sync=[self.news.folder])
        report = self._ingest()
        assert changes(report) == changes(planned)
        if self.was_contested:
            # What the last of two tellings said in a dump that has the other only: the next ingest reads that again.
            report = self._ingest()
            self.was_contested = bool(self.news.contested)
        self._changes_nothing_again(report)
        self._is_as_the_folder(backwards=backwards)
        self._is_whole()

    def _file(self, number: int) -> tuple[str, list[Told]]:
        return sorted(self.news.files.items())[number % len(self.news.files)]

    def _ingest(self, *, sync: bool = True, stop: Callable[[], bool] = lambda: False) -> Report:
        self.removed.clear()
        self.was_contested |= bool(self.news.contested)
        with patch.object(batch, "PASSAGES", 6):
            return ingest(self.news.pieces(), self.home, MadeUp(), sync=[self.news.folder] if sync else (), stop=stop)

    def _changes_nothing_again(self, first: Report) -> None:
        generation, known = Generation(self.home).read(), self._known()
        again = self._ingest()
        pieces = sum(1 for _ in self.news.pieces())
        assert changes(again) == (0, 0, pieces, 0, 0)
        assert first.read == again.read
        assert (again.embedded, again.articles, again.passages) == (0, first.articles, first.passages)
        assert self._known() == known
        # What was removed can be put back until the next ingest, which forgets it.
        assert Generation(self.home).read() == generation or first.removed

    def _is_as_the_folder(self, *, backwards: bool) -> None:
        fresh = self.root / "fresh"
        ingest(self.news.pieces(backwards=backwards), fresh, MadeUp())
        self._are_alike(self.home, fresh)
        shutil.rmtree(fresh)

    def _are_alike(self, home: Path, fresh: Path) -> None:
        aside, afresh = (read_repetitions(Folder(each).repetitions).lines for each in (home, fresh))
        assert aside >= afresh
        mine, theirs = self._articles(home), self._articles(fresh)
        # What outlets were found to repeat stays set aside when the articles that showed it are gone.
        wanted = as_kept if aside == afresh else as_written
        # Of different words under one name, which is kept may depend on what was read first.
        contested = self.news.contested
        assert Counter(wanted(each) for each in mine.values() if each.description.title not in contested) == Counter(
            wanted(each) for each in theirs.values() if each.description.title not in contested
        )
        assert {each.description.title for each in mine.values()} == {
            each.description.title for each in theirs.values()
        }

        def placed(articles: dict[str, Article]) -> set[tuple[str, str]]:
            found = ((each.description.title, each.description.source) for each in articles.values())
            return {each for each in found if each[0] in self.news.told_once}

        assert placed(mine) == placed(theirs)
        if aside == afresh and not contested:
            assert linked(mine) == linked(theirs)

    def _is_whole(self) -> None:
        assert look(self.home).faults == ()
        reader = Reader(self.home)
        for article in reader.articles([each.id for each in reader.summaries()]).values():
            versions = reader.versions(article.id)
            moments = [each.superseded for each in versions]
            assert moments == sorted(moments, reverse=True)
            assert all(each.seen is None or each.seen <= each.superseded for each in versions)
            if versions:
                assert as_written(versions[0].article) != as_written(article)

    def _known(self) -> list[Known]:
        remembered = Folder(self.home).remembered()
        assert remembered
        return remembered.take()

    def _articles(self, home: Path) -> dict[str, Article]:
        reader = Reader(home)
        return dict(reader.articles([each.id for each in reader.summaries()]))


def as_kept(article: Article) -> object:
    description = article.description
    said = (description.title, description.outlet, description.day, description.authors, description.url)
    return (said, article.paragraphs, article.furniture)


def as_written(article: Article) -> object:
    """Its lines in order, whether they are set aside or not."""
    lines = [(each.after, 1, each.text) for each in article.furniture]
    lines += [(each.number, 0, each.text) for each in article.paragraphs]
    return article.description.title, article.description.day, tuple(text for _, _, text in sorted(lines))


def linked(articles: dict[str, Article]) -> Counter[object]:
    """What stands beside what."""
    told = {each: as_written(article) for each, article in articles.items()}
    return Counter(
        (told[each], tuple(sorted(map(str, (told[copy] for copy in article.copies)))))
        for each, article in articles.items()
    )


# Some seconds. By hand, more: run_state_machine_as_test(KeptInStep, settings=settings(max_examples=100)).
KeptInStep.TestCase.settings = settings(
    max_examples=4, stateful_step_count=8, derandomize=True, suppress_health_check=list(HealthCheck)
)
TestKeptInStep = KeptInStep.TestCase
