"""What the page says, and where its links lead."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import Article, Bases, Basis, Description, Paragraph, ResolvedDate
from assistant.wording import days, listed, printable, said_date, shortened, source, web_address
from ui.calling import called
from ui.links import Link, query_of, read_link
from ui.suggestions import suggest
from ui.wording import byline, plain, said, with_commands


def described(**known: object) -> Description:
    return Description(**{"title": "Bridge closed", "source": "bridge.txt", **known})


def article(*texts: str, **known: object) -> Article:
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, 1))
    return Article("bridge", described(**known), paragraphs)


SIGNS = "http https :// www . @ a b : -> <- -- <-> >= ~= :streamlit: :material/x: ` \\ [ ]"
HOSTILE = st.lists(st.sampled_from([*SIGNS.split(), " ", "\n"]))
SEEN = re.compile(r":color\[(\\.)\]")
LOOKED_FOR = re.compile(r"https?://|www\.|@|:\w+:|->|<-|--|[><~]=", re.IGNORECASE)
"""What Streamlit turns into links, icons and arrows behind our escapes."""


def unescaped(label: str) -> str:
    return re.sub(r"\\(.)", r"\1", label)


def test_a_title_in_a_label_cannot_load_an_image_or_become_a_link() -> None:
    assert SEEN.sub(r"\1", plain("![x](http://a.b/c.png)")) == r"\!\[x\]\(http\://a\.b/c\.png\)"


@given(st.text() | HOSTILE.map("".join))
def test_every_mark_of_markdown_in_a_label_is_disarmed(text: str) -> None:
    label = SEEN.sub(r"\1", plain(text))

    disarmed = label.replace("\\\\", "").split("\\")
    assert not set("`*_[]<>#|~$:!") & set(disarmed[0] + "".join(part[1:] for part in disarmed[1:]))
    assert "\n" not in label


@given(st.text() | HOSTILE.map("".join))
def test_a_label_says_what_the_text_says_and_leads_nowhere(text: str) -> None:
    label = plain(text)

    assert unescaped(SEEN.sub(r"\1", label)) == re.sub(" {2,}", " ", printable(text))
    assert not LOOKED_FOR.search("\n".join(unescaped(part) for part in SEEN.split(label)[::2]))


def test_nothing_in_backticks_breaks_out_of_them() -> None:
    assert said("a `x\n\n![y](z)`") == r"A `x ![y](z)`\."
    assert said("a `:material/home:`") == plain("A `:material/home:`.")


def test_commands_in_our_messages_are_set_off_and_nothing_else_is() -> None:
    assert said("*Run* `footnote ingest --rebuild`.") == r"\*Run\* `footnote ingest --rebuild`\."


THEIRS = "there is no model x; get it with `ollama pull x` (it says: model `x` not found, try `pulling` it)"


def test_what_a_server_says_stands_as_it_said_it_and_our_commands_are_set_off() -> None:
    words = list(with_commands(THEIRS))

    assert "".join(text for text, _ in words) == THEIRS.replace("`ollama pull x`", "ollama pull x")
    assert [text for text, is_command in words if is_command] == ["ollama pull x"]
    assert said(THEIRS).endswith(plain("(it says: model `x` not found, try `pulling` it)."))


def test_a_command_behind_what_a_server_says_is_set_off_too() -> None:
    assert [text for text, is_command in with_commands(f"{THEIRS}; `y`") if is_command] == ["ollama pull x", "y"]


def test_a_stray_backtick_in_a_message_sets_nothing_off() -> None:
    assert said("a ` b") == r"A \` b\."


def test_an_unknown_date_is_said_to_be_unknown() -> None:
    assert said_date(described()) == "date unknown"


def test_a_guessed_date_is_said_to_be_guessed() -> None:
    assert (
        said_date(described(published=date(2025, 5, 4), bases=Bases(published=Basis.GUESSED)))
        == "4 May 2025 (date guessed)"
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2024, 5, 7), None, "7 May 2024"),
        (date(2024, 5, 6), date(2024, 5, 12), "6–12 May 2024"),
        (date(2024, 4, 29), date(2024, 5, 5), "29 Apr – 5 May 2024"),
        (date(2023, 12, 30), date(2024, 1, 2), "30 Dec 2023 – 2 Jan 2024"),
        (date(2024, 4, 1), date(2024, 4, 30), "Apr 2024"),
        (date(2024, 6, 1), date(2024, 8, 31), "Jun–Aug 2024"),
        (date(2023, 12, 1), date(2024, 2, 29), "Dec 2023–Feb 2024"),
        (date(2023, 1, 1), date(2023, 12, 31), "2023"),
        (date(2020, 1, 1), date(2029, 12, 31), "2020–2029"),
        (date(9999, 12, 1), date(9999, 12, 31), "1–31 Dec 9999"),
    ],
)
def test_days_are_said_as_shortly_as_they_can_be(first: date, last: date | None, words: str) -> None:
    assert days(ResolvedDate(0, 1, first, last)) == words


def test_an_article_without_an_outlet_is_named_by_its_file() -> None:
    assert source(described(published=date(2025, 5, 4))) == "bridge.txt, 4 May 2025"


def test_the_hour_of_publication_stands_under_the_headline_where_it_is_known() -> None:
    published = datetime(2025, 5, 4, 7, 5, tzinfo=UTC)

    line = byline(described(outlet="The Post", authors=("Ann Lee", "Bo Ek"), published=published))

    assert line == ["The Post", "4 May 2025, 07:05", "by Ann Lee and Bo Ek"]


def test_three_names_are_listed_as_one_says_them() -> None:
    assert [listed(()), listed(("A",)), listed(("A", "B", "C"))] == ["", "A", "A, B and C"]


def test_a_long_title_is_cut_at_a_word() -> None:
    assert shortened("The harbour bridge is closed", 15) == "The harbour…"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " https://a.b",
        "java\nscript:x",
        "data:text/html,x",
        "//a.b",
        "https://a b",
        None,
    ],
)
def test_an_address_that_is_not_a_web_page_is_not_offered(url: str | None) -> None:
    assert web_address(url) is None


def test_a_web_page_is_offered() -> None:
    assert web_address("https://post.example/bridge?id=1") == "https://post.example/bridge?id=1"


def test_a_link_leads_back_to_the_passage_it_was_made_for() -> None:
    link = Link("0a1b-2", 3, "0123456789abcdef")

    assert read_link(query_of(link)) == link


@pytest.mark.parametrize("query", [{}, {"article": ""}, {"article": "../x"}, {"article": "a b"}, {"p": "3"}])
def test_an_address_without_an_article_is_no_link(query: dict[str, str]) -> None:
    assert read_link(query) is None


@pytest.mark.parametrize("paragraph", ["-1", "x", "1e3", "٣", "9999999"])
def test_a_paragraph_that_is_no_number_is_ignored(paragraph: str) -> None:
    assert read_link({"article": "a", "p": paragraph}) == Link("a")


def test_a_link_to_words_that_have_changed_says_so() -> None:
    bridge = article("The bridge is closed.")
    digest = bridge.paragraphs[0].digest

    assert not Link("bridge", 1, digest).changed(bridge)
    assert Link("bridge", 1, digest).changed(article("The bridge is open."))
    assert Link("bridge", 2, digest).changed(bridge)


def test_suggestions_ask_about_who_is_named_who_speaks_and_who_wrote() -> None:
    bridge = article(
        "The bridge was closed by Ida Storm on Monday.",
        "On Tuesday the town asked Ida Storm, and on Tuesday it waited. “It is old,” said Per Lund, an engineer.",
        title="Bridge closed",
        authors=("Ann Lee",),
        published=date(2025, 5, 4),
    )

    assert suggest([bridge]) == (
        "What is known about Ida Storm?",
        "What did Per Lund say?",
        "Who wrote “Bridge closed”, and when?",
    )


@pytest.mark.parametrize(
    "said", ["“No,” said the Harbour Ministry.", "The Harbour Ministry said no.", "But the Harbour Ministry said no."]
)
def test_what_has_an_article_before_its_name_keeps_it_in_a_suggestion(said: str) -> None:
    assert "What did the Harbour Ministry say?" in suggest([article(said)])


@pytest.mark.parametrize(
    ("name", "so"),
    [
        ("Owner José Lima", "José Lima"),
        ("Deputy Prime Minister Ida Storm", "Ida Storm"),
        ("Hale County Sheriff Per Lund", "Per Lund"),
        ("Vice-President Élise Roux", "Élise Roux"),
        ("Mayor Storm", "Mayor Storm"),
        ("Oxmoor Deputy Mayor Storm", "Deputy Mayor Storm"),
        ("King Olaf IV", "King Olaf IV"),
        ("Ida Storm", "Ida Storm"),
        ("Prime Minister", None),
        ("Attorney General Storm Office", "Attorney General Storm Office"),
        ("General Harbour Motors", "General Harbour Motors"),
    ],
)
def test_whoever_is_asked_about_is_called_by_name_and_by_a_role_only_with_one(name: str, so: str | None) -> None:
    assert called(name) == so


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("Owner José Lima said it would open.", "What did José Lima say?"),
        ("“No,” said Hale Mayor Ida Storm.", "What did Ida Storm say?"),
        ("The Hale Mayor Ida Storm said no.", "What did Ida Storm say?"),
        ("The Prime Minister said no.", "What did the Prime Minister say?"),
        ("It was owner Rosa and Owner José Lima, and again Owner José Lima.", "What is known about José Lima?"),
    ],
)
def test_roles_before_a_name_are_no_part_of_a_suggestion(said: str, question: str) -> None:
    assert question in suggest([article(said)])


def test_nobody_is_asked_for_an_author_that_the_library_does_not_know() -> None:
    assert suggest([article("nothing of note happened.")]) == ()


def test_an_empty_library_suggests_nothing() -> None:
    assert suggest([]) == ()
