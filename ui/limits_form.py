"""The form in which limits are set: days, outlets, authors, chosen articles, all of them from the library."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain import Filters, name_key
from assistant.wording import counted, outlet, printable, said_date, shortened
from ui.limits import within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from ui.listing import Listed

LONGEST_TITLE = 90
DAY = "DD/MM/YYYY"
MOST_OFFERED = 500
"""Articles at once; of more, those with the words that one types. With 6,000 the browser was sent 600 KB for each
change of a limit, and took half a second for a letter on a busy machine."""

FIELDS = ("from", "to", "outlets", "authors", "articles")


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from: outlets with the most articles first, authors by name, articles newest first.

    outlets, authors: names, with what is shown of each. articles: ids likewise. first, last: days of publication.
    """

    outlets: Mapping[str, str]
    authors: Mapping[str, str]
    articles: Mapping[str, str]
    first: date | None
    last: date | None


@lru_cache(maxsize=2)
def choices(listed: Listed) -> Choices:
    described = [each.description for each in listed.articles]
    days = [each.day for each in described if each.day]
    outlets = named([each.outlet] if each.outlet else [] for each in described)
    authors = named(each.authors for each in described)
    return Choices(
        shown_names(sorted(outlets, key=lambda name: -outlets[name]), outlets),
        shown_names(sorted(authors, key=name_key), authors),
        titled(listed),
        min(days, default=None),
        max(days, default=None),
    )


def draw_form(key: str, limits: Filters, listed: Listed, change: Callable[[Filters], None]) -> None:
    """Draw it as the limits are; change: told whenever somebody sets others."""
    there = choices(listed)

    def changed() -> None:
        first, last, *named = (st.session_state[f"{key}_{name}"] for name in FIELDS)
        outlets, authors, articles = map(tuple, named)
        change(Filters(first, last, outlets, authors, articles))

    with st.container(horizontal=True):
        draw_day("From", f"{key}_from", limits.after, there, changed)
        draw_day("To", f"{key}_to", limits.before, there, changed)
    draw_names("Outlets", f"{key}_outlets", limits.outlets, there.outlets, changed)
    draw_names("Authors", f"{key}_authors", limits.authors, there.authors, changed)
    sought = draw_search(f"{key}_words", there) if len(there.articles) > MOST_OFFERED else ""
    draw_names(
        "Articles", f"{key}_articles", limits.articles, offered(there.articles, limits.articles, sought), changed
    )
    st.text(leaves(limits, listed))


def draw_day(label: str, key: str, day: date | None, there: Choices, changed: Callable[[], None]) -> None:
    st.session_state[key] = day
    known = [each for each in (there.first, there.last, day) if each]
    st.date_input(
        label,
        min_value=min(known, default=None),
        max_value=max(known, default=None),
        format=DAY,
        key=key,
        on_change=changed,
    )


def draw_search(key: str, there: Choices) -> str:
    """Where one types words of the articles to choose from, of which there are too many to be looked through."""
    sought = st.text_input("Find articles", key=key, placeholder="Words of a title or outlet, then Enter")
    found = sum(1 for _ in having(sought, there.articles))
    if not found:
        st.text("No article has these words in its title or outlet.")
    elif found > MOST_OFFERED:
        st.text(f"Below are the newest {MOST_OFFERED:,} of {found:,} to choose from.")
    return sought


def having(words: str, articles: Mapping[str, str]) -> Iterator[str]:
    """The ids of those that are shown with all these words, newest first."""
    wanted = words.casefold().split()
    return (each for each, shown in articles.items() if all(word in shown.casefold() for word in wanted))


def offered(articles: Mapping[str, str], chosen: Sequence[str], words: str) -> Mapping[str, str]:
    """Those that were chosen, as they are shown, then the newest with these words."""
    ids = [*(each for each in chosen if each in articles), *islice(having(words, articles), MOST_OFFERED)]
    return {each: articles[each] for each in ids} if len(articles) > MOST_OFFERED else articles


def draw_names(
    label: str, key: str, chosen: Sequence[str], there: Mapping[str, str], changed: Callable[[], None]
) -> None:
    """What was chosen and is no longer there can still be seen, and taken back."""
    if not there and not chosen:
        return
    shown = {**{each: printable(each) for each in chosen if each not in there}, **there}
    st.session_state[key] = list(chosen)
    st.multiselect(
        label,
        list(shown),
        format_func=lambda each: shown.get(each, each),
        placeholder="All",
        key=key,
        select_all=False,
        on_change=changed,
    )


def leaves(limits: Filters, listed: Listed) -> str:
    """How many articles the limits leave."""
    every = len(listed.articles)
    if not limits.narrow:
        return f"All {counted(every, 'article')}"
    if limits.after and limits.before and limits.after > limits.before:
        return "No article: the first day is after the last."
    left = how_many(limits, listed)
    of = f"of {counted(every, 'article')}"
    return f"{left:,} {of}" if left else f"None {of}: nothing can be found within these limits."


@lru_cache(maxsize=64)
def how_many(limits: Filters, listed: Listed) -> int:
    return sum(1 for _ in within(listed.articles, limits))


def named(names: Iterable[Sequence[str]]) -> dict[str, int]:
    """Each name once, as it is written first, with how many articles have it."""
    first: dict[str, str] = {}
    counts: dict[str, int] = {}
    for each in names:
        for key, name in {name_key(name): name for name in each}.items():
            known = first.setdefault(key, name)
            counts[known] = counts.get(known, 0) + 1
    return counts


def shown_names(names: Sequence[str], counts: Mapping[str, int]) -> dict[str, str]:
    return {name: f"{printable(name)} ({counts[name]:,})" for name in names}


def titled(listed: Listed) -> dict[str, str]:
    """Articles by id, each told from the others: what looks the same would be taken for the same."""
    shown: dict[str, str] = {}
    taken: set[str] = set()
    for each in listed.articles:
        about = each.description
        said = printable(f"{shortened(about.title, LONGEST_TITLE)} · {outlet(about)}, {said_date(about)}")
        shown[each.id] = f"{said} ({each.id[:6]})" if said in taken else said
        taken.add(said)
    return shown
