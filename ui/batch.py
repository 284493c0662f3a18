"""Questions from a JSON Lines file, results into another, line for line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TextIO

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from assistant.errors import Misuse

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class BatchLine(BaseModel):
    """A line of a batch; history is oldest first."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    id: str | int | None = None
    question: Words = Field(validation_alias=AliasChoices("question", "query"))
    history: list[tuple[str, str]] | None = None
    asked: date | None = None


def run_batch(source: Path, target: Path, respond: Callable[[BatchLine], dict[str, Any]]) -> int:
    """Write respond's result for each line, or why it cannot be read; returns how many could not."""
    unread = 0
    with _opened(source, target) as (lines, results):
        for result in _results(lines, respond):
            unread += "error" in result
            results.write(json.dumps(result, ensure_ascii=False) + "\n")
            results.flush()
    return unread


@contextmanager
def _opened(source: Path, target: Path) -> Iterator[tuple[TextIO, TextIO]]:
    """Both files; raises Misuse for one that cannot be opened, or if they are the same."""
    with ExitStack() as files:
        try:
            lines = files.enter_context(source.open(encoding="utf-8-sig", errors="replace"))
            if target.exists() and target.samefile(source):
                raise Misuse(f"--out {target} would overwrite the questions; name another file")
            results = files.enter_context(target.open("w", encoding="utf-8", errors="replace"))
        except OSError as error:
            raise Misuse(f"{error.filename}: {error.strerror}") from error
        yield lines, results


def _results(lines: TextIO, respond: Callable[[BatchLine], dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for number, text in enumerate(lines, start=1):
        if not text.strip():
            continue
        try:
            line = BatchLine.model_validate_json(text)
        except ValidationError as error:
            yield {"id": _id_of(text), "error": f"line {number}: {_why(error)}"}
        else:
            yield respond(line)


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
    return f"{where}: {first['msg']}" if where else first["msg"]
