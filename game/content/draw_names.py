"""What a history may say of chance, and the draws that bring it about (docs/rules.md 2).

| written | means | draw |
|---|---|---|
| `lag.ISSUE: 2` | the law followed after so many turns | LAG of the issue |
| `reception: accepted` or `refused` | whether people who had to leave were received | RECEPTION |
| `lists: matched` or `differed` | whether the lists of those freed agreed | MISMATCH |
| `shock.SEAT: none` or a cost | what honouring cost beyond the expected | SHOCK of the seat |
| `move.MOVE: works` or `fails` | whether a side move had its effect | MOVE of the move |
| `event.EVENT: fires` or `stays_away` | whether a chance event happened | EVENT of the event |
| `spoiler.ACTOR: acts` or `stays_away` | whether a spoiler that would act did so | SPOIL of the actor |
| `hindered.SEAT: yes` or `no` | whether a seat that honoured was held up at home | HINDER of the seat |
| `arrests: low`, `middle` or `high` | how many were arrested | ARRESTS, lanes 0 and 1 |
| `served: low` or `high` | how a share of a person who had served was rounded | ARRESTS, lane 2 |
| `type.SEAT: TYPE` | what a seat really is (first turn only) | TYPE of the seat |
| `floor.SEAT: low` or `high` | what its principal signs for (first turn only) | FLOOR of the seat |
"""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from game.content.compiling.exact import mark
from game.content.names import Names
from game.content.reading.faults import Complaint
from game.content.reading.suggestions import closest, did_you_mean
from game.foundation.purposes import Purpose
from game.foundation.texts import _

LOWEST, MIDDLE, HIGHEST = 0, 2**31, 2**32 - 1
_ALL = 2**32
_WORDS = {
    "reception": ("accepted", "refused"),
    "lists": ("matched", "differed"),
    "move": ("works", "fails"),
    "event": ("fires", "stays_away"),
    "spoiler": ("acts", "stays_away"),
    "hindered": ("yes", "no"),
    "arrests": ("low", "middle", "high"),
    "served": ("low", "high"),
    "floor": ("low", "high"),
}
_OF = ("lag", "shock", "move", "event", "spoiler", "hindered", "type", "floor")
_FIRST_TURN = ("type", "floor")


class ForcedDraw(NamedTuple):
    """A draw that is set: purpose, number (lane, or side move) and the 32 bits."""

    purpose: Purpose
    number: int
    word: int


def forced_draws(names: Names, turn: int, key: str, value: str) -> tuple[ForcedDraw, ...]:
    """The draws that bring about what a history says of chance.

    Args:
        turn: in which it is said, from 0.
        key: what it is about, as in `lag.potash`.
        value: what came out.

    Raises:
        Complaint: it says nothing that the game knows, or nothing that chance could bring.
    """
    about, dot, of = key.partition(".")
    if about not in (*_WORDS, *_OF) or bool(dot) != (about in _OF):
        possible = (*(f"{word}.ID" for word in _OF), *(word for word in _WORDS if word not in _OF))
        raise Complaint(
            _("'{key}' is nothing that chance decides").format(key=key[:60]),
            _("Possible: {names}.").format(names=", ".join(possible)),
        )
    if about in _FIRST_TURN and turn != 0:
        raise Complaint(
            _("'{key}' is decided before the first turn").format(key=key), _("Write it in a step of turn 1.")
        )
    if about in _WORDS and value not in _WORDS[about]:
        raise _unknown(value, _WORDS[about])
    _something_to_decide(names, about)
    return tuple(_draws(names, about, of, value))


def _something_to_decide(names: Names, about: str) -> None:
    scenario = names.scenario
    there = {
        "reception": any(issue.reception for issue in scenario.world),
        "lists": names.aspect("verification") is not None,
        "arrests": scenario.arrests is not None,
        "served": scenario.arrests is not None,
    }
    if not there.get(about, True):
        raise Complaint(_("nothing in this scenario depends on it"), _("Remove it."))


def _draws(names: Names, about: str, of: str, value: str) -> Iterator[ForcedDraw]:
    match about:
        case "lag":
            yield _lag(names, of, value)
        case "shock":
            yield _shock(names, of, value)
        case "reception":
            yield ForcedDraw(Purpose.RECEPTION, 0, LOWEST if value == "accepted" else HIGHEST)
        case "lists":
            yield ForcedDraw(Purpose.MISMATCH, 0, HIGHEST if value == "matched" else LOWEST)
        case "move":
            number = _number(names.moves, of)
            chance = names.scenario.moves[number].chance
            yield ForcedDraw(Purpose.MOVE, number, _happens(chance, value == "works"))
        case "event":
            number = _number(names.events, of)
            chance = names.scenario.events[number].chance
            yield ForcedDraw(Purpose.EVENT, number, _happens(chance, value == "fires"))
        case "hindered":
            number = _number(names.seats, of)
            if not names.scenario.seats[number].hindered:
                raise Complaint(_("nothing keeps '{seat}' from honouring").format(seat=of), _("Remove it."))
            yield ForcedDraw(Purpose.HINDER, number, LOWEST if value == "yes" else HIGHEST)
        case "spoiler":
            number = _number(names.actors, of)
            spoiler = names.actor_list[number].spoiler
            if spoiler is None:
                raise Complaint(_("'{actor}' is no spoiler").format(actor=of), _("Remove it."))
            yield ForcedDraw(Purpose.SPOIL, number, _happens(spoiler.chance, value == "acts"))
        case "arrests":
            yield ForcedDraw(Purpose.ARRESTS, 0, _spread(names, value))
            yield ForcedDraw(Purpose.ARRESTS, 1, _height(value))
        case "served":
            yield ForcedDraw(Purpose.ARRESTS, 2, _height(value))
        case "type":
            yield _type(names, of, value)
        case "floor":
            yield ForcedDraw(Purpose.FLOOR, _number(names.seats, of), _height(value))


def _happens(chance: Decimal, wanted: bool) -> int:
    """A draw with which a thing of some chance happens or not."""
    if (chance == 1 and not wanted) or (chance == 0 and wanted):
        raise Complaint(
            _("its chance is {chance}, so this cannot come about by chance").format(chance=f"{chance:f}"),
            _("Leave the draw out, or give it another chance."),
        )
    return LOWEST if wanted else HIGHEST


def _height(value: str) -> int:
    return {"low": LOWEST, "middle": MIDDLE, "high": HIGHEST}[value]


def _lag(names: Names, of: str, value: str) -> ForcedDraw:
    number = _number(names.issues, of)
    lags = names.scenario.issues[number].lag if number < len(names.scenario.issues) else ()
    if not lags:
        raise Complaint(
            _("'{issue}' has no lag: it comes into force at once").format(issue=of),
            _("Remove this draw, or give the issue a lag."),
        )
    turns = [str(lag.months if lag.months is not None else lag.turns) for lag in lags]
    found = _place(turns, value, [lag.chance for lag in lags])
    return ForcedDraw(Purpose.LAG, number, found)


def _shock(names: Names, of: str, value: str) -> ForcedDraw:
    number = _number(names.seats, of)
    shocks = names.scenario.seats[number].shocks
    chances = [shock.chance for shock in shocks]
    if value == "none":
        rest = max(Decimal(0), 1 - sum(chances, Decimal(0)))
        _happens(rest, wanted=True)
        return ForcedDraw(Purpose.SHOCK, number, HIGHEST)
    try:
        cost = f"{Decimal(value).normalize():f}"
    except InvalidOperation:
        cost = value
    return ForcedDraw(
        Purpose.SHOCK,
        number,
        _place([f"{shock.cost.normalize():f}" for shock in shocks], cost, chances, "none"),
    )


def _place(values: list[str], value: str, chances: list[Decimal], *others: str) -> int:
    """The draw that chooses a value from a list with cumulative chances: the first of its range."""
    if value not in values:
        raise _unknown(value, (*values, *others))
    number = values.index(value)
    _happens(chances[number], wanted=True)
    return mark(min(Decimal(1), sum(chances[:number], Decimal(0))))


def _spread(names: Names, value: str) -> int:
    """The draw that chooses the lowest, middle or highest factor of the spread."""
    spread = names.scenario.arrests.spread if names.scenario.arrests else (Decimal(1),)
    ranked = sorted(range(len(spread)), key=lambda n: spread[n])
    chosen = {"low": ranked[0], "middle": ranked[len(ranked) // 2], "high": ranked[-1]}[value]
    return ceil(Fraction(chosen * _ALL, len(spread)))


def _type(names: Names, of: str, value: str) -> ForcedDraw:
    seat = _number(names.seats, of)
    types = names.scenario.seats[seat].types
    if value not in names.types[seat]:
        raise _unknown(value, tuple(names.types[seat]))
    number = names.types[seat][value]
    _happens(types[number].prior, wanted=True)
    before = sum((type_.prior for type_ in types[:number]), Decimal(0))
    return ForcedDraw(Purpose.TYPE, seat, ceil(Fraction(before) * _ALL))


def _number(ids: dict[str, int], id_: str) -> int:
    if id_ not in ids:
        raise _unknown(id_, tuple(ids))
    return ids[id_]


def _unknown(word: str, possible: tuple[str, ...]) -> Complaint:
    named = _("Possible: {words}.").format(words=", ".join(possible))
    none = _("There is nothing to choose from.")
    return Complaint(
        _("'{word}' is not possible here").format(word=word[:60]),
        did_you_mean(closest(word, possible)) or (named if possible else none),
    )
