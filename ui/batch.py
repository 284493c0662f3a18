"""Questions from a JSON Lines file, results into another, line for line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TextIO, TypeVar

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from assistant.domain import Turn
from assistant.errors import Misuse

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class BatchLine(BaseModel):
    """A line of a batch; history is oldest first."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    id: str | int | None = None
    question: Words = Field(validation_alias=AliasChoices("question", "query"))
    history: list[tuple[str, str]] | None = None
    asked: date | None = None

    @property
    def turns(self) -> list[Turn]:
        """The conversation before the question."""
        return [Turn(question, answer) for question, answer in self.history or ()]


Line = TypeVar("Line", bound=BatchLine)


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that cannot be read, and why."""

    number: int
    id: str | int | None
    reason: str

    @property
    def told(self) -> str:
        return f"line {self.number}: {self.reason}"


def read_lines(lines: Iterable[str], kind: type[Line]) -> Iterator[tuple[int, Line | Unread]]:
    """The lines that are not blank, with their numbers."""
    for number, text in enumerate(lines, start=1):
        if not text.strip():
            continue
        try:
            yield number, kind.model_validate_json(text)
        except ValidationError as error:
            yield number, Unread(number, _id_of(text), _why(error))


def run_batch(source: Path, target: Path, respond: Callable[[BatchLine], dict[str, Any]]) -> int:
    """Write respond's result for each line, or why it cannot be read; returns how many could not."""
    unread = 0
    with opened(source, target) as (lines, results):
        assert results
        for result in _results(lines, respond):
            unread += "error" in result
            results.write(json.dumps(result, ensure_ascii=False) + "\n")
            results.flush()
    return unread


@contextmanager
def opened(source: Path, target: Path | None) -> Iterator[tuple[TextIO, TextIO | None]]:
    """Both files; raises Misuse for one that cannot be opened, or if they are the same."""
    with ExitStack() as files:
        try:
            lines = files.enter_context(source.open(encoding="utf-8-sig", errors="replace"))
            if target and target.exists() and target.samefile(source):
                raise Misuse(f"--out {target} would overwrite the questions; name another file")
            results = files.enter_context(target.open("w", encoding="utf-8", errors="replace")) if target else None
        except OSError as error:
            raise Misuse(f"{error.filename}: {error.strerror}") from error
        yield lines, results


def _results(lines: TextIO, respond: Callable[[BatchLine], dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for _, line in read_lines(lines, BatchLine):
        yield {"id": line.id, "error": line.told} if isinstance(line, Unread) else respond(line)


def _id_of(text: str) -> str | int | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    name = found.get("id") if isinstance(found, dict) else None
    return name if isinstance(name, str | int) else None


def _why(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(each) for each in first["loc"])
    told = first["msg"].removeprefix("Value error, ")
    return f"{where}: {told}" if where else told
