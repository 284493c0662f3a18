"""The files of one vector index, read without Chroma to see whether they are sound."""

from __future__ import annotations

import io
import pickle
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray

# As hnswlib's saveIndex writes it and Chroma 1.5 leaves it: version, six sizes, highest level, entry point,
# links an element has above (M), at the bottom (M0) and at most, a factor, the width of the search.
_HEADER = struct.Struct("<i6QiI3QdQ")
_DELETED = 1 << 16  # in the word that counts an element's links
_ROWS = 8192  # looked at at once: some 15 MB


class Unsound(Exception):
    """The files contradict each other; reading them in Chroma could end the process."""


@dataclass(frozen=True, slots=True)
class _Header:
    elements: int
    width: int
    label: int
    vector: int
    top: int
    entry: int
    links: int
    links_below: int


class _Numbers(pickle.Unpickler):
    """Reads plain data; a pickle that names a class or a function could run anything."""

    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"{module}.{name} has no place in an index")


def indexed(folder: Path) -> set[str]:
    """The ids of all that the index holds. Raises Unsound; takes a second for 100,000 of 384 dimensions.

    Chroma maps these files into memory: where one is cut short or a link leads nowhere, it ends with SIGSEGV.
    """
    if not any(folder.iterdir()):
        return set()  # nothing persisted yet: all is in Chroma's log
    try:
        header = _header(folder)
        if not header.elements:
            return set()
        return _check(folder, header)
    except (OSError, ValueError, TypeError, KeyError, IndexError, EOFError, pickle.UnpicklingError) as error:
        raise Unsound(f"{folder}: {error}") from error


def _header(folder: Path) -> _Header:
    data = (folder / "header.bin").read_bytes()
    if len(data) != _HEADER.size:
        raise Unsound(f"{folder}: the header has {len(data)} bytes")
    _, start, _, elements, width, label, vector, top, entry, links, links_below, *_ = _HEADER.unpack(data)
    if start or vector != 4 + 4 * links_below or label + 8 != width or links_below > width:
        raise Unsound(f"{folder}: the header's sizes do not fit each other")
    return _Header(elements, width, label, vector, top, entry, links, links_below)


def _check(folder: Path, header: _Header) -> set[str]:
    if (folder / "length.bin").stat().st_size < 4 * header.elements:
        raise Unsound(f"{folder}: length.bin is cut short")
    levels = _check_upper(folder, header)
    if header.entry >= header.elements or int(levels.max()) != header.top:
        raise Unsound(f"{folder}: the way in leads nowhere")
    living = np.sort(np.concatenate(list(_check_bottom(folder, header))))
    with (folder / "index_metadata.pickle").open("rb") as file:
        ids = _Numbers(io.BytesIO(file.read())).load()["id_to_label"]
    if not np.array_equal(living, np.sort(np.fromiter(ids.values(), np.uint64, len(ids)))):
        raise Unsound(f"{folder}: {len(living)} elements for {len(ids)} ids")
    return set(ids)


def _check_bottom(folder: Path, header: _Header) -> Iterator[NDArray[np.uint64]]:
    """Every element's links lead somewhere, its vector has length one; yields the labels of the living."""
    shape = (header.elements, header.width)
    data = np.memmap(folder / "data_level0.bin", np.uint8, "r", shape=shape)
    for start in range(0, header.elements, _ROWS):
        rows = np.array(data[start : start + _ROWS])
        links = np.ascontiguousarray(rows[:, : header.vector]).view(np.uint32)
        _check_links(folder, header, links)
        vectors = np.ascontiguousarray(rows[:, header.vector : header.label]).view(np.float32)
        if not np.allclose(np.einsum("ij,ij->i", vectors, vectors), 1, atol=1e-3):
            raise Unsound(f"{folder}: there are vectors whose length is not one")
        labels = np.ascontiguousarray(rows[:, header.label :]).view(np.uint64)[:, 0]
        yield labels[(links[:, 0] & _DELETED) == 0]


def _check_upper(folder: Path, header: _Header) -> NDArray[np.int64]:
    """The links above the bottom lead to elements that are there; returns each element's highest level."""
    words = np.fromfile(folder / "link_lists.bin", np.uint32)
    width = 1 + header.links
    levels = np.zeros(header.elements, np.int64)
    blocks: list[tuple[int, NDArray[np.uint32]]] = []
    at = 0
    for element in range(header.elements):
        count = int(words[at]) // 4
        if count:
            block = words[at + 1 : at + 1 + count].reshape(-1, width)
            _check_links(folder, header, block)
            levels[element] = len(block)
            blocks += enumerate(block, start=1)
        at += 1 + count
    if any((levels[links[1 : 1 + (links[0] & 0xFFFF)]] < level).any() for level, links in blocks):
        raise Unsound(f"{folder}: a link leads above the highest level of an element")
    return levels


def _check_links(folder: Path, header: _Header, links: NDArray[np.uint32]) -> None:
    counts, others = links[:, :1] & 0xFFFF, links[:, 1:]
    used = np.arange(others.shape[1]) < counts
    if (counts > others.shape[1]).any() or (others[used] >= header.elements).any():
        raise Unsound(f"{folder}: a link leads nowhere")
