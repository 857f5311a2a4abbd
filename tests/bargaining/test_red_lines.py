"""Red lines in frontiers and win-sets, against every package looked at one by one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

import numpy as np

from game.bargaining.frontier import frontier
from game.bargaining.win_sets import win_sets
from game.foundation.arrays import I32
from game.rules.in_force import opening
from game.rules.politics import Politics
from game.rules.ratification import carried, votes
from game.rules.red_lines import crossed
from game.rules.state import State, take
from game.rules.tables import Tables
from game.rules.valuation import appraise
from tests.oracle.compare import EVERYTHING, read

TYPES = (1, 1)


def politics() -> tuple[Tables, State]:
    tables = read(EVERYTHING.with_name("politics.yaml"))[1]
    return tables, opening(tables)


def every_package(tables: Tables) -> I32:
    sizes = (len(tables.halves[0]), len(tables.halves[1]), len(tables.plans.phi))
    found = [(h0, h1, plan, -1) for h0, h1, plan in product(*map(range, sizes)) if h0 or h1]
    return np.array(found, np.int32)


def test_no_package_of_the_frontier_crosses_a_principal() -> None:
    tables, state = politics()
    found = frontier(tables, state, TYPES).offers
    free = frontier(replace(tables, politics=Politics()), state, TYPES).offers
    many = take(state, np.zeros(len(free), np.intp))
    assert (crossed(tables, many, 0, free) | crossed(tables, many, 1, free)).any(), "lines keep something out"
    many = take(state, np.zeros(len(found), np.intp))
    assert not (crossed(tables, many, 0, found) | crossed(tables, many, 1, found)).any()


def test_the_frontier_is_the_efficient_part_of_what_crosses_nobody() -> None:
    tables, state = politics()
    offers = every_package(tables)
    many = take(state, np.zeros(len(offers), np.intp))
    open_ = ~(crossed(tables, many, 0, offers) | crossed(tables, many, 1, offers))
    gains = np.stack([appraise(tables, many, s, TYPES[s], offers).net for s in (0, 1)], axis=1)[open_]
    best = frontier(tables, state, TYPES).gains
    for gain in gains:
        assert not ((gain >= best).all(axis=1) & (gain > best).any(axis=1)).any()
    known = {tuple(gain) for gain in gains.tolist()}
    assert {tuple(gain) for gain in best.tolist()} <= known


def test_win_sets_count_what_really_passes() -> None:
    tables, state = politics()
    offers = every_package(tables)
    many = take(state, np.zeros(len(offers), np.intp))
    calm = np.zeros((len(offers), len(tables.votes)), np.int64)
    signed = [
        (appraise(tables, many, s, TYPES[s], offers).net >= 0) & ~crossed(tables, many, s, offers)
        for s in (0, 1)
    ]
    passed = [carried(tables, s, votes(tables, many, s, offers, calm)) for s in (0, 1)]
    found = win_sets(tables, state, TYPES)
    assert found.signed == (signed[0].sum(), signed[1].sum())
    assert found.passed == (passed[0].sum(), passed[1].sum())
    assert found.agreed == (signed[0] & signed[1] & passed[0] & passed[1]).sum()


def test_a_further_red_line_never_enlarges_a_win_set() -> None:
    tables, state = politics()
    lines = tables.politics.lines
    sizes = [
        win_sets(replace(tables, politics=Politics(lines[:n])), state, TYPES).won
        for n in range(len(lines) + 1)
    ]
    for before, after in pairwise(sizes):
        assert after[0] <= before[0]
        assert after[1] <= before[1]
    assert sizes[-1] != sizes[0]


def test_lines_that_are_never_reached_change_nothing() -> None:
    tables, state = politics()
    lines, last = tables.politics.lines, tables.issues.levels - 1
    far = tuple(replace(line, level=int(last[line.issue]), above=True) for line in lines)
    loose, none = (replace(tables, politics=Politics(lines)) for lines in (far, ()))
    assert win_sets(loose, state, TYPES) == win_sets(none, state, TYPES)
    assert (frontier(loose, state, TYPES).offers == frontier(none, state, TYPES).offers).all()
