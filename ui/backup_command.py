"""`footnote backup`: progress on standard error, what was written on standard output."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from assistant.backup.backing_up import back_up
from assistant.errors import Interrupted
from assistant.settings import Settings
from assistant.wording import counted
from ui.terminal import print_json, print_text, say, say_home

if TYPE_CHECKING:
    from assistant.backup.backing_up import BackedUp


def run_backup(settings: Settings, file: Path, *, overwrite: bool, as_json: bool) -> None:
    """Write the backup and tell what is in it. Raises Interrupted at Ctrl-C."""
    say_home(settings)
    file = file.expanduser()
    with tqdm(unit=" articles", disable=None, leave=False, smoothing=0) as bar:

        def progress(done: int, of: int) -> None:
            bar.total = of
            bar.update(done - bar.n)

        try:
            done = back_up(settings.home, settings.database_url, file, overwrite=overwrite, on_progress=progress)
        except KeyboardInterrupt:
            raise Interrupted("stopped; no backup was written") from None
    if done.conversations_left:
        say(
            f"conversations are not in it: they are kept in {done.conversations_left}; "
            "back them up there, for PostgreSQL with pg_dump"
        )
    if as_json:
        print_json(backup_json(done))
    else:
        print_text(_for_reading(done))


def backup_json(done: BackedUp) -> dict[str, object]:
    manifest = done.manifest
    return {
        "file": str(done.file.resolve()),
        "bytes": done.size,
        "made": manifest.made.isoformat(),
        "version": manifest.footnote,
        "encoder": manifest.encoder,
        "articles": manifest.counts.articles,
        "past": manifest.counts.past,
        "vectors": manifest.counts.vectors,
        "conversations": None if done.conversations_left else manifest.counts.conversations,
    }


def _for_reading(done: BackedUp) -> str:
    counts = done.manifest.counts
    held = [counted(counts.articles, "article")]
    if counts.past:
        held.append(counted(counts.past, "earlier or removed version"))
    if not done.conversations_left:
        held.append(counted(counts.conversations, "conversation"))
    return (
        f"{done.file}: {', '.join(held)} ({done.size / 1024**2:,.1f} MB)\n"
        f"put it back with `footnote restore {done.file} --home FOLDER`"
    )
