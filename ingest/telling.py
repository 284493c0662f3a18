"""What is read, set against what the library has: a new article, another version of one, or nothing new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import Enum, auto

from assistant.corpus.known import Known, Sighting, Source, digest_of, known_of
from assistant.corpus.moments import moment_from
from assistant.domain import Article, Moment, Version
from ingest.batch import Batch
from ingest.draft import Draft, Rejected
from ingest.entries import story_of
from ingest.piece import READING_VERSION, Piece
from ingest.read import read_piece
from ingest.repeating import Repeating
from ingest.shelf import Shelf, with_sighting

Articles = Callable[[Sequence[str]], Mapping[str, Article]]
"""Looks up articles that are in the library."""


class Outcome(Enum):
    """What became of something that was read."""

    ADDED = auto()
    COPIED = auto()  # added, and its story was there
    UPDATED = auto()
    UNCHANGED = auto()


class Teller:
    """Knows what the library has, and gathers in `batch` what is to be written. now: the moment of the ingest."""

    def __init__(self, known: Iterable[Known], articles: Articles, now: datetime, repeating: Repeating) -> None:
        self.shelf = Shelf(known, self._are_kin)
        self.repeating = repeating
        self.batch = Batch()
        self._articles, self._now = articles, now
        self._moment = now.isoformat(timespec="milliseconds")

    def tell(self, found: Piece | Draft) -> Outcome | Rejected:
        """Read what is not known already, and put into the batch what is new in it."""
        if isinstance(found, Draft):
            return self._compare(found, _sighting_of_draft(found))
        sighting = Sighting(found.origin, found.place.removeprefix(found.origin), found.digest)
        known = self.shelf.recognise(sighting)
        if known and known.reading == READING_VERSION and not self._is_what_is_left(known, sighting):
            self._meet(known, sighting, found.source)
            return Outcome.UNCHANGED
        draft = read_piece(found)
        return draft if isinstance(draft, Rejected) else self._compare(draft, sighting, known)

    def _meet(self, known: Known, sighting: Sighting, source: str) -> None:
        now = self.shelf.placed(known, sighting, source)
        if now != known:
            self.batch.restate(now)
            self.shelf.note(now, sighting)
        else:
            self.shelf.meet(known.article_id, sighting)

    def _compare(self, read: Draft, sighting: Sighting, recognised: Known | None = None) -> Outcome:
        draft = self.repeating.without(read)
        before = recognised or self.shelf.same(draft, sighting)
        if before is None:
            # Named as it was read: whether its outlet was known to repeat a line must not matter.
            return self._add(draft, sighting, self.shelf.new_id(read))
        current, *others = before.sightings
        is_known = any(each.digest == sighting.digest for each in others) and current.digest != sighting.digest
        if is_known and not self._is_what_is_left(before, sighting):
            self._meet(before, sighting, draft.description.source)
            return Outcome.UNCHANGED
        if self._is_kept_as(before, sighting):
            return self._edit(draft, sighting, before)
        return self._tell_otherwise(draft, sighting, before)

    def _is_what_is_left(self, known: Known, sighting: Sighting) -> bool:
        """Whether it tells the article otherwise than it is kept, and the file that it was kept as is gone."""
        current = known.sightings[0]
        return (
            current.digest != sighting.digest
            and not self.shelf.is_sighted(current)
            and self.shelf.is_gone(current.origin)
        )

    def _is_kept_as(self, before: Known, sighting: Sighting) -> bool:
        """Whether it is what the article is kept as, and not another telling of it."""
        current = before.sightings[0]
        if current.digest == sighting.digest or (current.origin, current.place) == (sighting.origin, sighting.place):
            return True
        return not self.shelf.is_sighted(current) and (
            current.origin == sighting.origin or self.shelf.is_gone(current.origin)
        )

    def _add(self, draft: Draft, sighting: Sighting, article_id: str) -> Outcome:
        article = _article(draft, article_id)
        known = self._known(draft, article, (sighting,), self._moment)
        is_copy = self.shelf.knows_story(known.story)
        self.batch.put(known, article)
        self.repeating.note(article, known.origin)
        self.shelf.note(known, sighting)
        return Outcome.COPIED if is_copy else Outcome.ADDED

    def _edit(self, draft: Draft, sighting: Sighting, before: Known) -> Outcome:
        """The same place says something else now, or is read another way."""
        article = _article(draft, before.article_id)
        sightings = with_sighting(before, sighting, first=True)
        if _are_bytes_of(before, sighting):  # whatever is different, its publisher has not changed it
            known = self._known(draft, article, sightings, before.seen or self._moment)
            return self._put(known, article, sighting, before, replaces=None)
        known = self._known(draft, article, sightings, self._moment)
        if known.said == before.said:
            return self._put(replace(known, seen=before.seen), article, sighting, before, replaces=None)
        return self._put(known, article, sighting, before, replaces=before if before.said else None)

    def _tell_otherwise(self, draft: Draft, sighting: Sighting, before: Known) -> Outcome:
        """Another file or line tells the same article: the later version is kept, the other is an earlier one."""
        article = _article(draft, before.article_id)
        known = self._known(draft, article, with_sighting(before, sighting, first=True), self._moment)
        is_older = _is_older(known.stated, before.stated)
        if known.said != before.said and not is_older:
            return self._put(known, article, sighting, before, replaces=before)
        if known.said != before.said:
            self.batch.put_version(Version(article, self._now, self._now))
        restated = replace(before, sightings=with_sighting(before, sighting, first=False))
        self.batch.restate(restated)
        self.shelf.note(restated, sighting)
        return Outcome.UNCHANGED

    def _put(
        self, known: Known, article: Article, sighting: Sighting, before: Known, *, replaces: Known | None
    ) -> Outcome:
        if known.fingerprint == before.fingerprint:
            if known != before:
                self.batch.restate(known)
            self.shelf.note(known, sighting)
            return Outcome.UNCHANGED
        self.batch.put(known, article, replaces)
        self.repeating.note(article, known.origin)
        self.shelf.note(known, sighting)
        return Outcome.UPDATED

    def _known(self, draft: Draft, article: Article, sightings: tuple[Sighting, ...], seen: str) -> Known:
        return known_of(Source(draft.key, sightings, READING_VERSION, seen), article, story_of(article.paragraphs))

    def _are_kin(self, known: Known, draft: Draft) -> bool:
        """Whether an article and a draft share a paragraph."""
        article = self.batch.article(known.article_id) or self._articles([known.article_id]).get(known.article_id)
        theirs = {each.folded for each in article.paragraphs} if article else set[str]()
        return any(each.folded in theirs for each in draft.paragraphs)


def _sighting_of_draft(draft: Draft) -> Sighting:
    """Drafts that come without their bytes are known by what they say."""
    digest = digest_of(repr(draft))
    is_placed = draft.key.startswith("file:")
    return Sighting(draft.origin, draft.key.removeprefix(f"file:{draft.origin}") if is_placed else digest[:8], digest)


def _article(draft: Draft, article_id: str) -> Article:
    return Article(article_id, draft.description, draft.paragraphs, draft.furniture)


def _are_bytes_of(known: Known, sighting: Sighting) -> bool:
    return known.sightings[0].digest == sighting.digest


def _is_older(one: str, other: str) -> bool:
    """Whether the first moment is before the second; of two that cannot be told apart neither is."""
    if not one or not other:
        return False
    first, second = moment_from(one), moment_from(other)
    if not isinstance(first, datetime) or not isinstance(second, datetime):
        return _day(first) < _day(second)
    if (first.tzinfo is None) != (second.tzinfo is None):
        return _day(first) < _day(second)
    return first < second


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
