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
    mount escalate rebound strengthen firm double doubled triple tripled quadruple edge_up went_up go_up | fall fell
    fallen decrease decline drop dropped dip slip slipped plunge slump sink sank sunk shrink shrank shrunk down_from
    down_by downward lose_ground downturn dwindle tumble slide slid plummet shed weaken retreat retreated edge_down
    went_down go_down halve
raise lift boost hike | lower cut reduce reduction slash trim curb
more over above exceed exceeded exceeding upward_of greater larger bigger longer | less fewer under below smaller
    short_of shorter
likely probable probably | unlikely improbable
before prior earlier ahead_of until | after afterwards following later since until_at_least no_earlier_than
    no_sooner_than at_the_earliest
same identical equal alike similar | opposite different contrary
~ win won victory victorious triumph beat beaten_rivals defeated_rivals | lose lost defeat loss beaten
accept accepted embrace welcome approve back support endorse favour favor in_favour in_favor backed vote_for
    voted_for praise praised applaud | reject refuse decline dismiss spurn turn_down turned_down rebuff oppose
    opposition vote_against voted_against criticise criticize criticised criticized condemn denounce veto vetoed
    throw_out threw_out
agree agreed consent | refuse decline reject
allow permit let authorise authorize enable legalise legalize | ban forbid forbade forbidden prohibit bar barred
    outlaw prevent
confirm acknowledge admit concede affirm | deny denied dispute contradict rebut
& begin began begun start launch | end ended finish stop stopped cease conclude halt
~ buy bought purchase acquire | sell sold
& hire recruit employ appoint | fire sack dismiss lay_off laid_off redundant
include cover covered apply affected subject | exclude omit leave_out left_out exempt exempted spared unaffected
    except
guilty convict convicted condemn | acquit acquitted not_guilty innocent clear_of cleared exonerate
all every each both always whole entirely everyone everybody | none never neither nobody no_one hardly barely
present attend attended show_up showed_up turn_up turned_up | absent absence stay_away stayed_away boycott skip
    skipped miss missed
true right correct accurate | false wrong incorrect mistaken inaccurate untrue
safe | unsafe dangerous
legal lawful | illegal unlawful
public publicly openly | private privately secret secretly
best | worst
~ import | export
love loved like | hate hated dislike
possible | impossible
known | unknown
able | unable
voluntary | compulsory mandatory forced
profit profitable surplus | loss deficit unprofitable
continue carry_on gone_on going_on persist | discontinue cease halt abandon suspend interrupt stop
& build built construct | demolish demolished destroy tear_down tore_down
heavy heavier | light lighter
wide wider | narrow narrower
~ married marry | divorced divorce
& pass passed | fail failed
leave_the_door_open left_the_door_open keep_open consider | rule_out ruled_out
& joined join | left quit
upheld uphold | overturn overturned quash quashed strike_down struck_down
unanimous unanimously | divided split
& met meet | missed miss
partial partly partially | complete completely fully
maximum at_most no_more_than up_to | minimum at_least no_less_than
survive survived spared standing intact | destroy destroyed burn burned burnt gone ruined wreck demolished
unhurt unharmed unscathed uninjured | hurt injured wounded harmed
reveal disclose disclosed name named | conceal hide hid hidden withhold
honour honor kept meet met fulfil fulfill | break broke broken miss missed breach
employed | unemployed jobless
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
