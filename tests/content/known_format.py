"""What format 1 is, key by key: `tests/content/formats/format-1.txt`, and `format-1.cases.txt` of test cases.

Each line names a key by its path, what may stand there, and whether it must be there. Paths are those of a
file: `[]` is each thing of a list, ID each key that authors choose, SEAT the id of a seat. Effects and
conditions, which stand in many places, are listed once.

`python -m tests.content.known_format --write` adds what is new and may be left out. It refuses anything else,
as that would take their files from authors. Paths after `--write` are taken as looked at by somebody: every
file that was valid still is, and says the same (docs/decisions/150-format-1-is-frozen.md).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from game.content.migrating import CURRENT
from game.content.reading import shapes
from game.content.schema import conditions, effects
from game.content.schema.plans import Plan, PlanHead, PlanSide
from game.content.schema.scenario import Scenario
from game.match.cases.schema import CaseFile

FOLDER = Path(__file__).parent / "formats"
COMMAND = "python -m tests.content.known_format --write"
SEAT = "SEAT"
_LIMITS = ("ge", "gt", "le", "lt", "min_length", "max_length", "decimal_places", "pattern")
_EFFECTS: tuple[type[BaseModel], ...] = get_args(effects.Effect)

_CHOSEN = re.compile(r"(sources|preferences)\.[^.]+")
_OF_PLAN = re.compile(r"^plans\[\]\.\w+\.")

Listing = dict[str, str]

SCENARIOS, CASES = "", ".cases"
"""The two kinds of files that designers write, by the end of their names."""


def listing(kind: str = SCENARIOS) -> Listing:
    """Every key of the format by its path, with what stands there: types, limits, must or may."""
    if kind == CASES:
        return dict(_of_model(CaseFile, ""))
    found = dict(_of_model(Scenario, ""))
    for model in _EFFECTS:
        found |= dict(_of_model(model, "EFFECT."))
    found |= {f"CONDITION {name}": "counts; may" for name in conditions.PLAIN}
    found |= {f"CONDITION {name}.{of.upper()}": "counts; may" for name, of in conditions.OWNED.items()}
    return found


def _of_model(model: type[BaseModel], above: str) -> Iterator[tuple[str, str]]:
    for name, info in (PlanHead if model is Plan else model).model_fields.items():
        shape = shapes.shape_of(info.annotation, tuple(info.metadata))
        path = f"{above}{info.alias or name}"
        yield path, f"{_words(shape)}{_limits(info)}; {_need(info)}"
        yield from _inside(shape, path)
    if model is Plan:
        yield f"{above}{SEAT}", "a map; must"
        yield from _of_model(PlanSide, f"{above}{SEAT}.")


def _inside(shape: shapes.Shape, path: str) -> Iterator[tuple[str, str]]:
    match shape:
        case shapes.ModelOf(model=model):
            root = shapes.root_of(model)
            if root is not None and model is not Plan:
                yield from _inside(root, path)
            else:
                yield from _of_model(model, f"{path}.")
        case shapes.ListOf(item=item):
            yield from _inside(item, f"{path}[]")
        case shapes.MapOf(value=value):
            yield from _inside(value, f"{path}.ID")
        case shapes.Either(branches=branches) if not _is_condition(shape) and not _is_effect(shape):
            for branch in branches:
                yield from _inside(branch, path)
        case _:
            pass


def _words(shape: shapes.Shape) -> str:
    match shape:
        case shapes.Leaf(choices=None):
            limits = "" if shape.low is None or shape.high is None else f" {shape.low:f} to {shape.high:f}"
            return f"{shape.kind}{limits}" + (f" ({shape.form.partition(':')[0]})" if shape.form else "")
        case shapes.Leaf(choices=choices):
            return " | ".join(choices or ())
        case shapes.ListOf(item=item):
            return f"list of [{_words(item)}]"
        case shapes.TupleOf(items=items):
            return f"[{', '.join(map(_words, items))}]"
        case shapes.MapOf(key=key, value=value):
            return f"map of [{_words(key)}] to [{_words(value)}]"
        case shapes.Either(branches=branches):
            if _is_condition(shape):
                return "a condition"
            return "an effect" if _is_effect(shape) else " or ".join(dict.fromkeys(map(_words, branches)))
        case _:
            return "a map"


def _is_condition(shape: shapes.Either) -> bool:
    return any(isinstance(one, shapes.ModelOf) and one.model is conditions.AllOf for one in shape.branches)


def _is_effect(shape: shapes.Either) -> bool:
    return any(isinstance(one, shapes.ModelOf) and one.model in _EFFECTS for one in shape.branches)


def _limits(info: FieldInfo) -> str:
    """Limits of length, decimals and spelling, which stand beside the type."""
    annotation, metadata = shapes.unwrapped(info.annotation, tuple(info.metadata))
    if get_origin(annotation) in (Union, UnionType):  # a text that may be left out
        metadata += tuple(item for one in get_args(annotation) for item in shapes.unwrapped(one, ())[1])
    found: list[str] = []
    for item in metadata:
        slots: dict[str, Any] = {name: getattr(item, name, None) for name in _LIMITS}
        for name, value in slots.items():
            if value is not None and not (name in ("ge", "le") and isinstance(value, int | Decimal)):
                found.append(f"{name} {value}")
    return f" <{', '.join(dict.fromkeys(found))}>" if found else ""


def _need(info: FieldInfo) -> str:
    if info.is_required():
        return "must"
    default = info.default
    unwritten = default is PydanticUndefined or default is None or default == ()
    return "may" if unwritten else f"may, {str(default).lower()} unless written"


def used_by(file: BaseModel) -> set[str]:
    """The paths of a listing that stand in a file of a scenario or of test cases; conditions left out."""
    tree = file.model_dump(mode="json", by_alias=True, exclude_unset=True)
    found = set()
    for path in _paths(tree, ""):
        plain = _CHOSEN.sub(r"\1.ID", path)
        found |= {
            plain,
            _OF_PLAN.sub(f"plans[].{SEAT}.", plain),
            f"EFFECT.{plain.rpartition('effects[].')[2]}",
        }
    return found


def _paths(part: object, above: str) -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield f"{above}{key}"
            yield from _paths(value, f"{above}{key}.")
    elif isinstance(part, list):
        for value in part:
            yield from _paths(value, f"{above.removesuffix('.')}[].")


def file_of(number: int, kind: str = SCENARIOS) -> Path:
    """Where the listing of a format stands."""
    return FOLDER / f"format-{number}{kind}.txt"


def recorded(number: int = CURRENT, kind: str = SCENARIOS) -> Listing:
    """What the file of a format holds."""
    lines = file_of(number, kind).read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


def written(found: Listing) -> str:
    """A listing as its file has it."""
    return "".join(f"{path}: {what}\n" for path, what in found.items())


def breaches(before: Listing, now: Listing) -> list[str]:
    """What would keep a file of before from being read, or change what it says."""
    return [
        *(f"{path} is gone" for path in before if path not in now),
        *(
            f"{path} was '{before[path]}' and is '{now[path]}'"
            for path in before
            if path in now and now[path] != before[path]
        ),
        *(f"{path} is new and must be written" for path in now if _is_forced(path, before, now)),
    ]


def _is_forced(path: str, before: Listing, now: Listing) -> bool:
    """Whether a key is new and has to be written where files of before have its place already."""
    above = path.rpartition(".")[0].removesuffix(".ID").removesuffix("[]")
    return path not in before and now[path].endswith("; must") and (above in before or not above)


def sentence(number: int, broken: list[str]) -> str:
    """What to say of breaches."""
    return (
        f"format {number} is frozen, but {'; '.join(broken)}: undo that, or make it format {number + 1} with "
        "a migration in game/content/migrating.py (docs/contributing.md, The format of scenarios)"
    )


def main() -> int:
    """Compare, or write what is new; exit status 1 if format CURRENT would no longer be what it was."""
    return max(_compare(kind) for kind in (SCENARIOS, CASES))


def _compare(kind: str) -> int:
    now = listing(kind)
    before = recorded(kind=kind) if file_of(CURRENT, kind).exists() else now
    looked_at = {path: now[path] for path in sys.argv[1:] if path in now}
    if broken := breaches(before | looked_at, now):
        print(sentence(CURRENT, broken))
        return 1
    if "--write" in sys.argv[1:]:
        file_of(CURRENT, kind).write_text(written(now), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
