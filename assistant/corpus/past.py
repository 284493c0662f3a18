"""What the library keeps of what is past: earlier versions of its articles, and articles taken out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from assistant.corpus.batches import batches
from assistant.corpus.chroma import PAGE, Chroma
from assistant.corpus.known import Known, said_digest, seen_of
from assistant.corpus.records import Entry, Metadata, article_from, known_from, summary_from, words_record
from assistant.domain import Article, Moment, Removed, Version

_VERSION, _REMOVED = "version", "removed"

Record = tuple[str, str, Metadata]
"""An id, a document and metadata."""


def versions_of(chroma: Chroma, article_id: str) -> list[Version]:
    """What an article was before, newest first."""
    records = _versions(chroma, [article_id])
    if not records:
        return []
    current = chroma.articles.get(ids=[article_id], include=["metadatas"])["metadatas"] or []
    now = {_name(article_id, known_from(article_id, cast("Metadata", each))) for each in current}
    # A writer killed before it wrote what replaces it leaves the present one among those past.
    past = [(int(metadata["number"]), version) for each, version, metadata in records if each not in now]
    return _newest_first(past)


def _newest_first(numbered: Sequence[tuple[int, Version]]) -> list[Version]:
    """By the days that they state, where each does; else, or on one day, in the order in which they were read."""
    described = [version.article.description for _, version in numbered]
    days = [_day(each.updated or each.published) for each in described]
    keys = [(day if all(days) else 0, number) for day, (number, _) in zip(days, numbered, strict=True)]
    return [version for _, (_, version) in sorted(zip(keys, numbered, strict=True), key=lambda each: each[0])][::-1]


def put_versions(chroma: Chroma, versions: Sequence[Version]) -> None:
    """Keep these after those there are of their articles, the first of an article as its earliest.

    Written again they are the same: a name holds when the version was first seen and what it says.
    """
    there: dict[str, int] = {}
    last: dict[str, int] = {}
    for some in batches(sorted({each.article.id for each in versions}), PAGE // 10):
        for each, version, metadata in _versions(chroma, some):
            there[each] = number = int(metadata["number"])
            last[version.article.id] = max(number, last.get(version.article.id, 0))
    records = []
    for version in versions:
        article = version.article
        name = _version_name(article.id, _text(version.seen), said_digest(article.description, article.paragraphs))
        number = there.get(name, last.get(article.id, 0) + 1)
        there[name] = number
        last[article.id] = max(number, last.get(article.id, 0))
        records.append((name, *_version_record(version, number)))
    chroma.put_by(records)


def put_by_articles(chroma: Chroma, article_ids: Sequence[str], moment: datetime) -> None:
    """Keep these articles as they are, with all that is known of them, to be put back."""
    found = cast("Mapping[str, Any]", chroma.articles.get(ids=list(article_ids), include=["documents", "metadatas"]))
    rows = zip(found["ids"], found["documents"], found["metadatas"], strict=True)
    said = {"what": _REMOVED, "since": _text(moment)}
    chroma.put_by(
        [(_removed_name(each), document, {**metadata, "of": each, **said}) for each, document, metadata in rows]
    )


def removed_articles(chroma: Chroma) -> list[Removed]:
    """What can be put back, the last taken out first."""
    records = _removed(chroma, ["metadatas"])
    there = (
        set(chroma.articles.get(ids=[str(each["of"]) for _, _, each in records], include=[])["ids"]) if records else ()
    )
    found = [
        Removed(summary_from(str(metadata["of"]), metadata), _moment(str(metadata["since"])))
        for _, _, metadata in records
        if metadata["of"] not in there
    ]
    return sorted(found, key=lambda each: each.since, reverse=True)


def removed_wholly(chroma: Chroma, article_ids: Iterable[str]) -> list[tuple[Known, Article]]:
    """Those of these articles that can be put back, with what was known of them."""
    wanted = {_removed_name(each) for each in article_ids}
    return [
        (known_from(str(metadata["of"]), metadata), article_from(str(metadata["of"]), document, metadata))
        for name, document, metadata in _removed(chroma, ["documents", "metadatas"])
        if name in wanted
    ]


def forget(chroma: Chroma, article_ids: Iterable[str] | None = None) -> None:
    """Forget that these articles were taken out; of all, and for good, where none are named.

    The versions of those that are not in the library go with them.
    """
    if chroma.past is None:
        return
    if article_ids is not None:
        chroma.delete(chroma.past, [_removed_name(each) for each in article_ids])
        return
    gone = {str(metadata["of"]) for _, _, metadata in _removed(chroma, ["metadatas"])}
    for some in batches(sorted(gone), PAGE // 10):
        lost = set(some) - set(chroma.articles.get(ids=list(some), include=[])["ids"])
        chroma.delete(chroma.past, [name for name, _, _ in _versions(chroma, sorted(lost))])
        chroma.delete(chroma.past, [_removed_name(each) for each in some])


def _versions(chroma: Chroma, article_ids: Sequence[str]) -> list[tuple[str, Version, Metadata]]:
    if chroma.past is None or not article_ids:
        return []
    where = {"$and": [{"of": {"$in": list(article_ids)}}, {"what": _VERSION}]}
    found = cast("Mapping[str, Any]", chroma.past.get(where=cast("Any", where), include=["documents", "metadatas"]))
    rows = zip(found["ids"], found["documents"], found["metadatas"], strict=True)
    return [(each, _version_from(document, metadata), metadata) for each, document, metadata in rows]


def _removed(chroma: Chroma, include: Sequence[str]) -> list[Record]:
    if chroma.past is None:
        return []
    found = cast("Mapping[str, Any]", chroma.past.get(where={"what": _REMOVED}, include=cast("Any", list(include))))
    documents = found["documents"] or [""] * len(found["ids"])
    return list(zip(found["ids"], documents, found["metadatas"], strict=True))


def _version_record(version: Version, number: int) -> tuple[str, Metadata]:
    document, metadata = words_record(version.article)
    when = {"seen": _text(version.seen), "superseded": _text(version.superseded)}
    return document, {**metadata, "of": version.article.id, "what": _VERSION, "number": number, **when}


def _version_from(document: str, metadata: Metadata) -> Version:
    seen = str(metadata["seen"])
    article = article_from(str(metadata["of"]), document, metadata)
    return Version(article, _moment(seen) if seen else None, _moment(str(metadata["superseded"])))


def _name(article_id: str, known: Known) -> str:
    return _version_name(article_id, known.seen, known.said)


def _version_name(article_id: str, seen: str, said: str) -> str:
    return f"{article_id}:{seen}:{said[:8]}"


def _removed_name(article_id: str) -> str:
    return f"{article_id}:{_REMOVED}"


def _day(moment: Moment | None) -> int:
    return moment.toordinal() if moment else 0


def _text(moment: datetime | None) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds") if moment else ""


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def superseded(entry: Entry, before: Mapping[str, Article]) -> list[Version]:
    """What an article was before this entry, earliest first. before: articles as they are stored."""
    old, now = entry.replaces, seen_of(entry.known)
    if old is None or now is None or old.article_id not in before:
        return list(entry.earlier)
    return [Version(before[old.article_id], seen_of(old), now), *entry.earlier]
