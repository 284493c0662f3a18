"""Words by which a name shows that it is one, and of what."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Capitalised, these are no names.
NO_NAMES = _set(
    """a about according additionally after again all also although am among an and another any anybody anyone anything
    april are aren't as aside at august based be because been before being besides both but by can could december
    describe despite did didn't do does doesn't don't during each either else even eventually every explain february
    few finally first following for friday from give had has have he he's her here hers his how however i i'm i've
    if in initially instead into is isn't it it's its itself january july june just last later let like list many
    march may me meanwhile monday more most much my name neither never next no nor not november now october of off
    often ok okay on once one only or other others our over perhaps please recently saturday september several shall
    she she's should since so some something soon still subsequently such summarise summarize sunday tell than that
    that's the their them then there there's therefore these they they're this those though through throughout
    thursday thus to today together tomorrow too tuesday two under unlike until up upon us very was wasn't we
    wednesday were what when where whether which while who whom whose why will with within without would yes
    yesterday yet you your"""
)

# Small words within a name.
JOINERS = _set("& al bin da de del della den der di du for ibn la le of van von")

# Before a title.
RANKS = _set("acting chief defence defense deputy finance first foreign former interim prime vice")

MENS_TITLES = _set("baron brother count emperor father king lord mr pope prince sheikh sir sultan")

WOMENS_TITLES = _set("baroness countess dame empress lady miss mrs ms princess queen sister")

TITLES = _set(
    """admiral ambassador archbishop bishop captain cardinal chancellor colonel commissioner congressman dr general
    governor judge justice lieutenant major mayor minister president prof professor rev reverend secretary senator
    sergeant"""
)

# What an organisation, an agreement, an event or a building is called.
BODIES = _set(
    """academy accord act administration agency agreement airlines airport alliance army assembly association authority
    award awards bank bill board bridge bureau canal cathedral center centre championship church club code college
    commission committee company conference congress constitution convention corporation council court cup dam
    department directive duma election exhibition federation festival force forum foundation fund group inquiry
    institute island lake law league library line ltd memorial ministry mission monastery mountain movement museum
    nations office olympics orchestra organisation organization pact palace park parliament party plan port press
    prize program programme project protocol railway referendum regulation republic river road school senate service
    society stadium station statute strait street summit supreme tower trade treaty tribunal union university valley
    war"""
)

# What several people are called.
BANDS = _set("band boys brothers couple family girls players quartet quintet singers sisters trio twins")

# What stands before a title or an outlet.
WORKS = _set(
    """album book called documentary film game label magazine movie musical newspaper novel opera play poem record
    series show single song titled tour"""
)

# What stands before a place.
IN_A_PLACE = _set("across around at from in inside into near outside through to toward towards via")

# What stands before a name that is not what the sentence is about.
PREPOSITIONS = IN_A_PLACE | _set("about after as before during for of on since under until with")

# No phrase with "the" goes on beyond these.
ENDS_A_PHRASE = _set(
    """a about affect after again all also am an and any are as at be became because become been before began begin
    being but by came can cause come could did do does done during else end ever first for form from get go gone got
    had happen happened has have he help her him his how i if in into is it its last lead led like made make me mean
    more my of off on or our out over play said say sell she should since so start started still such take than that
    the their them then there these they think this those thought through to under until up us very was we well went
    were what when where which while who whom whose why will win with without won work would yet you your"""
)
