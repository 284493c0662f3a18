"""Connect to the very address that was checked, and for no longer than there is time."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from ssl import SSLContext
from typing import Any

from httpcore import SOCKET_OPTION, ConnectError, ConnectTimeout, NetworkBackend, NetworkStream

from ingest.links.public import require_public
from ingest.links.troubles import NoAnswer

Resolve = Callable[[str, int], Sequence[str]]


def resolve(host: str, port: int) -> Sequence[str]:
    """The internet addresses of a host, as this computer's resolver gives them."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NoAnswer(f"no site of the name {host} was found; check the address and the connection") from None
    return list(dict.fromkeys(str(each[4][0]) for each in found))


class TimeLeft:
    """Counts down for one page from when it is made; asked once there is none left, it raises `NoAnswer`."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._end = seconds, time.monotonic() + seconds

    def within(self, timeout: float | None) -> float:
        """The seconds that are left, if fewer than these."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise NoAnswer(f"it was not there within {self._seconds:.0f} seconds; try again later")
        return left if timeout is None else min(left, timeout)

    def without(self, waited: float) -> None:
        """Leave out the seconds that were waited on purpose."""
        self._end += waited


@dataclass(frozen=True, slots=True)
class CheckedNetwork(NetworkBackend):
    """Resolves a host once, and connects to what was found only if all of it may be asked.

    TLS and the Host header go on with the name; a second answer of the resolver is never used.
    """

    inner: NetworkBackend
    resolve: Resolve
    left: TimeLeft
    allow_private: bool

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        addresses = self.resolve(host, port)
        for address in addresses:
            require_public(address, allow_private=self.allow_private)
        failure: ConnectError | ConnectTimeout = ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                stream = self.inner.connect_tcp(address, port, self.left.within(timeout), local_address, socket_options)
            except (ConnectError, ConnectTimeout) as error:
                failure = error
            else:
                return _Timed(stream, self.left)
        raise failure


@dataclass(frozen=True, slots=True)
class _Timed(NetworkStream):
    """A stream whose every read counts against the time of the whole: a server that drips bytes gains nothing."""

    inner: NetworkStream
    left: TimeLeft

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.inner.read(max_bytes, self.left.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.inner.write(buffer, self.left.within(timeout))

    def close(self) -> None:
        self.inner.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        return _Timed(self.inner.start_tls(ssl_context, server_hostname, self.left.within(timeout)), self.left)

    def get_extra_info(self, info: str) -> Any:
        return self.inner.get_extra_info(info)
