"""The words of the trade as values: articles, paragraphs, quotes, replies."""

from assistant.domain.articles import Article, ArticleSummary, Furniture, Kind, Paragraph, Removed, Version
from assistant.domain.claims import COURTESY, SILENCE, Citation, Claim, Quote, ResolvedDate, Support
from assistant.domain.descriptions import Bases, Basis, Description, Moment, day_words, name_key
from assistant.domain.filters import NO_FILTERS, Cue, CueKind, Filters, Order
from assistant.domain.passages import Passage, Place
from assistant.domain.rankings import Favour, Ranked, Ranking, Scores, Why
from assistant.domain.replies import Abstention, Answer, Inquiry, Reply, Turn, Usage
from assistant.domain.steps import Claimed, Consulting, Judging, Mending, Retrying, Rewording, Searching, Step, Written

__all__ = [
    "COURTESY",
    "NO_FILTERS",
    "SILENCE",
    "Abstention",
    "Answer",
    "Article",
    "ArticleSummary",
    "Bases",
    "Basis",
    "Citation",
    "Claim",
    "Claimed",
    "Consulting",
    "Cue",
    "CueKind",
    "Description",
    "Favour",
    "Filters",
    "Furniture",
    "Inquiry",
    "Judging",
    "Kind",
    "Mending",
    "Moment",
    "Order",
    "Paragraph",
    "Passage",
    "Place",
    "Quote",
    "Ranked",
    "Ranking",
    "Removed",
    "Reply",
    "ResolvedDate",
    "Retrying",
    "Rewording",
    "Scores",
    "Searching",
    "Step",
    "Support",
    "Turn",
    "Usage",
    "Version",
    "Why",
    "Written",
    "day_words",
    "name_key",
]
