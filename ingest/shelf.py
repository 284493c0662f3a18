"""What the library knows of each article, to tell a new one from an edit, a move or a copy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from assistant.corpus.known import Known, Sighting, digest_of, heading_digest, words_digest
from ingest.draft import Draft
from ingest.packed import Index, Packed

# An article that stands in more dumps than this with other bytes in each is read again where it was forgotten.
_SIGHTINGS = 50

Kin = Callable[[Known, Draft], bool]
"""Whether an article in the library and a draft are two versions of one."""


class Shelf:
    """Articles by key, by their words and by the bytes they were read from; kept up to date while an ingest goes on.

    kin: asked where nothing but the number of a line says that they are one.
    """

    def __init__(self, known: Iterable[Known], kin: Kin = lambda _known, _draft: False) -> None:
        self._kin = kin
        self._by_id: Packed = Packed()
        self._by_key, self._by_digest, self._by_words, self._by_heading = Index(), Index(), Index(), Index()
        self._stories: set[int] = set()
        self._met: set[str] = set()
        self._sighted: set[int] = set()  # hashes: the sightings themselves are packed away
        self._read: set[str] = set()
        self._elsewhere: dict[str, tuple[Sighting, str]] = {}
        self._gone: dict[str, bool] = {}
        for each in known:
            self._put(each)

    def known(self, article_id: str) -> Known:
        """What is known of an article by now."""
        return self._by_id[article_id]

    def recognise(self, sighting: Sighting) -> Known | None:
        """The article that these bytes are known to be."""
        found = [self._by_id[each] for each in self._by_digest.ids(sighting.digest)]
        for is_it in (_is_at, _is_in_file):
            if known := next((each for each in found if is_it(each, sighting)), None):
                return known
        return next((each for each in found if self._may_be_elsewhere(each, sighting)), None)

    def same(self, draft: Draft, sighting: Sighting) -> Known | None:
        """The article this draft tells anew: the same key, or the same words whose old place is gone."""
        if known := next((each for each in self._keyed(draft) if self._is_named(each, draft, sighting)), None):
            return known
        words = words_digest(draft.description.title, draft.paragraphs)
        alike = (self._by_id[each] for each in self._by_words.ids(words))
        if moved := next((each for each in alike if each.words == words and self._moved(each, draft, sighting)), None):
            return moved
        headed = self._by_heading.ids(sighting.origin, heading_digest(draft.description.title))
        unmet = (self._by_id[each] for each in headed if each not in self._met)
        return next(unmet, None) if _is_line(draft.key) else None

    def placed(self, known: Known, sighting: Sighting, source: str) -> Known:
        """What is known of a recognised article, where its place has changed with the new one."""
        if _is_at(known, sighting):
            return known
        stale = [each for each in known.sightings if self._is_left(each, sighting)]
        if not stale:
            self._elsewhere[known.article_id] = (sighting, source)
            return known
        sightings = tuple(dict.fromkeys(sighting if each in stale else each for each in known.sightings))
        return _rehomed(known, sightings, source)

    def new_id(self, draft: Draft) -> str:
        """A digest of title and text; of the key, too, where that id is taken."""
        words = words_digest(draft.description.title, draft.paragraphs)
        return words[:16] if words[:16] not in self._by_id else digest_of(words + draft.key)[:16]

    def note(self, known: Known, sighting: Sighting) -> None:
        """Remember an article as it is known now, and that it was met there."""
        self.renew(known)
        self.meet(known.article_id, sighting)

    def renew(self, known: Known) -> None:
        """Remember an article as it is now, whether or not it was met."""
        self._take(known.article_id)
        self._put(known)

    def meet(self, article_id: str, sighting: Sighting) -> None:
        """Remember that an article is where it was."""
        self._met.add(article_id)
        self._sighted.add(hash(sighting))
        self._read.add(sighting.origin)

    def is_sighted(self, sighting: Sighting) -> bool:
        """Whether these bytes were met in this ingest."""
        return hash(sighting) in self._sighted

    def knows_story(self, story: str) -> bool:
        return hash(story) in self._stories

    def gone_from(self, roots: Iterable[Path], rejected: Iterable[str]) -> list[Known]:
        """Articles that came from these files and folders only, and were not met again."""
        kept = [Path(each) for each in set(rejected) if each]
        places = [root.resolve() for root in roots]

        def is_from_there(origin: str) -> bool:
            path = Path(origin)
            return _is_within(path, places) and not _is_within(path, kept)

        return [
            each
            for each in self._by_id.values()
            if each.article_id not in self._met and all(is_from_there(one.origin) for one in each.sightings)
        ]

    def outdated(self, rejected: Iterable[str]) -> Iterator[Known]:
        """Articles met in this ingest, as they are known without the places where they were not found again."""
        read = self._read - set(rejected)
        for article_id in self._met:
            known = self._by_id[article_id]
            left = tuple(each for each in known.sightings if each.origin not in read or self.is_sighted(each))
            if left and left != known.sightings:
                yield _rehomed(known, _unread(left, known.sightings[0].digest), _source_of(left[0]))
            elif not left and article_id in self._elsewhere:
                sighting, source = self._elsewhere[article_id]
                yield _rehomed(known, (sighting,), source)

    def is_gone(self, origin: str) -> bool:
        """Whether a file is no longer there; an address and a stream never are."""
        if origin not in self._gone:
            path = Path(origin)
            self._gone[origin] = path.is_absolute() and not path.exists()
        return self._gone[origin]

    def _keyed(self, draft: Draft) -> list[Known]:
        found = [self._by_id[each] for each in self._by_key.ids(draft.key)]
        return [each for each in found if each.key == draft.key]

    def _is_named(self, known: Known, draft: Draft, sighting: Sighting) -> bool:
        """Whether an article of the same key is the same.

        Others may have been put in above the line that a number names, and two dumps may both count from 1.
        """
        counted = draft.key.startswith("id:") and known.origin != sighting.origin
        if not _is_line(draft.key) and not counted:
            return True
        if counted or known.article_id not in self._met:
            return known.heading == heading_digest(draft.description.title) or self._kin(known, draft)
        return False

    def _may_be_elsewhere(self, known: Known, sighting: Sighting) -> bool:
        """Whether its bytes in another file are the same article: moved, or named by themselves, not by a place."""
        if all(each.digest != sighting.digest for each in known.sightings):
            return False
        return not known.key.startswith("file:") or (known.article_id not in self._met and self.is_gone(known.origin))

    def _moved(self, known: Known, draft: Draft, sighting: Sighting) -> bool:
        """Whether an article of the same words is the same; what has two names of its own is two articles."""
        named = not known.key.startswith("file:") and not draft.key.startswith("file:") and known.key != draft.key
        if named or known.article_id in self._met:
            return False
        return self.is_gone(known.origin) or (_is_line(known.key) and known.origin == sighting.origin)

    def _is_left(self, old: Sighting, new: Sighting) -> bool:
        """Whether an article is no longer where it was, now that the same bytes are met here."""
        if self.is_sighted(old) or old.digest != new.digest:
            return False
        return old.origin == new.origin or self.is_gone(old.origin)

    def _put(self, known: Known) -> None:
        self._by_id[known.article_id] = known
        for index, *names in self._names(known):
            index.put(known.article_id, *names)
        self._stories.add(hash(known.story))

    def _take(self, article_id: str) -> None:
        if known := self._by_id.get(article_id):
            del self._by_id[article_id]
            for index, *names in self._names(known):
                index.drop(article_id, *names)

    def _names(self, known: Known) -> Iterator[tuple[Index, *tuple[str, ...]]]:
        """The names by which it is looked up."""
        yield self._by_key, known.key
        yield self._by_words, known.words
        if _is_line(known.key):
            yield self._by_heading, known.origin, known.heading
        for digest in {each.digest for each in known.sightings if each.digest}:
            yield self._by_digest, digest


def with_sighting(known: Known, sighting: Sighting, *, first: bool) -> tuple[Sighting, ...]:
    """Where an article was read, this place among them; first: as what is read there it is kept."""
    names = (sighting.place, sighting.digest)
    others = [
        each
        for each in known.sightings
        if each.origin != sighting.origin or (each.place not in names and each.digest not in names)
    ]
    return ((sighting, *others) if first or not others else (others[0], sighting, *others[1:]))[:_SIGHTINGS]


def _is_at(known: Known, sighting: Sighting) -> bool:
    return sighting in known.sightings


def _is_in_file(known: Known, sighting: Sighting) -> bool:
    return any((each.origin, each.digest) == (sighting.origin, sighting.digest) for each in known.sightings)


def _is_line(key: str) -> bool:
    """Whether it names an article by the number of its line."""
    return key.startswith("file:") and "#" in key.rsplit("/", 1)[-1]


def _unread(left: tuple[Sighting, ...], kept: str) -> tuple[Sighting, ...]:
    """Without the digest of what tells an article otherwise than it is kept: the next ingest reads it again."""
    first, *others = left
    return left if first.digest == kept else (replace(first, digest=""), *others)


def _rehomed(known: Known, sightings: tuple[Sighting, ...], source: str) -> Known:
    """Known from these places; what was named by its place has another name now."""
    if sightings[0] == known.sightings[0]:
        return replace(known, sightings=sightings)
    key = f"file:{sightings[0].origin}{sightings[0].place}" if known.key.startswith("file:") else known.key
    return replace(known, key=key, sightings=sightings, source=source)


def _source_of(sighting: Sighting) -> str:
    return Path(sighting.origin).name + sighting.place.replace("#", ":")


def _is_within(path: Path, places: Iterable[Path]) -> bool:
    return any(path.is_relative_to(place) for place in places)
