"""A PostgreSQL server of the tests' own, made of the programs that Debian's package brings."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from itertools import count
from pathlib import Path
from pwd import getpwnam

from sqlalchemy import create_engine, text

USER, PASSWORD = "footnote", "under a quiet bridge"
UNPRIVILEGED = "postgres"
"""Whom the server runs as where the tests are run by root, whom it refuses."""

MISSING = "PostgreSQL is not installed; these tests need it (Debian: sudo apt-get install postgresql)"

_URL = "postgresql://{user}:{password}@127.0.0.1:{port}/{database}"


def programs() -> Path | None:
    """The folder of the newest version that is installed."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda each: float(each.parts[4]))
    found = debian[-1] if debian else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


class Server:
    """Its data lie in a folder of their own; nothing of it outlives the tests, so it need not wait for the disk."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._as: dict[str, object] = {"user": UNPRIVILEGED, "extra_groups": []} if os.geteuid() == 0 else {}
        self.folder = Path(tempfile.mkdtemp(prefix="footnote-postgres-"))
        self._numbers = count(1)
        self.port = _free_port()
        self._make()
        self.start()

    def url(self, database: str = "postgres", user: str = USER, password: str = PASSWORD) -> str:
        return _URL.format(user=user, password=password.replace(" ", "%20"), port=self.port, database=database)

    def new(self) -> str:
        """The address of a database of its own, empty."""
        name = f"test{next(self._numbers)}"
        self.do(f"CREATE DATABASE {name}")
        return self.url(name)

    def emptied(self) -> str:
        """The address of the database that tests share one after the other, empty: a new one takes half a second."""
        self.do("DROP SCHEMA public CASCADE", "CREATE SCHEMA public", "GRANT USAGE ON SCHEMA public TO public")
        return self.url()

    def do(self, *statements: str, url: str | None = None) -> None:
        engine = create_engine((url or self.url()).replace("://", "+pg8000://", 1), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for each in statements:
                connection.execute(text(each))
        engine.dispose()

    def start(self) -> None:
        settings = {"port": self.port, "listen_addresses": "127.0.0.1", "unix_socket_directories": self.folder}
        settings |= {"fsync": "off", "full_page_writes": "off", "autovacuum": "off"}
        said = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        log = (self.folder / "log").open("ab")
        self._process = subprocess.Popen(
            [self._programs / "postgres", "-D", self._data, *said], stderr=log, stdout=log, cwd=self.folder, **self._as
        )
        log.close()
        self._wait()

    def stop(self) -> None:
        """At once, as when the machine goes away."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(30)

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _make(self) -> None:
        if self._as:
            user = getpwnam(UNPRIVILEGED)
            os.chown(self.folder, user.pw_uid, user.pw_gid)
        secret = self.folder / "password"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        said = [f"--username={USER}", f"--pwfile={secret}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"]
        made = [self._programs / "initdb", "-D", self._data, "--no-sync", *said]
        subprocess.run(made, check=True, capture_output=True, cwd=self.folder, **self._as)

    def _wait(self) -> None:
        asked = [self._programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        until = time.monotonic() + 90
        while subprocess.run(asked, check=False).returncode:
            if time.monotonic() > until or self._process.poll() is not None:
                raise RuntimeError((self.folder / "log").read_text())
            time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
