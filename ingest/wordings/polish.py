"""What Polish pages write around their articles."""

from ingest.wordings.wording import Wording

POLISH = Wording(
    language="pl",
    buttons="""
        przejdź do treści, przejdź do głównej treści, przejdź do menu, do góry, wróć na górę, powrót do góry
        udostępnij, udostępnij [artykuł|na facebooku|na twitterze|na x], podziel się, wyślij mailem, wyślij e-mail
        kopiuj link, skopiuj link, skopiowano link, link skopiowany, drukuj, drukuj artykuł, zapisz, zapisz na później
        posłuchaj, posłuchaj artykułu, odsłuchaj, odtwórz, obejrzyj, zobacz wideo, zaloguj się, zaloguj, wyloguj
        wyloguj się, zarejestruj się, moje konto, subskrybuj, prenumeruj, prenumerata, wykup dostęp, kup dostęp
        newsletter, menu, zamknij, zamknij menu, szukaj, wyszukaj, strona główna, więcej, zobacz więcej, pokaż więcej
        pokaż mniej, czytaj więcej, czytaj dalej, czytaj całość, załaduj więcej, zobacz wszystkie, następny
        poprzedni, dalej, wstecz, reklama, materiał sponsorowany, artykuł sponsorowany, sponsorowane
        dalsza część tekstu pod materiałem wideo, dalszy ciąg materiału pod wideo, ciąg dalszy pod reklamą
        komentarze, komentarz, # komentarzy, # komentarze, # komentarz, komentarze #, skomentuj, dodaj komentarz
        pokaż komentarze, obserwuj, obserwuj nas, zgłoś błąd, kontakt, o nas, regulamin, polityka prywatności
        polityka cookies, ustawienia cookies, ustawienia prywatności, akceptuję, zaakceptuj wszystkie, zgadzam się
        odrzuć, odrzuć wszystkie, przejdź do serwisu, czas czytania # min, czas czytania # minut
        czas czytania # minuty, # min czytania, # minut czytania, zdjęcie # z #, # z #, tylko dla subskrybentów
    """,
    read_also="""
        czytaj także, czytaj też, czytaj również, przeczytaj także, przeczytaj też, przeczytaj również, zobacz także
        zobacz też, zobacz również, sprawdź także, polecamy, polecane, warto przeczytać, powiązane
        powiązane artykuły, podobne artykuły, podobne, więcej na ten temat, więcej na temat, najczęściej czytane
        najpopularniejsze, najnowsze, ostatnie wiadomości, to też może cię zainteresować, może cię zainteresować
    """,
    by="autor:, autorka:, autorzy:, tekst:, opracowanie:, oprac., opracował, opracowała, rozmawiał, rozmawiała",
    staff="dziennikarz, dziennikarka, korespondent, korespondentka, redaktor, redaktorka",
    published="opublikowano, data publikacji, publikacja, data, dodano, data utworzenia",
    updated="aktualizacja, zaktualizowano, ostatnia aktualizacja, data aktualizacji, zmodyfikowano",
    at="o, godz, godz., o godz., godzina",
    pictures="fot., fot, foto, zdjęcie, zdjęcia, źródło zdjęcia, ilustracja",
    tags="tagi, tematy, słowa kluczowe, więcej o, kategorie",
    rights="wszelkie prawa zastrzeżone",
    boxes=(
        r"(?:zapisz się|subskrybuj|zaprenumeruj|otrzymuj|dołącz)\b.{0,200}\b(?:newslettera?|e-?mail|kanału?|powiadomienia)\b.{0,150}",
        r"(?:używamy|ta strona (?:używa|korzysta)|nasza strona|strona korzysta|wykorzystujemy|my i nasi)\b.{0,150}\b(?:cookies|ciasteczek)\b.*",
        r"(?:obserwuj|śledź|polub|znajdź) nas\b.{0,120}",
        r"(?:pobierz|ściągnij|zainstaluj) (?:naszą )?aplikację\b.{0,120}",
        r"(?:wesprzyj|wspieraj|wspomóż)\b.{0,60}\b(?:nas|naszą|dziennikarstwo|niezależne|redakcję)\b.{0,150}",
        r"(?:(?:ten|niniejszy) (?:tekst|materiał)|artykuł) (?:został |ukazał się |powstał )?(?:po raz pierwszy |pierwotnie )?(?:opublikowany|ukazał się)\b.{0,150}",
        r"(?:źródło|źródła)\s*:\s*(?:pap|iar|reuters|afp|polsat|tvn24|onet|rmf)\b[^.]{0,60}\.?",
        r"dalsza część (?:artykułu|tekstu)\b.{0,60}",
    ),
    ours=r"newsletter\w*|subskrybuj|prenumer\w+|wesprzyj nas|wspieraj nas|prawa zastrzeżone|obserwuj nas"
    r"|(?:artykuł|tekst) (?:ukazał się|został|powstał)|nasz(?:ą|ej|ego|ym)? (?:redakcj\w+|aplikacj\w+|newsletter\w*|czytelni\w+)",
)
