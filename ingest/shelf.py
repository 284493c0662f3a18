"""What the library knows of each article, to tell a new one from an edit, a move or a copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from assistant.corpus.records import Known, digest_of, words_digest
from assistant.domain import Paragraph
from ingest.draft import Draft


class Shelf:
    """Articles by key and by their words; kept up to date while an ingest goes on."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._by_key: dict[str, Known] = {}
        self._by_id: dict[str, Known] = {}
        self._by_words: dict[str, list[Known]] = defaultdict(list)
        self._seen: set[str] = set()
        self._stories: set[str] = set()
        for each in known:
            self._put(each)

    def same(self, draft: Draft) -> Known | None:
        """The article this draft tells anew: the same key, or the same words whose old file is gone."""
        if draft.key in self._by_key:
            return self._by_key[draft.key]
        words = words_digest(draft.description.title, draft.paragraphs)
        return next((each for each in self._by_words[words] if self._moved(each)), None)

    def new_id(self, draft: Draft) -> str:
        """A digest of title and text; of the key, too, where that id is taken."""
        words = words_digest(draft.description.title, draft.paragraphs)
        return words[:16] if words[:16] not in self._by_id else digest_of(words + draft.key)[:16]

    def note(self, known: Known) -> None:
        """Remember an article as read now, and forget what it was before."""
        if old := self._by_id.get(known.article_id):
            del self._by_key[old.key]
            self._by_words[old.words].remove(old)
        self._put(known)
        self._seen.add(known.key)

    def _put(self, known: Known) -> None:
        self._by_key[known.key] = known
        self._by_words[known.words].append(known)
        self._by_id[known.article_id] = known
        self._stories.add(known.story)

    def knows_story(self, story: str) -> bool:
        return story in self._stories

    def gone_from(self, roots: Iterable[Path], rejected: Iterable[str]) -> list[Known]:
        """Articles that came from these files and folders and were not met again."""
        kept = set(rejected)
        places = [root.resolve() for root in roots]
        return [
            each
            for key, each in self._by_key.items()
            if key not in self._seen
            and each.origin not in kept
            and any(Path(each.origin).is_relative_to(place) for place in places)
        ]

    def _moved(self, known: Known) -> bool:
        origin = Path(known.origin)
        return known.key not in self._seen and origin.is_absolute() and not origin.exists()


def story_of(paragraphs: Iterable[Paragraph]) -> str:
    """Names an article's body without case, space and punctuation: what its copies share."""
    return digest_of("\n".join(paragraph.folded for paragraph in paragraphs))
