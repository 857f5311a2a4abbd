"""Scenarios at the limits that a file may reach, made from the one that holds every rule."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.oracle.compare import EVERYTHING

Change = Callable[[dict[str, Any]], None]


def rewritten(folder: Path, change: Change) -> Path:
    """The scenario of every rule, changed and written anew."""
    scenario = yaml.safe_load(EVERYTHING.read_text(encoding="utf-8").replace("agree?]", "agree]"))
    change(scenario)
    path = folder / "limits.yaml"
    path.write_text(yaml.safe_dump(scenario, sort_keys=False), encoding="utf-8")
    return path


def crowds(scenario: dict[str, Any]) -> None:
    """Tens of thousands are arrested in the first turn and in every other."""
    taken = [{"arrest": 4095} for _ in range(9)]
    event = {"id": "sweep", "title": "A sweep", "text": "A sweep.", "once": False, "effects": taken}
    scenario["people"].update(held=4095, low=0, high=4095)
    scenario["events"].insert(0, event | {"basis": "assumed"})
    _never_ends(scenario)


def one_turn(scenario: dict[str, Any]) -> None:
    """A game of one turn, in which no plan is carried out to its end."""
    scenario["calendar"].update(turns=1, weights=[1])
    scenario["events"] = [one for one in scenario["events"] if one["id"] not in ("opening", "new_house")]
    scenario["moves"] = [one for one in scenario["moves"] if one["id"] not in ("pardon", "leave")]


def nobody_held(scenario: dict[str, Any]) -> None:
    """The prisons are empty at first, and all who come are let go at times."""
    scenario["people"].update(held=0, low=0, high=0)
    scenario["events"] = [one for one in scenario["events"] if one["id"] != "amnesty"]
    scenario["endings"] = [one for one in scenario["endings"] if one["id"] != "all_free"]


def short_ring(scenario: dict[str, Any]) -> None:
    """Many delays in a row, and the dearest of everything that is a number of trust."""
    scenario["trust"].update(delays=100, delay=0, honour=15, full=0.001, breach=15, snap=0)


def arrests_that_multiply(scenario: dict[str, Any]) -> None:
    """Thirty measures of the world, each of which makes four arrests of one."""
    scenario["arrests"].update(base=1000, per_relief=1000, after_agreement=1000, spread=[4])
    for n in range(30):
        _open_world_issue(scenario, f"w{n}", arrests=4)
    _never_ends(scenario)


def values_that_add_up(scenario: dict[str, Any]) -> None:
    """A seat that wants so much, for so long, that its account outgrows 64 bits."""
    scenario["calendar"].update(turns=120, weights=1000, residual=1000)
    cabinet = next(actor for actor in scenario["actors"] if actor["id"] == "cabinet")
    for kind in scenario["seats"][0]["types"]:
        kind.update(costs=4, gains=4, issues={f"w{n}": 4 for n in range(38)})
    for n in range(38):
        _open_world_issue(scenario, f"w{n}")
        cabinet["preferences"][f"w{n}"] = {"weight": 100, "curve": "linear"}
    for n in range(60):
        cabinet["synergies"].append({"id": f"y{n}", "amount": 100, "when": {"w0": "open"}, "why": "more"})
    _never_ends(scenario)


def _open_world_issue(scenario: dict[str, Any], name: str, **numbers: int) -> None:
    levels = [{"id": "shut", "title": "shut"}, {"id": "open", "title": "open"} | numbers]
    issue = {"id": name, "title": "A measure", "start": "open", "levels": levels, "basis": "assumed"}
    scenario["world"].append(issue)


def _never_ends(scenario: dict[str, Any]) -> None:
    scenario["endings"] = [one for one in scenario["endings"] if one["id"] in ("rupture", "cold")]
