"""Asking a site that plays tricks."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler

import httpx
import pytest

from ingest.decode import Unreadable
from ingest.links.asking import Asker
from ingest.links.connecting import TimeLeft
from ingest.links.limits import Limits
from ingest.links.sent import Sent
from ingest.links.unpacking import unpacked
from tests.site import PUBLIC, Answer, EverythingLeadsTo, Site, page, serving

SMALL = Limits(sent=10_000, unpacked=20_000)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def public(host: str, port: int) -> Sequence[str]:
    return [PUBLIC]


def ask(site: Site, path: str = "/", limits: Limits = SMALL, seconds: float = 20) -> Sent:
    asker = Asker(limits=limits, resolve=public, network=EverythingLeadsTo(site))
    return asker(httpx.URL(f"http://gazette.example{path}"), {}, TimeLeft(seconds))


def test_a_page_comes_with_what_the_site_says_of_it(site: Site) -> None:
    site.paths["/"] = page("Ships sail.", ETag='"1"')

    sent = ask(site)

    assert (sent.status, sent.media_type, sent.charset, sent.etag) == (200, "text/html", "utf-8", '"1"')
    assert b"Ships sail." in sent.data


def test_a_request_says_who_asks_and_for_whom_but_no_password(site: Site) -> None:
    Asker(resolve=public, network=EverythingLeadsTo(site))(
        httpx.URL("http://ada:secret@gazette.example:8080/?q=1#part"), {}, TimeLeft(20)
    )

    path, headers = site.asked[0]
    assert path == "/?q=1"
    assert headers["host"] == "gazette.example:8080"
    assert headers["user-agent"].startswith("Footnote/")
    assert not {"authorization", "cookie", "referer"} & set(headers)


def test_the_connection_is_made_to_the_address_that_was_checked(site: Site) -> None:
    answers = [[PUBLIC], ["127.0.0.1"]]
    network = EverythingLeadsTo(site)
    asker = Asker(resolve=lambda *_: answers.pop(0), network=network)

    asker(httpx.URL("http://rebinding.example/"), {}, TimeLeft(20))
    with pytest.raises(Unreadable, match=r"127\.0\.0\.1"):
        asker(httpx.URL("http://rebinding.example/"), {}, TimeLeft(20))

    assert network.dialled == [PUBLIC]


def test_a_host_with_one_private_address_among_others_is_not_asked(site: Site) -> None:
    network = EverythingLeadsTo(site)
    asker = Asker(resolve=lambda *_: [PUBLIC, "10.0.0.1"], network=network)

    with pytest.raises(Unreadable, match=r"10\.0\.0\.1"):
        asker(httpx.URL("http://mixed.example/"), {}, TimeLeft(20))
    assert network.dialled == []


def test_the_site_itself_is_refused_without_the_setting_and_asked_with_it(site: Site) -> None:
    site.paths["/"] = page()
    url = httpx.URL(f"http://127.0.0.1:{site.port}/")

    with pytest.raises(Unreadable, match="this computer or its network"):
        Asker()(url, {}, TimeLeft(20))
    assert Asker(allow_private=True)(url, {}, TimeLeft(20)).is_there


def test_an_https_connection_asks_for_the_name_not_the_number() -> None:
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def listen() -> None:
            connection, _ = listening.accept()
            with connection:
                heard.append(connection.recv(4096))

        thread = threading.Thread(target=listen)
        thread.start()
        network = EverythingLeadsTo(Site(listening.getsockname()[1]))
        with pytest.raises(Unreadable):
            Asker(resolve=public, network=network)(httpx.URL("https://gazette.example/"), {}, TimeLeft(20))
        thread.join()

    assert network.dialled == [PUBLIC]
    assert b"gazette.example" in heard[0]


def test_a_site_that_does_not_speak_https_is_told(site: Site) -> None:
    asker = Asker(resolve=public, network=EverythingLeadsTo(site))

    with pytest.raises(Unreadable, match="does not speak https"):
        asker(httpx.URL("https://gazette.example/"), {}, TimeLeft(20))


def test_a_site_that_drips_is_left_when_the_time_is_over(site: Site) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(2000):
            request.wfile.write(b".")
            time.sleep(0.01)

    site.paths["/"] = drip
    started = time.monotonic()

    with pytest.raises(Unreadable, match=r"not there within|fell silent"):
        ask(site, seconds=0.1)
    assert time.monotonic() - started < 10


def test_a_site_that_drips_its_headers_is_left_too(site: Site) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(200):
            request.wfile.write(b"X-%d: x\r\n" % number)
            time.sleep(0.01)

    site.paths["/"] = drip

    with pytest.raises(Unreadable, match=r"not there within|fell silent"):
        ask(site, seconds=0.1)


def test_a_site_that_says_nothing_is_left(site: Site) -> None:
    site.paths["/"] = lambda _: time.sleep(0.3)

    with pytest.raises(Unreadable, match="fell silent"):
        ask(site, limits=Limits(silence=0.05))


def test_a_page_that_is_too_large_is_not_taken(site: Site) -> None:
    site.paths["/"] = Answer(b"x" * 20_000, headers={"Content-Type": "text/html"})

    with pytest.raises(Unreadable, match="larger than"):
        ask(site)


def test_a_page_without_an_end_is_taken_as_far_as_the_limit(site: Site) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            request.wfile.write(b"x" * 1000)

    site.paths["/"] = endless

    with pytest.raises(Unreadable, match="larger than"):
        ask(site)


def test_a_packed_page_is_unpacked(site: Site) -> None:
    site.paths["/"] = Answer(gzip.compress(b"<html>one") + gzip.compress(b" two"), headers={"Content-Encoding": "gzip"})

    assert ask(site).data == b"<html>one two"


def test_very_many_packed_parts_take_no_longer_than_their_bytes() -> None:
    started = time.process_time()

    assert unpacked(gzip.compress(b"") * 200_000 + gzip.compress(b"end") + b"\0" * 512, 1000) == b"end"
    assert time.process_time() - started < 10


@pytest.mark.parametrize("headers", [{"Content-Encoding": "gzip"}, {"Content-Type": "application/gzip"}])
def test_a_gzip_bomb_is_not_unpacked(site: Site, headers: dict[str, str]) -> None:
    site.paths["/"] = Answer(gzip.compress(b"\0" * 1_000_000), headers=headers)

    with pytest.raises(Unreadable, match="unpacks to more than"):
        ask(site)


def test_a_bomb_in_a_bomb_is_not_unpacked_either(site: Site) -> None:
    bomb = gzip.compress(gzip.compress(b"\0" * 1_000_000))
    site.paths["/"] = Answer(bomb, headers={"Content-Encoding": "gzip"})

    with pytest.raises(Unreadable, match="unpacks to more than"):
        ask(site)


@pytest.mark.parametrize("body", [gzip.compress(b"word " * 500)[:-20], b"\x1f\x8b no gzip"], ids=["cut off", "no gzip"])
def test_a_damaged_packing_is_told(site: Site, body: bytes) -> None:
    site.paths["/"] = Answer(body, headers={"Content-Encoding": "gzip"})

    with pytest.raises(Unreadable, match="gzip file"):
        ask(site)


def test_a_packing_that_was_not_asked_for_is_told(site: Site) -> None:
    site.paths["/"] = Answer(b"...", headers={"Content-Encoding": "br"})

    with pytest.raises(Unreadable, match="'br'"):
        ask(site)


def test_a_page_that_promises_more_than_comes_is_not_half_read(site: Site) -> None:
    site.paths["/"] = Answer(b"<html>half", headers={"Content-Length": "5000"})

    with pytest.raises(Unreadable, match="broken off"):
        ask(site)


def test_a_page_that_promises_less_than_comes_is_read_as_promised(site: Site) -> None:
    site.paths["/"] = Answer(b"<html>all of it", headers={"Content-Length": "6"})

    assert ask(site).data == b"<html>"


def test_what_is_not_http_is_told(site: Site) -> None:
    site.paths["/"] = lambda request: request.wfile.write(b"SSH-2.0-OpenSSH\r\n") and None

    with pytest.raises(Unreadable, match="not HTTP"):
        ask(site)


def test_headers_without_an_end_are_not_taken(site: Site) -> None:
    site.paths["/"] = Answer(headers={f"X-{number}": "x" * 1000 for number in range(200)})

    with pytest.raises(Unreadable, match="not HTTP"):
        ask(site)


@pytest.mark.parametrize(
    ("media_type", "what"),
    [
        ("image/png", "a picture"),
        ("video/mp4", "film"),
        ("application/json", "JSON"),
        ("application/zip", "an archive"),
    ],
)
def test_what_is_no_page_is_refused_by_name_before_it_is_taken(site: Site, media_type: str, what: str) -> None:
    site.paths["/"] = Answer(b"x" * 100_000, headers={"Content-Type": media_type})

    with pytest.raises(Unreadable, match=what):
        ask(site)


def test_a_host_that_is_not_found_is_told() -> None:
    with pytest.raises(Unreadable, match=r"no\.\.where"):
        Asker()(httpx.URL("http://no..where/"), {}, TimeLeft(20))


def test_a_closed_port_is_told(site: Site) -> None:
    with serving() as gone:
        port = gone.port

    with pytest.raises(Unreadable, match="could not be reached"):
        Asker(allow_private=True)(httpx.URL(f"http://127.0.0.1:{port}/"), {}, TimeLeft(20))
