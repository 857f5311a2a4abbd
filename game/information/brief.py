"""What a seat knows of the scenario before play: the tables without the other side's secrets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.politics import Politics
from game.rules.tables import Arrests, Event, Forced, Issues, Move, Plans, Side, Tables, Trust, Values, frozen


@dataclass(frozen=True)
class Brief:
    """A seat's own copy of the scenario.

    Args:
        seat: whose it is.
        tables: as compiled, but of the other side only the hypotheses by type with their prior are left, of
            third parties nothing, and nothing of what is forced to happen.
    """

    seat: int
    tables: Tables


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# Everybody may read these records whole. A field added to one of them is not shown until it is named here.
WHOLE: Mapping[type, frozenset[str]] = {
    Issues: _words(
        "owner levels start leverage lasts arrests revocable fades winddown keep lag people terms",
        "verification reception people_number people_leverage exile credit mismatch known unclear accept",
    ),
    Plans: _words("steps delay phi keep"),
    Trust: _words("promise honour full delay breach failed snap wave delays"),
    Arrests: _words("base per_relief after_agreement recent spread served wave"),
    Move: _words("seat needs cost cooldown chance people vow effects"),
    Event: _words("when chance once cooldown effects"),
}

View = Callable[[Tables, int], Any]


def _as_it_is(name: str) -> View:
    return lambda tables, _seat: getattr(tables, name)


def _whole(name: str) -> View:
    def view(tables: Tables, _seat: int) -> Any:
        part = getattr(tables, name)
        for record in part if isinstance(part, tuple) else (part,):
            _assert_declared(record)
        return part

    return view


def _assert_declared(record: Any) -> None:
    unknown = {f.name for f in fields(record)} - WHOLE[type(record)]
    assert not unknown, f"{type(record).__name__}: nobody has declared who may see {sorted(unknown)}"


def _of_own_actors(name: str) -> View:
    """An array by actor, 0 for actors that do not belong to the seat's side."""

    def view(tables: Tables, seat: int) -> NDArray[Any]:
        array: NDArray[Any] = getattr(tables, name)
        return frozen(np.where(tables.actor_side == seat, array, np.zeros_like(array)))

    return view


def _known_actors(tables: Tables, seat: int) -> NDArray[np.bool_]:
    """The seat's own side, and the other principal, of whom there are hypotheses by type."""
    known: NDArray[np.bool_] = np.equal(tables.actor_side, seat)
    known[1 - seat] = True
    return known


def _values(tables: Tables, seat: int) -> Values:
    known = _known_actors(tables, seat)

    def of_known(array: NDArray[Any]) -> NDArray[Any]:
        shown = np.zeros(array.shape, array.dtype)  # takes memory only where it is written: most rows are 0
        rows = array.any(axis=-1) & known.reshape(-1, *[1] * (array.ndim - 2))
        shown[rows] = array[rows]
        return frozen(shown)

    values = tables.values
    return Values(
        level=of_known(values.level),
        promise=of_known(values.promise),
        count=of_known(values.count),
        synergy=of_known(values.synergy),
        outside=(values.outside[0], ()) if seat == 0 else ((), values.outside[1]),
    )


def _sides(tables: Tables, seat: int) -> tuple[Side, Side]:
    own = tables.sides[seat]
    # Analysts do not know how much the other side minds exposure; they assume it does as their own side does.
    other = Side(
        prior=tables.sides[1 - seat].prior,
        floor_low=0,
        floor_high=0,
        rho=own.rho,
        mood_unit=0,
        quorum=0,
        shocks=(),
        mandate=(),
    )
    return (own, other) if seat == 0 else (other, own)


def _politics(tables: Tables, seat: int) -> Politics:
    """Own red lines, and how long an own patron would sulk; what outsiders want is nobody's to know."""
    politics = tables.politics
    return Politics(
        lines=tuple(line for line in politics.lines if tables.actor_side[line.actor] == seat),
        patrons=tuple(
            replace(patron, tolerance=0, share=0, most=0, open=False)
            for patron in politics.patrons
            if patron.seat == seat
        ),
        mediations=politics.mediations,
        hindrances=tuple(one for one in politics.hindrances if one.seat == seat),
    )


# Who may see which field of the tables. What is not named here is shown to nobody: `brief` refuses to run.
VIEWS: Mapping[str, View] = {
    **{
        name: _as_it_is(name)
        for name in _words(
            "digest rules_version trust_start held_start endings plies first weight remaining rows halves",
            "synergy_issue synergy_level synergy_owner actor_side",
        )
    },
    **{name: _whole(name) for name in ("issues", "plans", "trust", "arrests", "moves", "events")},
    **{name: _of_own_actors(name) for name in ("votes", "veto", "tolerance", "mood_start")},
    "values": _values,
    "politics": _politics,
    "sides": _sides,
    "forced": lambda _tables, _seat: Forced(),
}


def brief(tables: Tables, seat: int) -> Brief:
    """What the person or policy in a seat knows of the scenario.

    Args:
        tables: the scenario.
        seat: 0 or 1.

    Returns: tables in which everything the seat may not know is blank, except that the other side is taken to
        mind exposure as much as the seat's own side does (decision 040).

    Raises:
        AssertionError: the tables have a field that nobody has declared.
    """
    undeclared = {f.name for f in fields(Tables)} - VIEWS.keys()
    assert not undeclared, f"nobody has declared who may see {sorted(undeclared)} of the tables"
    return Brief(seat, Tables(**{f.name: VIEWS[f.name](tables, seat) for f in fields(Tables)}))
