"""At which ply of its turn a step of the history is made."""

from game.content.names import Names

IN_EXECUTION = ("honour", "delay", "breach", "let_pass", "snap_back")
ENDS_TALKS = ("accept", "walk_out", "break_off")
NO_PLY = -1


def plies_of_history(names: Names) -> dict[int, int]:
    """The ply of every step of talks that has one.

    Within a turn each step takes the first ply after the step before at which it is its seat's turn to speak;
    in between, seats hold. Steps for which no ply is left, or which come after talks have ended, are missing.

    Returns:
        ply, from 0, by number of the step.
    """
    calendar = names.scenario.calendar
    first = names.seats.get(calendar.first, 0)
    found: dict[int, int] = {}
    next_free: dict[int, int] = {}
    for number, step in enumerate(names.scenario.history):
        turn, seat = calendar.turn_of(step.turn), names.seats.get(step.seat)
        if turn is None or seat is None or step.do in IN_EXECUTION:
            continue
        ply = next_free.get(turn, 0)
        ply += (first + turn + ply + seat) % 2
        if ply < calendar.plies:
            found[number] = ply
        next_free[turn] = calendar.plies if step.do in ENDS_TALKS else ply + 1
    return found
