"""Replies, rankings and articles as the JSON that is promised to scripts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from assistant.corpus.moments import moment_text
from assistant.domain import (
    Abstention,
    Answer,
    Article,
    ArticleSummary,
    Citation,
    Claim,
    Description,
    Filters,
    Place,
    Ranked,
    Removed,
    Reply,
    ResolvedDate,
    Scores,
    Version,
    Why,
)

Json = dict[str, Any]

# Similarities and scores to four decimals: more says nothing, and differs between machines.
_DECIMALS = 4


def reply_json(reply: Reply, reply_id: str | None = None) -> Json:
    """One reply of `footnote ask --json`; `restoring.reply_from` is the way back."""
    inquiry = reply.inquiry
    return {
        "id": reply_id,
        "question": inquiry.question,
        "standalone_question": inquiry.standalone_question,
        "status": "answered" if isinstance(reply, Answer) else "abstained",
        "answer": reply.text,
        "reason": reply.reason if isinstance(reply, Abstention) else None,
        "claims": [_claim(each) for each in reply.claims] if isinstance(reply, Answer) else [],
        "withheld": [_claim(each) for each in reply.withheld] if isinstance(reply, Abstention) else [],
        "citations": [_citation(each) for each in reply.citations] if isinstance(reply, Answer) else [],
        "nearest": results_json(reply.nearest),
        "filters": _filters(inquiry.filters),
        "model": inquiry.model,
        "encoder": inquiry.encoder,
        "confidence": _rounded(inquiry.confidence),
        "usage": asdict(inquiry.usage) if inquiry.usage else None,
        "milliseconds": dict(inquiry.milliseconds),
    }


def part_json(claims: Sequence[Claim], citations: Sequence[Citation]) -> Json:
    """What there was of an answer when it was stopped; `restoring.part_from` is the way back."""
    return {"claims": [_claim(each) for each in claims], "citations": [_citation(each) for each in citations]}


def results_json(ranking: Sequence[Ranked]) -> list[Json]:
    """Ranked paragraphs, as `footnote search --json` and `nearest` list them."""
    return [
        {
            "rank": rank,
            "article_id": each.article_id,
            **_description(each.description),
            "paragraph": each.paragraph.number,
            "kind": str(each.paragraph.kind),
            "text": each.paragraph.text,
            "digest": each.paragraph.digest,
            "score": round(each.score, _DECIMALS),
            "scores": _scores(each.scores),
            "why": _why(each.why),
            "also_in": _places(each.also_in),
        }
        for rank, each in enumerate(ranking, start=1)
    ]


def article_json(article: Article, versions: Sequence[Version] = ()) -> Json:
    """One article of `footnote articles show --json`, with what it was before."""
    return {
        **_article(article.id, article.description, article.copies),
        "paragraphs": _paragraphs(article),
        "furniture": [{"after": each.after, "text": each.text} for each in article.furniture],
        "versions": [_version(each) for each in versions],
    }


def _version(version: Version) -> Json:
    description = version.article.description
    return {
        "seen": version.seen.isoformat(timespec="seconds") if version.seen else None,
        "superseded": version.superseded.isoformat(timespec="seconds"),
        "title": description.title,
        "authors": list(description.authors),
        "published": moment_text(description.published) if description.published else None,
        "updated": moment_text(description.updated) if description.updated else None,
        "paragraphs": _paragraphs(version.article),
    }


def _paragraphs(article: Article) -> list[Json]:
    return [{"number": each.number, "kind": str(each.kind), "text": each.text} for each in article.paragraphs]


def removed_json(removed: Removed) -> Json:
    """One line of `footnote articles list --removed --json`."""
    return {**summary_json(removed.summary), "removed": removed.since.isoformat(timespec="seconds")}


def summary_json(summary: ArticleSummary) -> Json:
    """One line of `footnote articles list --json`; its paragraphs are counted."""
    return {
        **_article(summary.id, summary.description, summary.copies),
        "paragraphs": summary.paragraphs,
    }


def _article(article_id: str, description: Description, copies: Sequence[str]) -> Json:
    return {
        "id": article_id,
        "title": description.title,
        "title_guessed": description.title_guessed,
        "outlet": description.outlet,
        "authors": list(description.authors),
        "published": moment_text(description.published) if description.published else None,
        "published_guessed": description.published_guessed,
        **_origin(description),
        "copies": list(copies),
    }


def _description(description: Description) -> Json:
    return {
        "title": description.title,
        "outlet": description.outlet,
        "authors": list(description.authors),
        "published": description.day.isoformat() if description.day else None,
        "published_at": moment_text(description.published) if description.published else None,
        **_origin(description),
    }


def _origin(description: Description) -> Json:
    """Where an article comes from and how it is described there."""
    return {
        "updated": moment_text(description.updated) if description.updated else None,
        "url": description.url,
        "source": description.source,
        "language": description.language,
        "tags": list(description.tags),
        "found": _found(description),
    }


def _found(description: Description) -> Json:
    """How each field became known, where that was noted."""
    return {name: basis for name, basis in asdict(description.bases).items() if basis}


def _claim(claim: Claim) -> Json:
    return {
        "text": claim.text,
        "citations": list(claim.citations),
        "support": str(claim.support),
        "problem": claim.problem,
        "dates": [_resolved(each) for each in claim.dates],
        "speaker": claim.speaker,
        "opens": claim.opens,
    }


def _resolved(found: ResolvedDate) -> Json:
    return {
        "start": found.start,
        "end": found.end,
        "date": found.day.isoformat(),
        "until": found.until.isoformat() if found.until else None,
    }


def _citation(citation: Citation) -> Json:
    quote = citation.quote
    return {
        "number": citation.number,
        "article_id": quote.article_id,
        **_description(quote.description),
        "published_guessed": quote.description.published_guessed,
        "paragraph": quote.paragraph.number,
        "kind": str(quote.paragraph.kind),
        "text": quote.paragraph.text,
        "digest": quote.paragraph.digest,
        "quote": quote.text,
        "start": quote.start,
        "end": quote.end,
        "scores": _scores(citation.scores) if citation.scores else None,
        "why": _why(citation.why),
        "also_in": _places(quote.also_in),
    }


def _scores(scores: Scores) -> Json:
    return {name: _rounded(score) for name, score in asdict(scores).items()}


def _why(why: Why | None) -> Json | None:
    if why is None:
        return None
    listed = {"words": list(why.words), "title_words": list(why.title_words), "favours": [*map(str, why.favours)]}
    return {**asdict(why), **listed}


def limits_json(filters: Filters) -> Json:
    """What is left out, and nothing else of them; `restoring.limits_from` is the way back."""
    return {
        "after": filters.after.isoformat() if filters.after else None,
        "before": filters.before.isoformat() if filters.before else None,
        "outlets": list(filters.outlets),
        "authors": list(filters.authors),
        "articles": list(filters.articles),
    }


def _filters(filters: Filters) -> Json:
    return {
        **limits_json(filters),
        "undated_left_out": filters.undated_left_out,
        "relaxed": filters.relaxed,
        "preferred_outlets": list(filters.preferred_outlets),
        "preferred_authors": list(filters.preferred_authors),
        "preferred_after": filters.preferred_after.isoformat() if filters.preferred_after else None,
        "preferred_before": filters.preferred_before.isoformat() if filters.preferred_before else None,
        "order": str(filters.order) if filters.order else None,
        "absent": list(filters.absent),
        "cues": [{"kind": str(each.kind), "words": each.words, "limits": each.limits} for each in filters.cues],
    }


def _places(places: Sequence[Place]) -> list[Json]:
    return [{"article_id": each.article_id, "paragraph": each.paragraph} for each in places]


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, _DECIMALS)
