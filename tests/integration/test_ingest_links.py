"""`footnote ingest` with addresses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.draft import Rejected
from ingest.ingesting import ingest
from ingest.links.following import pieces_of_links
from ingest.links.limits import Limits
from ingest.piece import Piece
from tests.made import MadeUp
from tests.printing import Words, pdf
from tests.site import Answer, Site, serving
from tests.terminal import Footnote
from tests.unit.test_links_feed import rss


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


def test_what_a_feed_leads_to_is_read_once_and_asked_for_again_only_if_it_has_changed(
    site: Site, tmp_path: Path, made_up: MadeUp
) -> None:
    at = f"http://127.0.0.1:{site.port}"
    report = pdf([Words("The ferry of Hale stays in port until Friday because its engine failed twice.")])
    site.paths |= {
        "/feed": Answer(rss(f"<title>Ferry</title><link>{at}/report</link>")),
        "/report": [Answer(report, headers={"ETag": '"1"'}), Answer(status=304)],
    }

    def found() -> Iterator[Piece | Rejected]:
        return pieces_of_links([f"{at}/feed"], tmp_path, allow_private=True, limits=Limits(pause=0))

    first, second = (ingest(found(), tmp_path, made_up) for _ in range(2))

    assert (first.added, first.rejected) == (1, [])
    assert (second.unchanged, second.rejected, second.embedded) == (1, [], 0)
    assert site.asked[-1][1]["if-none-match"] == '"1"'


def test_a_rehearsal_leaves_no_trace(
    footnote: Footnote, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_ALLOW_PRIVATE_ADDRESSES", "1")

    footnote("ingest", f"http://127.0.0.1:{site.port}/ferry", "--dry-run", "--home", tmp_path / "library")

    assert not (tmp_path / "library").exists()
