"""Can the history be played as it is written?"""

from collections.abc import Iterator

from game.content.checks.references import SEAT, level_of
from game.content.checks.remarks import Remark, known
from game.content.draw_names import forced_draws
from game.content.names import Names
from game.content.plies import IN_EXECUTION, plies_of_history
from game.content.reading.faults import Complaint
from game.content.reading.places import Path
from game.content.schema.history import HistoryStep
from game.foundation.texts import _

_OF_OFFERS = ("package", "plan", "people")


def check(names: Names) -> Iterator[Remark]:
    """Every step by itself, and all steps in their order."""
    plies = plies_of_history(names)
    latest = 0
    said: dict[tuple[int, str], str] = {}
    for number, step in enumerate(names.scenario.history):
        path: Path = ("history", number)
        turn = names.scenario.calendar.turn_of(step.turn)
        yield from known((*path, "seat"), step.seat, names.seats, _(SEAT))
        if turn is None or not 0 <= turn < names.scenario.calendar.turns:
            yield Remark(
                (*path, "turn"), "calendar", _("'{turn}' is no turn of this scenario").format(turn=step.turn)
            )
            continue
        if turn < latest:
            yield Remark(
                (*path, "turn"),
                "history",
                _("comes before the step above"),
                _("Put the steps in their order."),
            )
        latest = max(latest, turn)
        if step.do not in IN_EXECUTION and number not in plies and step.seat in names.seats:
            yield Remark(
                (*path, "do"),
                "history",
                _("no ply of this turn is left for it"),
                _("Seats alternate, and talks end with an acceptance; put it into another turn."),
            )
        yield from _offer(names, path, step)
        yield from _move(names, path, step)
        yield from _chance(names, path, step, turn, said)


def _offer(names: Names, path: Path, step: HistoryStep) -> Iterator[Remark]:
    if step.do != "offer":
        for key in _OF_OFFERS:
            if getattr(step, key):
                message = _("only an offer has it, but this step is '{do}'").format(do=step.do)
                yield Remark((*path, key), "no-effect", message, _("Remove it."), at_key=True)
        return
    if step.plan is None:
        yield Remark(path, "missing-key", _("an offer needs the key 'plan'"), _("Write the id of a plan."))
    else:
        yield from known((*path, "plan"), step.plan, names.plans, _("plan"))
    for issue, level in step.package.items():
        yield from level_of(names, (*path, "package", issue), issue, level)
        if issue in names.issues and names.owner(issue) is None:
            yield Remark(
                (*path, "package", issue),
                "history",
                _("'{issue}' is a world issue, which is never offered").format(issue=issue),
                at_key=True,
            )
    yield from _package(names, path, step)


def _package(names: Names, path: Path, step: HistoryStep) -> Iterator[Remark]:
    levels = {issue: names.levels.get(issue, {}).get(level, 0) for issue, level in step.package.items()}
    if not any(levels.values()):
        message = _("an offer needs an issue above its first level in 'package'")
        yield Remark(path, "history", message, _("Write package: {potash: licence}."))
    people = names.people_issue
    if step.people is not None and (people is None or not levels.get(people.id)):
        yield Remark(
            (*path, "people"),
            "history",
            _("the package frees nobody, so no number can be given"),
            _("Name a level of the people issue in 'package'."),
        )
    for rule in names.scenario.forbid:
        if all(_level(names, step, issue) in meant for issue, meant in rule.levels.items()):
            yield Remark((*path, "package"), "history", _("is forbidden: {why}").format(why=rule.why))


def _level(names: Names, step: HistoryStep, issue: str) -> str:
    return step.package.get(issue) or next(iter(names.levels.get(issue, {})), "")


def _move(names: Names, path: Path, step: HistoryStep) -> Iterator[Remark]:
    if step.move is None:
        if step.do == "gesture":
            yield Remark(
                path, "missing-key", _("a gesture needs the key 'move'"), _("Write the id of a side move.")
            )
        if step.amount is not None:
            yield Remark(
                (*path, "amount"), "no-effect", _("there is no side move it belongs to"), _("Remove it.")
            )
        return
    if step.do in IN_EXECUTION:
        yield Remark(
            (*path, "move"), "history", _("side moves are made in talks"), _("Write a step of its own.")
        )
    yield from known((*path, "move"), step.move, names.moves, _("side move"))
    if step.move not in names.moves:
        return
    move = names.scenario.moves[names.moves[step.move]]
    if move.seat != step.seat:
        yield Remark((*path, "move"), "history", _("is a move of '{seat}'").format(seat=move.seat))
    amount, where = step.amount or "", (*path, "amount") if step.amount is not None else path
    if move.people is not None:
        if not (amount.isdecimal() and len(amount) <= 4 and 1 <= int(amount) <= move.people.max):
            hint = _("Write a number from 1 to {most}.").format(most=move.people.max)
            yield Remark(where, "history", _("'amount' must say how many people are freed"), hint)
    elif move.vow is not None:
        above = tuple(names.levels.get(move.vow, {}))[1:]
        if amount not in above:
            hint = _("Possible: {ids}.").format(ids=", ".join(above))
            yield Remark(where, "history", _("'amount' must be the level that is vowed"), hint)
    elif step.amount is not None:
        yield Remark(where, "no-effect", _("this move has no amount"), _("Remove it."))


def _chance(
    names: Names, path: Path, step: HistoryStep, turn: int, said: dict[tuple[int, str], str]
) -> Iterator[Remark]:
    for key, value in step.draws.items():
        try:
            forced_draws(names, turn, key, value)
        except Complaint as complaint:
            yield Remark((*path, "draws", key), "draw", complaint.fault.message, complaint.fault.hint)
        yield from _twice((*path, "draws", key), (turn, f"draws {key}"), value, said)
    for seat, vote in step.votes.items():
        yield from known((*path, "votes", seat), seat, names.seats, _(SEAT), at_key=True)
        yield from _twice((*path, "votes", seat), (turn, f"votes {seat}"), vote, said)


def _twice(
    path: Path, what: tuple[int, str], value: str, said: dict[tuple[int, str], str]
) -> Iterator[Remark]:
    if said.setdefault(what, value) != value:
        yield Remark(
            path,
            "history",
            _("an earlier step of this turn says '{value}'").format(value=said[what]),
            _("A draw is made once a turn; keep one of the two."),
        )
