"""What Spanish pages write around their articles."""

from ingest.wordings.wording import Wording

SPANISH = Wording(
    language="es",
    buttons="""
        saltar al contenido [principal], ir al contenido [principal], ir al menú, volver arriba
        compartir, compartir [este artículo|esta noticia|en facebook|en twitter|en x|en whatsapp|en linkedin]
        compartir por correo, enviar por correo, enviar por email, copiar enlace, copiar el enlace, enlace copiado
        imprimir, imprimir artículo, guardar, guardar artículo, guardar noticia, favoritos, escuchar
        escuchar artículo, escuchar noticia, escuchar este artículo, ver vídeo, ver video, reproducir
        iniciar sesión, inicia sesión, cerrar sesión, entrar, regístrate, registrarse, mi cuenta
        suscríbete, suscribirse, suscríbase, suscríbete [ahora|gratis|aquí], suscripciones, hazte socio
        hazte socia, hazte premium, newsletter, newsletters, boletín, boletines, menú, cerrar, cerrar menú
        abrir menú, buscar, búsqueda, inicio, portada, más, ver más, ver menos, ver todo, leer más
        leer la noticia completa, seguir leyendo, sigue leyendo, cargar más, mostrar más, siguiente, anterior
        publicidad, anuncio, patrocinado, contenido patrocinado, comentarios, comentario, # comentarios
        # comentario, comentarios #, comentar, ver comentarios, ir a los comentarios, deja un comentario
        deja tu comentario, sin comentarios, síguenos, seguir, síguenos en facebook, síguenos en google news
        contacto, contáctanos, aviso legal, política de privacidad, privacidad, política de cookies
        términos y condiciones, configurar cookies, configuración de cookies, aceptar, aceptar todo
        aceptar cookies, aceptar todas las cookies, rechazar, rechazar todo, quiénes somos, sobre nosotros, mapa web
        tiempo de lectura # min, tiempo de lectura # minutos, lectura # min, # min de lectura
        # minutos de lectura, foto # de #, # de #, reportar un error, solo para suscriptores
    """,
    read_also="""
        lee también, lea también, leer también, también lee, te puede interesar, te podría interesar
        también te puede interesar, puede interesarle, le puede interesar, noticias relacionadas
        artículos relacionados, noticia relacionada, contenido relacionado, relacionado, relacionadas, más información
        más noticias, más sobre, más en, lo más leído, lo más visto, las más leídas, ver también, vea también
        mira también, no te pierdas, te recomendamos, recomendados, recomendado, además:, lo último, sobre este tema
    """,
    by="por, texto de, texto por, escrito por, un reportaje de, autor:, autora:, redacción:, texto:",
    staff="periodista, corresponsal, redactor, redactora, reportero, reportera, enviado especial, enviada especial",
    published="publicado [el|a las], fecha, creado [el]",
    updated="actualizado [el|a las], actualizada [el|a las], última actualización [el], actualización, modificado [el]",
    at="a las, a la, las",
    pictures="foto, fotos, imagen, imágenes, fotografía, crédito, créditos, foto de, cortesía, archivo",
    tags="etiquetas, temas, palabras clave, archivado en, más sobre, en este artículo",
    rights="todos los derechos reservados, prohibida su reproducción, prohibida la reproducción",
    boxes=(
        (
            r"(?:suscríbete|suscríbase|regístrate|recibe (?:en tu|nuestr\w+|gratis|las|los|cada)|apúntate|inscríbete|únete)\b"
            r".{0,200}\b(?:newsletters?|bolet[ií]n(?:es)?|correo|alertas|canal|whatsapp|telegram)\b.{0,150}"
        ),
        r"(?:utilizamos|usamos|este sitio (?:web )?(?:utiliza|usa)|esta web (?:utiliza|usa)|nosotros y)\b.{0,120}\bcookies\b.*",
        (
            r"(?:sigue (?:a|nuestr\w+|toda|las noticias)|síguenos|siga (?:a|nuestr\w+)|encuentra (?:a|nuestr\w+)|puedes seguir)\b.{0,80}\ben (?:facebook|twitter|x|instagram|telegram|whatsapp"
            r"|google|youtube|tiktok|linkedin|nuestra app)\b.{0,80}"
        ),
        r"(?:descarga|descargue|bájate) (?:nuestra|la) (?:app|aplicación)\b.{0,120}",
        r"(?:(?:apoya|apoye|colabora con) (?:a )?nuestr\w+|ayúdanos|haz una donación)\b.{0,60}\b(?:periodismo|medio|nosotros|independiente|seguir)\b.{0,150}",
        r"(?:este artículo|esta nota|esta noticia) (?:fue|se) (?:publicad[oa]|publicó|traducid[oa])\b.{0,150}",
        r"\(?con información de [\w ,.y]{2,60}\)?\.?",
        r"(?:este contenido es|contenido) exclusivo para (?:suscriptores|socios)\b.{0,80}",
    ),
    ours=r"newsletters?|bolet[ií]n(?:es)? (?:diario|semanal|de noticias)|suscr[ií]b\w+|haz una donaci[oó]n|todos los derechos reservados|síguenos"
    r"|(?:este artículo|esta nota|este texto) (?:fue|se)|nuestr[oa]s? (?:redacción|app|periodismo|bolet\w+|lectores)",
)
