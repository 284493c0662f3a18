"""Notices and invitations around articles are told from sentences that only begin like them."""

from __future__ import annotations

import pytest

from ingest.wordings.known import is_box


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for the Harbour Letter, our weekly newsletter",
        "Get the day's news in your inbox with our free newsletter",
        "Join 40,000 readers of our daily newsletter",
        "By clicking Accept, you agree to our terms and cookies",
        "By signing up, you agree to our terms",
        "This site is protected by reCAPTCHA",
        "This website uses cookies to remember you",
        "We may earn a commission if you buy through our links",
        "We use affiliate links in some of our articles",
        "If you notice an error, let us know",
        "Your browser does not support audio",
        "Republished with permission of the Delmar Post",
        "Translated from Armenian by Ani Sahin",
        "Recevez chaque matin notre newsletter",
        "Entre no nosso canal do WhatsApp",
        "Síguenos en Facebook",
        "Ten materiał został po raz pierwszy opublikowany w Gazecie",
    ],
)
def test_what_outlets_write_to_their_readers_is_a_box(line: str) -> None:
    assert is_box(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "We told the European Commission in March that the deal was off, and nobody answered us.",
        "We could not reach the electoral commission on Tuesday.",
        "By using the terms of the treaty against its neighbour, Delmar secured a delay of ten years.",
        "By submitting to the court of Orrin, the ferry company avoided a trial.",
        "Get-rich schemes spread through newsletters, the police of Delmar said on Tuesday.",
        "Join the navy, the recruiter wrote in a newsletter that reached 40,000 homes.",
        "This story was told by a computer programmer who spent nine years in the camp.",
        "Your browser is watching you, researchers warned on Tuesday.",
        "This site is protected by two regiments and a minefield, the general said.",
        "We saw nineteen cookies on the floor and no child, the officer wrote.",
        "Copyright law was never meant for this, the union said.",
        "Adapted from a novel by Ivo Sand, the film opened in Delmar on Friday.",
        "Reproduced under a microscope, the cells died within an hour.",
        "If you notice an error of judgment in a pilot, you speak up, the captain said.",
        "Chaque jour, des alertes retentissent au-dessus du port, dit le maire.",
        "Ce texte a été publié jeudi au Journal officiel.",
        "Entre 2010 e 2020, o canal perdeu metade dos navios.",
        "Sigue la polémica en Twitter por el cierre del puerto.",
        "Apoya la oposición un acuerdo por medio de la ONU.",
        "Materiał został opublikowany w piątek przez prokuraturę.",
    ],
)
def test_a_sentence_that_only_begins_like_a_box_is_the_articles(sentence: str) -> None:
    assert not is_box(sentence)
