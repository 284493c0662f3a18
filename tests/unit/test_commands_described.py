"""What the commands print as JSON is described, field by field."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.backup.backing_up import BackedUp
from assistant.backup.manifest import Counts, Manifest
from assistant.conversations.store import Conversations
from assistant.conversations.written import found_json, summary_json
from assistant.domain import Article, ArticleSummary, Filters, Paragraph, Ranked, Removed, Turn
from assistant.evaluation.feedback import Told, Unused
from assistant.evaluation.figures import AREA, QUALITY, TIMES, Measure
from assistant.evaluation.judging import Known, Outcome, judge
from assistant.evaluation.running import Evaluated
from assistant.settings import Settings
from assistant.wire import limits_json, removed_json
from assistant.wire import summary_json as article_summary_json
from ingest.draft import Rejected
from ingest.moving_in import MovedIn
from ingest.report import Report
from tests.described import TEXT, described, names
from tests.kept import FERRY, conversation, in_own_words, quote
from ui.backup_command import backup_json
from ui.batch import Unread
from ui.evaluate_command import Evaluation, judgements, told_json
from ui.evaluate_feedback import Gathered, feedback_json, question_json
from ui.holdings import holdings
from ui.ingest_command import report_json
from ui.kept_at import KeptAt
from ui.known_answers import KnownLine
from ui.known_passages import PassageLine
from ui.restore_command import restored_json
from ui.status import Shelves, status
from ui.status_command import status_json

NOW = datetime(2024, 5, 14, 8, tzinfo=UTC)
EVALUATION, JUDGED, QUESTION = described("evaluate")
MANIFEST = Manifest(1, "0.1.0", NOW, "made-up", 32, 1, 4, undoable=False, counts=Counts(2, 1, 140, 3), members={})


def evaluation() -> Evaluation:
    line = KnownLine(question="When?", answerable=False)
    cited = quote("Now.")
    reply = in_own_words("When?", [cited])
    article = Article(cited.article_id, cited.description, (Paragraph(1, "Now."),))
    found = Ranked(cited.article_id, cited.description, cited.paragraph, 1.0)
    outcome = Outcome([found], reply, {article.id: article}, 20.0, 30.0)
    each = Evaluated(reply, judge(Known(articles=frozenset({article.id}), paragraph=cited.paragraph.text), outcome))
    return Evaluation([each], 0, [(1, line)], [PassageLine(article="a1", paragraph=3)], 0)


def test_what_an_ingest_did_is_described() -> None:
    assert names(described("ingest")) == names([report_json(Report(rejected=[Rejected("x.pdf", "it is empty")]))])


def test_a_status_is_described() -> None:
    settings, held = Settings(), holdings([ArticleSummary("a1", FERRY, 3)], 3)
    now = status(settings, Shelves(held, "made-up"), KeptAt("conversations.db", 3))

    [told] = described("status")

    assert told.keys() == status_json(now, Shelves(held, "made-up")).keys()
    assert names(told["conversations"]) == names(status_json(now, Shelves(held, "made-up"))["conversations"])


def test_conversations_that_were_found_are_described(kept: Conversations) -> None:
    kept.ask("c1", "t1", "Where is the ferry?")
    [found] = kept.search("ferry")

    [[told]] = described("conversations search")

    assert names(told) == names(found_json(found))
    assert told.keys() - {"hits", "more"} == summary_json(found.conversation).keys()
    assert summary_json(found.conversation).keys() == described("conversations show")[0].keys() - {"replies"} | {
        "questions"
    }


def test_articles_in_a_list_are_described() -> None:
    [article] = described("articles")
    summary = ArticleSummary("a1", FERRY, 3)

    assert article_summary_json(summary).keys() == article.keys() - {"furniture", "versions"}
    assert removed_json(Removed(summary, NOW)).keys() - article.keys() == {"removed"}


def test_an_evaluation_is_described() -> None:
    one = evaluation()
    figure = QUALITY[0].name
    printed = told_json(Settings(), one, one, [Unread(7, None, "no question")])

    assert EVALUATION.keys() == printed.keys() | {"feedback"}
    for told, given in ((EVALUATION, printed), (EVALUATION["against"], printed["against"])):
        assert names(told["figures"][figure]) == names(given["figures"][figure])
    assert names(EVALUATION["against"]["differences"][figure]) == names(printed["against"]["differences"][figure])
    assert names(EVALUATION["unread"]) == names(printed["unread"])
    assert names(EVALUATION["passages_gone"]) == names(printed["passages_gone"])


def test_judgements_are_described() -> None:
    [line] = map(json.loads, judgements(evaluation(), evaluation()))

    assert line.keys() == JUDGED.keys() | {"against"}
    assert line["judged"].keys() == JUDGED["judged"].keys()
    assert line["against"].keys() == {"judged", "reply"}


def test_what_people_said_of_replies_is_described() -> None:
    turn = replace(conversation().turns[1], ignored=("last week",), limits=Filters(after=NOW.date()), as_written=True)
    told = Told("c1", turn, (Turn("Who?", "She."),), answerable=True, right=(quote("a"),), wrong=(quote("b"),))
    gathered = Gathered([told], [Unused("c1", "t1", "a comment")])

    assert names(QUESTION) == names(question_json(told))
    assert names(EVALUATION["feedback"]) == names(feedback_json(gathered))
    assert QUESTION["limits"].keys() == limits_json(Filters()).keys()


def test_backups_are_described(tmp_path: Path) -> None:
    made = backup_json(BackedUp(tmp_path / "newsroom.zip", 4200, MANIFEST, None))
    restored = restored_json(Settings(home=tmp_path), MovedIn(MANIFEST, 31, 0, 2.4))

    assert described("backup")[0].keys() == made.keys()
    assert described("restore")[0].keys() == restored.keys()


@pytest.mark.parametrize("measure", [*QUALITY, AREA, *TIMES], ids=lambda each: each.name)
def test_every_figure_is_described(measure: Measure) -> None:
    begins, _, ends = measure.name.partition("_")

    assert f"`{measure.name}`" in TEXT or {f"`{begins}_`", f"`{ends}`"} <= set(re.findall("`[^`]*`", TEXT))
