"""Words that say opposite things: two sides of one question each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

# After "~" stand those that are the other for whoever is at the other end ("bought", "sold"), after "&" those that may
# both be true in turn ("opened", "closed").
# A side's words, then the other's, one pair of sides a line; "_" stands for a space. Verbs and adjectives are given
# in one form, which is compared by its stem, irregular forms in full.
_SIDES = """
rise rose risen increase grow grew grown growth climb jump soar surge up_from up_by upward gain upturn swell swelled
    mount escalate rebound strengthen firm double doubled triple tripled quadruple edge_up went_up go_up | fall
    fell fallen decrease decline drop dropped dip slip slipped plunge slump sink sank sunk
    shrink shrank shrunk down_from down_by downward lose_ground downturn dwindle tumble slide slid plummet shed
    weaken retreat retreated edge_down went_down go_down halve
raise lift boost hike | lower cut reduce reduction slash trim curb
more over above exceed exceeded exceeding upward_of greater larger bigger longer | less fewer under below smaller
    short_of shorter
higher | lower
most majority | minority fewest least
likely probable probably | unlikely improbable
before prior earlier ahead_of until | after afterwards following later since until_at_least no_earlier_than
    no_sooner_than at_the_earliest
first earliest initial | last latest final
same identical equal alike similar | opposite different contrary
~ win won victory victorious triumph beat beaten_rivals defeated_rivals | lose lost defeat loss beaten
accept accepted embrace welcome approve back support endorse favour favor in_favour in_favor backed
    vote_for voted_for praise praised applaud | reject refuse decline dismiss spurn
    turn_down
    turned_down rebuff oppose opposition vote_against voted_against criticise criticize criticised criticized condemn
    denounce veto vetoed throw_out threw_out
agree agreed consent | refuse decline reject
allow permit let authorise authorize enable legalise legalize | ban forbid forbade forbidden prohibit bar barred
    outlaw prevent
confirm acknowledge admit concede affirm | deny denied dispute contradict rebut
& keep kept retain maintain preserve stay | scrap abolish drop abandon leave left quit
& open opened reopen | close closed shut shut_down
& begin began begun start launch | end ended finish stop stopped cease conclude halt
& arrive arrived | depart departed
~ buy bought purchase acquire | sell sold
& hire recruit employ appoint | fire sack dismiss lay_off laid_off redundant
& add | remove subtract withdraw withdrew
include cover covered apply affected subject | exclude omit leave_out left_out exempt exempted spared unaffected except
guilty convict convicted condemn | acquit acquitted not_guilty innocent clear_of cleared exonerate
~ succeed success successful | fail failure unsuccessful
all every each both always whole entirely everyone everybody | none never neither nobody no_one hardly barely
present attend attended show_up showed_up turn_up turned_up | absent absence stay_away stayed_away boycott skip
    skipped miss missed
& remember recall | forget forgot forgotten
true right correct accurate | false wrong incorrect mistaken inaccurate untrue
safe | unsafe dangerous
legal lawful | illegal unlawful
public publicly openly | private privately secret secretly
strong stronger strengthen | weak weaker weaken
fast faster quick quicker speed_up accelerate quicken up_from | slow slower slow_down decelerate delay ease cool
    moderate
    down_from
better improve improvement | worse worsen deteriorate
best | worst
good | bad
early | late
young younger | old older
north northern | south southern
east eastern | west western
left-wing | right-wing
inside within | outside beyond
~ import | export
love loved like | hate hated dislike
hope hopeful optimistic optimism | fear despair pessimistic pessimism
satisfied happy pleased | dissatisfied unhappy displeased angry
possible | impossible
known | unknown
able | unable
usual usually often frequently | unusual rarely seldom
voluntary | compulsory mandatory forced
temporary | permanent
local | foreign
domestic | international
cheap cheaper | expensive dearer costly
rich wealthy | poor
profit profitable surplus | loss deficit unprofitable
ally allied friend | enemy foe rival
agree_with | disagree
trust | distrust mistrust doubt
continue carry_on gone_on going_on persist | discontinue cease halt abandon suspend interrupt stop
& expand extend extension widen broaden | narrow contract shorten restrict
tighten | loosen ease relax
~ protect defend | attack endanger
& build built construct | demolish demolished destroy tear_down tore_down
hot hotter warm warmer | cold colder cool cooler
heavy heavier | light lighter
deep deeper | shallow shallower
thick thicker | thin thinner
wide wider | narrow narrower
full | empty
& alive survive survived | dead die died killed
~ married marry | divorced divorce
~ borrow | lend lent
praise praised commend | criticise criticize criticised criticized condemn blame
encourage urge | discourage dissuade warn_against
& pass passed | fail failed
leave_the_door_open left_the_door_open keep_open consider | rule_out ruled_out
& promote promoted | demote demoted relegated
& joined join | left quit
upheld uphold | overturn overturned quash quashed strike_down struck_down
unanimous unanimously | divided split
& met meet | missed miss
optional | required mandatory
partial partly partially | complete completely fully
on_time on_schedule | late behind_schedule delayed
cleared clear | convicted charged
maximum at_most no_more_than up_to | minimum at_least no_less_than
popular | unpopular
aware | unaware
necessary | unnecessary
fair | unfair
certain sure confident convinced | uncertain unsure doubt doubtful fear afraid
overestimate overstate | underestimate understate
survive survived spared standing intact | destroy destroyed burn burned burnt gone ruined wreck demolished
free free_of_charge for_nothing unpaid | charge paid fee
success successful | failure unsuccessful
unhurt unharmed unscathed uninjured | hurt injured wounded harmed
publish published release | withhold withheld
occupied full | vacant empty
speed_up bring_forward brought_forward | delay postpone put_off put_back
reveal disclose disclosed name named | conceal hide hid hidden withhold
& join enter | quit leave left withdraw
winner | loser
victory | defeat
optimist optimistic upbeat | pessimist pessimistic gloomy downbeat
advance advanced | retreat retreated
honour honor kept meet met fulfil fulfill | break broke broken miss missed breach
innocence | guilt
ahead | behind
gain gained | lose lost
majority | minority
narrow_margin narrowly | overwhelmingly comfortably
unanimously | narrowly
strict stricter tougher | lenient milder softer
warn_of | play_down
stable | unstable
visible | invisible
employed | unemployed jobless
clean | dirty polluted
peace | war
permanent | provisional
healthy | diseased
maximise maximize | minimise minimize
exempt exempted | subject_to
"""
# Words that do not turn a statement round where they are part of these.
IDIOMS = re.compile(
    r"\b(?:(?:never|nothing) more than|no (?:more|less|fewer|later|sooner|earlier|other) than|no (?:doubt|matter)"
    r"|not (?:only|just|merely|simply|least|to mention|so much)|not until|whether or not|if not|not necessarily"
    r"|at (?:last|first|least|most|all)|first of all|more than once|once more|more or less"
    r"|last (?:year|month|week|night"
    r"|spring|summer|autumn|fall|winter|time|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r"|the (?:first|last) (?:of|time)|over (?:the|it|a|an|whether|how|who)|up to|set up|put up|make up|made up|take up"
    r"|back up|call(?:ed)? up|shut down|stand down|step(?:ped)? down|break down|broke down|lay down|turn(?:ed)? down"
    r"|come up|bring up|brought up|grew up|grow up|sign(?:ed)? up|turn(?:ed)? up|show(?:ed)? up|speed up|pick(?:ed)? up"
    r"|back (?:to|in|at|on|from|into|home|and)|\w+ing back|after all|nothing but|over time"
    r"|under (?:way|the|a|an|its|his|her|their|pressure|review|oath|construction)"
    r"|(?:on|off) the record|light of|in light|all but|above all|each other|short of)\b",
    re.IGNORECASE,
)


@cache
def _pairs() -> list[str]:
    """One pair of sides each; a line that begins with space goes on with the one before."""
    return re.sub(r"\n\s+", " ", _SIDES.strip()).splitlines()


@cache
def converse() -> frozenset[int]:
    """The questions whose sides are said of one deed by its two ends."""
    return frozenset(at for at, line in enumerate(_pairs()) if line.startswith("~"))


@cache
def in_turn() -> frozenset[int]:
    """The questions whose sides may both be true of a thing, one after the other."""
    return frozenset(at for at, line in enumerate(_pairs()) if line.startswith("&"))


@cache
def sides() -> Mapping[str, tuple[tuple[int, int], ...]]:
    """For a stem, or several with spaces, the questions that it decides and on which side: 1 or -1."""
    from assistant.support.wording import words_of

    found: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(_pairs()):
        for side, words in zip((1, -1), line.lstrip("~& ").split("|"), strict=True):
            for word in words.split():
                key = " ".join(each.stem for each in words_of(word.replace("_", " ")))
                found.setdefault(key, []).append((at, side))
    return {key: tuple(dict.fromkeys(each)) for key, each in found.items()}
