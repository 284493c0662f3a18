"""What only speaks to whoever asked."""

from __future__ import annotations

import pytest

from assistant.writing.courtesy import is_courtesy


@pytest.mark.parametrize(
    "sentence",
    [
        "Happy to help!",
        "Sure, I can help with that.",
        "Of course!",
        "Thank you for your question.",
        "**Great question!**",
        "Hello! I'm happy to assist you today.",
        "Here is the answer:",
        "Here’s what I found.",
        "I hope this helps!",
        "Let me know if you have any other questions.",
        "If you would like more details, feel free to ask.",
        "What would you like to know about the ferry?",
        "Would you like to know more about the harbour of Hale?",
        "Sure, which ferry do you mean?",
        "How can I help?",
    ],
)
def test_a_civility_an_offer_and_a_question_to_the_reader_state_nothing(sentence: str) -> None:
    assert is_courtesy(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sure, the ferry sank in May.",
        "Yes, Ada Quill bought it.",
        "Yes.",
        "Sorry, but the mayor was convicted.",
        "Did you know that the mayor was convicted?",
        "Are you aware that nine people drowned?",
        "Why did the ferry sink?",
        "Here is the answer: the ferry sank.",
        "Let me know if you have questions: the ferry sank.",
        "The owner was happy to help.",
        "Help with the ferry came from Oxmoor.",
        "I hope this helps the ferry to stay afloat.",
        "Would you believe it? The ferry sank.",
        "Which of the ferries do you mean, " + "the red one, " * 12 + "the blue one?",
    ],
)
def test_whatever_is_told_besides_is_a_claim_as_any_other(sentence: str) -> None:
    assert not is_courtesy(sentence)
