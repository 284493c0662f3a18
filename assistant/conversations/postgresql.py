"""The way to a PostgreSQL server."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from datetime import datetime
from getpass import getuser
from importlib.util import find_spec
from typing import Any

from sqlalchemy import URL, Connection, text

from assistant.errors import Misuse

DRIVERS = ("pg8000", "psycopg", "psycopg2")
"""In the order in which they are taken where the address names none; the first is tested."""

_PORT = 5432

_MOMENT = 1184
"""The number of the type "timestamp with time zone"."""

_GRANT = (
    "give its user the right to make and change tables there: "
    "GRANT CREATE ON SCHEMA public TO that user, or make the user the owner of the database"
)

_REMEDIES = {
    "08": "see that the server is running and can be reached from here",
    "28": "correct the name or the password in FOOTNOTE_DATABASE_URL, or let this user in (pg_hba.conf)",
    "3D000": "make that database with `createdb`, or correct its name in FOOTNOTE_DATABASE_URL",
    "3F000": _GRANT,
    "42501": _GRANT,
    "25006": "this server only reads, like a standby; name the one that writes in FOOTNOTE_DATABASE_URL",
    "40": "try again",
    "53100": "make room on the server's disk",
    "53": "the server has too much to do; close other programs that use it, or try later",
    "55P03": "another program holds it; close that program",
    "57": "wait until the server is up again",
}
"""By the beginning of the SQLSTATE (PostgreSQL's manual, appendix A)."""

_UNREACHED = (
    "see that the server is running, that FOOTNOTE_DATABASE_URL names it rightly and that no firewall is between"
)


def address(url: URL, patience: int) -> tuple[URL, Mapping[str, Any]]:
    """The address for the driver that is installed, and what that one is to be told besides.

    patience: seconds to wait for the server. Raises Misuse.
    """
    named = url.get_driver_name() if "+" in url.drivername else None
    driver = named or next((each for each in DRIVERS if find_spec(each)), None)
    if driver is None or driver not in DRIVERS or not find_spec(driver):
        raise Misuse(
            f"FOOTNOTE_DATABASE_URL needs {driver or DRIVERS[0]}, which is not installed or not known; "
            f"pip install {DRIVERS[0]}, and write the address as postgresql://…"
        )
    url = url.set(drivername=f"postgresql+{driver}", username=url.username or getuser())
    return _for_pg8000(url, patience) if driver == "pg8000" else (url, {"connect_timeout": patience})


def _for_pg8000(url: URL, patience: int) -> tuple[URL, Mapping[str, Any]]:
    """What others understand in an address of PostgreSQL's, for the driver that does not (libpq, 34.1.2)."""
    asked = {name: str(value) for name, value in url.query.items()}
    told: dict[str, Any] = {"timeout": patience, "ssl_context": _encryption(asked), "password": url.password or ""}
    folder = asked.pop("host", "")
    if folder:
        told["unix_sock"] = f"{folder}/.s.PGSQL.{asked.pop('port', None) or url.port or _PORT}"
    if "application_name" in asked:
        told["application_name"] = asked.pop("application_name")
    if asked:
        raise Misuse(f"FOOTNOTE_DATABASE_URL: {', '.join(sorted(asked))} after the ? is not understood; leave it out")
    return url.set(query={}), told


def _encryption(asked: dict[str, str]) -> ssl.SSLContext | bool | None:
    """sslmode: None tries to encrypt, True insists on it, a context also asks who the server is."""
    mode, root = asked.pop("sslmode", "prefer"), asked.pop("sslrootcert", None)
    simple = {"disable": False, "allow": None, "prefer": None, "require": True}
    if mode in simple and not root:
        return simple[mode]
    try:
        context = ssl.create_default_context(cafile=root)
    except OSError as error:
        raise Misuse(f"FOOTNOTE_DATABASE_URL: sslrootcert={root} cannot be read ({error.strerror or error})") from error
    context.check_hostname = mode == "verify-full"
    return context


def prepare(connection: Any, _: object) -> None:
    """Have pg8000 read moments in a twentieth of its time: a list of 1,000 conversations has 2,000 of them."""
    if hasattr(connection, "register_in_adapter"):
        connection.register_in_adapter(_MOMENT, datetime.fromisoformat)


def generation(connection: Connection) -> str:
    """What the server has written until now, also in other databases of its own: to look in vain costs little."""
    return str(connection.scalar(text("SELECT CAST(pg_current_snapshot() AS text)")))


def state(error: BaseException | None) -> str | None:
    """The SQLSTATE that the server gave, None where it did not come to that."""
    said = getattr(error, "sqlstate", None) or getattr(error, "pgcode", None)
    if said is None and error is not None and error.args and isinstance(error.args[0], dict):
        said = error.args[0].get("C")
    return said if isinstance(said, str) else None


def told(error: BaseException) -> tuple[str, str]:
    """What the server, or the way to it, has to say, and the remedy."""
    code = state(error)
    if code is None:
        return _cause(error), _way(error)
    fitting = (remedy for sign, remedy in _REMEDIES.items() if code.startswith(sign))
    return _cause(error), next(fitting, "see the server's log")


def _way(error: BaseException) -> str:
    """The remedy where no server has said a word."""
    if "refuses SSL" in str(error):
        return "have the server encrypt, or leave sslmode out of FOOTNOTE_DATABASE_URL"
    if isinstance(error, ssl.SSLError) or isinstance(error.__cause__, ssl.SSLError):
        return "name the file of the certificate that it is known by: sslrootcert=FILE in FOOTNOTE_DATABASE_URL"
    return _UNREACHED


def _cause(error: BaseException) -> str:
    """In the server's words; where there is none, in those of the network."""
    if error.args and isinstance(error.args[0], dict):
        return str(error.args[0].get("M", "")).strip()
    below = next((each for each in (error, error.__cause__) if isinstance(each, OSError)), None)
    return str(below.strerror or below) if below else str(error).strip().split("\n")[0]
