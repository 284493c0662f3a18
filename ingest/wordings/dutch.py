"""What Dutch pages write around their articles."""

from ingest.wordings.wording import Wording

DUTCH = Wording(
    language="nl",
    buttons="""
        ga naar [de] inhoud, ga naar hoofdinhoud, direct naar inhoud, naar de inhoud, naar boven, terug naar boven
        delen, deel, deel dit artikel, deel [op facebook|op twitter|op x|via whatsapp|via e-mail|via linkedin]
        delen via facebook, delen via whatsapp, delen via e-mail, delen via x, kopieer link, link kopiëren
        link gekopieerd, printen, afdrukken, print dit artikel, bewaren, bewaar, bewaar artikel, opslaan
        artikel opslaan, luister, luister naar dit artikel, beluister, afspelen, bekijk video
        inloggen, log in, uitloggen, registreren, aanmelden, mijn account, abonneren, abonneer, neem een abonnement
        word abonnee, word lid, nieuwsbrief, nieuwsbrieven, menu, sluiten, sluit menu, zoeken, zoek, home
        voorpagina, meer, lees meer, lees verder, lees het hele artikel, toon meer, toon minder, meer laden
        bekijk meer, bekijk alles, bekijk alle, volgende, vorige, advertentie, advertenties, gesponsord
        tekst loopt door onder de advertentie, lees verder onder de advertentie, artikel gaat verder onder de video
        tekst gaat verder onder de foto, de tekst loopt door onder de foto, de tekst gaat verder onder de foto
        reacties, reactie, # reacties, # reactie, reacties #, reageer, plaats een reactie, bekijk reacties, volg, volg ons
        fout gezien, meld een fout, contact, over ons, privacy, privacybeleid, privacyverklaring, cookiebeleid
        cookie instellingen, gebruiksvoorwaarden, algemene voorwaarden, accepteren, alles accepteren
        cookies accepteren, akkoord, weigeren, alles weigeren, instellingen, leestijd # min, leestijd # minuten
        # min leestijd, # minuten leestijd, # min lezen, foto # van #, # van #, alleen voor abonnees
    """,
    read_also="""
        lees ook, lees ook dit, lees meer over, lees hier, lees verder:, bekijk ook, luister ook, zie ook
        gerelateerd, gerelateerde artikelen, gerelateerd nieuws, meer over, meer over dit onderwerp, meer nieuws
        ook interessant, ook interessant voor jou, aanbevolen, aanbevolen artikelen, meest gelezen, best gelezen
        laatste nieuws, net binnen, in het nieuws:
    """,
    by="door, tekst:, geschreven door, een analyse van, een opiniestuk van, auteur:, auteurs:",
    staff="verslaggever, redacteur, correspondent, journalist, politiek verslaggever",
    published="gepubliceerd [op|om], geplaatst [op|om], datum, verschenen op",
    updated="bijgewerkt [op|om], laatst bijgewerkt [op|om], laatste update, gewijzigd [op|om], aangepast [op|om], update",
    at="om, omstreeks",
    pictures="foto, foto's, beeld, afbeelding, bron foto, fotograaf, illustratie",
    tags="tags, onderwerpen, trefwoorden, thema's, meer over",
    rights="alle rechten voorbehouden",
    boxes=(
        r"(?:schrijf je in|schrijf u in|meld je aan|meld u aan|abonneer je|ontvang)\b.{0,200}\b(?:nieuwsbrief|nieuwsbrieven|inbox|mailbox)\b.{0,150}",
        r"(?:wij|we|deze (?:web)?site|onze (?:web)?site) (?:gebruiken|gebruikt|maken|maakt)\b.{0,100}\bcookies\b.*",
        r"(?:volg|like) (?:ons|.{1,40}) (?:op|via) (?:facebook|twitter|x|instagram|telegram|whatsapp|google|youtube|linkedin|tiktok)\b.{0,80}",
        r"download (?:onze|de) (?:gratis )?app\b.{0,120}",
        r"(?:steun|help) (?:ons|onze|onafhankelijke)\b.{0,200}",
        r"dit (?:artikel|verhaal|stuk) (?:is|verscheen|werd) (?:eerder|oorspronkelijk|eerst|voor het eerst)\b.{0,150}",
        r"heb je een (?:fout|tip|taalfout)\b.{0,120}",
    ),
    ours=r"nieuwsbrie\w+|abonneer|word abonnee|doneer|steun ons|rechten voorbehouden|volg ons"
    r"|dit (?:artikel|verhaal|stuk) (?:is|werd|verscheen)|onze (?:redactie|app|journalistiek|lezers|nieuwsbrief)",
)
