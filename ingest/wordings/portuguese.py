"""What Portuguese pages write around their articles."""

from ingest.wordings.wording import Wording

PORTUGUESE = Wording(
    language="pt",
    buttons="""
        ir para o conteúdo [principal], pular para o conteúdo [principal], saltar para o conteúdo, voltar ao topo
        partilhar, compartilhar, compartilhe, partilhe, compartilhar no facebook, compartilhar no twitter
        compartilhar no whatsapp, partilhar no facebook, partilhar no whatsapp, partilhar artigo
        compartilhar esta notícia, enviar por email, enviar por e-mail, copiar link, copiar o link, link copiado
        imprimir, salvar, salvar para ler depois, guardar, guardar artigo, ouvir, ouvir artigo, ouvir notícia
        ouça este conteúdo, ver vídeo, assistir, reproduzir, entrar, sair, iniciar sessão, terminar sessão, login
        registe-se, cadastre-se, registar, minha conta, assine, assine [já|agora], assinar, subscrever, subscreva
        já sou assinante, seja assinante, newsletter, newsletters, menu, fechar, fechar menu, buscar, busca
        pesquisar, pesquisa, início, página inicial, mais, ver mais, ver menos, ver tudo, ler mais, leia mais
        leia a matéria completa, continuar a ler, continue lendo, continuar lendo, carregar mais, mostrar mais
        seguinte, próximo, anterior, publicidade, anúncio, pub, patrocinado, conteúdo patrocinado
        continua depois da publicidade, continua após a publicidade, comentários, comentário, # comentários
        # comentário, comentários #, comentar, ver comentários, deixe um comentário, deixe o seu comentário, siga-nos
        seguir, siga-nos no facebook, fale conosco, contato, contacto, contactos, reportar erro, comunicar erro
        política de privacidade, privacidade, política de cookies, termos de uso, termos e condições, definições de cookies
        aceitar, aceitar todos, aceitar cookies, rejeitar, rejeitar todos, recusar, quem somos, sobre nós, ficha técnica
        tempo de leitura # min, tempo de leitura # minutos, # min de leitura, # minutos de leitura
        leitura # min, foto # de #, # de #, exclusivo para assinantes
    """,
    read_also="""
        leia também, leia ainda, ler também, veja também, ver também, ouça também, leia mais:, saiba mais
        relacionado, relacionados, artigos relacionados, notícias relacionadas, matérias relacionadas
        conteúdo relacionado, pode interessar, pode gostar de, também pode gostar, você também pode gostar
        mais lidas, as mais lidas, mais lidos, os mais lidos, mais notícias, mais sobre, últimas notícias
        recomendado, recomendados, recomendadas, não perca
    """,
    by="por, texto de, texto por, escrito por, reportagem de, autor:, autora:, da redação:",
    staff="jornalista, correspondente, repórter, redator, redatora, enviado especial, enviada especial",
    published="publicado [em|a|às], publicada [em|a|às], data, criado em",
    updated="atualizado [em|a|às], atualizada [em|a|às], actualizado [em|a|às], última atualização [em], modificado em",
    at="às, as, à, ás, pelas",
    pictures="foto, fotos, imagem, imagens, fotografia, crédito, créditos, divulgação, reprodução",
    tags="tags, temas, assuntos, tópicos, palavras-chave, etiquetas, mais sobre",
    rights="todos os direitos reservados",
    boxes=(
        (
            r"(?:assine|subscreva|inscreva-se|cadastre-se|receba|registe-se|entre no nosso|entre no grupo)\b"
            r".{0,200}\b(?:newsletters?|e-?mail|alertas|canal|whatsapp|telegram)\b.{0,150}"
        ),
        r"(?:utilizamos|usamos|este site (?:utiliza|usa)|nós e)\b.{0,120}\bcookies\b.*",
        (
            r"(?:siga|acompanhe|siga-nos)\b.{0,80}\b(?:no|na|nas) (?:facebook|twitter|x|instagram|telegram|whatsapp|google|youtube"
            r"|linkedin|redes sociais)\b.{0,80}"
        ),
        r"(?:baixe|descarregue|transfira|instale) (?:o nosso|a nossa|o|a) (?:app|aplicativo|aplicação)\b.{0,120}",
        r"(?:apoie|apoia|ajude)(?:-nos)? .{0,40}\b(?:jornalismo|independente|redação|trabalho)\b.{0,150}",
        r"(?:este artigo|esta reportagem|esta matéria) (?:foi|é) (?:originalmente )?(?:publicad[oa]|traduzid[oa])\b.{0,150}",
        r"(?:este )?conteúdo (?:é )?exclusivo para assinantes\b.{0,60}",
        r"\(?com informações d[aeo]s? [\w ,.]{2,60}\)?\.?",
    ),
    ours=r"newsletters?|assine (?:já|agora|a nossa|o)|subscrev\w+|faça uma doação|direitos reservados|siga-nos"
    r"|(?:este artigo|este texto|esta reportagem) (?:foi|é)|noss[oa]s? (?:redação|app|jornalismo|leitores|newsletter)",
)
