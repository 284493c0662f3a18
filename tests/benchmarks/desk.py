"""Articles edited as desks edit them when they reprint, and articles that only look like reprints."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain

from assistant.sentences import sentence_spans


@dataclass(frozen=True, slots=True)
class Story:
    """An article to be edited. name: what it shares with its reprints, and with nothing else."""

    name: str
    title: str
    outlet: str
    day: date | None
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What an edit draws from: chance, and stories of others for words of its own.

    unused: those of them that no article has been made of.
    """

    chance: random.Random
    others: Sequence[Story]
    unused: list[Story]

    def news(self) -> Story:
        """A story that is news here for the first time."""
        return self.unused.pop(self.chance.randrange(len(self.unused)))

    def foreign(self, count: int) -> list[str]:
        """Paragraphs that belong to another story, which stand for what a desk wrote itself."""
        paragraphs = [each for each in self.chance.choice(self.others).paragraphs if len(each.split()) >= 12]
        return self.chance.sample(paragraphs, min(count, len(paragraphs)))


Edit = Callable[[Story, Desk], Story]

_OUTLETS = ("Lantern Post", "The Quay Observer", "Morning Ledger", "Upland Herald", "Delta Courier")
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOUSE = (
    (r"\bpercent\b", "per cent"), (r"%", " percent"), (r"\bU\.S\.", "US"), (r"\b(\w{3,})ize(d|s)?\b", r"\1ise\2"),
    (r"\b(col|hon|lab|fav|behavi|harb|neighb)or", r"\1our"), (r"\bcenter\b", "centre"), (r"\bsaid\b", "told reporters"),
    (r"\bMr\.? ", ""), (r"\bdidn't\b", "did not"), (r"\bdoesn't\b", "does not"), (r"\bit's\b", "it is"),
    (r"\btoward\b", "towards"), (r"\bprogram\b", "programme"), (r"\bamong\b", "amongst"), (r"\bwhile\b", "whilst"),
    (r"\bmore than\b", "over"), (r"\babout (?=\d)", "some "), (r"\bPresident Joe Biden\b", "US President Biden"),
    (r"[“”\"]", "'"), (r" [–—] ", ", "), (r"\baccording to\b", "as reported by"), (r"\balso\b ", ""),
)  # fmt: skip


def cut_from_end(story: Story, desk: Desk) -> Story:
    """Keep the first third to four fifths."""
    kept = max(3, round(len(story.paragraphs) * desk.chance.uniform(0.33, 0.8)))
    return replace(story, paragraphs=story.paragraphs[:kept])


def cut_short(story: Story, desk: Desk) -> Story:
    """Keep what fits a column: a fifth to a third."""
    kept = max(3, round(len(story.paragraphs) * desk.chance.uniform(0.2, 0.33)))
    return replace(story, paragraphs=story.paragraphs[:kept])


def new_lead(story: Story, desk: Desk) -> Story:
    """Other words for the first paragraph or two; two at least are left of what there was."""
    lead, replaced = desk.foreign(desk.chance.randint(1, 2)), desk.chance.randint(1, 2)
    return replace(story, paragraphs=(*lead, *story.paragraphs[min(replaced, max(0, len(story.paragraphs) - 2)) :]))


def new_headline(story: Story, desk: Desk) -> Story:
    """Another headline over the same words."""
    return replace(story, title=desk.chance.choice(desk.others).title)


def inserted(story: Story, desk: Desk) -> Story:
    """Some paragraphs of the desk's own, a third as many as there were at most."""
    paragraphs = list(story.paragraphs)
    for each in desk.foreign(desk.chance.randint(1, max(2, len(paragraphs) // 3))):
        paragraphs.insert(desk.chance.randint(1, len(paragraphs)), each)
    return replace(story, paragraphs=tuple(paragraphs))


def dropped(story: Story, desk: Desk) -> Story:
    """Some paragraphs of the middle left out."""
    share = desk.chance.uniform(0.1, 0.4)
    kept = [each for number, each in enumerate(story.paragraphs) if number < 1 or desk.chance.random() > share]
    return replace(story, paragraphs=tuple(kept))


def house_style(story: Story, desk: Desk) -> Story:
    """Spelling, quotes, numbers in words and some words that this desk does not use."""
    return replace(story, title=_styled(story.title), paragraphs=tuple(map(_styled, story.paragraphs)))


def _styled(text: str) -> str:
    for pattern, instead in _HOUSE:
        text = re.sub(pattern, instead, text)
    return re.sub(r"(?<![\d.,$])\b(\d{1,2})\b(?![\d.,:]\d)", lambda found: _in_words(found[0]), text)


def _in_words(number: str) -> str:
    return _NUMBERS[int(number)] if int(number) < len(_NUMBERS) else number


def parted_anew(story: Story, desk: Desk) -> Story:
    """Paragraphs merged and split."""
    sentences = [each for text in story.paragraphs for each in _sentences(text)]
    paragraphs: list[str] = []
    while sentences:
        count = desk.chance.randint(1, 4)
        paragraphs.append(" ".join(sentences[:count]))
        del sentences[:count]
    return replace(story, paragraphs=tuple(paragraphs))


def reordered(story: Story, desk: Desk) -> Story:
    """Some paragraphs moved to another place."""
    paragraphs = list(story.paragraphs)
    for _ in range(max(1, len(paragraphs) // 4)):
        paragraphs.insert(
            desk.chance.randrange(len(paragraphs)), paragraphs.pop(desk.chance.randrange(len(paragraphs)))
        )
    return replace(story, paragraphs=tuple(paragraphs))


def trimmed_sentences(story: Story, desk: Desk) -> Story:
    """Sentences left out here and there, to make it fit."""
    texts = []
    for text in story.paragraphs:
        sentences = _sentences(text)
        kept = [each for number, each in enumerate(sentences) if number == 0 or desk.chance.random() > 0.35]
        texts.append(" ".join(kept))
    return replace(story, paragraphs=tuple(texts))


def reworded(story: Story, desk: Desk) -> Story:
    """One word in twelve left out or put in: an editor's pencil."""
    return replace(story, paragraphs=tuple(_reworded(each, desk.chance) for each in story.paragraphs))


def _reworded(text: str, chance: random.Random) -> str:
    words = text.split()
    drawn = [chance.random() for _ in words]
    changed = [
        [] if draw < 0.04 else [word, chance.choice(words)] if draw < 0.08 else [word]
        for draw, word in zip(drawn, words, strict=True)
    ]
    return " ".join(chain.from_iterable(changed)) or text


def as_is(story: Story, desk: Desk) -> Story:
    """The same words."""
    del desk
    return story


def mixed(*edits: Edit) -> Edit:
    """One edit after the other."""

    def all_of(story: Story, desk: Desk) -> Story:
        for edit in edits:
            story = edit(story, desk)
        return story

    return all_of


def elsewhere(story: Story, desk: Desk) -> Story:
    """In another outlet up to four days later; without a day now and then."""
    later = desk.chance.randint(0, 4)
    day = story.day + timedelta(days=later) if story.day and desk.chance.random() > 0.1 else None
    return replace(story, outlet=desk.chance.choice(_OUTLETS), day=day)


KNOWN: Mapping[str, Edit] = {
    "as it is": as_is,
    "cut from the end": cut_from_end,
    "new lead": new_lead,
    "new headline": new_headline,
    "paragraphs inserted": inserted,
    "house style": house_style,
    "cut, new lead": mixed(new_headline, cut_from_end, new_lead),
    "cut, inserted": mixed(cut_from_end, inserted),
    "heavily mixed": mixed(new_headline, cut_from_end, house_style, new_lead, inserted),
}
"""What the rule was tuned on."""

HELD_OUT: Mapping[str, Edit] = {
    "cut short": cut_short,
    "middle dropped": dropped,
    "parted anew": parted_anew,
    "reordered": reordered,
    "sentences trimmed": trimmed_sentences,
    "reworded": reworded,
    "trimmed, reworded, inserted": mixed(new_headline, trimmed_sentences, reworded, inserted),
    "dropped, parted, new lead": mixed(new_headline, dropped, parted_anew, new_lead, house_style),
}
"""What it was not."""


def follow_up(story: Story, desk: Desk) -> Story:
    """Another day's news with three background paragraphs of this one at its end."""
    news = desk.news()
    background = _background(story, desk, 3)
    return replace(news, outlet=story.outlet, day=_later(story, 1), paragraphs=(*news.paragraphs, *background))


def short_follow_up(story: Story, desk: Desk) -> Story:
    """Seven paragraphs of other news, and three of background."""
    news = desk.news()
    background = _background(story, desk, 3)
    return replace(news, outlet=story.outlet, day=_later(story, 2), paragraphs=(*news.paragraphs[:7], *background))


def background_piece(story: Story, desk: Desk) -> Story:
    """A longer article that takes two sentences of it over."""
    news = desk.news()
    sentences = [each for text in story.paragraphs for each in _sentences(text)]
    start = desk.chance.randrange(max(1, len(sentences) - 1))
    place = desk.chance.randint(1, len(news.paragraphs))
    quoted = " ".join(sentences[start : start + 2])
    return replace(news, day=_later(story, 3), paragraphs=(*news.paragraphs[:place], quoted, *news.paragraphs[place:]))


def live_blog(story: Story, desk: Desk) -> Story:
    """Eight stories' paragraphs by turns, two or three of this one among them."""
    pieces = [desk.foreign(desk.chance.randint(2, 6)) for _ in range(8)]
    start = desk.chance.randrange(max(1, len(story.paragraphs) - 2))
    pieces.insert(desk.chance.randint(0, 8), list(story.paragraphs[start : start + desk.chance.randint(2, 3)]))
    return replace(
        story, name=f"live {story.name}", title="As it happened", paragraphs=tuple(chain.from_iterable(pieces))
    )


def roundup(story: Story, desk: Desk) -> Story:
    """Two paragraphs each of five stories."""
    pieces = [desk.foreign(2) for _ in range(4)]
    pieces.insert(desk.chance.randint(0, 4), list(story.paragraphs[:2]))
    return replace(
        story,
        name=f"roundup {story.name}",
        title="The week in five stories",
        paragraphs=tuple(chain.from_iterable(pieces)),
    )


def column(story: Story, desk: Desk) -> Story:
    """The next day's column of the same outlet: the last quarter of it is what stands there every day."""
    news = desk.news()
    standing = story.paragraphs[-max(1, len(story.paragraphs) // 4) :]
    return replace(news, outlet=story.outlet, day=_later(story, 1), paragraphs=(*news.paragraphs, *standing))


LOOKALIKES: Mapping[str, Edit] = {
    "a follow-up": follow_up,
    "a short follow-up": short_follow_up,
    "background, two sentences": background_piece,
    "a live blog": live_blog,
    "a live blog elsewhere": mixed(live_blog, elsewhere),
    "a roundup": roundup,
    "a roundup elsewhere": mixed(roundup, elsewhere),
    "a column with its furniture": column,
}
"""Not copies, though they have words in common."""


def _background(story: Story, desk: Desk, count: int) -> tuple[str, ...]:
    """Paragraphs of the later half, in their order."""
    half = story.paragraphs[len(story.paragraphs) // 2 :]
    start = desk.chance.randint(0, max(0, len(half) - count))
    return half[start : start + count]


def _later(story: Story, days: int) -> date | None:
    return story.day + timedelta(days=days) if story.day else None


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)] or [text]
