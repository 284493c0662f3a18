"""`footnote chat`: the page on this machine's own address, and the samples read beside it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import webbrowser
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

from assistant.errors import Misuse
from assistant.settings import Settings
from ui.terminal import say, say_home

HOST = "127.0.0.1"
_PAGE = Path(__file__).with_name("app.py")
_PATIENCE = 60.0
_GRACE = 5.0

_STORES, _FEW = "MALLOC_ARENA_MAX", "2"
"""Stores of freed memory, one for each thread otherwise (glibc): 33 MB more after 200 questions on twenty pages."""

_LARGEST_DROP_MB = 200
"""Of a file dropped onto the page, which is held in memory until it is read; archives and dumps hold many articles."""


def serve(settings: Settings, port: int, samples: Path | None, *, open_browser: bool) -> None:
    """Run the page until it is stopped. Raises Misuse where the port is taken."""
    say_home(settings)
    _require_free(port)
    address = f"http://localhost:{port}"
    begun: list[subprocess.Popen[bytes]] = []
    _stop_like_ctrl_c()
    try:
        server = _draw(settings, port)
        begun.append(server)
        if samples and _wants_reading(settings, samples):
            begun.append(_read(settings, samples))
        Thread(target=_announce, args=(address, port, open_browser), daemon=True).start()
        code = server.wait()
    except KeyboardInterrupt:
        code = 0
    finally:
        for each in begun:
            _end(each)
    if code > 0:
        sys.exit(code)


def _stop_like_ctrl_c() -> None:
    """Let a closed terminal, or a polite kill, end the processes begun here as Ctrl-C does."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


def _draw(settings: Settings, port: int) -> subprocess.Popen[bytes]:
    """Run the page in a process of its own."""
    own = {"FOOTNOTE_HOME": str(settings.home.resolve())}
    return subprocess.Popen(_command(settings, port), env={_STORES: _FEW, **os.environ, **own})


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        with suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE)
    finally:
        process.kill()


def _command(settings: Settings, port: int) -> list[str]:
    streamlit = [sys.executable, "-m", "streamlit", "run", str(_PAGE)]
    largest = max(_LARGEST_DROP_MB, settings.max_file_mb)
    return [*streamlit, "--server.port", str(port), "--server.headless", "true", "--server.maxUploadSize", str(largest)]


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise Misuse(
                f"port {port} is in use, perhaps by a page that is open already (http://localhost:{port}); "
                f"close it, or choose another: footnote chat --port {port + 1}, make chat PORT={port + 1}"
            ) from error


def _wants_reading(settings: Settings, samples: Path) -> bool:
    """Whether there is no library yet, or something in the folder came after its last change."""
    try:
        last = (settings.home / "generation").stat().st_mtime
    except FileNotFoundError:
        return True
    # The time of the last change of the directory entry: a file moved in keeps its own, older date.
    return any(each.stat().st_ctime > last for each in samples.rglob("*") if each.is_file())


def _read(settings: Settings, samples: Path) -> subprocess.Popen[bytes]:
    """Ingest in a process of its own: the page is drawn meanwhile, and sees what comes in."""
    command = [sys.executable, "-m", "ui.commands", "ingest", str(samples), "--home", str(settings.home)]
    return subprocess.Popen(command, stdout=sys.stderr)


def _announce(address: str, port: int, open_browser: bool) -> None:  # noqa: FBT001  a thread's target
    if not _answers(port):
        return
    say(f"the page is at {address} (Ctrl-C stops it)")
    if open_browser and not _opened(address):
        say(f"no browser could be opened here; open {address} yourself")


def _answers(port: int) -> bool:
    ends = monotonic() + _PATIENCE
    while monotonic() < ends:
        try:
            with urlopen(f"http://{HOST}:{port}/_stcore/health", timeout=1) as health:
                return bool(health.read() == b"ok")
        except (URLError, OSError):
            sleep(0.1)
    return False


def _opened(address: str) -> bool:
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    return webbrowser.open(address)
