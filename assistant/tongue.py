"""The language that a text seems to be in, told by its script or its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

NAMES = {
    "ar": "Arabic",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hy": "Armenian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}

# A script that is nearly always of one language; by the first word of its letters' Unicode names.
_SCRIPTS = {
    "ARABIC": "ar",
    "GREEK": "el",
    "HEBREW": "he",
    "DEVANAGARI": "hi",
    "ARMENIAN": "hy",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "GEORGIAN": "ka",
    "HANGUL": "ko",
    "THAI": "th",
    "CJK": "zh",
}

_COMMON = {
    "de": """der die das den dem des ein eine einen einem einer und oder aber nicht kein keine ist sind war waren
        wird werden wurde wurden hat haben hatte wer wen wem wessen was wann wo warum wieso weshalb wie welche
        welcher welches viele viel von vom zu zum zur mit nach bei aus auf in für über unter gegen im am es er sie
        wir ihr sich dass als durch um es gibt""",
    "en": """the a an and or but not no is are was were be been has have had do does did who whom whose what when
        where why how which many much of to in on at by for with from about into after before than that this
        these it its he she they we you i his her their there will would can could should may might as if so""",
    "es": """el la los las un una unos unas y o pero no es son era fue fueron está están ha han había quién quiénes
        qué cuándo dónde por cómo cuál cuáles cuánto cuántos cuántas de del a al en con para sobre entre desde
        hasta que se su sus lo le más como hay según""",
    "fr": """le la les un une des et ou mais ne pas est sont était fut ont a qui que quoi quand où pourquoi comment
        quel quelle quels quelles combien de du à au aux en dans avec pour par sur sous entre ce cette ces se
        son sa ses il elle ils elles on y leur plus qu été""",
    "it": """il lo la i gli le un uno una e o ma non è sono era erano ha hanno chi che cosa quando dove perché come
        quale quali quanto quanti quante di del della dei delle da dal in nel nella con per su sul tra fra si
        suo sua ci più stato stata""",
    "nl": """de het een en of maar niet geen is zijn was waren wordt werd werden heeft hebben had wie wat wanneer
        waar waarom hoe welke welk hoeveel van naar in op met voor door over uit bij tot aan om te er ze hij
        zij wij dat die deze dit zich ook""",
    "pl": """i w we z ze na do od po za o u nie jest są był była było byli kto co kiedy gdzie dlaczego jak jaki jaka
        jakie który która które ile czy się to ten ta tego tej przez dla przed pod nad ma mają został została
        oraz kogo""",
    "pt": """o a os as um uma e ou mas não é são era foi foram está estão tem têm quem que quê quando onde por
        porque como qual quais quanto quantos quantas de do da dos das em no na nos nas com para pelo pela
        sobre entre se seu sua mais ao à há""",
    "ru": """и в во не на с со что кто когда где почему зачем как какой какая какие который сколько по из за от до у
        к о об для это был была было были есть ли он она они его её их чем чём при же а но или""",
    "sv": """och i att det som en ett den de på är av för med inte om har hade var vem vad när varför hur vilken
        vilket vilka många mycket till från efter vid över under mot sig han hon kan ska blev blir""",
    "tr": """ve bir bu ne kim neden niçin niye nasıl nerede nereye hangi kaç zaman mi mı mu mü için ile de da olarak
        oldu olan var yok değil çok gibi daha sonra kadar kimdir nedir""",
    "uk": """і й в у не на з зі із що хто коли де чому навіщо як який яка які скільки по за від до к о об для це був
        була було були є чи він вона вони його її їх при та але або""",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}

_WORD = re.compile(r"[^\W\d_]+")

# A single word is in many languages.
_FEWEST = 2


def tongue_of(text: str) -> str | None:
    """The code of the language, where the text leaves no doubt between two."""
    return _by_script(text) or _by_words(text)


def _by_script(text: str) -> str | None:
    if text.isascii():
        return None
    letters = [unicodedata.name(each, "").split(" ")[0] for each in text if each.isalpha()]
    # Japanese writes Chinese letters, too, and a name may stand in any script.
    counted = Counter("JAPANESE" if each in ("HIRAGANA", "KATAKANA") else each for each in letters)
    if counted["JAPANESE"]:
        counted["JAPANESE"] += counted.pop("CJK", 0)
    script, often = counted.most_common(1)[0] if counted else ("", 0)
    if 2 * often <= len(letters):
        return None
    return "ja" if script == "JAPANESE" else _SCRIPTS.get(script)


def _by_words(text: str) -> str | None:
    words = _WORD.findall(text.casefold())
    found = Counter({language: sum(word in common for word in words) for language, common in _WORDS.items()})
    (first, often), (_, next_often) = found.most_common(2)
    # English questions name "Van Gend en Loos" and "Father Le Loutre".
    named = first != "en" and 2 * found["en"] > often
    return first if often >= _FEWEST and often > next_often and not named else None
