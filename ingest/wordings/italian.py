"""What Italian pages write around their articles."""

from ingest.wordings.wording import Wording

ITALIAN = Wording(
    language="it",
    buttons="""
        vai al contenuto [principale], salta al contenuto [principale], vai al menu, torna su, torna all'inizio
        condividi, condividi [l'articolo|questo articolo|su facebook|su twitter|su x|su whatsapp|su linkedin|via email]
        invia per email, copia link, copia il link, link copiato, stampa, stampa articolo, salva, salva articolo
        ascolta, ascolta l'articolo, ascolta questo articolo, guarda il video, riproduci
        accedi, login, esci, registrati, iscriviti, abbonati, abbonati [ora|subito], già abbonato, il mio account
        newsletter, menu, menù, chiudi, chiudi menu, cerca, ricerca, home, homepage, altro, di più, leggi tutto
        leggi di più, leggi l'articolo [completo], continua a leggere, mostra di più, mostra altro, mostra meno
        carica altri, vedi tutti, vedi altro, successivo, precedente, avanti, indietro
        pubblicità, annuncio, contenuto sponsorizzato, sponsorizzato, commenti, commento, # commenti, # commento
        commenti #, commenta, lascia un commento, vedi i commenti, leggi i commenti, seguici, segui
        seguici su facebook, seguici su google news, segnala un errore, contatti, contattaci, chi siamo, note legali
        privacy, privacy policy, informativa privacy, cookie policy, condizioni d'uso, preferenze cookie
        gestisci cookie, accetta, accetta tutti, accetta e continua, rifiuta, rifiuta tutti, continua senza accettare
        tempo di lettura # min, tempo di lettura # minuti, # min di lettura, # minuti di lettura, lettura # min
        foto # di #, # di #, riproduzione riservata, © riproduzione riservata, contenuto riservato agli abbonati
    """,
    read_also="""
        leggi anche, leggi pure, vedi anche, guarda anche, ascolta anche, potrebbe interessarti [anche]
        ti potrebbe interessare [anche], potrebbero interessarti, articoli correlati, notizie correlate
        contenuti correlati, per approfondire, approfondisci, sullo stesso argomento, i più letti, più letti
        le più lette, da non perdere, consigliati, raccomandati, altre notizie, ultime notizie, ultim'ora
    """,
    by="di, a cura di, testo di, scritto da, articolo di, servizio di, dal nostro inviato, dalla nostra inviata, autore:, "
    "autrice:",
    staff="giornalista, corrispondente, inviato, inviata, caporedattore",
    published="pubblicato [il|alle], data, creato il, uscito il",
    updated="aggiornato [il|alle], ultimo aggiornamento [il|alle], modificato [il|alle], aggiornamento",
    at="alle, alle ore, ore",
    pictures="foto, immagine, immagini, credit, crediti, credits, fotografia, foto di",
    tags="tag, tags, argomenti, temi, parole chiave, in questo articolo",
    rights="tutti i diritti riservati, riproduzione riservata",
    boxes=(
        r"(?:iscriviti|abbonati|ricevi|registrati|unisciti)\b.{0,200}\b(?:newsletters?|e-?mail|canale|whatsapp|telegram)\b.{0,150}",
        r"(?:utilizziamo|usiamo|questo sito (?:web )?(?:utilizza|usa)|noi e)\b.{0,120}\bcookie\b.*",
        (
            r"(?:segui|seguici|seguiteci|resta aggiornato)\b.{0,80}\bsu (?:facebook|twitter|x|instagram|telegram|whatsapp|google"
            r"|youtube|linkedin)\b.{0,80}"
        ),
        r"scarica (?:la nostra|l['’])\s?app\b.{0,120}",
        r"(?:sostieni|sostienici|aiutaci|fai una donazione)\b.{0,200}",
        r"questo articolo (?:è stato|è) (?:originariamente )?(?:pubblicato|uscito|tradotto)\b.{0,150}",
        r"(?:questo )?(?:contenuto|articolo) (?:è )?riservato (?:agli|ai nostri) abbonati\b.{0,60}",
    ),
    ours=r"newsletter|iscriviti|abbonati (?:a|ora|qui)|sostieni(?:ci| il nostro)|fai una donazione|diritti riservati|riproduzione riservata|seguici"
    r"|questo (?:articolo|testo) (?:è|è stato)|(?:la nostra|il nostro|i nostri) (?:redazione|app|giornalismo|lettori|newsletter)",
)
