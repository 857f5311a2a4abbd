"""Planted faults: copies of the rules, each with one small slip of `faults.yaml` in it."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

import yaml

from tests.oracle.compare import Engine

ROOM, COPY = "game.rules", "rules_with_a_fault"
SHARED = ("__init__", "tables", "state", "actions", "happenings", "version", "clauses", "politics")
"""Modules that only say what things are called; the copy uses them as they are, so that tables fit."""


class Fault(NamedTuple):
    """In `module`, `right` is replaced by `wrong`; the first games that may show it have the seed `seed`.

    They are of the scenario `scenario` in this folder.
    """

    fault: str
    module: str
    right: str
    wrong: str
    seed: int = 0
    scenario: str = "everything"

    @property
    def path(self) -> Path:
        return Path(__file__).with_name(f"{self.scenario}.yaml")


def faults() -> list[Fault]:
    listed = yaml.safe_load(Path(__file__).with_name("faults.yaml").read_text(encoding="utf-8"))
    return [Fault(**entry) for entry in listed]


def source_of(module: str) -> str:
    spec = importlib.util.find_spec(f"{ROOM}.{module}")
    assert spec is not None, module
    assert spec.origin is not None, module
    return Path(spec.origin).read_text(encoding="utf-8")


def planted(fault: Fault) -> str:
    """The source of the module with the fault in it; its right text must stand there exactly once."""
    source = source_of(fault.module)
    found = source.count(fault.right)
    assert found == 1, f"{fault.fault}: stands {found} times in {fault.module}: {fault.right!r}"
    assert fault.wrong != fault.right, fault.fault
    return source.replace(fault.right, fault.wrong)


@cache
def modules() -> list[str]:
    """The modules that are copied."""
    spec = importlib.util.find_spec(ROOM)
    assert spec is not None
    (folder,) = spec.submodule_search_locations or ()
    return sorted(path.stem for path in Path(folder).glob("*.py") if path.stem not in SHARED)


@cache
def _code(module: str, fault: Fault | None) -> CodeType:
    source = planted(fault) if fault else source_of(module)
    for other in modules():
        source = source.replace(f"from {ROOM}.{other} import", f"from {COPY}.{other} import")
    return compile(source, f"<copy of {module}>", "exec")


class _Finder:
    """Finds the modules of the copy."""

    def __init__(self, fault: Fault | None) -> None:
        self.fault = fault

    def find_spec(self, name: str, *_: Any) -> ModuleSpec | None:
        room, _dot, module = name.partition(".")
        known = room == COPY and (not module or module in modules())
        return importlib.util.spec_from_loader(name, self, is_package=not module) if known else None  # type: ignore[arg-type]

    def create_module(self, _: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__.partition(".")[2]
        if name:
            fault = self.fault if self.fault and self.fault.module == name else None
            exec(_code(name, fault), module.__dict__)


@contextmanager
def engine_with(fault: Fault | None) -> Iterator[Engine]:
    """A copy of the engine with a fault in it, or without one."""
    finder = _Finder(fault)
    sys.meta_path.insert(0, finder)  # type: ignore[arg-type]
    try:
        play, valuation, outcome = (
            importlib.import_module(f"{COPY}.{name}") for name in ("play", "valuation", "outcome")
        )
        yield Engine(play.start, play.apply, play.asked, play.is_legal, valuation.appraise, outcome.outcome)
    finally:
        sys.meta_path.remove(finder)  # type: ignore[arg-type]
        for name in [name for name in sys.modules if name.partition(".")[0] == COPY]:
            del sys.modules[name]
