"""Conversations taken along and read back: nothing is lost, nothing does harm."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from assistant.conversations.kept import KeptConversation, KeptTurn, Mark, Unanswered
from assistant.domain import Abstention, Answer, Citation
from assistant.exports.copied import with_references
from assistant.exports.exporting import exported, only
from assistant.exports.formats import Format
from assistant.exports.harmless import one_line
from assistant.restoring import part_from, reply_from
from tests.kept import BRIDGE, conversation, in_own_words, quote

DOCUMENTS = [Format.MARKDOWN, Format.HTML, Format.DOCX]
HOSTILE = [
    "# Heading\n\n- item\n1. one\n2) two\n+ plus\n> said\n===\n---\n    code",
    "*b* _i_ **s** ~~d~~ `c` ```\nfence\n``` ![x](http://spy.example/a.png) [l](javascript:alert(1)) <http://spy.example>",
    "| a | b |\n|---|---|\n[ref]: http://spy.example\n[^1]: note\n:::: $x$ &amp; &#60; \\\\ \\ www.spy.example @name",
    "<script>alert(1)</script><img src=http://spy.example/x onerror=alert(1)></style></title></section><!-- x",
    "\\input{/etc/passwd} \\end{document} } { % # $ & _ ^ ~ @article{x, \"q\" -- ``y'' ?` \\",
    '=HYPERLINK("http://spy.example") +1 -1 @SUM(1)',
    "a\0b\x07c\x1b[31md\x7fe\x85f\u2028g\ufffeh\ud800i\r\nj\rk\tl\x0bm",
    "\u202eolleh\u202c \u2066x \u05d4\u05d2\u05e9\u05e8 \u0633\u0644\u0627\u0645, 5",
    "👩\u200d👩\u200d👧\u200d👦 :smile: 🇺🇦 e\u0301",
    "ER  - \nTY  - NEWS\nAU  - Nobody",
    "]]>\n</w:t><w:p/>",
]
TEXTS = st.text(max_size=60).filter(str.strip) | st.sampled_from(HOSTILE)
KEPT_TEXTS = TEXTS.filter(lambda text: "\ud800" not in text)
SOME = settings(max_examples=12, deadline=None)
MARKS_OF_DIRECTION = re.compile("\u200e")


def folded(text: str) -> str:
    """As one reads it: without line breaks, and without the marks that keep words in order."""
    return one_line(MARKS_OF_DIRECTION.sub("", text))


BLOCKS = ("heading", "paragraph", "blockquote", "bullet_list", "list_item")
MARKUP = {
    *(f"{name}_open" for name in BLOCKS),
    *(f"{name}_close" for name in BLOCKS),
    *("inline", "text", "text_special", "softbreak", "hardbreak", "link_open", "link_close"),
}


def read_markdown(content: bytes) -> str:
    """What a reader of CommonMark makes of it; only what we mean to be markup may be."""
    parts = []
    for token in MarkdownIt("commonmark").parse(content.decode()):
        within = token.children or []
        assert {each.type for each in (token, *within)} <= MARKUP
        links = [str(each.attrs["href"]) for each in within if each.type == "link_open"]
        assert all(each.startswith("https://gazette.example/") for each in links)
        parts.append("".join(" " if "break" in each.type else each.content for each in within))
    return " ".join(parts)


def read_html(content: bytes) -> str:
    page = html.document_fromstring(content.decode())
    links = page.xpath("//@href | //@src | //@action")
    assert not page.xpath("//script | //img | //iframe | //form | //link | //@*[starts-with(name(), 'on')]")
    targets = {f"#{each}" for each in page.xpath("//@id")}
    assert len(targets) == len(page.xpath("//@id"))
    assert all(each in targets or each.startswith("https://gazette.example/") for each in links)
    return " ".join("".join(each.itertext()) for each in page.xpath("//h1 | //h2 | //p | //li | //blockquote"))


def read_word(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    body = document.element.body
    names = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    anchors = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink")) if each.get(qn("w:anchor"))]
    assert len(names) == len(set(names))
    assert set(anchors) <= set(names)
    addresses = [each.target_ref for each in document.part.rels.values() if each.is_external]
    assert all(each.startswith("https://gazette.example/") for each in addresses)
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


READ = {Format.MARKDOWN: read_markdown, Format.HTML: read_html, Format.DOCX: read_word}


def told(kept: KeptConversation) -> list[str]:
    """What must stand in a document, in this order."""
    return [kept.name, *(words for turn in kept.turns for words in told_of(turn))]


def told_of(turn: KeptTurn) -> list[str]:
    outcome = turn.outcome
    if isinstance(outcome, Abstention):
        nearest = [words for each in outcome.nearest for words in (each.paragraph.text, each.description.title)]
        return [turn.question, outcome.text, "No passage names a price.", outcome.withheld[0].text, *nearest]
    sentences = [
        f"{one_line(each.text)}{''.join(f'[{number}]' for number in each.citations)}" for each in outcome.claims
    ]
    unanswered = [outcome.words.removeprefix("b")] if isinstance(outcome, Unanswered) else []
    return [
        turn.question,
        *sentences,
        *unanswered,
        *(words for each in outcome.citations for words in cited(turn, each)),
    ]


def cited(turn: KeptTurn, citation: Citation) -> list[str]:
    described = citation.quote.description
    where = ["paragraph 3", described.url] if described.url else [described.source, "paragraph 3"]
    note = turn.marks.get(citation.number, Mark()).note
    return [f"[{citation.number}]", described.title, *where, f"“{one_line(citation.quote.text)}”", note]


def assert_in_order(text: str, expected: list[str]) -> None:
    text, at = folded(text), 0
    for words in map(folded, expected):
        found = text.find(words, at)
        assert found >= 0, (words, text[at : at + 300])
        at = found + len(words)


@pytest.mark.parametrize("form", DOCUMENTS)
def test_hostile_text_stands_in_every_document_as_it_is(form: Format) -> None:
    many = [conversation(text, title=text, note=text) for text in HOSTILE]
    kept = replace(many[0], turns=tuple(turn for each in many for turn in each.turns))

    assert_in_order(READ[form](exported(kept, form).content), told(kept))


@pytest.mark.parametrize("form", DOCUMENTS)
@SOME
@given(TEXTS, TEXTS, TEXTS)
def test_no_text_is_lost_or_becomes_markup(form: Format, text: str, title: str, note: str) -> None:
    kept = conversation(text, title, note)

    assert_in_order(READ[form](exported(kept, form).content), told(kept))


@SOME
@given(KEPT_TEXTS, KEPT_TEXTS)
def test_json_gives_back_every_reply_as_it_was(text: str, note: str) -> None:
    kept = conversation(text, title=text, note=note)

    read = json.loads(exported(kept, Format.JSON).content)

    assert [read["id"], read["name"], read["created"]] == [kept.id, kept.name, "2025-05-08T14:00:00+00:00"]
    for turn, reply in zip(kept.turns, read["replies"], strict=True):
        written = json.dumps(reply)
        match turn.outcome:
            case Unanswered(state, words, claims, citations):
                assert (reply["status"], reply["words"], reply["question"]) == (state, words, turn.question)
                assert part_from(written) == (claims, citations)
            case whole:
                assert reply_from(written) == whole
    assert read["replies"][0]["marks"] == [
        {"number": 1, "finding": "checked", "note": ""},
        {"number": 2, "finding": "does not support", "note": note},
    ]
    assert read["replies"][1]["feedback"] == {"helpful": True, "comment": note, "wrong_passages": []}


@pytest.mark.parametrize("form", DOCUMENTS)
def test_what_became_of_each_question_is_said(form: Format) -> None:
    assert_in_order(
        READ[form](exported(conversation(), form).content),
        [
            "begun 8 May 2025, 14:00 UTC. 6 questions.",
            *("Asked 8 May 2025, 14:01 UTC", "Asked without “last week”", "Understood as: Is the bridge open?"),
            *("Only articles from The Gazette.", "Harbour Gazette, 4 May 2025", "In the articles' own words."),
            *("Ada Quill, Ludwig van Moor and Quay Wire Service, “Bridge closed”, Harbour Gazette, 4 May 2025",),
            *("Also in 1 other article", "Checked by the reader", "6 May 2025 (date guessed), paragraph 3"),
            *("Does not support the sentence, says the reader", "Note: Seen."),
            *("“S” is 5 May 2025", "Not supported by the articles: twice is not in what it cites"),
            *("Written by openai:gpt.", "1 of 2 sentences not supported.", "Version 7 of the instructions."),
            *(
                "The judge openai:judge had no say",
                "The reader found this answer helpful",
                "The reader's comment: Seen.",
            ),
            *("The articles do not say. No passage names a price.", "not supported by the articles", "Withheld"),
            *("Nearest passages", "Asked of openai:gpt.", "The reader found this answer not helpful"),
            *("Stopped. This answer is incomplete", "Not checked against the articles", "Unchecked It is closed."),
            *("No answer. Broken It is closed.", "Asked of openai:gpt.", "The answer was interrupted"),
        ],
    )


@pytest.mark.parametrize("form", DOCUMENTS)
def test_what_was_found_and_not_cited_is_no_reference(form: Format) -> None:
    third = only(conversation(), "t3")

    text = READ[form](exported(third, form).content)

    assert "Near: Withheld" in text
    assert "References" not in text
    assert "[1]" not in text


def test_the_wrong_passage_is_named_at_its_reference() -> None:
    kept = conversation()
    wrong = replace(kept.turns[0], feedback=replace(kept.turns[0].feedback, wrong_passages=(2,)))

    text = exported(replace(kept, turns=(wrong,)), Format.MARKDOWN).content.decode()

    assert text.index("> “It is closed. Ferry”") < text.index("- The wrong passage, says the reader")


def test_a_page_that_is_taken_along_loads_nothing_and_leads_from_marker_to_reference_and_back() -> None:
    page = html.document_fromstring(exported(conversation(), Format.HTML).content.decode())

    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    [marker] = page.xpath("//a[@id='m2-4']")
    assert marker.get("href") == "#r2-4"
    [reference] = page.xpath("//li[@id='r2-4']")
    assert reference.xpath("a[@class='back']/@href") == ["#m2-4"]
    assert page.xpath("//html/@lang") == ["en"]
    assert set(page.xpath("//li/blockquote/@dir")) == {"auto"}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "http://a b", "data:text/html,x"])
@pytest.mark.parametrize("form", DOCUMENTS)
def test_what_is_no_web_address_is_no_link(form: Format, url: str) -> None:
    answer = in_own_words("Open?", [quote("Closed.", replace(BRIDGE, url=url))])
    kept = conversation()
    kept = replace(kept, turns=(replace(kept.turns[0], outcome=answer, marks={}),))

    text = READ[form](exported(kept, form).content)  # asserts that every link is ours or the gazette's

    assert url in text


def test_one_turn_is_exported_by_itself_with_its_own_numbers() -> None:
    second = exported(only(conversation("Is it open?"), "t2"), Format.MARKDOWN)

    text = second.content.decode()
    assert text.startswith("# Second Is it open?")
    assert "First" not in text
    assert [number for number in range(1, 9) if f"\n\\[{number}\\] " in text] == [3, 4]
    assert second.name == "2025-05-08-second-is-it-open.md"


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("../../etc/passwd\0.exe", "2025-05-08-named-etc-passwd-exe.ris"),
        ("?" * 5, "2025-05-08-named.ris"),
        ("Відкрито?", "2025-05-08-named-відкрито.ris"),
        ("long " * 50, "2025-05-08-named-long-long-long-long-long-long-long-long.ris"),
    ],
)
def test_a_file_has_a_name_that_every_system_takes(question: str, name: str) -> None:
    assert exported(conversation(question), Format.RIS).name == name


def test_a_copied_sentence_carries_its_references_as_a_copied_answer_does() -> None:
    answer = conversation().turns[1].outcome
    assert isinstance(answer, Answer)

    assert with_references(answer.claims[1], answer.citations) == (
        "Said It is closed. Twice.[3] (not supported by the articles)\n\n"
        "[3] “It is closed.” Ada Quill, Ludwig van Moor and Quay Wire Service, “Bridge closed”, Harbour Gazette,"
        " 4 May 2025, paragraph 3, https://gazette.example/bridge?a=1&b=2"
    )
