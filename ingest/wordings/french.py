"""What French pages write around their articles."""

from ingest.wordings.wording import Wording

FRENCH = Wording(
    language="fr",
    buttons="""
        aller au contenu [principal], aller au menu, aller à la recherche, accéder au contenu, haut de page
        retour en haut, partager, partager [l'article|cet article|la page|sur facebook|sur twitter|sur x|par mail]
        partager sur whatsapp, partager sur linkedin, partager par e-mail, envoyer par e-mail, envoyer par mail
        copier le lien, lien copié, imprimer, imprimer l'article, enregistrer, sauvegarder, offrir l'article
        offrir cet article, ajouter à vos sélections, ajouter aux favoris, lire plus tard, écouter
        écouter l'article, écouter cet article, lecture, regarder, voir la vidéo
        se connecter, connexion, déconnexion, se déconnecter, s'inscrire, inscription, créer un compte, mon compte
        s'abonner, abonnez-vous, je m'abonne, déjà abonné, déjà abonné ?, abonnement, newsletters, newsletter
        menu, fermer, fermer le menu, rechercher, recherche, accueil, à la une, plus, voir plus, voir moins
        lire la suite, lire plus, lire l'article, en savoir plus, afficher plus, charger plus, suivant, précédent
        publicité, annonce, sponsorisé, contenu sponsorisé, la suite après la publicité, la suite après cette publicité
        suite de l'article ci-dessous
        commentaires, commentaire, # commentaires, # commentaire, commentaires #, commenter, réagir, laisser un commentaire
        voir les commentaires, lire les commentaires, contribuer, suivre, nous suivre, suivez-nous, signaler une erreur
        nous contacter, contact, mentions légales, confidentialité, politique de confidentialité, cgu, cgv
        conditions générales, gestion des cookies, paramétrer les cookies, tout accepter, accepter, tout refuser
        refuser, continuer sans accepter, gérer mes choix, qui sommes-nous, plan du site
        temps de lecture # min, temps de lecture # minutes, lecture # min, # min de lecture, # minutes de lecture
        article réservé aux abonnés, réservé aux abonnés, photo # sur #, # sur #
    """,
    read_also="""
        lire aussi, à lire aussi, lire également, à lire également, à lire, voir aussi, à voir aussi, à écouter aussi
        lire aussi article réservé aux abonnés, sur le même sujet, sur le même thème, à ne pas manquer
        dans la même rubrique, articles liés, articles similaires, pour aller plus loin, les plus lus
        le plus lu, les plus consultés, à découvrir, nos recommandations, à la une:, contenus sponsorisés
        vous aimerez aussi, ces articles pourraient vous intéresser, notre dossier
    """,
    by="par, propos recueillis par, texte par, texte de, un article de, analyse par, auteur:, autrice:",
    staff="journaliste, correspondant, correspondante, envoyé spécial, envoyée spéciale, "
    "rédacteur en chef, rédactrice en chef",
    published="publié [le|à|hier à], paru [le], mis en ligne [le], créé le, posté le, date",
    updated="mis à jour [le|à], mise à jour [le], modifié [le|à], actualisé [le], dernière mise à jour [le|à]",
    at="à, a",
    pictures="photo, photos, image, images, crédit, crédits, crédit photo, crédits photo, crédit image, illustration",
    tags="mots-clés, mots clés, thèmes, sujets, étiquettes, tags, plus sur",
    rights="tous droits réservés",
    boxes=(
        (
            r"(?:inscrivez-vous|abonnez-vous|recevez|chaque (?:jour|matin|semaine),? (?:recevez|dans votre)|pour recevoir)\b"
            r".{0,200}\b(?:newsletters?|boîte (?:mail|de réception)|alertes?|lettre d['’]information|infolettre)\b.{0,150}"
        ),
        r"(?:nous|ce site|notre site) (?:utilisons|utilise|et nos partenaires)\b.{0,120}\bcookies\b.*",
        (
            r"(?:suivez|retrouvez)(?:-nous| nous| toute l['’]actualité| .{1,40}) (?:sur|dans) (?:facebook|twitter|x|instagram"
            r"|telegram|whatsapp|google|youtube|linkedin|notre application)\b.{0,80}"
        ),
        r"(?:téléchargez|installez) (?:notre|l['’])\s?(?:application|appli)\b.{0,120}",
        r"(?:soutenez|aidez)(?:-nous| (?:notre|nos|le journalisme|un journalisme|la presse))\b.{0,200}",
        (
            r"(?:cet article|cette tribune) (?:a été|est) (?:initialement |d['’]abord )?"
            r"(?:publiée?|parue?|traduite?)\b.{0,150}"
        ),
        r"(?:l['’]article|cet article|la suite) est réservée? (?:aux|à nos) abonnés\b.{0,60}",
        r"\(?avec (?:afp|reuters|ap|les agences|agences)(?:(?:,| et) (?:afp|reuters|ap|agences))*\)?\.?",
        r"traduit (?:de l['’]|du |par )\s?[^,]{2,80}",
    ),
    ours=r"newsletters?|abonne[zr]\b.{0,20}|(?:faites|faire) un don|soutenez[- ](?:nous|notre)|tous droits réservés|suivez[- ]nous"
    r"|(?:cet article|ce texte|cette tribune) (?:a été|est)|notre (?:rédaction|application|journalisme|newsletter)|nos lecteurs",
)
