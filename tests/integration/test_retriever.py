"""The library for other programs: as a LangChain retriever, and as a package that is cheap to import."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from langchain_core.retrievers import BaseRetriever
from langchain_tests.integration_tests import RetrieversIntegrationTests

from assistant import Filters, FootnoteRetriever, Library

# Modules that a program has loaded by its end, first names only.
LOADED = "import sys, json; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
HEAVY = {"langchain", "langchain_core", "chromadb", "streamlit", "numpy", "onnxruntime", "pydantic", "tantivy", "typer"}


class TestConformance(RetrieversIntegrationTests):
    """LangChain's own tests of a retriever."""

    @pytest.fixture(autouse=True)
    def _open(self, samples: Library) -> None:
        self.library = samples

    @property
    def retriever_constructor(self) -> type[BaseRetriever]:
        return FootnoteRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"library": self.library}

    @property
    def retriever_query_example(self) -> str:
        return "Why has Armenia turned away from Moscow?"


def test_documents_carry_the_citations_fields(samples: Library) -> None:
    question = "When did Armenia join the International Criminal Court?"
    [document] = FootnoteRetriever(library=samples, k=1).invoke(question)
    [ranked] = samples.search(question, 1)

    assert document.page_content == ranked.paragraph.text
    assert document.id == f"{ranked.article_id}:{ranked.paragraph.number}"
    assert document.metadata == {
        "rank": 1,
        "article_id": ranked.article_id,
        "title": ranked.description.title,
        "outlet": None,
        "authors": ["Footnote Sample Desk"],
        "published": "2024-05-08",
        "published_at": "2024-05-08T20:06",
        "updated": None,
        "language": "en",
        "tags": list(ranked.description.tags),
        "found": document.metadata["found"],
        "why": document.metadata["why"],
        "digest": ranked.paragraph.digest,
        "published_guessed": ranked.description.published_guessed,
        "url": None,
        "source": "armenia-csto-financing.txt",
        "paragraph": ranked.paragraph.number,
        "kind": "body",
        "quote": ranked.paragraph.text,
        "start": 0,
        "end": len(ranked.paragraph.text),
        "score": document.metadata["score"],
        "scores": document.metadata["scores"],
        "also_in": [],
    }


def test_documents_are_ranked_and_within_the_filters(samples: Library) -> None:
    retriever = FootnoteRetriever(library=samples, k=4, filters=Filters(after=date(2024, 1, 1)))

    documents = retriever.invoke("Armenia and the alliance")

    assert [each.metadata["rank"] for each in documents] == [1, 2, 3, 4]
    assert {each.metadata["published"] for each in documents} == {"2024-05-08"}


def loaded_by(program: str, *arguments: str) -> set[str]:
    """First names of the modules loaded at the end of a program that Python runs."""
    command = [sys.executable, "-c", f"{program}\n{LOADED}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_importing_the_package_costs_nothing() -> None:
    assert not loaded_by("import assistant; dir(assistant)") & HEAVY


def test_the_domain_and_the_errors_need_the_standard_library_only() -> None:
    loaded = loaded_by("import assistant.domain, assistant.errors, assistant.settings")

    # What site-packages loads by itself at start-up (.pth files) is in the bare run, too.
    assert loaded - loaded_by("pass") - {"assistant"} <= sys.stdlib_module_names


def test_asking_needs_neither_langchain_nor_the_page(sample_home: Path) -> None:
    program = "import sys; from ui.commands import app; app(standalone_mode=False)"

    loaded = loaded_by(program, "ask", "When did Armenia join the court?", "--home", str(sample_home))

    assert "chromadb" in loaded
    assert not loaded & {"langchain", "langchain_core", "streamlit", "torch"}
