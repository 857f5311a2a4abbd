"""A scenario's history as deeds and forced draws."""

from game.content.draw_names import forced_draws
from game.content.history import Deed, History
from game.content.lexicon import Lexicon
from game.content.names import Names
from game.content.plies import NO_PLY, plies_of_history
from game.content.schema.history import HistoryStep
from game.content.schema.scenario import Scenario
from game.rules.actions import Kind
from game.rules.tables import Forced

_KINDS = {
    "offer": Kind.OFFER,
    "accept": Kind.ACCEPT,
    "hold": Kind.HOLD,
    "gesture": Kind.HOLD,
    "walk_out": Kind.WALK_OUT,
    "break_off": Kind.BREAK_OFF,
    "honour": Kind.HONOUR,
    "delay": Kind.DELAY,
    "breach": Kind.BREACH,
    "let_pass": Kind.LET_PASS,
    "snap_back": Kind.SNAP_BACK,
}


def compile_history(scenario: Scenario, lexicon: Lexicon) -> History:
    """The history of a scenario.

    Args:
        scenario: from `load`.
        lexicon: of its tables, from `compile_`.
    """
    names = Names(scenario)
    plies = plies_of_history(names)
    deeds = tuple(
        _deed(names, lexicon, number, step, plies.get(number, NO_PLY))
        for number, step in enumerate(scenario.history)
    )
    return History(deeds, _forced(names))


def _deed(names: Names, lexicon: Lexicon, number: int, step: HistoryStep, ply: int) -> Deed:
    half0, half1 = _halves(names, lexicon, step) if step.do == "offer" else (-1, -1)
    move = names.moves[step.move] if step.move is not None else -1
    return Deed(
        step=number,
        turn=turn_of(names, step),
        seat=names.seats[step.seat],
        ply=ply,
        kind=_KINDS[step.do],
        half0=half0,
        half1=half1,
        plan=names.plans[step.plan] if step.plan is not None else -1,
        people=step.people if step.people is not None else -1,
        move=move,
        amount=_amount(names, move, step.amount),
        text=step.text,
        date=step.date,
        sources=step.sources,
    )


def turn_of(names: Names, step: HistoryStep) -> int:
    """The turn of a step, from 0."""
    turn = names.scenario.calendar.turn_of(step.turn)
    assert turn is not None, "checked before"
    return turn


def _halves(names: Names, lexicon: Lexicon, step: HistoryStep) -> tuple[int, int]:
    levels = [names.levels[issue].get(step.package.get(issue, ""), 0) for issue in names.issues]
    half0, half1 = lexicon.half(0, levels), lexicon.half(1, levels)
    assert half0 is not None, "checked before"
    assert half1 is not None, "checked before"
    return half0, half1


def _amount(names: Names, move: int, written: str | None) -> int:
    """People to free, or the level vowed."""
    if move < 0 or written is None:
        return 0
    vow = names.scenario.moves[move].vow
    return int(written) if vow is None else names.levels[vow][written]


def _forced(names: Names) -> Forced:
    draws, verdicts = {}, {}
    for step in names.scenario.history:
        turn = turn_of(names, step)
        for key, value in step.draws.items():
            for purpose, number, word in forced_draws(names, turn, key, value):
                draws[turn, int(purpose), number] = word
        for seat, vote in step.votes.items():
            verdicts[turn, names.seats[seat]] = vote == "ratified"
    return Forced(draws, verdicts)
