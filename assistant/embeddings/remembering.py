"""Vectors of the sentences seen lately, so that a conversation does not encode them again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.embeddings.encoder import Encoder

Vectors = NDArray[np.float32]

# 1.6 KB each, 7 MB: the sentences of some 60 questions in 60,000 passages, each of which weighs 70 new ones.
REMEMBERED = 4096


def remembering(
    encoder: Encoder,
    kept: Callable[[Sequence[str]], Mapping[str, Vectors]] = lambda _: {},
    most: int = REMEMBERED,
) -> Callable[[Sequence[str]], Vectors]:
    """The encoder's `encode`, remembering the texts used last; safe in several threads.

    kept: looks up vectors that were made before, at ingest; only what it does not know is encoded.
    """
    known: OrderedDict[str, Vectors] = OrderedDict()
    mutex = threading.Lock()

    def encode(texts: Sequence[str]) -> Vectors:
        with mutex:
            found = {text: known[text] for text in texts if text in known}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing:
            found |= kept(missing)
        if unknown := [text for text in missing if text not in found]:
            found |= dict(zip(unknown, encoder.encode(unknown), strict=True))
        with mutex:
            known.update(found)
            for text in found:
                known.move_to_end(text)
            while len(known) > most:
                known.popitem(last=False)
        return np.stack([found[text] for text in texts])

    return encode
