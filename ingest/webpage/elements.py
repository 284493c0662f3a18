"""The elements of HTML by what browsers do with their text."""

from __future__ import annotations

_UNSEEN = "head script style template noscript svg iframe object embed applet canvas audio video rp"
_BREAKING = (
    "html body address article aside blockquote button caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav"
    " noframes ol optgroup option p plaintext pre search section select summary table tbody td textarea tfoot th thead"
    " tr ul xmp"
)
_CLOSED = "html head body p h1 h2 h3 h4 h5 h6 title meta link script style br hr"
_INLINE = "a abbr b bdi bdo cite code em font i ins mark q s small span strong sub sup time u"

UNSEEN = frozenset(_UNSEEN.split())
"""Nobody reads the text in these."""

BREAKING = frozenset(_BREAKING.split())
"""Text in these stands apart from that around them."""

CLOSED = frozenset(_CLOSED.split())
"""The next of their kind ends these, so that they are never in each other."""

INLINE = frozenset(_INLINE.split())
"""Text in these goes on in the same line."""
