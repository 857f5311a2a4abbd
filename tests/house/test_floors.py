"""The floors of the house: who may import whom, and what may not enter below the window."""

import ast
import subprocess
import sys

import pytest

from tests.house.checkout import TOP, modules_of, rooms_by_floor

FLOORS = rooms_by_floor()
BELOW_THE_SHELLS = [room for floor in FLOORS[:5] for room in floor]
# The rooms that decide a game. None of them may depend on a clock, the machine, a file or a float.
DECIDING = ["rules", "bargaining", "information", "policies"]
OUTSIDE_WORLD = {"time", "datetime", "random", "secrets", "os", "io", "pathlib", "sys", "platform", "socket"}
OUTSIDE_WORLD |= {"yaml", "json", "pickle", "pydantic", "click", "rich", "platformdirs", "pygame", "locale"}

WITHOUT_PYGAME = """
import importlib, sys

class NoPygame:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "pygame":
            raise ImportError("pygame is blocked")

sys.meta_path.insert(0, NoPygame())
try:
    import pygame
except ImportError:
    pass
else:
    raise SystemExit("the blockade does not work")
for name in sys.argv[1:]:
    importlib.import_module(name)
print(len(sys.argv) - 1, "imported")
"""


def test_the_floors_are_the_ones_that_were_drawn():
    assert [floor[0] for floor in FLOORS] == [
        "foundation", "rules", "bargaining", "linting", "match", "ui", "cli",
    ]  # fmt: skip


def test_rooms_import_lower_floors_only():
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
    ]
    found = subprocess.run([*command, "--no-cache"], cwd=TOP, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "1 kept, 0 broken" in found.stdout


def test_everything_below_the_shells_imports_without_pygame():
    modules = [name for room in BELOW_THE_SHELLS for name in modules_of(room)]
    command = [sys.executable, "-W", "error", "-c", WITHOUT_PYGAME, *modules]
    found = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    assert found.stdout.strip() == f"{len(modules)} imported"


def sources(room: str) -> list[tuple[str, ast.Module]]:
    paths = sorted((TOP / "game" / room).rglob("*.py"))
    return [(str(path.relative_to(TOP)), ast.parse(path.read_text(encoding="utf-8"))) for path in paths]


@pytest.mark.parametrize("room", DECIDING)
def test_nothing_that_decides_a_game_looks_at_the_outside_world(room):
    for name, tree in sources(room):
        for node in ast.walk(tree):
            imported = []
            if isinstance(node, ast.Import):
                imported = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                imported = [node.module or ""]
            for module in imported:
                assert module.split(".")[0] not in OUTSIDE_WORLD, f"{name}:{node.lineno} imports {module}"
            if isinstance(node, ast.Attribute):
                generator = node.attr == "random" and ast.unparse(node) in ("np.random", "numpy.random")
                assert not generator, f"{name}:{node.lineno} draws outside game/foundation/draws.py"


@pytest.mark.parametrize("room", DECIDING)
def test_nothing_that_decides_a_game_counts_in_floats(room):
    for name, tree in sources(room):
        for node in ast.walk(tree):
            place = f"{name}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Constant):
                assert not isinstance(node.value, float), f"{place} has the float {node.value}"
            elif isinstance(node, ast.BinOp | ast.AugAssign):
                assert not isinstance(node.op, ast.Div), f"{place} divides with /; integers divide with //"
            elif isinstance(node, ast.Name | ast.Attribute):
                last = node.id if isinstance(node, ast.Name) else node.attr
                assert last not in {"float", "float32", "float64"}, f"{place} speaks of {last}"
