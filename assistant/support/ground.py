"""What a sentence is held against: the paragraphs it cites, within their articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.domain import Kind
from assistant.support.verdict import Cited

Problem = str
"""What is not borne out, as a clause without a full stop: "“14 %” is not in the paragraph cited"."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The paragraphs cited, in the order of their markers."""

    cited: Sequence[Cited]

    @property
    def texts(self) -> list[str]:
        """Their words."""
        return [each.paragraph.text for each in self.cited]

    @property
    def descriptions(self) -> list[str]:
        """Title, outlet, authors and date of each article, which a sentence may mention too."""
        return list(dict.fromkeys(each.article.description.line for each in self.cited))

    def before(self, cited: Cited, count: int) -> list[str]:
        """The texts of so many body paragraphs before one: whom its "she" means."""
        body = [each for each in cited.article.paragraphs if each.kind is Kind.BODY]
        return [each.text for each in body if each.number < cited.paragraph.number][-count:]


def is_english(ground: Ground) -> bool:
    """Whether all that is cited is in English, as far as is known: words of other languages are not understood."""
    return all(each.article.description.language in (None, "en") for each in ground.cited)


Test = Callable[[str, Ground], Sequence[Problem]]
"""One of the things that a sentence is tested for; nothing where there is no problem."""
