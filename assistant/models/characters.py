"""Characters put together of which a stream sends the halves apart."""

from __future__ import annotations

from codecs import getincrementaldecoder

_UTF16 = "utf-16-le"


class Characters:
    """Takes text in pieces. A server that counts in UTF-16 may end a piece within an emoji, or send half of one alone.

    Half a character can neither be looked up, embedded nor saved: what stays one is shown as a character unknown.
    """

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder(_UTF16)("replace")

    def whole(self, piece: str) -> str:
        """The characters that this piece makes whole; half a one at its end waits for the next."""
        return self._decoder.decode(piece.encode(_UTF16, "surrogatepass"))
