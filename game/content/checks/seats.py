"""Can each seat be played: its principal, its types, its floor, its ratifiers?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.content.names import Names
from game.content.schema.seats import Seat
from game.foundation.texts import _, ngettext

LEAST_TYPES = 3


def check(names: Names) -> Iterator[Remark]:
    """Principals, hidden types, floors and quorums."""
    principals = [seat.principal for seat in names.scenario.seats]
    if principals[0] == principals[1]:
        sides = [actor.side for actor in names.scenario.actors if actor.id == principals[0]]
        wrong = (
            0 if sides == [names.scenario.seats[1].id] else 1
        )  # its side says whose principal it is meant to be
        yield Remark(
            ("seats", wrong, "principal"),
            "principal",
            _("'{actor}' is already the principal of the other seat").format(actor=principals[1]),
            _("Give each seat an actor of its own."),
        )
    for s, seat in enumerate(names.scenario.seats):
        yield from _seat(names, s, seat)
    yield from _actors(names, principals)


def _seat(names: Names, number: int, seat: Seat) -> Iterator[Remark]:
    if len(seat.types) < LEAST_TYPES:
        yield Remark(
            ("seats", number, "types"),
            "few-types",
            _("has {count} of at least {least} types").format(count=len(seat.types), least=LEAST_TYPES),
            _("With fewer, the other side has little to find out."),
            severity="error" if names.scenario.fiction is None else "warning",
        )
    if seat.floor.low > seat.floor.high:
        yield Remark(
            ("seats", number, "floor", "low"),
            "range",
            _("must be at most high ({high}), but is {low}").format(low=seat.floor.low, high=seat.floor.high),
        )
    for n, one in enumerate(seat.hindered):
        if one.when is None and n + 1 < len(seat.hindered):
            yield Remark(
                ("seats", number, "hindered", n + 1),
                "no-effect",
                _("the entry before always holds, so this one never counts"),
                _("Put the entry without 'when' last, or remove this one."),
            )
            break
    ratifiers = [actor for actor in names.scenario.actors if actor.ratifier is not None]
    votes = sum(actor.ratifier.votes for actor in ratifiers if actor.ratifier and actor.side == seat.id)
    if seat.quorum > votes and all(actor.side in names.seats for actor in ratifiers):
        yield Remark(
            ("seats", number, "quorum"),
            "quorum",
            ngettext(
                "its ratifiers have {votes} vote, so nothing can pass",
                "its ratifiers have {votes} votes, so nothing can pass",
                votes,
            ).format(votes=votes),
            _("Write at most {votes}.").format(votes=votes),
        )


def _actors(names: Names, principals: list[str]) -> Iterator[Remark]:
    for a, actor in enumerate(names.scenario.actors):
        if actor.id in principals:
            seat = names.scenario.seats[principals.index(actor.id)].id
            twice = principals[0] == principals[1] and actor.side in names.seats
            if actor.side != seat and not twice:
                yield Remark(
                    ("actors", a, "side") if actor.side else ("actors", a),
                    "principal",
                    _("the principal of '{seat}' must be of its side").format(seat=seat),
                    _("Write side: {seat}.").format(seat=seat),
                )
            if actor.ratifier is not None:
                yield Remark(
                    ("actors", a, "ratifier"),
                    "principal",
                    _("a principal approves by its floor and does not vote"),
                    _("Remove it."),
                    at_key=True,
                )
        elif actor.ratifier is not None:
            if actor.side is None:
                yield Remark(
                    ("actors", a),
                    "missing-key",
                    _("a ratifier needs the key 'side'"),
                    _("Write the seat for which it votes."),
                )
            if actor.ratifier.votes == 0 and not actor.ratifier.veto:
                yield Remark(
                    ("actors", a, "ratifier", "votes"),
                    "no-effect",
                    _("without a vote or a veto it decides nothing"),
                    _("Give it a vote or veto: true, or remove 'ratifier'."),
                )
