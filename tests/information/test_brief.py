"""A brief holds what the seat may know, and refuses to be made of anything undeclared."""

from dataclasses import fields, make_dataclass, replace
from typing import Any

import numpy as np
import pytest

from game.foundation.digests import digest
from game.information import brief as room
from game.information.brief import brief
from game.rules.tables import Forced, Issues, Side, Tables
from tests.properties.invented import SIDES, invented


def test_every_field_of_the_tables_is_declared() -> None:
    assert {f.name for f in fields(Tables)} == set(room.VIEWS)
    for record, names in room.WHOLE.items():
        assert {f.name for f in fields(record)} == names


def test_an_undeclared_field_of_the_tables_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    wider = make_dataclass("Tables", [("secret", int)], bases=(Tables,), frozen=True, kw_only=True)
    monkeypatch.setattr(room, "Tables", wider)
    with pytest.raises(AssertionError, match="secret"):
        brief(invented(0), 0)


def test_an_undeclared_field_of_a_part_is_refused() -> None:
    wider = make_dataclass("Issues", [("secret", int)], bases=(Issues,), frozen=True, kw_only=True)
    tables = invented(0)
    parts = {f.name: getattr(tables.issues, f.name) for f in fields(Issues)}
    with pytest.raises((AssertionError, KeyError)):
        brief(replace(tables, issues=wider(**parts, secret=1)), 0)


@pytest.mark.parametrize("seat", [0, 1])
def test_nothing_of_third_parties_and_the_other_sides_ratifiers_is_left(seat: int) -> None:
    seen = brief(invented(1), seat).tables
    hidden = [a for a in range(len(SIDES)) if SIDES[a] != seat and a != 1 - seat]
    assert hidden
    for part in (seen.values.level, seen.values.promise, seen.values.count, seen.values.synergy):
        assert not part[hidden].any()
        assert part[[0, 1]].any(axis=tuple(range(1, part.ndim))).all()
    for by_actor in (seen.votes, seen.veto, seen.tolerance):
        assert not by_actor[hidden].any()
    assert seen.values.outside[1 - seat] == ()


def _changed_secrets(tables: Tables, seat: int) -> Tables:
    """The same scenario as far as the seat may know, everything else different."""
    other = 1 - seat
    hidden = (seat != SIDES) & (np.arange(len(SIDES)) != other)
    values = tables.values

    def shaken(part: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        return np.where(hidden.reshape(-1, *[1] * (part.ndim - 1)), part + 7, part).astype(part.dtype)

    outside = list(values.outside)
    outside[other] = (((), 123),)
    sides = list(tables.sides)
    sides[other] = Side(tables.sides[other].prior, 1, 2, 3, 4, 5, ((6, 7),), ((),))
    return replace(
        tables,
        values=replace(
            values,
            level=shaken(values.level),
            promise=shaken(values.promise),
            count=shaken(values.count),
            synergy=shaken(values.synergy),
            outside=tuple(outside),
        ),
        sides=tuple(sides),
        votes=np.where(hidden, 9, tables.votes).astype(np.int32),
        veto=np.where(hidden, ~tables.veto, tables.veto),
        tolerance=np.where(hidden, 5, tables.tolerance).astype(np.int32),
        mood_start=np.where(hidden, 2, tables.mood_start).astype(np.int8),
        forced=Forced({(0, 1, 0): 5}, {(0, 0): True}),
    )


@pytest.mark.parametrize("seat", [0, 1])
def test_secrets_do_not_change_a_byte_of_the_brief(seat: int) -> None:
    tables = invented(2)
    changed = _changed_secrets(tables, seat)
    plain = [digest(_plain(brief(t, seat).tables)) for t in (tables, changed)]
    assert plain[0] == plain[1]
    assert digest(_plain(brief(tables, 1 - seat).tables)) != digest(_plain(brief(changed, 1 - seat).tables))


def _plain(tables: Tables) -> dict[str, object]:
    return {f.name: getattr(tables, f.name) for f in fields(tables)}


def test_the_other_side_is_taken_to_mind_exposure_as_the_own_side_does() -> None:
    tables = invented(3)
    assert tables.sides[0].rho != tables.sides[1].rho
    for seat in (0, 1):
        seen = brief(tables, seat).tables
        assert seen.sides[0].rho == seen.sides[1].rho == tables.sides[seat].rho
