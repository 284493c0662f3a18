"""What says only that the articles do not say."""

from __future__ import annotations

import pytest

from assistant.domain import SILENCE, Claim, Support
from assistant.writing.silent import is_silent


@pytest.mark.parametrize(
    "sentence",
    [
        "The articles do not say why.",
        "The articles don’t say how many.",
        "However, the articles do not say when or where.",
        "The paragraphs give no further details.",
        "The articles do not mention this.",
    ],
)
def test_a_bare_remark_on_what_is_left_open_claims_nothing(sentence: str) -> None:
    assert is_silent(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The articles do not say why the harbour master resigned.",
        "The articles do not say how many of the 40 crates were stolen.",
        "The articles do not say why, but the owner was bankrupt.",
        "The articles do not mention that Quill was convicted.",
        "The harbour master does not say why.",
        "Nothing was explained.",
        "The minister lied; the articles do not say why.",
        "The articles do not say why. " * 20,
    ],
)
def test_a_remark_that_has_something_told_in_it_is_a_claim_as_any_other(sentence: str) -> None:
    assert not is_silent(sentence)


def test_a_remark_is_not_shown_as_unsupported_while_a_claim_without_support_is() -> None:
    remark = Claim("The articles do not say why.", (), Support.UNSUPPORTED, SILENCE)
    claim = Claim("The harbour master resigned.", (), Support.UNSUPPORTED, "no paragraph is cited for it")

    assert remark.marked == "The articles do not say why."
    assert claim.marked.endswith(" (not supported by the articles)")
