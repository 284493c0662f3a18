"""Visiting sites: their rules, their pace, where they lead, what they sent before."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email.utils import formatdate
from pathlib import Path

import pytest

from ingest.decode import Unreadable
from ingest.links.asking import Asker
from ingest.links.cache import open_cache
from ingest.links.limits import LIMITS, Limits
from ingest.links.pace import Pace
from ingest.links.remembered import Remembered
from ingest.links.urls import shown
from ingest.links.visiting import Visitor
from tests.site import PUBLIC, Answer, EverythingLeadsTo, Site, page, redirect, serving

HOME = "http://gazette.example"


@dataclass(slots=True)
class Clock:
    """Time that passes only while someone sleeps. slept: for how long each time."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def clock() -> Clock:
    return Clock()


def resolve(host: str, port: int) -> Sequence[str]:
    return [host if host[0].isdigit() else PUBLIC]


def visitor(site: Site, clock: Clock, cache: Path | None = None, limits: Limits = LIMITS) -> Visitor:
    asker = Asker(limits=limits, resolve=resolve, network=EverythingLeadsTo(site))
    return Visitor(asker, Remembered(open_cache(cache)), Pace(clock.sleep, clock), limits)


def robots(*lines: str) -> Answer:
    return Answer("\n".join(lines).encode(), headers={"Content-Type": "text/plain"})


# Where it leads.


def test_a_redirect_is_followed_and_the_last_address_told(site: Site, clock: Clock) -> None:
    site.paths |= {"/old": redirect("/new?a=1"), "/new?a=1": page("Here.")}

    sent = visitor(site, clock).visit(f"{HOME}/old")

    assert sent.address == f"{HOME}/new?a=1"
    assert b"Here." in sent.data


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/admin",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1:8080/",
        "//192.168.0.1/",
        "http://2130706433/",
    ],
)
def test_a_redirect_into_this_network_is_refused(site: Site, clock: Clock, target: str) -> None:
    site.paths["/"] = redirect(target)
    network = EverythingLeadsTo(site)
    numeric = {"2130706433": "127.0.0.1"}
    asker = Asker(resolve=lambda host, port: resolve(numeric.get(host, host), port), network=network)

    with pytest.raises(Unreadable, match=r"leads on to .*its host leads to"):
        Visitor(asker, Remembered(open_cache(None)), Pace(clock.sleep, clock)).visit(f"{HOME}/")
    assert set(network.dialled) == {PUBLIC}


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://gazette.example/", "gopher://x/", "javascript:alert(1)"]
)
def test_a_redirect_to_what_is_no_web_address_is_refused(site: Site, clock: Clock, target: str) -> None:
    site.paths["/"] = redirect(target)

    with pytest.raises(Unreadable, match="no web address"):
        visitor(site, clock).visit(f"{HOME}/")


def test_redirects_in_a_circle_end(site: Site, clock: Clock) -> None:
    site.paths |= {"/a": redirect("/b"), "/b": redirect("/a", 308)}

    with pytest.raises(Unreadable, match="more than 5 times"):
        visitor(site, clock).visit(f"{HOME}/a")
    assert len(site.pages_asked) == 6


def test_a_password_in_an_address_goes_nowhere(site: Site, clock: Clock) -> None:
    site.paths |= {"/": redirect("http://ada:secret@gazette.example/next"), "/next": page()}

    sent = visitor(site, clock).visit("http://ada:s@cret@gazette.example/#part")

    assert sent.address == f"{HOME}/next"
    assert all("authorization" not in headers for _, headers in site.asked)


@pytest.mark.parametrize(
    "target", ["http://xn--0/", "http://xn--a.example/", "//[:]/", "http:////@.]", "http://a.example:99999/"]
)
def test_a_redirect_to_what_can_be_no_host_is_told(site: Site, clock: Clock, target: str) -> None:
    site.paths["/"] = redirect(target)

    with pytest.raises(Unreadable, match="address"):
        visitor(site, clock).visit(f"{HOME}/")


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example/x", "http://", "https:///x", "file:///x", "http://a.example:port/", "http://a.example/\ud800"],
)
def test_what_is_no_web_address_is_not_visited(site: Site, clock: Clock, address: str) -> None:
    with pytest.raises(Unreadable, match="address"):
        visitor(site, clock).visit(address)


@pytest.mark.parametrize(
    ("status", "what"), [(403, "save the page in your browser"), (404, "no such page"), (410, "gone"), (500, "trouble")]
)
def test_a_page_that_is_not_given_is_told(site: Site, clock: Clock, status: int, what: str) -> None:
    site.paths["/"] = Answer(b"<html>sorry", status)

    with pytest.raises(Unreadable, match=rf"(?s){what}.*|.*{status}.*{what}"):
        visitor(site, clock).visit(f"{HOME}/")


def test_no_message_shows_a_password() -> None:
    assert shown("https://ada:s@cret@gazette.example/x") == "https://gazette.example/x"


# What the site allows.


def test_what_robots_txt_forbids_is_not_asked_for(site: Site, clock: Clock) -> None:
    site.paths |= {"/robots.txt": robots("User-agent: *", "Disallow: /private"), "/private/x": page(), "/x": page()}
    visiting = visitor(site, clock)

    with pytest.raises(Unreadable, match=r"robots\.txt does not allow"):
        visiting.visit(f"{HOME}/private/x")
    visiting.visit(f"{HOME}/x")
    assert site.pages_asked == ["/x"]


def test_rules_for_this_program_go_before_those_for_all(site: Site, clock: Clock) -> None:
    site.paths |= {
        "/robots.txt": robots("User-agent: *", "Disallow:", "", "User-agent: footnote", "Disallow: /"),
        "/x": page(),
    }

    with pytest.raises(Unreadable, match=r"robots\.txt"):
        visitor(site, clock).visit(f"{HOME}/x")


def test_rules_are_asked_for_once(site: Site, clock: Clock) -> None:
    site.paths |= {"/robots.txt": robots(), "/1": page(), "/2": page()}
    visiting = visitor(site, clock)

    visiting.visit(f"{HOME}/1")
    visiting.visit(f"{HOME}/2")

    assert [path for path, _ in site.asked] == ["/robots.txt", "/1", "/2"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_site_without_rules_allows_everything(site: Site, clock: Clock, status: int) -> None:
    site.paths |= {"/robots.txt": Answer(status=status), "/x": page()}

    assert visitor(site, clock).visit(f"{HOME}/x").is_there


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_that_cannot_give_its_rules_is_left_alone(site: Site, clock: Clock, status: int) -> None:
    site.paths |= {"/robots.txt": Answer(status=status), "/x": page()}

    with pytest.raises(Unreadable, match=rf"robots\.txt could not be read \({status}\)"):
        visitor(site, clock).visit(f"{HOME}/x")
    assert site.pages_asked == []


def test_a_redirect_to_a_forbidden_place_is_not_followed(site: Site, clock: Clock) -> None:
    site.paths |= {"/robots.txt": robots("User-agent: *", "Disallow: /private"), "/": redirect("/private")}

    with pytest.raises(Unreadable, match=r"robots\.txt does not allow"):
        visitor(site, clock).visit(f"{HOME}/")
    assert site.pages_asked == ["/"]


# At what pace.


def test_a_host_is_left_in_peace_for_a_second_between_two_requests(site: Site, clock: Clock) -> None:
    site.paths |= {"/1": page(), "/2": page()}
    visiting = visitor(site, clock)

    visiting.visit(f"{HOME}/1")
    visiting.visit("http://other.example/1")
    visiting.visit(f"{HOME}/2")

    assert clock.slept == [1]


@pytest.mark.parametrize(("wanted", "kept"), [("7", 7), ("0.2", 1), ("86400", 30), ("soon", 1)])
def test_the_pause_that_a_site_wants_is_kept_within_reason(site: Site, clock: Clock, wanted: str, kept: float) -> None:
    site.paths |= {"/robots.txt": robots("User-agent: *", f"Crawl-delay: {wanted}"), "/1": page(), "/2": page()}
    visiting = visitor(site, clock)

    visiting.visit(f"{HOME}/1")
    visiting.visit(f"{HOME}/2")

    assert clock.slept == [kept]


def test_a_site_that_asks_to_come_back_later_is_asked_again_then(site: Site, clock: Clock) -> None:
    site.paths["/"] = [Answer(status=429, headers={"Retry-After": "20"}), page("Now.")]

    assert b"Now." in visitor(site, clock).visit(f"{HOME}/").data
    assert clock.slept == [20]


def test_a_date_to_come_back_is_understood(site: Site, clock: Clock) -> None:
    later = formatdate(time.time() + 30, usegmt=True)
    site.paths["/"] = [Answer(status=503, headers={"Retry-After": later}), page()]

    visitor(site, clock).visit(f"{HOME}/")

    assert 25 < clock.slept[0] <= 30


@pytest.mark.parametrize(
    "later", ["soon", "Mon, 01 Jan 2024 00:00:00 +99999999999", "Mon, 01 Jan 99999999999 00:00:00 GMT"]
)
def test_a_date_that_no_calendar_has_is_a_short_while(site: Site, clock: Clock, later: str) -> None:
    site.paths["/"] = [Answer(status=503, headers={"Retry-After": later}), page()]

    visitor(site, clock).visit(f"{HOME}/")

    assert clock.slept == [5]


def test_a_site_that_wants_more_patience_than_there_is_is_told(site: Site, clock: Clock) -> None:
    site.paths["/"] = Answer(status=429, headers={"Retry-After": "3600"})

    with pytest.raises(Unreadable, match="429"):
        visitor(site, clock).visit(f"{HOME}/")
    assert clock.slept == []


def test_a_site_that_never_has_time_is_not_asked_for_ever(site: Site, clock: Clock) -> None:
    site.paths["/"] = Answer(status=503)

    with pytest.raises(Unreadable, match="503"):
        visitor(site, clock).visit(f"{HOME}/")
    assert len(site.pages_asked) == 3


def test_a_site_that_gives_no_answer_is_not_asked_a_thousand_times(site: Site, clock: Clock) -> None:
    site.paths |= {"/busy": Answer(status=503), "/ferry": page()}
    visiting = visitor(site, clock, limits=Limits(retries=0))

    for address in [f"{HOME}/busy"] * 3 + [f"{HOME}/ferry"]:
        with pytest.raises(Unreadable) as last:
            visiting.visit(address)

    assert site.pages_asked == ["/busy"] * 3
    assert "gazette.example gave no answer 3 times running" in str(last.value)
    assert visiting.visit("http://other.example/ferry").is_there


def test_the_time_for_a_page_counts_all_that_it_leads_to(site: Site, clock: Clock) -> None:
    def slowly(request: object) -> None:
        time.sleep(0.04)
        Site.answer(answering, request)  # type: ignore[arg-type]

    answering = Site(paths={f"/{number}": redirect(f"/{number + 1}") for number in range(5)})
    site.paths |= dict.fromkeys(answering.paths, slowly)

    with pytest.raises(Unreadable, match=r"not there within|fell silent"):
        visitor(site, clock, limits=Limits(seconds=0.1, pause=0)).visit(f"{HOME}/0")


# What was sent before.


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, clock: Clock, tmp_path: Path) -> None:
    site.paths["/"] = [
        page("As before.", ETag='"1"', **{"Last-Modified": formatdate(0, usegmt=True)}),
        Answer(status=304),
    ]

    first = visitor(site, clock, tmp_path / "fetched.db").visit(f"{HOME}/")
    second = visitor(site, clock, tmp_path / "fetched.db").visit(f"{HOME}/")

    assert second == first
    _, headers = site.asked[-1]
    assert headers["if-none-match"] == '"1"'
    assert headers["if-modified-since"].endswith("1970 00:00:00 GMT")


def test_a_page_that_has_changed_replaces_what_was_remembered(site: Site, clock: Clock, tmp_path: Path) -> None:
    site.paths["/"] = [page("Old.", ETag='"1"'), page("New.", ETag='"2"'), Answer(status=304)]

    sent = [visitor(site, clock, tmp_path / "fetched.db").visit(f"{HOME}/") for _ in range(3)]

    assert [b"New." in each.data for each in sent] == [False, True, True]


def test_a_page_without_a_mark_is_asked_for_anew(site: Site, clock: Clock, tmp_path: Path) -> None:
    site.paths["/"] = page()

    for _ in range(2):
        visitor(site, clock, tmp_path / "fetched.db").visit(f"{HOME}/")

    assert not any("if-none-match" in headers or "if-modified-since" in headers for _, headers in site.asked)


def test_not_changed_from_a_site_that_was_never_asked_is_an_answer_of_no_use(site: Site, clock: Clock) -> None:
    site.paths["/"] = Answer(status=304)

    with pytest.raises(Unreadable, match="304"):
        visitor(site, clock).visit(f"{HOME}/")


def test_a_damaged_memory_costs_only_a_download(site: Site, clock: Clock, tmp_path: Path) -> None:
    site.paths["/"] = page(ETag='"1"')
    (tmp_path / "fetched.db").write_bytes(b"no database at all" * 100)

    assert visitor(site, clock, tmp_path / "fetched.db").visit(f"{HOME}/").is_there
    visitor(site, clock, tmp_path / "fetched.db").visit(f"{HOME}/")

    assert site.asked[-1][1]["if-none-match"] == '"1"'


def test_a_memory_that_cannot_be_written_is_done_without(site: Site, clock: Clock, tmp_path: Path) -> None:
    site.paths["/"] = page(ETag='"1"')

    assert visitor(site, clock, tmp_path / "no such folder" / "fetched.db").visit(f"{HOME}/").is_there
