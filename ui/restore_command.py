"""`footnote restore`: progress on standard error, what was restored on standard output."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Never

from tqdm import tqdm

from assistant.embeddings import encoder_when_needed
from assistant.embeddings.weights import MODEL
from assistant.errors import Interrupted
from assistant.settings import Settings
from assistant.wording import counted
from ingest.moving_in import LOOKING, MovedIn, move_in
from ui.terminal import print_json, print_text, say, say_home


def run_restore(settings: Settings, file: Path, *, as_json: bool) -> None:
    """Restore the backup and tell what was in it. Raises Interrupted at Ctrl-C."""
    say_home(settings)
    open_encoder = partial(encoder_when_needed, settings.embeddings, settings.weights)
    with ExitStack() as bars:
        try:
            done = move_in(file.expanduser(), settings.home, open_encoder, _Bars(bars).show)
        except KeyboardInterrupt:
            raise Interrupted("stopped; run the same again to restore the library: it begins anew") from None
    _say_what_is_set_otherwise(settings, done)
    if as_json:
        print_json(restored_json(settings, done))
    else:
        print_text(_for_reading(done))


class _Bars:
    """A progress bar for what is being done, one after the other."""

    def __init__(self, bars: ExitStack) -> None:
        self._bars, self._doing = bars, ""
        self._bar: tqdm[Never] | None = None

    def show(self, doing: str, done: int, of: int) -> None:
        if self._bar is None or doing != self._doing:
            self._bars.close()
            unit, scaled = ("B", True) if doing == LOOKING else (" articles", False)
            bar = tqdm(desc=doing, total=of, unit=unit, unit_scale=scaled, disable=None, leave=False, smoothing=0)
            self._bar, self._doing = self._bars.enter_context(bar), doing
        self._bar.update(done - self._bar.n)


def _say_what_is_set_otherwise(settings: Settings, done: MovedIn) -> None:
    encoder, made_with = settings.embeddings or MODEL, done.manifest.encoder
    if encoder != made_with:
        say(
            f"the library was embedded with {made_with}, but {encoder} is set; set FOOTNOTE_EMBEDDINGS accordingly, "
            "or run `footnote ingest --rebuild`"
        )
    if settings.database_url and done.manifest.counts.conversations:
        say(
            "its conversations are in the library's folder, but FOOTNOTE_DATABASE_URL names another place; "
            "unset it to see them"
        )


def restored_json(settings: Settings, done: MovedIn) -> dict[str, object]:
    manifest = done.manifest
    return {
        "home": str(settings.home.resolve()),
        "made": manifest.made.isoformat(),
        "version": manifest.footnote,
        "encoder": manifest.encoder,
        "articles": manifest.counts.articles,
        "passages": done.passages,
        "past": manifest.counts.past,
        "conversations": manifest.counts.conversations,
        "embedded": done.embedded,
        "seconds": round(done.seconds, 1),
    }


def _for_reading(done: MovedIn) -> str:
    counts = done.manifest.counts
    held = f"{counted(counts.articles, 'article')} in {counted(done.passages, 'passage')}"
    return (
        f"restored {held} with {counted(counts.conversations, 'conversation')} "
        f"from {done.manifest.made:%d %B %Y %H:%M} UTC ({done.seconds:.1f} s)"
    )
