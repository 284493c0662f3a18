"""What a site sent when an address was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message

_THERE = range(200, 204)
_ELSEWHERE = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Sent:
    """address: the one that was asked last, after what it led to. etag, modified: the site's own words for this
    state of it, to be given back when it is asked again.
    """

    address: str
    status: int
    data: bytes = b""
    content_type: str = ""
    etag: str = ""
    modified: str = ""
    location: str = ""
    retry_after: str = ""

    @property
    def is_there(self) -> bool:
        return self.status in _THERE

    @property
    def is_elsewhere(self) -> bool:
        """Whether the site says that another address has it."""
        return self.status in _ELSEWHERE and bool(self.location)

    @property
    def media_type(self) -> str:
        """Such as ``text/html``, as the site calls it; it may be wrong."""
        return self._told.get_content_type() if self.content_type.strip() else ""

    @property
    def charset(self) -> str | None:
        """The encoding that the site names, if there is such a one."""
        name = self._told.get_content_charset() or ""
        try:
            b"".decode(name)
        except (LookupError, ValueError):
            return None
        return name

    @property
    def _told(self) -> Message:
        message = Message()
        message["Content-Type"] = self.content_type
        return message
