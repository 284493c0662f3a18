"""The library's articles linked with their copies, as a function of which articles there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from assistant.corpus.batches import batches
from assistant.corpus.known import digest_of
from assistant.corpus.linked import Linked
from assistant.corpus.writing import Writer
from assistant.domain import Article
from ingest.copies.candidates import Sighted, candidates
from ingest.copies.grams import codes_of
from ingest.copies.groups import grouped
from ingest.copies.likeness import Told, same_story
from ingest.copies.sketch import Sketch
from ingest.copies.verdicts import Verdicts

# Articles in memory at once while their bodies are read.
_AT_ONCE = 200


def link(writer: Writer, before: AbstractSet[str] = frozenset()) -> int:
    """Link what is in the library by now; returns how many copies there are among the articles not there `before`.

    Two articles are a pair when `same_story` says so, and a group is all that pairs join. The order in which they
    came, and whether an ingest was killed before it came here, make no difference: what is linked is noted last.
    """
    verdicts = Verdicts.read(writer.verdicts)
    if verdicts.generation == writer.generation:
        return 0
    linked = writer.linked()
    now = _name_of(linked)
    if verdicts.library == now:
        replace(verdicts, generation=writer.generation).write(writer.verdicts)
        return 0
    found = sorted(_sketched(writer, linked, anew=not verdicts.library), key=lambda each: each.article_id)
    alike = _alike(writer, found, verdicts.alike)
    groups = grouped(pair for pair, verdict in alike.items() if verdict)
    _write(writer, found, groups)
    named = {each.article_id: _name(each) for each in found}
    kept = {_pair(named, *pair): verdict for pair, verdict in alike.items()}
    Verdicts(writer.generation, now, kept).write(writer.verdicts)
    return _new_copies(groups, before)


def _name_of(linked: Iterable[Linked]) -> str:
    """Names all articles as they are."""
    return digest_of("\n".join(sorted(f"{each.article_id} {each.fingerprint}" for each in linked)))


def _sketched(writer: Writer, linked: Sequence[Linked], *, anew: bool) -> list[Linked]:
    """Every article with its sketch, which is made where there is none."""
    bare = [each.article_id for each in linked if anew or not each.sketch]
    made: dict[str, str] = {}
    for some in batches(bare, _AT_ONCE):
        for article_id, article in writer.articles(some).items():
            made[article_id] = Sketch.of(codes_of(article.paragraphs)).written
    return [_with_sketch(each, made) for each in linked]


def _with_sketch(linked: Linked, made: Mapping[str, str]) -> Linked:
    return replace(linked, sketch=made[linked.article_id], bare=True) if linked.article_id in made else linked


def _alike(writer: Writer, articles: Sequence[Linked], known: Mapping[str, bool]) -> dict[tuple[str, str], bool]:
    """The pairs that come into question, and whether they are copies; only those not known are read."""
    sighted = [Sighted(Sketch.read(each.sketch), each.outlet, each.day) for each in articles]
    ids = [each.article_id for each in articles]
    names = {each.article_id: _name(each) for each in articles}
    pairs = [(ids[one], ids[other]) for one, other in candidates(sighted)]
    verdicts = {pair: known[name] for pair in pairs if (name := _pair(names, *pair)) in known}
    linked = {each.article_id: each for each in articles}
    for some in batches([pair for pair in pairs if pair not in verdicts], _AT_ONCE // 2):
        bodies = writer.articles(sorted({each for pair in some for each in pair}))
        told = {each: _told(linked[each], article) for each, article in bodies.items()}
        verdicts |= {(one, other): same_story(told[one], told[other]) for one, other in some}
    return verdicts


def _told(linked: Linked, article: Article) -> Told:
    return Told(codes_of(article.paragraphs), linked.outlet, linked.day)


def _name(article: Linked) -> str:
    """Names what a verdict depends on."""
    return digest_of("\n".join((article.words, article.sketch, article.outlet, str(article.day))))[:16]


def _pair(names: Mapping[str, str], one: str, other: str) -> str:
    return " ".join(sorted((names[one], names[other])))


def _write(writer: Writer, articles: Sequence[Linked], groups: Mapping[str, tuple[str, ...]]) -> None:
    """Change the records that say otherwise."""
    now = (replace(each, copies=groups.get(each.article_id, ()), bare=False) for each in articles)
    writer.link([new for old, new in zip(articles, now, strict=True) if old != new])


def _new_copies(groups: Mapping[str, tuple[str, ...]], before: AbstractSet[str]) -> int:
    """Of a group that is new as a whole, one is the story and the others its copies."""
    return sum(len(new) - (len(new) == len(group)) for group, new in _new_in(groups, before))


def _new_in(groups: Mapping[str, tuple[str, ...]], before: AbstractSet[str]) -> Iterator[tuple[set[str], set[str]]]:
    whole = {frozenset((each, *others)) for each, others in groups.items()}
    return ((set(group), set(group - before)) for group in whole)
