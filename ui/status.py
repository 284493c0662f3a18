"""How a library and what it is used with are right now: what the terminal prints, and the page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.errors import ModelTrouble
from assistant.models.server import read_server
from ui.disk import Disk, disk
from ui.encoding import Encoding, encoding
from ui.health import Health, health
from ui.kept_at import KeptAt
from ui.versions import formats, versions

if TYPE_CHECKING:
    from assistant.settings import Settings
    from ui.holdings import Holdings
    from ui.versions import Numbers


@dataclass(frozen=True, slots=True)
class Shelves:
    """What is known of a library that is open: what it holds, and the encoder that it was made with."""

    holdings: Holdings
    encoder: str


@dataclass(frozen=True, slots=True)
class Status:
    """shelves: None where the library is not open; trouble: why it is not."""

    settings: Settings
    shelves: Shelves | None
    trouble: str | None
    encoding: Encoding
    disk: Disk
    health: Health
    kept: KeptAt
    versions: Numbers
    formats: Numbers

    @property
    def home(self) -> str:
        return str(self.settings.home.resolve())

    @property
    def server(self) -> str | None:
        """Where the chat model is asked instead of at its provider, without a password; or why nowhere."""
        try:
            server = read_server(self.settings.model_url)
        except ModelTrouble as error:
            return str(error)
        return server.url if server else None


def status(settings: Settings, shelves: Shelves | None, kept: KeptAt, trouble: str | None = None) -> Status:
    """Look at all that can be seen without opening the library: some tenths of a second."""
    return Status(
        settings=settings,
        shelves=shelves,
        trouble=trouble,
        encoding=encoding(settings, shelves.encoder if shelves else None),
        disk=disk(settings.home),
        health=health(settings.home),
        kept=kept,
        versions=versions(),
        formats=formats(),
    )
