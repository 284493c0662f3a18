"""The terminal commands."""

from __future__ import annotations

import io
import logging
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from assistant.errors import FootnoteError, Interrupted, LibraryUnusable, Misuse
from assistant.exports.formats import Format
from assistant.settings import NAMES, Settings, read_settings

if TYPE_CHECKING:
    from assistant.domain import Filters

REJECTED, MISUSE, UNUSABLE = 1, 2, 3

# What Typer ends with on Ctrl-C, and shells expect.
INTERRUPTED = 130

app = typer.Typer(
    help="Answers about a library of news articles, every sentence footnoted to the paragraph it rests on.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
articles = typer.Typer(help="List, show, remove and restore articles.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(articles, name="articles")
conversations = typer.Typer(
    help="List, show, search, rename, remove and restore conversations.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(conversations, name="conversations")

Home = Annotated[
    Path | None,
    typer.Option("--home", metavar="DIR", help="The library's folder (default: FOOTNOTE_HOME, else ./library)."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
After = Annotated[str | None, typer.Option(metavar="DATE", help="Only what was published on this day or later.")]
Before = Annotated[str | None, typer.Option(metavar="DATE", help="Only what was published on this day or earlier.")]
Outlets = Annotated[list[str] | None, typer.Option("--outlet", metavar="NAME", help="Only this outlet; repeatable.")]
Authors = Annotated[list[str] | None, typer.Option("--author", metavar="NAME", help="Only by them; repeatable.")]
ArticleIds = Annotated[
    list[str] | None,
    typer.Option("--article", metavar="ID", help="Only this article (`articles list` names it); repeatable."),
]
Asked = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="The day of asking: what was published shortly before it is preferred, and “last week” is read by it.",
    ),
]
Batch = Annotated[Path | None, typer.Option(metavar="IN.jsonl", help="Answer each line's question.")]
Out = Annotated[Path | None, typer.Option(metavar="OUT.jsonl", help="Where a batch's results go.")]


@app.command(epilog="Example: footnote ingest my-articles/ report.pdf dump.json.gz https://gazette.example/feed.xml")
def ingest(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...",
            help="Files, folders, .zip archives, addresses of articles, feeds and sitemaps;"
            " - reads JSON Lines from standard input.",
        ),
    ] = None,
    *,
    sync: Annotated[
        bool,
        typer.Option(
            help="Remove articles whose files have gone from the files and folders named; what left a feed stays."
        ),
    ] = False,
    rebuild: Annotated[bool, typer.Option(help="Make the library anew from its stored text; takes no source.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Say what would be done; change nothing.")] = False,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Read articles into the library; what is there already costs nothing."""
    from ui.ingest_command import run_ingest

    if rebuild == bool(sources):
        raise Misuse("name files, folders or addresses to ingest, or use --rebuild without any")
    if rebuild and (sync or dry_run):
        raise Misuse("--rebuild goes with neither --sync nor --dry-run")
    settings = _settings(home)
    report = run_ingest(settings, sources or [], sync=sync, rebuild=rebuild, dry_run=dry_run, as_json=as_json)
    if report.stopped:
        raise typer.Exit(INTERRUPTED)
    raise typer.Exit(REJECTED if report.rejected else 0)


@app.command(epilog='Example: footnote ask "When did Armenia join the court?" --after 2024-01-01')
def ask(
    question: Annotated[str | None, typer.Argument(help="What to ask.")] = None,
    *,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Who answers: `extractive` quotes; a chat model, such as openai:gpt-5.1, ollama:llama3.2 or"
            " anthropic:claude-sonnet-4-5, writes (default: FOOTNOTE_MODEL, else extractive).",
        ),
    ] = None,
    asked: Asked = None,
    after: After = None,
    before: Before = None,
    outlet: Outlets = None,
    author: Authors = None,
    article: ArticleIds = None,
    conversation: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Go on with a kept conversation, or begin one under this name."),
    ] = None,
    batch: Batch = None,
    out: Out = None,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Answer a question, each sentence with the passage it rests on."""
    from ui.ask_command import ask_all, ask_one

    filters = _filters(after, before, outlet, author, article)
    settings = _settings(home).answered_by(model)
    if conversation and (batch or out):
        raise Misuse("--conversation goes with one question; a batch's lines bring their own `history`")
    if batch or out:
        raise typer.Exit(ask_all(settings, *_both(batch, out, question), filters, _day(asked, "--asked")))
    given, day = _given(question, "a question"), _day(asked, "--asked")
    ask_one(settings, given, filters, day, conversation, as_json=as_json)


@app.command(epilog='Example: footnote search "airport peacekeepers" -k 5 --json')
def search(
    query: Annotated[str | None, typer.Argument(help="What to look for.")] = None,
    *,
    count: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many paragraphs.")] = 10,
    asked: Asked = None,
    after: After = None,
    before: Before = None,
    outlet: Outlets = None,
    author: Authors = None,
    article: ArticleIds = None,
    batch: Batch = None,
    out: Out = None,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Find the paragraphs that a query is about."""
    from ui.search_command import Wanted, search_all, search_one

    wanted = Wanted(count, _filters(after, before, outlet, author, article), _day(asked, "--asked"))
    if batch or out:
        raise typer.Exit(search_all(_settings(home), *_both(batch, out, query), wanted))
    search_one(_settings(home), _given(query, "a query"), wanted, as_json=as_json)


@app.command(epilog="Example: footnote evaluate questions.jsonl --against FOOTNOTE_HOME=other-library")
def evaluate(
    questions: Annotated[
        Path | None,
        typer.Argument(
            metavar="QUESTIONS.jsonl",
            help='A question a line with what is known of its answer: {"question": "...", "answers": ["..."]}, '
            "`article` (id, URL or title), `paragraph` (text or number), or `answerable`: false.",
        ),
    ] = None,
    *,
    from_feedback: Annotated[
        bool,
        typer.Option(
            "--from-feedback",
            help="Make the questions of what people said of replies; --out is where these questions go, to be kept and"
            " edited.",
        ),
    ] = False,
    against: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=VALUE", help="Compare with the library under another setting; repeatable."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="OUT.jsonl", help="Where each question's reply and judgement go.")
    ] = None,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Score the library and settings on questions with known answers."""
    from ui.evaluate_command import run_evaluation
    from ui.evaluate_feedback import run_on_feedback

    if from_feedback == bool(questions):
        raise Misuse("name a file of questions to score, or use --from-feedback without any")
    settings = _settings(home)
    instead = _instead(against or [])
    others = read_settings(instead).at(None if "FOOTNOTE_HOME" in instead else home) if instead else None
    if questions:
        unread = run_evaluation(settings, questions, others, out, as_json=as_json)
    else:
        unread = run_on_feedback(settings, others, out, as_json=as_json)
    raise typer.Exit(REJECTED if unread else 0)


@articles.command("list", epilog="Example: footnote articles list --json")
def list_articles(
    *,
    removed: Annotated[bool, typer.Option("--removed", help="List what was removed and can be put back.")] = False,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """List the articles, newest first."""
    from ui.articles_command import list_all, list_removed

    (list_removed if removed else list_all)(_settings(home), as_json=as_json)


@articles.command("show", epilog="Example: footnote articles show 3f2a91c07be4d856")
def show_article(
    article_id: Annotated[str, typer.Argument(metavar="ID")],
    *,
    changes: Annotated[bool, typer.Option("--changes", help="Show what changed from version to version.")] = False,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Show one article with the numbers of its paragraphs."""
    from ui.articles_command import show

    show(_settings(home), article_id, with_changes=changes, as_json=as_json)


@articles.command("remove", epilog="Example: footnote articles remove 3f2a91c07be4d856")
def remove_articles(
    article_ids: Annotated[list[str], typer.Argument(metavar="ID...")], *, as_json: Json = False, home: Home = None
) -> None:
    """Take articles out of the library, until the next ingest with a way back; their files stay where they are."""
    from ui.articles_command import remove_all

    remove_all(_settings(home), article_ids, as_json=as_json)


@articles.command("restore", epilog="Example: footnote articles restore 3f2a91c07be4d856")
def restore_articles(
    article_ids: Annotated[list[str], typer.Argument(metavar="ID...")], *, as_json: Json = False, home: Home = None
) -> None:
    """Put back what was removed since the last ingest (`list --removed` names it)."""
    from ui.articles_command import restore_all

    restore_all(_settings(home), article_ids, as_json=as_json)


@conversations.command("list", epilog="Example: footnote conversations list --json")
def list_conversations(
    *,
    removed: Annotated[bool, typer.Option("--removed", help="List what was removed and can be put back.")] = False,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """List the conversations, what changed last first."""
    from ui.conversations_command import list_all

    list_all(_settings(home), removed=removed, as_json=as_json)


@conversations.command("show", epilog="Example: footnote conversations show ferry-story")
def show_conversation(
    conversation_id: Annotated[str, typer.Argument(metavar="ID")], *, as_json: Json = False, home: Home = None
) -> None:
    """Show the questions with their answers, citations and marks."""
    from ui.conversations_command import show

    show(_settings(home), conversation_id, as_json=as_json)


@conversations.command("search", epilog="Example: footnote conversations search ferry '\"port until Friday\"'")
def search_conversations(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="All of them; in quotation marks, as one.")],
    *,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Find words in names, questions, answers and quotes, whatever their case and accents."""
    from ui.conversations_command import search

    search(_settings(home), words, as_json=as_json)


@conversations.command("rename", epilog='Example: footnote conversations rename ferry-story "The ferry of Hale"')
def rename_conversation(
    conversation_id: Annotated[str, typer.Argument(metavar="ID")],
    name: Annotated[str, typer.Argument(metavar="NAME")],
    *,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Give a conversation another name than its first question."""
    from ui.conversations_command import rename

    rename(_settings(home), conversation_id, name, as_json=as_json)


@conversations.command("remove", epilog="Example: footnote conversations remove ferry-story")
def remove_conversations(
    conversation_ids: Annotated[list[str], typer.Argument(metavar="ID...")], *, as_json: Json = False, home: Home = None
) -> None:
    """Take conversations away, for 30 days with a way back."""
    from ui.conversations_command import remove_all

    remove_all(_settings(home), conversation_ids, as_json=as_json)


@conversations.command("restore", epilog="Example: footnote conversations restore ferry-story")
def restore_conversations(
    conversation_ids: Annotated[list[str], typer.Argument(metavar="ID...")], *, as_json: Json = False, home: Home = None
) -> None:
    """Put back what was removed (`list --removed` names it)."""
    from ui.conversations_command import restore_all

    restore_all(_settings(home), conversation_ids, as_json=as_json)


@app.command(epilog="Example: footnote export 5f0c2b71a9e84d36 --format docx --out bridge.docx")
def export(
    conversation_id: Annotated[
        str, typer.Argument(metavar="CONVERSATION_ID", help="It stands in the page's address, behind `conversation=`.")
    ],
    *,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="The conversation as a document (markdown, html, docx) or as data (json); or the articles that it"
            " cites as references (bibtex, ris, csl). Default: by the name of --out, else markdown.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where it goes (default: standard output); a Word file needs one."),
    ] = None,
    home: Home = None,
) -> None:
    """Take a conversation along, every reference with its quote; or the articles that it cites."""
    from ui.export_command import export as export_one

    export_one(_settings(home), conversation_id, form, out)


@app.command(epilog="Example: footnote backup ~/backups/newsroom.zip")
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The archive to write, such as newsroom.zip.")],
    *,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Write the library and its conversations to one file, also while others work with it."""
    from ui.backup_command import run_backup

    run_backup(_settings(home), file, overwrite=force, as_json=as_json)


@app.command(epilog="Example: footnote restore ~/backups/newsroom.zip --home newsroom")
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `footnote backup` has written.")],
    *,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Put a library and its conversations back from a backup, into a new or empty folder."""
    from ui.restore_command import run_restore

    run_restore(_settings(home), file, as_json=as_json)


@app.command(epilog="Example: footnote status --json")
def status(*, as_json: Json = False, home: Home = None) -> None:
    """Say what is in the library and what it is used with."""
    from ui.status_command import show_status

    show_status(_settings(home), as_json=as_json)


@app.command(epilog="Example: footnote chat --port 8600")
def chat(
    *,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where the page listens on this machine.")] = 8501,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    samples: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="A folder whose articles are read when the library is empty, or new there."),
    ] = None,
    home: Home = None,
) -> None:
    """Open the chat page."""
    from ui.serve import serve

    serve(_settings(home), port, samples, open_browser=browser)


def main() -> None:
    """Run a command; errors meant for people become a sentence and an exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # News is full of dashes and quotes, and JSON is UTF-8 whatever the terminal's language.
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    logging.basicConfig(format="footnote: %(message)s", level=logging.WARNING, stream=sys.stderr)
    try:
        app()
    except Misuse as error:
        _fail(str(error), MISUSE)
    except LibraryUnusable as error:
        _fail(str(error), UNUSABLE)
    except Interrupted as error:
        _fail(str(error), INTERRUPTED)
    except FootnoteError as error:
        _fail(str(error), REJECTED)
    except SystemExit as end:
        if end.code == INTERRUPTED:
            _fail("stopped; what was done until now is kept", INTERRUPTED)
        raise


def _fail(message: str, code: int) -> NoReturn:
    from ui.terminal import say

    say(message)
    sys.exit(code)


def _settings(home: Path | None) -> Settings:
    return read_settings().at(home)


def _instead(given: list[str]) -> dict[str, str]:
    """The settings of --against, by name."""
    pairs = [each.partition("=") for each in given]
    unknown = [name for name, parted, _ in pairs if not parted or name not in NAMES]
    if unknown:
        raise Misuse(f"--against {unknown[0]}: write NAME=VALUE with one of {', '.join(NAMES)}")
    return {name: value for name, _, value in pairs}


def _filters(
    after: str | None,
    before: str | None,
    outlets: list[str] | None,
    authors: list[str] | None,
    article_ids: list[str] | None,
) -> Filters:
    from assistant.domain import Filters

    first, last = _day(after, "--after"), _day(before, "--before")
    filters = Filters(first, last, tuple(outlets or ()), tuple(authors or ()), tuple(article_ids or ()))
    if filters.after and filters.before and filters.after > filters.before:
        raise Misuse(f"no day is both after {filters.after} and before {filters.before}; swap the two")
    return filters


def _day(text: str | None, option: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Misuse(f"{option} {text}: write the day as 2024-05-08") from error


def _given(words: str | None, what: str) -> str:
    if not words or not words.strip():
        raise Misuse(f"{what} is missing; see --help for an example")
    return words.encode(errors="replace").decode()  # bytes of a terminal that is not UTF-8


def _both(batch: Path | None, out: Path | None, words: str | None) -> tuple[Path, Path]:
    if batch is None or out is None or words:
        raise Misuse("--batch IN.jsonl goes with --out OUT.jsonl, and with no question beside them")
    return batch, out


if __name__ == "__main__":
    main()
