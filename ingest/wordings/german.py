"""What German pages write around their articles."""

from ingest.wordings.wording import Wording

GERMAN = Wording(
    language="de",
    buttons="""
        zum inhalt [springen], zum hauptinhalt [springen], zur navigation, zur suche, zur startseite, nach oben
        teilen, [artikel|beitrag|seite] teilen, auf facebook teilen, auf twitter teilen, auf x teilen
        per mail teilen, per whatsapp teilen, auf whatsapp teilen, link kopieren, link kopiert, artikel verschicken
        drucken, [artikel|seite] drucken, merken, [artikel] merken, auf die merkliste, zur merkliste hinzufügen
        vorlesen, artikel anhören, anhören, jetzt anhören, abspielen, video abspielen, video ansehen
        anmelden, abmelden, einloggen, ausloggen, registrieren, login, mein konto, menü, menü öffnen
        menü schließen, schließen, suche, suchen, startseite, themen, ressorts, mehr, mehr lesen, weiterlesen
        mehr anzeigen, weniger anzeigen, alle anzeigen, mehr laden, artikel lesen, zum artikel, zurück, weiter
        abo, abonnieren, [jetzt|hier] abonnieren, jetzt testen, abo testen, jetzt kostenlos testen
        newsletter, newsletter abonnieren, newsletter bestellen, e-paper, epaper, podcast, podcasts, mediathek
        anzeige, werbung, anzeigen, gesponsert, - anzeige -, kommentare, kommentar, # kommentare, kommentare #
        # kommentar, kommentar schreiben, kommentieren, alle kommentare, zu den kommentaren, jetzt kommentieren
        folgen, jetzt folgen, thema folgen, feedback, fehler melden, kontakt, impressum, datenschutz
        datenschutzerklärung, agb, nutzungsbedingungen, cookie einstellungen, cookies verwalten, alle akzeptieren
        alle cookies akzeptieren, akzeptieren, alle ablehnen, ablehnen, einstellungen, zustimmen, über uns, karriere
        lesezeit # min, lesezeit # minuten, lesedauer # min, lesedauer # minuten, # min lesezeit
        # minuten lesezeit, # min lesedauer, # minuten lesedauer, bild # von #, # von #, exklusiv für abonnenten
        artikel verschenken, als favorit speichern, barrierefreiheit
    """,
    read_also="""
        lesen sie auch, lesen sie mehr, lesen sie hier, lesen sie dazu, lesen sie dazu auch, lesen sie weiter
        auch interessant, mehr zum thema, mehr dazu, mehr zum thema lesen, zum thema, das könnte sie [auch] interessieren
        passend zum thema, weitere artikel, weitere themen, weitere meldungen, ähnliche artikel, verwandte artikel
        meistgelesen, meistgelesene artikel, meist gelesen, empfohlen, empfohlene artikel, empfehlungen der redaktion
        aktuelle nachrichten, mehr nachrichten, mehr aus, auch lesenswert, lesetipp, siehe auch
    """,
    by="von, text von, ein beitrag von, eine analyse von, ein kommentar von, ein gastbeitrag von, aus dem archiv von, "
    "autor:, autorin:, autoren:, text:, interview:",
    staff="redakteur, redakteurin, reporter, reporterin, korrespondent, korrespondentin, journalist, "
    "journalistin, autor, autorin",
    published="veröffentlicht [am|um], erschienen [am], erstellt [am], publiziert [am], datum, vom",
    updated="aktualisiert [am|um], zuletzt aktualisiert [am|um], letzte aktualisierung [am], stand, update [vom|am]",
    at="um, ab",
    pictures="foto, fotos, bild, bilder, bildquelle, bildnachweis, quelle bild, grafik, illustration",
    tags="schlagwort, schlagwörter, schlagworte, themen, stichwörter, stichworte, mehr zu",
    rights="alle rechte vorbehalten",
    boxes=(
        (
            r"(?:melden sie sich|abonnieren sie|bestellen sie|jetzt|erhalten sie|mit unserem|unser newsletter)\b"
            r".{0,200}\bnewsletters?\b.{0,150}"
        ),
        r"(?:wir|diese (?:web)?seite|unsere (?:web)?seite) (?:verwenden|verwendet|nutzen|nutzt|setzen)\b.{0,80}\bcookies\b.*",
        r"an dieser stelle (?:finden sie|befindet sich)\b.{0,80}\bextern\w+ inhalt\b.*",
        r"(?:ich bin|sie sind|hier können sie)\b.{0,60}\bextern\w+ inhalte?\b.{0,150}",
        r"(?:laden sie|holen sie sich|jetzt)\b.{0,60}\bapp\b.{0,60}(?:herunter|laden|installieren)\b.{0,30}",
        r"folgen sie uns\b.{0,120}",
        r"(?:unterstützen sie|bitte unterstützen sie) (?:uns|unsere|unabhängigen|die)\b.{0,200}",
        r"dieser (?:artikel|text|beitrag) (?:erschien|ist) (?:zuerst|erstmals|ursprünglich)\b.{0,150}",
        r"(?:aus dem englischen (?:übersetzt )?von|übersetzung:)\s.{2,60}",
        r"(?:mit material (?:von|der)|quellen?: (?:dpa|afp|ap|rtr|reuters|sid|epd|kna))\b[^.]{0,60}\.?",
        r"haben sie (?:einen fehler|tipps|hinweise)\b.{0,150}",
    ),
    ours=r"newsletters?|abonnier\w+|jetzt abo\w*|spenden sie|unsere[nrms]? (?:redaktion|leser\w*|journalismus|app|newsletter|angebot\w*)"
    r"|alle rechte vorbehalten|folgen sie uns|unterstützen sie (?:uns|unsere)|dieser (?:artikel|text|beitrag) (?:ist|erschien|wurde)",
)
