"""The commonest orders to a program in other languages: forget what you were told; in your answer."""

from __future__ import annotations

import re

_FORGET = (
    r"(?:ignore[zr]?|ignor[aá]d?|ignoriere?n?|oublie[zr]?|olvida|vergiss|vergessen|dimentica|esque(?:ce|ça)|negeer|vergeet"
    r"|zignoruj|ignoruj|ignorera|glöm)"
)
_TOLD = (
    r"(?:instru[ckz]\w+|anweisung\w*|istruzion\w+|consign\w+|ordres|regeln|r[eè]gles|reglas|regole|regras|polece\w+"
    r"|aanwijzing\w*|vorherig\w+|précédent\w*|anterior\w*|precedent\w*)"
)
_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_FORGET}\s+(?:\w+\s+){{0,4}}?{_TOLD}",
        r"\b(?:ta|votre)\s+réponse\b|\btu\s+respuesta\b|\bdeine[rm]?\s+antwort\b|\btua\s+ris?posta\b|\btua\s+resposta\b",
        r"(?:(?:про)?[иі]гноруй|(?:про)?игнорируй|забудь)(?:те)?\s+(?:\w+\s+){0,4}?(?:инструкц|указани|команд|правил|інструкц|вказівк)",
        r"\bтво\w+\s+ответ",
        r"(?:忽略|无视|無視|忘记|忘記|不要理会).{0,12}(?:指令|指示|说明|說明|提示|内容|規則|规则|命令)|[你您]的(?:回答|回复|回覆|答案)",
        r"(?:指示|命令|プロンプト|ルール)[をは]?(?:すべて|全て)?(?:無視|忘れ)|あなたの(?:回答|返答|答え)",
        r"(?:지시|명령|지침).{0,6}(?:무시|잊)",
        r"(?:تجاهل|انس)\s.{0,30}(?:التعليمات|الأوامر|السابقة)",
        r"(?:निर्देशों|आदेशों).{0,12}(?:अनदेखा|नज़रअंदाज़|भूल)",
    )
]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Looked for first, in the way that costs least.
_STEMS = _words(
    """ignor oubli olvid verg dimentic esque negeer glöm réponse respuesta antwort risposta resposta гнор
    забуд ответ 略 视 視 忘 不要 的回 的答 指示 命令 プロ ルー 지시 명령 지침 تجاهل انس निर्देश आदेश"""
)


def orders_in_another_language(text: str) -> bool:
    """Whether it tells a program to forget its instructions, or speaks of its answer, in another language."""
    low = text.lower()
    return any(stem in low for stem in _STEMS) and any(form.search(text) for form in _FORMS)
