"""Articles as they are put away, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as some

from assistant.corpus.known import Sighting, Source, known_of
from assistant.corpus.moments import moment_from, moment_text
from assistant.corpus.records import (
    Entry,
    article_from,
    article_record,
    known_from,
    passage_record,
    place_of,
    summary_from,
)
from assistant.domain import Article, Bases, Basis, Description, Furniture, Kind, Paragraph, Place
from ingest.entries import entry_of, story_of
from ingest.passages import passages

# What cleaning takes out of every source never comes here: halves of surrogate pairs.
WORDS = some.text(some.characters(exclude_categories=["Cs"]))
NAMED = WORDS.filter(str.strip)
BASES = some.none() | some.sampled_from(Basis)
MOMENTS = some.one_of(
    some.dates(),
    some.datetimes().map(lambda moment: moment.replace(microsecond=0)),
    some.datetimes(timezones=some.sampled_from([UTC, timezone(timedelta(hours=-3, minutes=-30))])).map(
        lambda moment: moment.replace(microsecond=0)
    ),
)


@some.composite
def articles(draw: some.DrawFn) -> Article:
    kinds = some.sampled_from([Kind.BODY, Kind.CAPTION, Kind.TEASER])
    told = draw(some.lists(some.tuples(NAMED, kinds), min_size=1, max_size=6))
    description = draw(
        some.builds(
            Description,
            title=NAMED,
            source=WORDS,
            outlet=some.none() | NAMED,
            authors=some.lists(WORDS, max_size=3).map(tuple),
            published=some.none() | MOMENTS,
            updated=some.none() | MOMENTS,
            url=some.none() | WORDS,
            language=some.none() | WORDS,
            tags=some.lists(WORDS, max_size=3).map(tuple),
            bases=some.builds(Bases, title=BASES, published=BASES, authors=BASES),
        )
    )
    furniture = draw(some.lists(some.builds(Furniture, some.integers(0, 6), WORDS), max_size=3))
    paragraphs = tuple(Paragraph(number, text, kind) for number, (text, kind) in zip(count(1), told, strict=False))
    return Article("0123456789abcdef", description, paragraphs, tuple(furniture))


def entry(article: Article) -> Entry:
    source = Source("id:1", (Sighting("-", "#1", "digest"),), reading=1, seen="2025-03-01T08:00:00.000+00:00")
    return entry_of(known_of(source, article, story_of(article.paragraphs)), article)


@settings(deadline=None)
@given(articles())
def test_an_article_comes_back_as_it_was_put_away(article: Article) -> None:
    document, metadata = article_record(entry(article))
    assert article_from(article.id, document, metadata) == article
    assert summary_from(article.id, metadata).description == article.description
    assert summary_from(article.id, metadata).paragraphs == len(article.paragraphs)


@settings(deadline=None)
@given(articles())
def test_what_is_remembered_of_an_article_is_what_the_next_ingest_compares(article: Article) -> None:
    _, metadata = article_record(entry(article))
    assert known_from(article.id, metadata) == entry(article).known


@settings(deadline=None)
@given(articles())
def test_nothing_that_is_kept_is_of_a_kind_that_chroma_refuses(article: Article) -> None:
    _, metadata = article_record(entry(article))
    records = [metadata, *(passage_record(each, article.description) for each in passages(article))]
    assert {type(value) for record in records for value in record.values()} <= {str, int, bool}


@settings(deadline=None)
@given(MOMENTS)
def test_a_moment_comes_back_with_its_precision(moment: date | datetime) -> None:
    back = moment_from(moment_text(moment))
    assert back == moment
    assert type(back) is type(moment)
    if isinstance(moment, datetime) and isinstance(back, datetime):
        assert back.utcoffset() == moment.utcoffset()


@settings(deadline=None)
@given(articles())
def test_a_passages_id_leads_to_its_paragraph(article: Article) -> None:
    for passage in passages(article):
        place = place_of(passage.id)
        assert place == Place(article.id, passage.place.paragraph)
        paragraph = article.paragraph(place.paragraph)
        assert paragraph
        assert paragraph.text[passage.start : passage.end] == passage.text


@settings(deadline=None)
@given(articles(), NAMED)
def test_any_change_of_what_is_kept_changes_the_fingerprint(article: Article, other: str) -> None:
    changed = replace(article, description=replace(article.description, title=article.description.title + other))
    assert entry(changed).known.fingerprint != entry(article).known.fingerprint
