"""What is pressed while the page is drawn anew may be lost on its way: it is told again, and done once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from conftest import Chat, Server, Visiting
    from playwright.sync_api import WebSocketRoute

FERRY = "What do the articles say about the ferry to Osmund Island?"
TOLD = b'"messages"'


class Road:
    """The way to the server, on which what components tell is handed on so many times; none is a loss.

    taken: how often something was told.
    """

    def __init__(self) -> None:
        self.times = [1]
        self.taken = 0

    def lead(self, socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        socket.on_message(lambda message: self.take(message, server))

    def take(self, message: str | bytes, server: WebSocketRoute) -> None:
        is_told = isinstance(message, bytes) and TOLD in message
        self.taken += is_told
        times = self.times.pop(0) if is_told and len(self.times) > 1 else self.times[0] if is_told else 1
        for _ in range(times):
            server.send(message)


@pytest.fixture
def road() -> Road:
    return Road()


@pytest.fixture
def led(visiting: Visiting, server: Server, road: Road) -> Chat:
    begun = visiting(server)
    begun.page.route_web_socket("**/_stcore/stream", road.lead)
    begun.visit()
    return begun


@pytest.mark.parametrize("times", [[0, 0, 1], [3, 1]], ids=["lost twice", "handed on three times"])
def test_a_question_asked_again_is_asked_once_more(led: Chat, road: Road, times: list[int]) -> None:
    led.ask_and_wait(FERRY)
    road.times = times

    led.page.get_by_role("button", name="Ask again", exact=True).click()

    led.replies("answered").nth(1).wait_for()
    led.page.wait_for_timeout(1200)  # in which what was not heard would be told again
    expect(led.page.locator(".question")).to_have_count(2)


def test_what_is_told_while_something_else_is_on_its_way_is_done_too(led: Chat, road: Road) -> None:
    led.ask_and_wait(FERRY)
    road.times = [0, 0, 1]

    led.page.get_by_role("button", name="Not helpful").click()
    led.page.get_by_role("button", name="Ask again", exact=True).click()

    led.replies("answered").nth(1).wait_for()
    expect(led.page.get_by_role("button", name="Not helpful").first).to_have_attribute("aria-pressed", "true")
    expect(led.page.get_by_role("group", name="Feedback on this reply").first).to_contain_text("Saved")


def test_what_is_not_on_the_page_any_more_tells_nothing(led: Chat, road: Road) -> None:
    led.ask_and_wait(FERRY)
    road.times = [0]
    led.page.get_by_role("button", name="Not helpful").click()

    led.page.get_by_role("button", name="New conversation").click()

    expect(led.replies("answered")).to_have_count(0)
    taken = road.taken
    led.page.wait_for_timeout(1800)  # in which it would be told again
    assert 0 < taken == road.taken
