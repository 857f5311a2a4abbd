"""What is known of the computer's reasons after a game was put away and gone on with."""

from game.match.finished import finished
from game.match.replaying import resume
from game.match.table import PERSON, Match
from game.narration.telling import tell
from game.rules.actions import Kind, one
from game.rules.state import Phase

LOST = "not kept when the game was put away"


def hold_on(match, moves=None):
    """The person waits and keeps its word, to the end or for so many moves."""
    match.advance()
    while not match.over and (moves is None or moves > 0):
        kind = {Phase.HONOUR: Kind.HONOUR, Phase.RESPOND: Kind.LET_PASS}.get(match.phase, Kind.HOLD)
        match.submit(0, one(kind))
        match.advance()
        moves = None if moves is None else moves - 1
    return match


def reasons_told(opened, match):
    done = finished(opened, match.course())
    section = {part.key: part for part in tell(done, whole=True)}.get("reasons")
    return done.told, [said.text for said in section.said] if section else []


def test_a_policy_that_decides_at_once_says_again_why(one_page):
    whole = hold_on(Match(one_page, (PERSON, "conceder"), 5))
    begun = hold_on(Match(one_page, (PERSON, "conceder"), 5), 2)
    resumed = hold_on(resume(one_page, begun.transcript()))
    told, lines = reasons_told(one_page, resumed)
    assert (told.reasons, told.reasons_lost) == (reasons_told(one_page, whole)[0].reasons, 0)
    assert told.reasons
    assert not any(LOST in line for line in lines)


def test_of_one_that_thinks_for_a_while_it_is_said_that_reasons_were_not_kept(one_page):
    begun = hold_on(Match(one_page, (PERSON, "planner"), 5), 2)
    decided = sum(ply.reason is not None for ply in begun._course.plies)
    resumed = resume(one_page, begun.transcript())
    assert resumed.stated()[-1].rule == "not-kept"
    told, lines = reasons_told(one_page, hold_on(resumed))
    assert decided
    assert told.reasons_lost == decided
    assert sum(f"Of {decided} decision" in line and LOST in line for line in lines) == 1
    assert len(told.reasons) + decided == sum(ply.reason is not None for ply in resumed.course().plies)
