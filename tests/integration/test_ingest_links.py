"""`footnote ingest` with addresses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site import Answer, Site, serving
from tests.terminal import Footnote


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def test_a_link_into_this_network_is_refused_with_the_remedy(footnote: Footnote, site: Site, tmp_path: Path) -> None:
    address = f"http://127.0.0.1:{site.port}/ferry"

    ran = footnote("ingest", address, "--json", "--home", tmp_path / "library")

    assert ran.code == 1
    (rejected,) = ran.json["rejected"]
    assert rejected["source"] == address
    assert "FOOTNOTE_ALLOW_PRIVATE_ADDRESSES=1" in rejected["reason"]
    assert site.asked == []


def test_a_link_that_is_bad_stops_no_file(
    footnote: Footnote, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_ALLOW_PRIVATE_ADDRESSES", "1")
    site.paths["/ferry"] = Answer(status=410)
    (tmp_path / "ferry.txt").write_text("The ferry of Hale stays in port until Friday because its engine failed twice.")
    address = f"http://127.0.0.1:{site.port}/ferry"

    ran = footnote("ingest", address, tmp_path / "ferry.txt", "--json", "--home", tmp_path / "library")

    assert (ran.code, ran.json["added"]) == (1, 1)
    assert ran.json["rejected"] == [{"source": address, "reason": "the page is gone (410)"}]


def test_a_rehearsal_leaves_no_trace(
    footnote: Footnote, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_ALLOW_PRIVATE_ADDRESSES", "1")

    footnote("ingest", f"http://127.0.0.1:{site.port}/ferry", "--dry-run", "--home", tmp_path / "library")

    assert not (tmp_path / "library").exists()
