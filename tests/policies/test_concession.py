"""Concession over time against numbers in print, and MiCRO on a cake of ten."""

from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from game.content.compiling.compile import compile_
from game.content.loading import load
from game.foundation.draws import game_keys
from game.information.brief import Brief, brief
from game.information.observe import Observation, observe
from game.policies.keys import policy_keys
from game.policies.micro_literal import MicroLiteral
from game.policies.protocol import Policy
from game.policies.schedule import MICRO, Schedule, concession, exponential_concession
from game.rules.actions import Action, Kind, no_action
from game.rules.play import apply, start
from game.rules.state import Phase, State
from game.rules.tables import Tables

SHARES = 11
CAKE = """
format: 1
id: cake
title: A cake
summary: Ten parts to divide.
fiction: Invented.
as_of: 2026-03-31
contact: nobody
content_note: Nobody is held.
sources: {{}}
calendar: {{unit: month, start: 2026-01, turns: 1, plies: 12, first: left, weights: 1, residual: 1, basis: assumed}}
trust: {{promise: 1, honour: 1, full: 1, delay: 1, breach: 1, failed: 1, snap: 1, wave: 0, delays: 1, basis: assumed}}
seats:
  - {{id: left, title: Left, principal: lefty, trust: 5, exposure: 0, floor: {{low: {floor}, high: {floor}}}, mood_unit: 0, quorum: 0,
     types: [{{id: only, title: Only, prior: 1, costs: 1, gains: 1}}], brief: {{want: [Cake], must_not: [None], can_give: [Cake]}}, basis: assumed}}
  - {{id: right, title: Right, principal: righty, trust: 5, exposure: 0, floor: {{low: 0, high: 0}}, mood_unit: 0, quorum: 0,
     types: [{{id: only, title: Only, prior: 1, costs: 1, gains: 1}}], brief: {{want: [Cake], must_not: [None], can_give: [Cake]}}, basis: assumed}}
issues:
  - id: parts
    title: Parts for the left
    owner: right
    kind: relief
    levels: [{levels}]
    basis: assumed
  - {{id: fuss, title: A fuss, owner: left, kind: relief, levels: [{{id: none, title: none}}, {{id: much, title: much}}], basis: assumed}}
actors:
  - {{id: lefty, title: Lefty, side: left, preferences: {{fuss: {{weight: -5, curve: linear}}, parts: {{weight: 1, curve: {{table: [0, {up}]}}}}}}, basis: assumed}}
  - {{id: righty, title: Righty, side: right, preferences: {{fuss: {{weight: -5, curve: linear}}, parts: {{weight: 1, curve: {{table: [0, {down}]}}}}}}, basis: assumed}}
plans:
  - {{id: plain, title: Plain, left: {{steps: 1, delay: 0, exposure: 0, keep: 1}}, right: {{steps: 1, delay: 0, exposure: 0, keep: 1}}, basis: assumed}}
fact_box: Invented.
left_out: [Everything]
debrief: ["Why?"]
"""  # noqa: E501


def cake(folder: Path, floor: float = 0) -> Tables:
    levels = ["{id: none, title: none}"] + [f"{{id: l{n}, title: '{n}'}}" for n in range(SHARES)]
    up = [n / 10 for n in range(SHARES)]
    text = CAKE.format(
        levels=", ".join(levels), floor=floor, up=", ".join(map(str, up)), down=", ".join(map(str, up[::-1]))
    )
    path = folder / "cake.yaml"
    path.write_text(text, encoding="utf-8")
    return compile_(load(path))[0]


@pytest.mark.parametrize(("beta", "alpha"), [("0.2", 0.03125), ("1", 0.5), ("5", 0.870551)])
def test_half_way_through(beta: str, alpha: float) -> None:
    assert concession(5, 10, Decimal(beta)) == round(alpha * MICRO)


@pytest.mark.parametrize(("elapsed", "alpha"), [(0, 0.1), (5, 0.316228), (10, 1)])
def test_exponential_half_way_through(elapsed: int, alpha: float) -> None:
    """Faratin, Sierra & Jennings 1998: exp((1 - t/T)^b ln k) with k = .1, b = 1; it begins at k."""
    assert exponential_concession(elapsed, 10, Decimal(1), Decimal("0.1")) == round(alpha * MICRO)


@pytest.mark.parametrize("beta", ["0.2", "1", "5"])
def test_exponential_rises_from_its_first_step_to_all(beta: str) -> None:
    course = [exponential_concession(n, 40, Decimal(beta), Decimal("0.1")) for n in range(41)]
    assert (course[0], course[-1]) == (MICRO // 10, MICRO)
    assert course == sorted(course)


def test_the_exponential_seat_comes_down_by_that_curve() -> None:
    tables = SimpleNamespace(turns=10, plies=1)
    clock = Schedule(cast("Tables", tables), Decimal(1), 11, Decimal("0.1"))
    none = np.zeros(1, np.int64)
    for turn in range(9):
        wanted = exponential_concession(turn, 9, Decimal(1), Decimal("0.1"))
        assert clock.conceded(turn, 0, none, none) == wanted


@pytest.mark.parametrize("beta", ["0.2", "0.5", "1", "3", "5"])
def test_nothing_at_first_and_all_at_the_end(beta: str) -> None:
    course = [concession(n, 40, Decimal(beta)) for n in range(41)]
    assert (course[0], course[-1]) == (0, MICRO)
    assert course == sorted(course)


def test_a_boulware_never_asks_for_less_than_who_comes_down_evenly_and_a_conceder_never_for_more() -> None:
    for elapsed in range(41):
        tough, even, soft = (concession(elapsed, 40, Decimal(beta)) for beta in ("0.2", "1", "5"))
        assert tough <= even <= soft


def test_a_course_is_worked_out_once_however_long_the_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a calendar of 120 turns most turns have the same 40 before them: 40 courses, not 120."""
    asked = []
    monkeypatch.setattr(
        "game.policies.schedule.concession",
        lambda elapsed, whole, beta: asked.append((elapsed, whole)) or concession(elapsed, whole, beta),
    )
    tables = SimpleNamespace(turns=120, plies=4)
    clock = Schedule(cast("Tables", tables), Decimal("0.5"), 40)
    assert len(asked) == len(set(asked)) == sum(4 * turns - 1 for turns in range(1, 41))
    none, last_turn = np.zeros(1, np.int64), np.zeros(1, np.int64)
    for turn in (0, 13, 39):
        assert clock.conceded(turn, 2, none, last_turn) == concession(4 * turn + 2, 159, Decimal("0.5"))
    late = clock.conceded(110, 1, none + 1, last_turn + 99)
    assert late == concession(41, 79, Decimal("0.5"))


class Stonewall:
    """Offers the same for ever and accepts nothing."""

    def __init__(self, half: int) -> None:
        self._half = half

    def __call__(self, brief: Brief, seen: Observation, key: np.ndarray) -> Action:  # noqa: ARG002
        action = no_action(seen.state.games)
        if seen.state.clock.phase is Phase.TALK and not seen.state.ended.any():
            action.kind[:], action.half0[:], action.half1[:], action.plan[:] = Kind.OFFER, 0, self._half, 0
        return action


def played(tables: Tables, seats: tuple[Policy, Policy]) -> tuple[list[tuple[int, int]], State]:
    """All offers of one game as (seat, parts for the left), and its end."""
    briefs = brief(tables, 0), brief(tables, 1)
    keys = [policy_keys(1, np.arange(1), seat) for seat in (0, 1)]
    offers, state = [], start(tables, game_keys(1, np.arange(1)))
    while state.clock.phase is not Phase.OVER:
        seat = state.clock.seat
        action = seats[seat](briefs[seat], observe(tables, state, seat), keys[seat])
        if state.clock.phase is Phase.TALK and action.kind[0] == Kind.OFFER:
            offers.append((seat, int(action.half1[0]) - 1))
        state = apply(tables, state, action)
    return offers, state


def literal(tables: Tables, seat: int) -> MicroLiteral:
    return MicroLiteral(brief(tables, seat))


def test_two_that_concede_step_for_step_meet_in_the_middle(tmp_path: Path) -> None:
    tables = cake(tmp_path)
    offers, end = played(tables, (literal(tables, 0), literal(tables, 1)))
    assert [parts for seat, parts in offers if seat == 0] == [10, 9, 8, 7, 6, 5]
    assert [parts for seat, parts in offers if seat == 1] == [0, 1, 2, 3, 4]
    assert int(end.level[0, 0]) - 1 == 5


@pytest.mark.parametrize("floor", [0, 0.5])
def test_against_a_wall_one_step_more_than_it_hears_and_never_below_the_floor(
    tmp_path: Path, floor: float
) -> None:
    tables = cake(tmp_path, floor)
    offers, end = played(tables, (literal(tables, 0), Stonewall(1)))
    made = {parts for seat, parts in offers if seat == 0}
    assert len(made) <= 1 + 1
    assert min(made) >= 10 * floor
    assert int(end.level[0, 0]) == 0
