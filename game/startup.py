"""The way in: looks whether everything needed is installed, before anything heavy is imported.

Only the standard library is used, and only syntax that old interpreters read, because this module has to work
exactly where something is missing.
"""

import importlib.util
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)

# (project, module, range); the ranges are those of pyproject.toml, and a test keeps the two equal.
NEEDED = (
    ("numpy", "numpy", ">=2.0,<3"),
    ("PyYAML", "yaml", ">=6.0.1,<7"),
    ("pygame-ce", "pygame", ">=2.5.2,<3"),
    ("pydantic", "pydantic", ">=2.7,<3"),
    ("click", "click", ">=8.1,<9"),
    ("rich", "rich", ">=13.7,<16"),
    ("platformdirs", "platformdirs", ">=4.2,<5"),
    ("babel", "babel", ">=2.16,<3"),
    ("watchfiles", "watchfiles", ">=1.0,<2"),
)


def main() -> int:
    """Run the command line, or say in one line what is missing and which command mends it.

    Returns: the exit status (2 if something is missing).
    """
    try:
        trouble = what_is_missing()
        if trouble:
            print(trouble, file=sys.stderr)
            return 2
        from game.cli import main as command_line

        return int(command_line() or 0)
    except ImportError as fault:
        if (fault.name or "").split(".")[0] == "game":
            raise
        print(torn_line(fault), file=sys.stderr)
        return 2
    except KeyboardInterrupt:  # while the command line was being read in
        print("Interrupted.", file=sys.stderr)
        return 130


def what_is_missing() -> str:
    """One line that says what is wrong with this installation and how to mend it, or nothing at all."""
    if sys.version_info < OLDEST_PYTHON:
        return "Reprieve needs Python 3.11 or later; this is {}.{}.".format(*sys.version_info[:2])
    unfit = []
    for project, module, wanted in NEEDED:
        folder = folder_of(module)
        if folder is None or not fits(version_in(folder, project), wanted):
            unfit.append((project, wanted))
    return pygame_trouble() or missing_line(unfit)


def pygame_trouble() -> str:
    """One line about plain pygame where pygame-ce belongs, or nothing.

    Both projects install a package called `pygame` and overwrite each other's files, so neither may stay.
    """
    folder = folder_of("pygame")
    if folder is None or version_in(folder, "pygame") is None:
        return ""
    return (
        "Reprieve needs pygame-ce, but plain pygame is installed in its place. Run: "
        + pip("uninstall -y pygame")
        + " && "
        + pip('install --force-reinstall --no-deps "pygame-ce>=2.5.2,<3"')
    )


def missing_line(unfit: "list[tuple[str, str]]") -> str:
    """One line with the command that installs the projects in `unfit`, or nothing if there are none."""
    if not unfit:
        return ""
    names = ", ".join(project for project, wanted in unfit)
    torn = [pair for pair in unfit if is_torn(pair[0])]
    whole = [pair for pair in unfit if pair not in torn]
    commands = [pip("install " + wishes(whole))] if whole else []
    # pip takes what is only half there for installed, and would do nothing.
    commands += [pip("install --force-reinstall --no-deps " + wishes(torn))] if torn else []
    return "Reprieve needs " + names + " (missing, or of an unfit version). Run: " + " && ".join(commands)


def torn_line(fault: "ImportError") -> str:
    """One line with the command that mends projects which are there, but lack something that they need."""
    said = str(fault).splitlines() or [type(fault).__name__]
    again = "install " if isinstance(fault, ModuleNotFoundError) else "install --force-reinstall "
    needed = wishes([(project, wanted) for project, module, wanted in NEEDED])
    return "Reprieve cannot start: " + said[0].rstrip(".") + ". Run: " + pip(again + needed)


def wishes(pairs: "list[tuple[str, str]]") -> str:
    """Projects with their ranges, as a command line wants them."""
    return " ".join('"' + project + wanted + '"' for project, wanted in pairs)


def is_torn(project: str) -> bool:
    """Whether metadata is there without the module, as `pip uninstall pygame` leaves that of pygame-ce."""
    module = next(module for name, module, wanted in NEEDED if name == project)
    folders = [Path(place or ".") for place in sys.path]
    left = [folder for folder in folders if folder.is_dir() and version_in(folder, project) is not None]
    return bool(left) and folder_of(module) is None


def pip(arguments: str) -> str:
    """The command that makes this very interpreter's pip do something."""
    command = sys.executable or "python"
    return ('"' + command + '"' if " " in command else command) + " -m pip " + arguments


def folder_of(module: str) -> "Path | None":
    """The folder a module would be imported from, or None. The module itself is not imported."""
    try:
        spec = importlib.util.find_spec(module)
    except (ImportError, ValueError):
        return None
    if spec is None or not spec.origin:
        return None
    return Path(spec.origin).parent.parent


def version_in(folder: "Path", project: str) -> "str | None":
    """The version of a project by the name of its metadata folder, or None if there is none.

    Reading names is a hundred times cheaper than importlib.metadata, which counts at every start.
    """
    start = project.replace("-", "_").lower() + "-"
    for entry in folder.iterdir():
        name = entry.name.lower()
        if name.startswith(start) and name.endswith((".dist-info", ".egg-info")):
            return name[len(start) :].rsplit(".", 1)[0].split("-")[0]
    return None


def fits(version: "str | None", wanted: str) -> bool:
    """Whether a version lies in a range like `>=2.0,<3`; one that cannot be told is taken to fit."""
    if version is None:
        return True
    here = numbers(version)
    lowest, highest = (numbers(bound.lstrip("<>=")) for bound in wanted.split(","))
    return lowest <= here < highest


def numbers(version: str) -> "tuple[int, ...]":
    """The leading numbers of a version: `2.5.2rc1` gives (2, 5)."""
    parts = []
    for part in version.split("."):
        if not part.isdigit():
            break
        parts.append(int(part))
    return tuple(parts)
