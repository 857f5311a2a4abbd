"""Invented scenarios that are alike in everything but their size, to measure what size costs."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.compiling.compile import compile_
from game.content.loading import load_reading_of
from game.content.reading.loading import read_tree_of
from game.rules.tables import Tables

_PEOPLE = 1000


@dataclass(frozen=True)
class Size:
    """What the scenarios of the family differ in.

    Args:
        turns: of the calendar.
        actors: from 2, the two principals; the others are ratifiers, on both sides by turns.
        levels: of each of the four issues, two of each seat.
    """

    turns: int = 8
    actors: int = 6
    levels: int = 4

    @property
    def packages(self) -> int:
        """How many packages there are: levels of four issues, with one plan."""
        return self.levels**4


def of_size(size: Size) -> Tables:
    """The scenario of a size, compiled."""
    reading = read_tree_of(written(size).encode(), "a scenario of the family")
    return compile_(load_reading_of(reading))[0]


def written(size: Size) -> str:
    """The scenario of a size as a file."""
    return "\n".join((_head(size), *_seats(size), *_issues(size), *_actors(size), _TAIL))


def _head(size: Size) -> str:
    return f"""\
format: 1
id: family
title: A scenario of a size
summary: Invented, to measure what size costs.
fiction: Invented; it teaches nothing.
as_of: 2026-03-31
contact: the address on the project page
content_note: People are held. Nothing is shown of detention.
sources: {{}}
calendar:
  {{unit: month, start: 2026-01, turns: {size.turns}, plies: 4, first: port, weights: 1, residual: 6,
   basis: assumed}}
trust:
  {{promise: 0.4, honour: 6, full: 0.25, delay: 1, breach: 4, failed: 1, snap: 2, wave: 1, delays: 1,
   basis: assumed}}
people: {{held: {_PEOPLE}, counted_by: assumed, low: {_PEOPLE}, high: {_PEOPLE}}}
arrests:
  {{base: 4, per_relief: 1, after_agreement: 0.5, recent: 2, spread: [0.5, 1, 1.5], served: 0.01, wave: 40,
   basis: assumed}}"""


def _seats(size: Size) -> list[str]:
    lines = ["seats:"]
    for seat, principal, own, other in (("port", "council", 0, 1), ("state", "cabinet", 1, 0)):
        quorum = _ratifiers(size, own) // 2
        lines.append(f"""\
  - id: {seat}
    title: Seat {own}
    principal: {principal}
    trust: 5
    exposure: 4
    floor: {{low: 0, high: 0.05}}
    mood_unit: 0.05
    quorum: {quorum}
    types:
      - {{id: firm, title: Firm, prior: 0.3, costs: 1.5, gains: 1}}
      - {{id: even, title: Even, prior: 0.4, costs: 1, gains: 1}}
      - {{id: eager, title: Eager, prior: 0.3, costs: 0.7, gains: 1.2}}
    mandate: [{{text: Somebody is free, when: freed >= {1 + other}}}]
    brief: {{want: [An agreement], must_not: [Give it away], can_give: [Something]}}
    basis: assumed""")
    return lines


def _issues(size: Size) -> list[str]:
    steps = range(1, size.levels)
    last = size.levels - 1
    people = [f"{{id: l{n}, title: {n}, people: {_PEOPLE * n // (2 * last)}}}" for n in steps]
    calm = [f"{{id: l{n}, title: {n}, leverage: {_part(0.1, n, last)}}}" for n in steps]
    trade = [f"{{id: l{n}, title: {n}, life: 0.9, leverage: {_part(0.6, n, last)}}}" for n in steps]
    visit = [f"{{id: l{n}, title: {n}, life: 1, leverage: {_part(0.2, n, last)}}}" for n in steps]
    rows = (
        ("people", "state", "kind: release, aspect: people, leverage: 0.8", people),
        ("visits", "state", "kind: assurance, revocable: true", calm),
        ("trade", "port", "kind: relief, revocable: true, winddown: {turns: 1, keep: 0.5}", trade),
        ("honours", "port", "kind: recognition", visit),
    )
    return ["issues:"] + [
        f"  - {{id: {id_}, title: {id_}, owner: {owner}, {kind}, "
        f"levels: [{{id: none, title: none}}, {', '.join(levels)}], basis: assumed}}"
        for id_, owner, kind, levels in rows
    ]


def _actors(size: Size) -> list[str]:
    lines = [_PRINCIPALS]
    for number in range(size.actors - 2):
        side = ("port", "state")[number % 2]
        lines.append(
            f"  - {{id: ratifier_{number}, title: Ratifier {number}, side: {side}, basis: assumed, "
            "ratifier: {votes: 1, veto: false, tolerance: 0.3}, preferences: {freed: {weight: 0.2, "
            "curve: {half_at: 300}}, trade: {weight: 0.2, curve: linear}, "
            "honours: {weight: -0.05, curve: linear}}}"
        )
    return lines


def _ratifiers(size: Size, own: int) -> int:
    return (size.actors - 2 + 1 - own) // 2


def _part(most: float, step: int, last: int) -> str:
    return f"{most * step / last:.3f}"


_PRINCIPALS = """\
actors:
  - id: council
    title: Council
    side: port
    preferences:
      freed: {weight: 1.4, curve: {half_at: 300}}
      visits: {weight: 0.3, curve: linear}
      trade: {weight: -0.6, curve: linear}
      honours: {weight: -0.1, curve: linear}
    basis: assumed
  - id: cabinet
    title: Cabinet
    side: state
    preferences:
      freed: {weight: -0.7, curve: {full_at: 1000}}
      visits: {weight: -0.1, curve: linear}
      trade: {weight: 1, curve: linear}
      honours: {weight: 0.2, curve: linear}
    basis: assumed"""

_TAIL = """\
plans:
  - id: together
    title: Together
    port: {steps: 1, delay: 0, exposure: 0.5, keep: 1}
    state: {steps: 1, delay: 0, exposure: 0.5, keep: 1}
    basis: assumed
fact_box: Invented. In real cases it is disputed who counts as a political prisoner.
left_out: [Nearly everything]
debrief: ["What does size cost?"]
"""
