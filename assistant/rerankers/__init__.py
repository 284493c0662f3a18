"""Cross-encoders by name: sentence-transformers' or FlashRank's, for those who have installed one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.rerank import Reranker

FLASHRANK = "flashrank:"


def open_reranker(name: str) -> Reranker:
    """Open ``cross-encoder/ms-marco-MiniLM-L6-v2``, a folder, or ``flashrank:ms-marco-TinyBERT-L-2-v2``.

    Raises Misuse, with the remedy, for what cannot be opened.
    """
    if name.startswith(FLASHRANK):
        from assistant.rerankers.flash_rank import open_flash_rank

        return open_flash_rank(name)
    from assistant.rerankers.cross_encoder import open_cross_encoder

    return open_cross_encoder(name)
