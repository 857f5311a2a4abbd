"""A GENIUS domain as a scenario of this game.

Issues are dealt out to the two seats in turn, since here somebody has to own what is given; a level "not
settled" comes first and is worth nothing. Utilities are divided by the side's best, so that 1 util is the
best outcome. Trust counts nothing (promises count in full), nothing lapses, and the first agreement ends the
game: so the worth of a package in which every issue is settled is the utility of the outcome.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from game.adapters.genius.domain import Domain, DomainError, Space
from game.foundation.texts import _

_CALENDAR = (
    "calendar: {unit: month, start: 2026-01, turns: 10, plies: 2, first: first, weights: 1, residual: 10, "
    "basis: assumed}"
)
_TRUST = (
    "trust: {promise: 1, honour: 1, full: 1, delay: 0, breach: 0, failed: 0, snap: 0, wave: 0, delays: 0, "
    "basis: assumed}"
)
_PLAN = (
    "  - {id: together, title: At once, first: {steps: 1, delay: 0, exposure: 0, keep: 1}, "
    "second: {steps: 1, delay: 0, exposure: 0, keep: 1}, basis: assumed}"
)
SIDES = ("first", "second")
_MOST_ISSUES, _MOST_VALUES = 40, 19


def scenario_text(domain: Domain) -> str:
    """The scenario as YAML.

    Raises:
        DomainError: more issues or values than a scenario can hold, or a side to whom all is worth nothing.
    """
    _require(domain)
    scales = [_best(space) for space in domain.spaces]
    ids = _ids([issue.name for issue in domain.issues])
    name = _file_id(domain.name)
    lines = [
        f"# From the GENIUS domain {_quoted(domain.name)}. How it was read: docs/genius.md.",
        "format: 1",
        f"id: {name}",
        f"title: {_quoted(domain.name)}",
        "summary: A domain of research on automated negotiation, with two sides and nobody in prison.",
        "fiction: A problem for computer seats. No case stands behind it.",
        "as_of: 2026-01-01",
        "contact: whoever made the file",
        "content_note: Nothing of people is in it.",
        "sources: {}",
        _CALENDAR,
        _TRUST,
        "seats:",
        *(line for seat in (0, 1) for line in _seat(seat, domain.spaces[seat], scales[seat])),
        "issues:",
    ]
    for number, issue in enumerate(domain.issues):
        levels = _ids(list(issue.values), taken=("open",))
        lines += [
            f"  - id: {ids[number]}",
            f"    title: {_quoted(issue.name)}",
            f"    owner: {SIDES[number % 2]}",
            "    kind: linkage",
            "    levels:",
            "      - {id: open, title: not settled}",
            *(
                f"      - {{id: {id_}, title: {_quoted(value)}}}"
                for id_, value in zip(levels, issue.values, strict=True)
            ),
            "    basis: assumed",
        ]
    lines += ["actors:", *(line for seat in (0, 1) for line in _actor(seat, domain, ids, scales[seat]))]
    lines += [
        "plans:",
        _PLAN,
        "endings: [{id: agreed, title: They agreed, when: agreements >= 1}]",
        "fact_box: None. The numbers are those of the domain.",
        "left_out: [Everything but the utilities of the domain]",
        'debrief: ["What could the other side not know?"]',
    ]
    return "\n".join(lines) + "\n"


def _seat(seat: int, space: Space, scale: float) -> Iterator[str]:
    yield f"  - id: {SIDES[seat]}"
    yield f"    title: {_quoted(space.name)}"
    yield f"    principal: {SIDES[seat]}_side"
    yield "    trust: 15"
    yield "    exposure: 0"
    yield "    floor: {low: 0, high: 0}"
    yield "    mood_unit: 0"
    yield "    quorum: 0"
    yield "    types: [{id: only, title: As in the domain, prior: 1, costs: 1, gains: 1}]"
    if space.reservation:
        yield f"    outside: [{{amount: {_decimal(space.reservation / scale)}, when: turn >= 1}}]"
    yield "    mandate: [{text: An agreement was made, when: agreements >= 1}]"
    yield "    brief: {want: [A good agreement], must_not: [Sign for nothing], can_give: [Its issues]}"
    yield "    basis: assumed"


def _actor(seat: int, domain: Domain, ids: list[str], scale: float) -> Iterator[str]:
    space = domain.spaces[seat]
    yield f"  - id: {SIDES[seat]}_side"
    yield f"    title: {_quoted(space.name)}"
    yield f"    side: {SIDES[seat]}"
    yield "    preferences:"
    for id_, weight, own in zip(ids, space.weights, space.evaluations, strict=True):
        worth = [weight * evaluation / scale for evaluation in own]
        most = max(abs(value) for value in worth)
        if not most:
            continue
        heights = ", ".join(_decimal(value / most) for value in worth)
        yield f"      {id_}: {{weight: {_decimal(most)}, curve: {{table: [0, {heights}]}}}}"
    yield "    basis: assumed"


def _require(domain: Domain) -> None:
    if len(domain.issues) < 2:
        raise DomainError(
            _("{name}: with one issue one seat would have nothing to give").format(name=domain.name)
        )
    if len(domain.issues) > _MOST_ISSUES:
        raise DomainError(
            _("{name}: {n} issues are more than the {most} of a scenario").format(
                name=domain.name, n=len(domain.issues), most=_MOST_ISSUES
            )
        )
    for issue in domain.issues:
        if len(issue.values) > _MOST_VALUES:
            raise DomainError(
                _("{name}: the issue {issue!r} has {n} values; a scenario holds {most}").format(
                    name=domain.name, issue=issue.name, n=len(issue.values), most=_MOST_VALUES
                )
            )


def _best(space: Space) -> float:
    best = sum(
        max(weight * evaluation for evaluation in own)
        for weight, own in zip(space.weights, space.evaluations, strict=True)
    )
    if best <= 0:
        raise DomainError(_("{name}: no outcome is worth anything to this side").format(name=space.name))
    return best


def _decimal(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"


def _quoted(text: str) -> str:
    return json.dumps(text[:200], ensure_ascii=False)


def _file_id(name: str) -> str:
    found = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:50]
    return found if found[:1].isalpha() else f"domain-{found}".rstrip("-")


def _ids(names: list[str], taken: tuple[str, ...] = ()) -> list[str]:
    """An id for each name, no two alike."""
    found: list[str] = []
    for number, name in enumerate(names):
        id_ = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:34]
        id_ = id_ if id_[:1].isalpha() else f"x{id_}"
        found.append(f"{id_}_{number + 1}" if id_ in (*found, *taken, *_RESERVED) else id_)
    return found


_RESERVED = ("plan", "nothing", "freed", "exiled", "held", "arrested")
