"""In which language a text seems to be."""

from __future__ import annotations

import pytest

from assistant.tongue import NAMES, tongue_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Warum liegen die Schiffe vor der Schleuse?"),
        ("en", "Why are the barges waiting below the lock?"),
        ("es", "¿Cuándo se cerró la esclusa?"),
        ("fr", "Pourquoi les péniches attendent-elles devant l'écluse ?"),
        ("it", "Perché le chiatte sono ferme davanti alla chiusa?"),
        ("nl", "Wanneer is de sluis gesloten?"),
        ("pl", "Kto jest burmistrzem i kiedy to było?"),
        ("pt", "Quem é que fechou a eclusa em maio?"),
        ("sv", "Varför är slussen stängd och när öppnar den?"),
        ("tr", "Bu kapak neden kapalı ve ne zaman açılacak?"),
        ("ru", "Почему закрыт шлюз и когда он откроется?"),
        ("uk", "Чому зачинено шлюз і що буде далі?"),
        ("el", "Γιατί έκλεισε το φράγμα;"),
        ("hy", "Ինչո՞ւ է փակ ջրարգելակը"),
        ("ja", "なぜ水門は閉まったのか"),
        ("ko", "수문은 왜 닫혔습니까"),
        ("zh", "水闸为什么关闭"),
        ("ar", "لماذا أغلق الهويس"),
    ],
)
def test_a_question_tells_its_language(language: str, text: str) -> None:
    assert tongue_of(text) == language
    assert language in NAMES


@pytest.mark.parametrize("text", ["", "?", "1921", "Oxmoor", "Lock Oxmoor 1921", "Hale Courier"])
def test_names_and_numbers_tell_none(text: str) -> None:
    assert tongue_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "What did the Van den Berg en de Wit company sell?",
        "Who wasn't on Le Roux's barge?",
        "why do barges die hard",
        "Who founded La Voz de la Costa?",
    ],
)
def test_names_from_another_language_do_not_make_an_english_question_foreign(text: str) -> None:
    assert tongue_of(text) in {"en", None}


def test_a_foreign_word_in_another_script_does_not_decide() -> None:
    assert tongue_of("What does the word шлюз mean in the report?") == "en"
