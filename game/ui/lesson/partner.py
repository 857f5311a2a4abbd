"""The other side of the lesson: it asks for much once, then takes what is better for it than walking away.

It decides from its own brief and observation, like any player; only its first answer is written down.
"""

from __future__ import annotations

from game.match.notation import read_action
from game.match.table import PERSON, Match
from game.narration.judging import forecast, own_value
from game.rules.actions import Action, Kind, one
from game.rules.state import Phase

SCENARIO = "first-lesson"
SEED = 5  # both sides are of their middle type under it, so the numbers are those of decision 091
LEARNER, PARTNER = 0, 1
FIRST_ANSWER = "offer people=six harbour=open visit=minister plan=harbours_first"


def new_lesson() -> Match:
    """The table of the lesson, on no disk."""
    from game.match.library import open_scenario

    return Match(open_scenario(SCENARIO), (PERSON, PERSON), SEED)


def answer(match: Match) -> None:
    """Make the partner's moves until the learner is asked or the game is over."""
    while match.asked == PARTNER:
        match.submit(PARTNER, _move(match))


def _move(match: Match) -> Action:
    if match.phase is Phase.HONOUR:
        return one(Kind.HONOUR)
    if match.phase is Phase.RESPOND:
        return one(Kind.LET_PASS)
    tabled = match.observe(PARTNER).state.offer[0]
    if int(tabled[LEARNER][0]) < 0:
        return one(Kind.HOLD)
    if int(tabled[PARTNER][0]) < 0 and not any(move.seat == PARTNER for move in match.transcript().moves):
        return read_action(match.opened.lexicon, match.opened.tables, PARTNER, FIRST_ANSWER)
    half0, half1, plan, people = (int(part) for part in tabled[LEARNER])
    return one(Kind.ACCEPT) if _would_sign(match, (half0, half1, plan, people)) else one(Kind.HOLD)


def _would_sign(match: Match, offer: tuple[int, int, int, int]) -> bool:
    brief, seen = match.brief(PARTNER), match.observe(PARTNER)
    return forecast(brief, seen, offer, own_value(brief, seen, offer)).answer == "yes"
