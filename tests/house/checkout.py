"""What several house tests know about the checkout they run in."""

import tomllib
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
NO_PRIVATE_FOLDERS = {"build", "dist", "venv"}


def rooms_by_floor() -> list[list[str]]:
    """The rooms of every floor, lowest first, as the import-linter contract states them."""
    layers = PYPROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    return [[room.strip(" ()") for room in layer.split("|")] for layer in reversed(layers)]


def modules_of(room: str) -> list[str]:
    """Every module of a room by its dotted name."""
    paths = sorted((TOP / "game" / room).rglob("*.py"))
    names = [".".join(path.relative_to(TOP).with_suffix("").parts) for path in paths]
    return [name.removesuffix(".__init__") for name in names]


def committed_files() -> list[Path]:
    """Every file of the checkout that is not left behind by a tool."""
    found = []
    for path in TOP.rglob("*"):
        parts = path.relative_to(TOP).parts
        hidden = any(part.startswith(".") and part != ".ci" for part in parts)
        if path.is_file() and not hidden and not NO_PRIVATE_FOLDERS.intersection(parts):
            found.append(path)
    return found
