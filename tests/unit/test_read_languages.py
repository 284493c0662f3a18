"""Saved pages of ten outlets that do not exist, each in its language: what is the story, and what surrounds it."""

from __future__ import annotations

from datetime import date, datetime
from textwrap import dedent

import pytest

from assistant.domain import Basis, Kind
from ingest.draft import Draft
from ingest.piece import Form, Piece
from ingest.text import read_text

GERMAN = """\
    Zum Inhalt springen
    Menü
    Anmelden
    Fähre nach Hallin fällt bis Freitag aus
    Von Anna Muster und Jens Probe
    Mittwoch, 8. Mai 2024, 20:06 Uhr
    Aktualisiert am 9. Mai 2024
    Lesezeit: 3 Minuten
    Teilen
    Merken
    Drucken
    Menschen warten am Kai von Hallin. Foto: Ada Quill/Nordblatt

    Die Fähre nach Hallin fährt seit Montag nicht mehr, weil ihr Motor zweimal ausgefallen ist.

    Anzeige

    "Es tut uns leid", sagte die Leiterin der Reederei, Lena Ostrow, am Mittwoch in Hallin.

    Lesen Sie auch: Warum Fähren im Frühjahr stehen bleiben

    Abonnieren Sie unseren Newsletter und erhalten Sie die Nachrichten aus dem Norden.

    Bis Freitag fahren Busse über die alte Brücke.

    Anna Muster ist Redakteurin für Verkehr beim Nordblatt.
    12 Kommentare
    © 2024 Nordblatt. Alle Rechte vorbehalten.
    """
FRENCH = """\
    Aller au contenu
    S'abonner
    Se connecter
    Le ferry de Hallin arrêté jusqu'à vendredi
    Par Jeanne Essai
    Publié le 8 mai 2024 à 20h06
    Mis à jour le 9 mai 2024 à 8h15
    Temps de lecture : 3 min
    Partager sur Facebook

    Le ferry qui relie Hallin au continent est à quai depuis lundi après deux pannes de moteur.

    La suite après la publicité

    « Nous sommes désolés », a déclaré la directrice de la compagnie, Lena Ostrow.

    Lire aussi : Pourquoi les ferries tombent en panne au printemps

    Des bus passeront par le vieux pont jusqu'à vendredi.

    Inscrivez-vous à notre newsletter pour recevoir l'essentiel de l'actualité.
    Réagir
    """
SPANISH = """\
    Ir al contenido
    Suscríbete
    El ferri de Hallin no sale hasta el viernes
    Por Ana Muestra
    8 de mayo de 2024, 20:06
    Compartir en WhatsApp

    El ferri que une Hallin con la costa está parado desde el lunes porque su motor falló dos veces.

    Publicidad

    "Lo sentimos", dijo el miércoles la directora de la naviera, Lena Ostrow.

    Te puede interesar: Por qué los ferris fallan en primavera

    Los autobuses cruzan por el puente viejo hasta el viernes.

    Síguenos en Facebook
    Todos los derechos reservados
    """
ITALIAN = """\
    Vai al contenuto
    Abbonati
    Il traghetto di Hallin fermo fino a venerdì
    di Anna Prova
    8 maggio 2024, alle 20:06
    Condividi

    Il traghetto che collega Hallin alla costa è fermo da lunedì perché il motore si è guastato due volte.

    Pubblicità

    "Ci dispiace", ha detto mercoledì la direttrice della compagnia, Lena Ostrow.

    Leggi anche: Perché i traghetti si fermano in primavera

    Gli autobus passano dal vecchio ponte fino a venerdì.

    Riproduzione riservata
    """
PORTUGUESE = """\
    Ir para o conteúdo
    Assine já
    Barca de Hallin parada até sexta-feira
    Por Ana Amostra
    Publicado em 8 de maio de 2024, às 20h06
    Compartilhar

    A barca que liga Hallin à costa está parada desde segunda-feira porque o motor falhou duas vezes.

    Continua depois da publicidade

    "Lamentamos", disse na quarta-feira a diretora da empresa, Lena Ostrow.

    Leia também: Por que as barcas param na primavera

    Os ônibus passam pela ponte velha até sexta-feira.

    Deixe um comentário
    """
POLISH = """\
    Przejdź do treści
    Zaloguj się
    Prom do Hallin nie kursuje do piątku
    Autor: Anna Próbna
    8 maja 2024, 20:06
    Udostępnij

    Prom łączący Hallin z lądem stoi od poniedziałku, ponieważ jego silnik dwa razy odmówił pracy.

    Reklama

    "Przepraszamy" - powiedziała w środę szefowa armatora Lena Ostrow.

    Czytaj także: Dlaczego promy stają wiosną

    Do piątku przez stary most jeżdżą autobusy.

    Skomentuj
    """
DUTCH = """\
    Direct naar inhoud
    Inloggen
    Veerboot naar Hallin vaart tot vrijdag niet
    Door Anna Proef
    8 mei 2024 om 20:06
    Deel op Facebook

    De veerboot tussen Hallin en de kust ligt sinds maandag stil, omdat de motor twee keer is uitgevallen.

    Advertentie

    "Het spijt ons", zei de directeur van de rederij, Lena Ostrow, woensdag.

    Lees ook: Waarom veerboten in het voorjaar stilvallen

    Tot vrijdag rijden er bussen over de oude brug.

    Meld je aan voor onze nieuwsbrief.
    """
UKRAINIAN = """\
    Перейти до основного вмісту
    Підтримати нас
    Пором до Галліна не ходитиме до п'ятниці
    Автор: Анна Пробна
    8 травня 2024, 20:06
    Поділитися

    Пором, що сполучає Галлін з берегом, стоїть з понеділка, бо його двигун двічі вийшов з ладу.

    Реклама

    «Нам прикро», — сказала в середу керівниця компанії Лена Островська.

    Читайте також: Чому пороми навесні зупиняються

    До п'ятниці старим мостом ходитимуть автобуси.

    Підписуйтесь на наш телеграм-канал!
    """
RUSSIAN = """\
    Перейти к содержанию
    Подписаться
    Паром в Халлин не будет ходить до пятницы
    Автор: Анна Пробная
    8 мая 2024 года, 20:06
    Поделиться

    Паром, который связывает Халлин с берегом, стоит с понедельника: его двигатель дважды вышел из строя.

    Реклама

    «Нам жаль», — сказала в среду руководитель компании Лена Островская.

    Читайте также: Почему паромы весной останавливаются

    До пятницы по старому мосту будут ходить автобусы.

    Комментарии (12)
    """
ENGLISH = """\
    Skip to content
    Subscribe
    Ferry to Hallin is out until Friday
    By Ana Sample
    8 May 2024, 20:06
    3 min read
    Share

    The ferry between Hallin and the coast has been out of service since Monday after its engine failed twice.

    Advertisement

    "We are sorry," the head of the company, Lena Ostrow, said on Wednesday.

    Read also: Why ferries stop in spring

    Correction: An earlier version of this article gave the wrong day on which the engine failed.

    Until Friday, buses take the old bridge.

    Ana Sample is a reporter at the Coast Courier covering ports.
    Reporting by Ana Sample in Hallin; editing by Tom Proof.
    Support our journalism with a donation.
    """
PAGES = {
    "de": GERMAN, "fr": FRENCH, "es": SPANISH, "it": ITALIAN, "pt": PORTUGUESE,
    "pl": POLISH, "nl": DUTCH, "uk": UKRAINIAN, "ru": RUSSIAN, "en": ENGLISH,
}  # fmt: skip
NAMES = {
    "de": ("Anna Muster", "Jens Probe"), "fr": ("Jeanne Essai",), "es": ("Ana Muestra",), "it": ("Anna Prova",),
    "pt": ("Ana Amostra",), "pl": ("Anna Próbna",), "nl": ("Anna Proef",), "uk": ("Анна Пробна",),
    "ru": ("Анна Пробная",), "en": ("Ana Sample",),
}  # fmt: skip


def page(text: str) -> Draft:
    return read_text(Piece(Form.TEXT, dedent(text).encode(), "/news/page.txt", "/news/page.txt", "page.txt"))


def texts(draft: Draft, kind: Kind) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs if paragraph.kind is kind]


@pytest.mark.parametrize("language", PAGES)
def test_the_story_is_three_paragraphs_and_a_teaser_and_the_rest_is_furniture(language: str) -> None:
    draft = page(PAGES[language])
    bodies = [text for text in texts(draft, Kind.BODY) if not text.startswith("Correction:")]
    assert len(bodies) == 3
    assert all(text.endswith(".") for text in bodies)
    assert len(texts(draft, Kind.TEASER)) == 1


@pytest.mark.parametrize("language", PAGES)
def test_a_byline_and_its_date_are_read_in_their_language(language: str) -> None:
    description = page(PAGES[language]).description
    assert description.authors == NAMES[language]
    assert description.published == datetime(2024, 5, 8, 20, 6)  # noqa: DTZ001  the page gives no zone
    assert (description.bases.published, description.language) == (Basis.TEXT, language)
    assert description.bases.language is Basis.GUESSED


def test_a_correction_is_the_articles_own() -> None:
    assert any(text.startswith("Correction:") for text in texts(page(ENGLISH), Kind.BODY))


@pytest.mark.parametrize("line", ["Le 7 mars 2024", "Am 7. März 2024", "El 7 de marzo de 2024", "7 March 2024"])
def test_a_date_alone_under_the_title_is_no_paragraph(line: str) -> None:
    draft = page(f"Le phare\n\n{line}\n\nLe phare de Marrow a rouvert samedi.\n\nIl était fermé depuis dix ans.\n")
    assert draft.description.day == date(2024, 3, 7)
    assert len(draft.paragraphs) == 2


def test_an_update_is_read_beside_the_date_of_publication() -> None:
    assert page(GERMAN).description.updated == date(2024, 5, 9)
    assert page(FRENCH).description.updated == datetime(2024, 5, 9, 8, 15)  # noqa: DTZ001  the page gives no zone


@pytest.mark.parametrize(
    "line",
    [
        "Von Anfang an war der Plan umstritten.",
        "Teilen wollten die Nachbarn den Garten nicht.",
        "Die Zeitung verschickt jeden Morgen einen Newsletter, sagte sie.",
        "Par ailleurs, le pont reste fermé.",
        "Publicité et presse vivent des mêmes lecteurs, dit-il.",
        "Por ahora nadie sabe cuándo volverá el ferri.",
        "Compartir el coche cuesta ahora menos que el autobús.",
        "Il giornale ha perso la metà degli abbonati in un anno.",
        "Reklama kosztowała miasto dwa miliony.",
        "Wij gebruiken minder water dan vorig jaar, zei de boer.",
        "Реклама коштувала місту два мільйони.",
        "Подписаться под письмом отказались трое.",
        "Reporting by the paper showed that the engine was old.",
        "Contributing factors include heat and wind.",
        "Ostrow is a former journalist who covered ports for ten years.",
        "The commission earned two million from the sale.",
    ],
)
def test_a_sentence_of_the_article_is_never_furniture_in_any_language(line: str) -> None:
    draft = page(
        "The town met on Tuesday to talk with Lena Ostrow about the flood.\n\n"
        f"Nobody had expected so many people to come.\n\n{line}\n"
    )
    assert texts(draft, Kind.BODY)[-1] == line
