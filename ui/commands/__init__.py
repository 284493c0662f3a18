"""The terminal commands."""

from __future__ import annotations

import io
import logging
import sys
from typing import NoReturn

import typer

from assistant.errors import FootnoteError, Interrupted, LibraryUnusable, Misuse
from ui.commands import articles, asking, conversations, evaluating, ingesting, opening, taking
from ui.commands.codes import INTERRUPTED, MISUSE, REJECTED, UNUSABLE

app = typer.Typer(
    help="Answers about a library of news articles, every sentence footnoted to the paragraph it rests on.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
# In the order of `footnote --help`: those without a name of their own stand beside each other.
for each in (ingesting, asking, evaluating, taking, opening):
    app.add_typer(each.app)
app.add_typer(articles.app, name="articles")
app.add_typer(conversations.app, name="conversations")


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
