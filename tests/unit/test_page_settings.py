"""The settings page as it is drawn: whom it names, what a test of it tells, and what it shows of the library."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from streamlit.testing.v1 import AppTest

from assistant.errors import Misuse
from assistant.settings import Settings, read_settings
from tests.providers import Fails, Provider, Says
from ui.errand import FAILED, Errand
from ui.jobs import Failed
from ui.lookout import Lookout
from ui.reaching import asked
from ui.settings_status import seen
from ui.wording import plain

PATIENCE = 20


def settings_page() -> None:
    from ui.settings_page import draw_settings

    draw_settings()


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("FOOTNOTE_HOME", str(tmp_path / "library"))
    monkeypatch.chdir(tmp_path)
    return AppTest.from_function(settings_page, default_timeout=90)


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-never-to-be-seen-4711")
    with Provider("openai", ["ready"]) as server:
        monkeypatch.setenv("FOOTNOTE_MODEL", server.name)
        monkeypatch.setenv("FOOTNOTE_MODEL_URL", server.url)
        yield server


def drawn(page: AppTest) -> AppTest:
    """The page once all that is looked up in the background is there."""
    settings = read_settings()
    chosen = page.session_state.visit.model if "visit" in page.session_state else None
    seen(settings).look(PATIENCE)
    asked(settings, chosen or settings.model).look(PATIENCE)
    page.run()
    assert not page.exception
    return page


def facts(page: AppTest) -> dict[str, str]:
    shown = [json.loads(each.proto.json) for each in page.get("bidi_component")]
    return {fact["name"]: "\n".join(fact["values"]) for each in shown for fact in each["facts"]}


def after_test(page: AppTest) -> AppTest:
    page.button(key="test_model").click().run()
    for trial in page.session_state.visit.trials.each:
        trial._errand.wait(PATIENCE)
    return page.run()


def test_it_begins_with_the_articles_own_words_which_need_no_test(page: AppTest) -> None:
    drawn(page)

    assert page.radio(key="answerer").value == "extractive"
    assert facts(page)["Leaves this computer"].startswith("Nothing.")
    assert "test_model" not in [each.key for each in page.button]
    assert [each.value for each in page.header] == [
        "Who answers",
        "Library",
        "How passages are found",
        "Conversations",
        "Versions",
        "Appearance",
    ]


def test_a_library_that_is_not_there_says_how_it_is_made_and_the_rest_is_shown(page: AppTest, tmp_path: Path) -> None:
    drawn(page)

    assert "footnote ingest" in page.error[0].value
    assert facts(page)["Folder"] == str(tmp_path / "library")
    assert facts(page)["Library made with"] == "There is no library yet"
    assert facts(page)["Where"] == str(tmp_path / "library" / "conversations.db")


def test_a_model_is_shown_with_where_it_is_asked_and_its_keys_name_only(page: AppTest, model: Provider) -> None:
    drawn(page)

    assert facts(page)["Asked at"] == f"{model.url}, a server on this computer"
    assert facts(page)["Key"] == "Set, as OPENAI_API_KEY"
    assert "sk-never" not in str([each.proto for each in page.get("bidi_component")])
    assert not model.asked


def test_one_click_asks_the_model_and_tells_how_soon_it_answered(page: AppTest, model: Provider) -> None:
    after_test(drawn(page))

    assert page.success[0].value.startswith(f"{plain('openai:scripted')} answered in ")
    assert "It was asked for the word “ready”, and said: ready" in [each.value for each in page.text]
    assert len(model.asked) == 1


def test_a_failing_model_and_a_failing_judge_are_told_apart(
    page: AppTest, model: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_JUDGE_MODEL", "anthropic:judge")
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    model.replies = [Fails(404, "no such model")]

    after_test(drawn(page))

    told = " ".join(each.value for each in page.error)
    assert "there is no model scripted at" in told.replace("\\", "").casefold()
    assert "ANTHROPIC_API_KEY" in told.replace("\\", "")
    assert not page.success


def test_a_test_can_be_stopped_and_what_it_would_have_told_is_not_told(page: AppTest, model: Provider) -> None:
    model.replies = [Says(then="hangs")]
    drawn(page).button(key="test_model").click().run()
    asking = page.session_state.visit.trials.each[0]
    page.button(key="stop_test").click().run()
    assert asking._errand.wait(PATIENCE), "it is hung up on before it would be given up"

    assert "stopped before it answered" in page.info[0].value
    assert "stop_test" not in [each.key for each in page.button]


def test_what_a_test_told_of_one_model_is_not_said_of_another(page: AppTest, model: Provider) -> None:
    after_test(drawn(page))
    page.radio(key="answerer").set_value("extractive").run()
    assert not page.success

    page.radio(key="answerer").set_value(model.name).run()
    assert page.success


def test_work_that_fails_says_why_and_an_error_of_ours_goes_to_the_log() -> None:
    def misused() -> str:
        raise Misuse("name a model")

    assert Errand(misused, "errand").wait(PATIENCE) == Failed("name a model")
    assert Errand(lambda: None, "errand").wait(PATIENCE) == FAILED


def test_however_many_look_one_thread_at_a_time_does_and_the_last_is_shown_meanwhile() -> None:
    looks, go = [0], Event()

    def look() -> int:
        looks[0] += 1
        go.wait(PATIENCE)
        return looks[0]

    lookout = Lookout(look, "lookout", old_after=0)
    assert [lookout.look(), lookout.look(), looks[0]] == [None, None, 1]
    go.set()
    assert lookout.look(PATIENCE) == 1
    go.clear()

    assert lookout.look() == 1  # and begins to look again
    assert lookout.look() == 1
    go.set()
    assert lookout._errand is not None
    lookout._errand.wait(PATIENCE)
    assert lookout.look() == 2


def test_settings_that_differ_are_looked_up_apart(tmp_path: Path) -> None:
    assert seen(Settings(home=tmp_path)) is seen(Settings(home=tmp_path))
    assert seen(Settings(home=tmp_path)) is not seen(Settings(home=tmp_path / "other"))


def test_who_was_named_in_the_moment_before_is_tested(page: AppTest, model: Provider) -> None:
    drawn(page).radio(key="answerer").set_value("Another chat model").run()

    page.text_input(key="answerer_name").set_value("openai:another")
    after_test(page)

    assert [each.name for each in page.session_state.visit.trials.each] == ["openai:another"]
    assert model.bodies[-1]["model"] == "another"
