"""Saved pages in many layouts: what is the article's, what is the page's, and what the page states."""

from __future__ import annotations

from datetime import UTC, date, datetime
from textwrap import dedent

import pytest

from assistant.domain import Kind
from ingest.decode import Unreadable
from ingest.draft import Draft
from ingest.piece import Form, Piece
from ingest.text import read_text

PORTAL = """\
    Harbour tunnel opens after nine years | The Northern Ledger
    Home > News > Transport
    Harbour tunnel opens after nine years
    The crossing cost twice what was planned, and the mayor says it was worth it.
    By Ruth Hallam and Idris Vane
    Published: 3 March 2023, 07:15 GMT
    Updated: 4 March 2023
    Share
    Copy link
    Lorries queue at the northern portal on the first morning. Photograph: Ada Quill/Northern Ledger

    The harbour tunnel opened to traffic on Friday after nine years of work.

    Advertisement

    The mayor, Lena Ostrow, said that the city had waited long enough.

    Sign up for our daily newsletter to get the news in your inbox.

    Read more: Why the tunnel took nine years to dig

    Tolls begin in April.

    © 2023 The Northern Ledger. All rights reserved.
    """
WRAPPED = """\
    WORLD

    Flood barrier holds in Delmar as river peaks

    Jane Doe, Staff writer

    8 May 2024, 20:06

    The barrier at Delmar held on Wednesday night while the river rose
    to its highest level in forty years, the water authority said, and
    nobody was hurt.

    Engineers had worked through the day to raise the wall by a metre,
    with help from soldiers and from several hundred people of the town
    who filled sandbags.

    "It was close," said the head of the authority, Piet Lammers.

    Tags: floods, Delmar, climate
    """
LABELLED = """\
    Title: Bread prices fall for the first time in two years
    Author: Amal Haddad
    Date: 2022-11-09
    Source: Delta Courier
    URL: https://delta-courier.example/2022/11/09/bread?utm_source=x

    Bread became cheaper in October, for the first time in two years.

    The ministry of trade said that flour imports had recovered.
    """
MENUS = """\
    Menu
    Search
    Log in
    Politics
    Opposition leader resigns after vote count
    Mira Solano | May 8, 2024
    4 min read
    Listen to this article
    The leader of the opposition resigned on Wednesday, a day after her party had lost half of its seats.
    "I take the responsibility," Carla Ruiz told reporters.
    Related stories
    Five charts on the vote
    What the count means for the coast
    Her deputy will lead the party until the autumn.
    Follow us on Facebook
    Comments (12)
    """
STACKED = """\
    The Morning Post
    Wednesday, 8 May 2024
    Why did the lights go out in Marrow last night?
    By
    Tom Ash
    Energy correspondent
    A failed switch left 40,000 homes dark for three hours, the operator has said.
    Image source, Getty Images
    Image caption, A street in Marrow during the outage
    The switch had been due for replacement since 2021.
    More on this story
    Power firm fined over outage
    """
CAPITALS = """\
    Accept all cookies
    Skip to main content
    Subscribe
    Court frees two editors
    LEILA ODEH
    MAY 8, 2024 10:30 AM ET
    TUNIS — A court freed two newspaper editors on Wednesday.
    They had been held for eleven weeks without charge.
    ___
    Agency writer Karim Nouri contributed to this report.
    """
CARD = """\
     date 2023-11-12 Skip to content
    Markets, Odesa, Interest rates
    Central bank keeps its rate at 5%

    by Oksana Bilyk November 12, 2023 6:40 PM 3 min read
    A trader watches prices in Odesa on Nov. 9, 2023. Illustrative purposes only. (Oleh Hai/Reuters)
    This audio is created with AI assistance

    The central bank kept its main rate at 5% on Thursday.

    Bank chief warns on wages
    Wages rose faster than prices for the third month, the bank's chief told a committee.
    The Market WatchPavlo Hrim

    Economists had expected a cut.

    Author: Oksana Bilyk
    """
TIMELINE = """\
    Storm damages school in Brell
    By Staff Reporter
    Last updated: June 1, 2021 at 9:05 a.m.

    A storm tore the roof off a school in Brell on Monday night. No children were inside.

    March 3, 2020

    An earlier storm had damaged the same roof.

    Read also: School roof was never insured

    Source: Ministry of Education

    The school stays closed this week.
    """
BARE = """\
    The ferry to Hallin was taken out of service on Monday. Its engine had failed twice.
    "We are sorry," the company said.
    By Tuesday, buses were running instead.
    """
TITLED = """\
    A bridge, three towns and a ferry that never came

    Nobody remembers who first promised the ferry. The bridge was to be closed for a year.

    It stayed closed for six.

    An office was opened for complaints on 2 June 2019.
    """
RIGHT_TO_LEFT = """\
    فيضانات تضرب الساحل

    قالت السلطات إن الفيضانات ضربت الساحل يوم الأربعاء وأدت إلى إغلاق الطرق الرئيسية في المدينة القديمة.

    وأضافت أن فرق الإنقاذ تعمل.
    """
PAGES = {
    "portal": PORTAL,
    "wrapped": WRAPPED,
    "labelled": LABELLED,
    "menus": MENUS,
    "stacked": STACKED,
    "capitals": CAPITALS,
    "card": CARD,
    "timeline": TIMELINE,
    "bare": BARE,
    "titled": TITLED,
    "right to left": RIGHT_TO_LEFT,
}


def page(text: str) -> Draft:
    return read_text(Piece(Form.TEXT, dedent(text).encode(), "/news/page.txt", "/news/page.txt", "page.txt"))


def texts(draft: Draft, kind: Kind) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs if paragraph.kind is kind]


@pytest.mark.parametrize(
    ("layout", "title", "authors", "published"),
    [
        (
            "portal",
            "Harbour tunnel opens after nine years",
            ("Ruth Hallam", "Idris Vane"),
            datetime(2023, 3, 3, 7, 15, tzinfo=UTC),
        ),
        (
            "wrapped",
            "Flood barrier holds in Delmar as river peaks",
            ("Jane Doe",),
            datetime(2024, 5, 8, 20, 6),  # noqa: DTZ001  the page gives no zone
        ),
        ("labelled", "Bread prices fall for the first time in two years", ("Amal Haddad",), date(2022, 11, 9)),
        ("menus", "Opposition leader resigns after vote count", ("Mira Solano",), date(2024, 5, 8)),
        ("stacked", "Why did the lights go out in Marrow last night?", ("Tom Ash",), date(2024, 5, 8)),
        (
            "capitals",
            "Court frees two editors",
            ("LEILA ODEH",),
            datetime(2024, 5, 8, 10, 30),  # noqa: DTZ001  the page gives no zone
        ),
        (
            "card",
            "Central bank keeps its rate at 5%",
            ("Oksana Bilyk",),
            datetime(2023, 11, 12, 18, 40),  # noqa: DTZ001  the page gives no zone
        ),
        ("titled", "A bridge, three towns and a ferry that never came", (), None),
        ("right to left", "فيضانات تضرب الساحل", (), None),
    ],
)
def test_what_a_page_states_is_given_and_not_guessed(
    layout: str, title: str, authors: tuple[str, ...], published: date | None
) -> None:
    description = page(PAGES[layout]).description
    assert (description.title, description.authors, description.published) == (title, authors, published)
    assert not description.title_guessed
    assert not description.published_guessed


@pytest.mark.parametrize("layout", PAGES)
def test_every_word_of_a_page_is_a_paragraphs_or_furniture_in_the_order_it_stood(layout: str) -> None:
    draft = page(PAGES[layout])
    lines = [line.text for line in draft.furniture if line.after == 0]
    for paragraph in draft.paragraphs:
        lines.append(paragraph.text)
        lines += [line.text for line in draft.furniture if line.after == paragraph.number]
    assert " ".join(lines).split() == PAGES[layout].split()


def test_paragraphs_are_numbered_in_reading_order_with_their_kinds() -> None:
    draft = page(CARD)
    assert [(paragraph.number, paragraph.kind.value, paragraph.text[:14]) for paragraph in draft.paragraphs] == [
        (1, "caption", "A trader watch"),
        (2, "body", "The central ba"),
        (3, "teaser", "Bank chief war"),
        (4, "teaser", "Wages rose fas"),
        (5, "teaser", "The Market Wat"),
        (6, "body", "Economists had"),
    ]
    assert draft.furniture[-1].after == 6


def test_topics_above_the_headline_are_tags() -> None:
    assert page(CARD).description.tags == ("Markets", "Odesa", "Interest rates")
    assert page(WRAPPED).description.tags == ("floods", "Delmar", "climate")


def test_the_outlet_of_a_teaser_is_not_this_articles() -> None:
    assert page(CARD).description.outlet is None


@pytest.mark.parametrize(
    ("layout", "outlet"), [("portal", "The Northern Ledger"), ("labelled", "Delta Courier"), ("menus", None)]
)
def test_an_outlet_is_known_only_where_the_page_says_so(layout: str, outlet: str | None) -> None:
    assert page(PAGES[layout]).description.outlet == outlet


def test_a_page_that_gives_its_address_is_known_by_it() -> None:
    draft = page(LABELLED)
    assert draft.key == "url:https://delta-courier.example/2022/11/09/bread"


def test_lines_broken_at_a_width_become_paragraphs_with_single_spaces() -> None:
    bodies = texts(page(WRAPPED), Kind.BODY)
    assert len(bodies) == 3
    assert bodies[0].startswith("The barrier at Delmar held on Wednesday night while the river rose to its highest")
    assert "\n" not in "".join(bodies)


def test_captions_and_teasers_are_told_from_the_body() -> None:
    draft = page(PORTAL)
    assert texts(draft, Kind.CAPTION) == [
        "Lorries queue at the northern portal on the first morning. Photograph: Ada Quill/Northern Ledger"
    ]
    assert texts(draft, Kind.TEASER) == ["Read more: Why the tunnel took nine years to dig"]
    assert texts(page(MENUS), Kind.TEASER) == ["Five charts on the vote", "What the count means for the coast"]
    assert texts(page(STACKED), Kind.TEASER) == ["Power firm fined over outage"]


def test_a_bare_date_inside_an_article_heads_a_section() -> None:
    bodies = texts(page(TIMELINE), Kind.BODY)
    assert "March 3, 2020" in bodies
    assert "Source: Ministry of Education" in bodies


def test_the_date_of_an_update_is_only_a_guess_at_the_date_of_publication() -> None:
    description = page(TIMELINE).description
    assert (description.day, description.published_guessed) == (date(2021, 6, 1), True)


def test_paragraphs_without_a_page_get_their_first_sentence_as_a_title() -> None:
    draft = page(BARE)
    assert draft.description.title == "The ferry to Hallin was taken out of service on Monday."
    assert draft.description.title_guessed
    assert (draft.description.published, draft.description.authors, draft.furniture) == (None, (), ())
    assert len(texts(draft, Kind.BODY)) == 3


def test_a_dateline_gives_a_guessed_date() -> None:
    draft = page("MARROW, May 8, 2024 (Agency) - The grid operator restored power to two regions.\n")
    assert (draft.description.published, draft.description.published_guessed) == (date(2024, 5, 8), True)


def test_a_date_far_down_in_the_text_is_no_date_of_publication() -> None:
    assert page(TITLED).description.published is None


def test_a_numeric_date_that_can_be_read_two_ways_is_a_guess() -> None:
    draft = page("Rate stays at five\n\nby Oksana Bilyk — 12/11/2023\n\nThe bank kept its rate on Thursday.\n")
    assert (draft.description.published, draft.description.published_guessed) == (date(2023, 12, 11), True)


def test_a_page_of_nothing_but_buttons_is_no_article() -> None:
    with pytest.raises(Unreadable, match="no article text"):
        page("Skip to content\nMenu\nShare\nSubscribe\n© 2024 Coast News\n")


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, the water had reached the second floor.",
        "Share prices fell by a tenth.",
        "Subscribers to the old plan will pay more, the company said in a newsletter.",
        "The audio was recorded by a neighbour, police said.",
        "He was a staff writer at the paper until 2019.",
        "“We follow the rules,” said the minister on Facebook.",
        "The photo by Ada Quill won the prize in 2011, and it hangs in the town hall.",
        "More than 40 people died, officials said.",
        "Related costs came to two million, according to the report.",
        "She read more than a hundred letters.",
        "Cookies are still baked by hand here.",
        "The ruling was published on 8 May 2024.",
        "Print runs were cut in half, according to the printers (Reuters).",
    ],
)
def test_a_sentence_of_the_article_is_never_furniture(line: str) -> None:
    draft = page(
        f"The town met on Tuesday to talk about the flood and the price of bread.\n\n{line}\n\nIt ended late.\n"
    )
    assert texts(draft, Kind.BODY)[1] == line


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content",
        "Share on Facebook",
        "ADVERTISEMENT",
        "3 min read",
        "Estimated reading time: 4 minutes",
        "Listen to this article",
        "This audio is created with AI assistance",
        "We use cookies to improve your experience.",
        "Subscribe to our newsletter",
        "Follow us on Telegram",
        "24 comments",
        "Read more",
        "© 2024 Coast News. All rights reserved.",
        "This article was first published in Coast News.",
        "Republished with permission from Coast News",
        "Tags: floods, bread",
        "Photo: Ada Quill",
        "Getty Images",
        "* * *",
        "Published: May 8, 2024",
        "Updated 8 May 2024, 20:06",
        "Written by Ana Pop",
        "Author: Ana Pop",
    ],
)
def test_a_line_that_pages_put_between_paragraphs_is_kept_as_furniture(line: str) -> None:
    draft = page(
        f"The town met on Tuesday to talk about the flood and the price of bread.\n\n{line}\n\nIt ended late.\n"
    )
    assert [(item.after, item.text) for item in draft.furniture] == [(1, line)]


@pytest.mark.parametrize(
    "line",
    [
        "L-R: Ana Pop, Tom Ash and Lena Ostrow pose in Marrow. (Contributor/Getty Images)",
        "Pictured: the town hall before the flood",
        "The square on Tuesday. (AP Photo/Ada Quill)",
        "The square on Tuesday. Photo by Ada Quill",
        "File photo: people fill sandbags on the bank of the river at Delmar.",
        "A bank in Marrow. Illustrative purposes only.",
        "Ana Pop speaks in Marrow. REUTERS/Ada Quill",
        "In this photo provided by the town, people fill sandbags.",
    ],
)
def test_a_line_with_a_pictures_credit_is_a_caption(line: str) -> None:
    draft = page(
        f"The town met on Tuesday to talk about the flood and the price of bread.\n\n{line}\n\nIt ended late.\n"
    )
    assert texts(draft, Kind.CAPTION) == [line]
