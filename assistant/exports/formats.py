"""What a conversation, or the articles that it cites, can be written as."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """The first four hold what was said; the others the articles cited, as references."""

    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL = "csl"

    @property
    def ending(self) -> str:
        """Of a file's name."""
        return _ENDINGS[self]

    @property
    def mime(self) -> str:
        return _MIME[self]


_ENDINGS = {
    Format.MARKDOWN: ".md",
    Format.HTML: ".html",
    Format.DOCX: ".docx",
    Format.JSON: ".json",
    Format.BIBTEX: ".bib",
    Format.RIS: ".ris",
    Format.CSL: ".csl.json",
}
_MIME = {
    Format.MARKDOWN: "text/markdown; charset=utf-8",
    Format.HTML: "text/html; charset=utf-8",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.JSON: "application/json",
    Format.BIBTEX: "application/x-bibtex; charset=utf-8",
    Format.RIS: "application/x-research-info-systems; charset=utf-8",
    Format.CSL: "application/vnd.citationstyles.csl+json",
}
