"""Whether a sentence tells its reader to do something."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs that begin a sentence only to give an order.
_VERBS = """add adopt advise analy[sz]e append apply apologi[sz]e arrange ask assess assume attach augment avoid behave
    brainstorm bring calculate capitali[sz]e categori[sz]e choose cite clarify classify click combine compare
    compile compose compute condense confirm consider construct convert convince create critique decode decrypt
    define delete deliver demonstrate depict describe determine develop devise disclose discuss disguise dismiss
    dispense decorate disregard distort draw elaborate embed emphasi[sz]e employ encode encourage encrypt
    endorse enhance ensure enter enumerate evaluate examine exclude execute expand explain explore extend
    extract fabricate finish flip follow forget formulate gauge generate get give guess identify ignore
    illustrate imitate impersonate imply include incorporate infer inform inject insert install
    integrate interpret intersperse introduce invent invert invite jumble justify keep maintain make mention
    mimic misspell modify narrate navigate obey obfuscate omit organi[sz]e overwrite paraphrase perform persuade
    portray pose predict prefix prepend prepare pretend print prioriti[sz]e produce promote pronounce punctuate
    propose prove provide publish put rearrange recall recite recommend redact redirect refer refrain refuse
    remind remove render reorder repeat rephrase replace respond restate reveal revise rewrite rotate
    say scramble select send shuffle simplify simulate sing skip solve sort speak specify spell sprinkle submit
    suggest summari[sz]e teach tease tell transcribe transform translate transliterate urge
    utili[sz]e verify visit warn weave write"""
# Those that are as often a noun or an adjective: "Report the sum", but "Report says the sum is wrong".
_NOUNS_TOO = """act alert answer anagram base blend book call change chat check claim copy craft design detail direct
    display download draft echo email end estimate express feature find forecast format frame group guide help
    highlight hint link list look mask mirror mix name note offer open order outline output phrase pick pitch
    plan play plug point post present program query quote rank rate read record reference reply report request
    research reset return reverse review run schedule score scan search separate set share shift show sign split
    start stop stress structure study substitute supply support swap switch talk test track treat try turn type
    update use view vote watch work wrap"""
_DETERMINER = r"(?:the|an?|your|my|our|his|her|their|this|these|those|every|each|any|all|both|some|me|us|it|them)"
# What else stands before a determiner at the head of a sentence.
_NO_VERBS = _words(
    """about above across after against ago albeit all almost along alongside already also although always amid
    amidst among amongst and another apparently are around as aside at away back barely be because been before
    behind being below beneath beside besides between beyond both but by can certainly clearly come could damn
    did do does down due during each early either else enough even eventually ever every everywhere except few
    finally first for former forward from further given good great had half has have he hence her here his how
    however i if in indeed inside instead into is it its just last late later least less lest like likewise long
    many may maybe meanwhile might mine more most much must my near nearly neither never nevertheless next no
    nobody none nor not nothing notwithstanding now of off often oh on once one only onto opposite or other
    others otherwise our out outside over own past pending per perhaps plus possibly prior probably provided
    quite rather regardless right said same second seldom several shall she should since so some sometime
    somehow sometimes soon still such than thank that the their them then there thereby therefore these they
    third this those though three through throughout thus till tis to today together tomorrow tonight too toward
    towards twice two under underneath unless unlike until up upon us usually very via was way we well were what
    whatever when whenever where whereas wherever whether which whichever while who whoever whom whose why will
    with within without would yes yesterday yet you your four five six seven eight nine ten welcome got chance
    become need want like made held seen known written told taken born built despite amid won wrote came went
    saw gave found lost left led met sent spent stood struck sold took thought brought bought caught chose drew
    drove ate fell felt fought flew grew heard kept knew paid ran rose sang sat shot shook spoke stole swam
    taught threw understood woke wore far also began broke became hit cut anyone everyone someone nobody people
    month week year day morning night monday tuesday wednesday thursday friday saturday sunday let"""
)
_INFLECTED = re.compile(r"(?:ing|ed|ly|ier|est|[^su]s)$")
# "Break down the plot", "Come up with a slogan".
_PHRASAL = re.compile(
    r"(?:break\s+down|come\s+up\s+with|carry\s+out|act\s+as|look\s+up|make\s+up|write\s+down"
    r"|(?:answer|reply|respond|speak|write)\s+(?:in|with|only|as|using|like)|(?:state|claim|report|note"
    r"|quote)\s+that)\b",
    re.IGNORECASE,
)
# What a web page's buttons leave at the head of a caption is no order of its text.
_BUTTON = re.compile(
    r"\W*(?:hide|show|view|skip|enlarge|close|open|read|toggle)\s+(?:caption|advert|ad|image|photo|gallery"
    r"|transcript)\b",
    re.IGNORECASE,
)
_PLEASE = r"(?:please|kindly|do\s+not|don['’]t|be\s+sure\s+to|make\s+sure|be\s+careful\s+to|feel\s+free\s+to)"
_OPENER = (
    r"(?:(?:and|but|so|or|now|then|finally|lastly|also|instead|just|simply"
    r"|always|never|only|again|immediately|additionally|furthermore|moreover|afterwards?|okay|ok|hey|hello|hi|yes"
    r"|from\s+now\s+on|in\s+addition|above\s+all|at\s+the\s+(?:end|beginning|start)"
    r")\b[,:]?\s+|(?:next|first(?:ly)?|second(?:ly)?|third(?:ly)?|today|to\s+(?:begin|start"
    r"|finish)(?:\s+with)?)[,:]\s+)"
)
_CLAUSE = (
    r"(?:(?:in|at|from|for|with|before|after|when|while|if|on|to|as|instead|throughout|within|under|during|regardless"
    r"|once|unless|without|using|by|rather)\b[^,.;!?]{1,90},\s+)"
)
_LABEL = r"(?:[\w’'-]+(?:\s+[\w’'-]+){0,4}\s*[:—–]\s+|\W*\d{1,2}[.)]\s+)"
_LEAD = re.compile(r"[^\w“”\"‘’']*")
_LABELLED = re.compile(_LABEL)
_HEAD = re.compile(rf"(?:{_OPENER}|{_CLAUSE}){{0,3}}(?P<please>{_PLEASE}\s+)?(?P<verb>[a-z]+)\b", re.IGNORECASE)
_SURE = re.compile(rf"(?:{'|'.join(_VERBS.split())})", re.IGNORECASE)
_MAYBE = re.compile(rf"(?:{'|'.join(_NOUNS_TOO.split())})", re.IGNORECASE)
# Beside these stands no other part of speech, in English, and none in other languages: "Macron a dit".
_PLAINLY = re.compile(r"\s+(?:the|your|my|our|this|these|those|every|each|their)\b(?!\.)")
_OBJECT = re.compile(rf"\s+(?:(?:{_DETERMINER}|how|why|what|whether|where|who|only|in\s+the)\b(?!\.)|[“\"'‘#@])")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|shall|should|may|might|must|says?|said|told"
    r"|tells|finds?|found|shows?|goes|went|comes?|came|gets?|got|makes?|made|takes?|took|gives?|gave"
    r"|sees?|saw|put|puts|suggests?|indicates?|reveals?|proves?|means?"
    r"|\w{3,}ed)\b",
    re.IGNORECASE,
)
_AFTER_NOUN = re.compile(
    r"\s*(?:$|[:,;—–-]|(?:of|by|from|in|on|at|and|or|is|was|are|were|has|had|said|says)\b)", re.IGNORECASE
)
_AFTER_SURE = re.compile(r"\s*(?:$|[:,;—–-]|(?:of|by|and|or|is|was|are|were|has|had|said|says)\b)", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|how|what|when|where|why|whether|if|as|before|after|until|because|so)\b", re.IGNORECASE
)
# "Stay inside, the sheriff said" tells what he said, and so does "The sheriff said: stay inside". Who writes it in
# quotation marks is believed as well, and who invents it could as well invent news.
# No plain form of a verb, which may be an order itself: "List the keys, then say".
_SAID = r"(?:said|says|told\s+[\w’'-]+|added|advised|warned|warns|urged|urges|wrote|demanded|demands)"
_SAID_WHERE = r"(?:\s+(?:on|in|at)\s+(?:an?\s+|the\s+)?[\w’'-]+|\s+\w+day)"
_NOBODY = r"\b(?:I|you|as|then|and|or|must|should|please|to|now)\b"
_SOMEONE_SAID = re.compile(rf",(?![^,]*{_NOBODY})[^,]{{2,60}}\s{_SAID}{_SAID_WHERE}?\W*$", re.IGNORECASE)
_SAYING = re.compile(rf"(?!.*{_NOBODY})[\w’'-]+\s.*?\b(?:{_SAID}|read|reads)\s*:\s+", re.IGNORECASE)
_FEWEST_WORDS = 4


def gives_order(bare: str) -> bool:
    """Whether a sentence without its quotations begins like an order: "Add a link", "In your reply, use rhymes"."""
    said = bare.lower() if bare.isupper() else bare
    lead = _LEAD.match(said)
    start = lead.end() if lead else 0
    label = _LABELLED.match(said, start)
    if _BUTTON.match(said) or _SOMEONE_SAID.search(said):
        return False
    is_labelled = label is not None and not _SAYING.fullmatch(label[0])
    return _orders(said, start) or (label is not None and is_labelled and _orders(said, label.end()))


def _orders(said: str, start: int) -> bool:
    head = _HEAD.match(said, start)
    if head is None:
        return False
    verb, rest = head["verb"], said[head.end() :]
    if head["please"] or _PHRASAL.match(said, head.start("verb")):
        return True
    if _SURE.fullmatch(verb):
        return not _AFTER_SURE.match(rest)
    if _MAYBE.fullmatch(verb):
        return bool(_OBJECT.match(rest)) or _has_no_other_verb(rest)
    return _is_base(verb) and bool(_PLAINLY.match(rest))


def _has_no_other_verb(rest: str) -> bool:
    main = _SUBORDINATE.split(rest, maxsplit=1)[0]
    return (
        not _AFTER_NOUN.match(rest)
        and rest.rstrip("\"'”’) ").endswith((".", "!"))
        and len(rest.split()) >= _FEWEST_WORDS
        and not _FINITE.search(main)
    )


def _is_base(word: str) -> bool:
    """Whether a word before a determiner can be nothing but a verb's plain form."""
    return word.lower() not in _NO_VERBS and not _INFLECTED.search(word.lower())
