"""The documentation of the scenario format, made from its models so that it cannot fall behind.

`python main.py docs` writes it; a test compares.
"""

import inspect
from collections.abc import Iterator
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from game.content import draw_names
from game.content.reading import shapes
from game.content.schema import conditions, curves, effects
from game.content.schema.kinds import Unit
from game.content.schema.plans import Plan, PlanHead, PlanSide
from game.content.schema.scenario import Scenario

PAGE = "docs/scenario-format.md"

_INTRODUCTION = """\
# The scenario format

This page is made from the models in `game/content/schema/` by `python main.py docs`; edit those.
`python main.py check FILE` finds mistakes, each with its line and column, and `python main.py schema` writes
the same format as JSON Schema, by which an editor completes keys. [designer-guide.md](designer-guide.md)
works through a case from the start. What the numbers do stands as formulas in `docs/rules.md`.

Format 1 is frozen: a file that is valid in it stays valid, and says the same, in every later version of the
program. Keys that may be left out can still come to it; a later format will read files of this one.

Every top-level key, in a scenario that changes the invented `scenarios/one-page.yaml` beside it. It can be
checked and played as it stands; without `extends` every key that cannot be left out has to be there in full.

```yaml
"""

EXAMPLE = """\
# A harder winter in Tarvia: what differs from one-page.yaml, one line for each thing that a scenario can say.
format: 1                              # the version of this format
extends: one-page.yaml                 # whatever is not written here is as there
id: tarvia-winter                      # a name for files and saved games
title: A harder winter in Tarvia
summary: The harbour has been closed for a year and the storms come early.
fiction: Invented countries. Say so in class.
note: For whoever edits this file; changes nothing in play.
as_of: 2026-03-31                      # the day up to which facts were followed
contact: the address on the project page
content_note: People are held after a strike. Nothing is shown of detention.
sources: {A2: {title: A second page, date: 2026-02, kind: academic}}   # numbers name these as their basis
calendar: {turns: 5, weights: 1}       # how long a game lasts and what each turn counts
trust: {breach: 5}                     # how trust is won and lost, 0 to 15
seats: [{id: tarvia, trust: 3, exposure: 2.5}]                         # the two chairs at the table
people: {held: 64, low: 60, high: 70, counted_by: A2}                  # who is held at the start
issues: [{id: harbour, levels: [{id: licence, lasts: 3}]}]             # what is negotiated
world: [{id: ferry, start: halted}]    # what no seat owns
actors: [{id: police, ratifier: {tolerance: 0.08}}]                     # everyone who values something
forbid: [{when: {people: all, terms: expelled}, why: nobody receives everyone}]   # never offered together
plans: [{id: two_steps, drop: true}]   # orders of carrying out; this one is taken away
moves: [{id: ferry_call, chance: 0.7}] # what a seat may do beside an offer
arrests: {base: 0.8}                   # how many more are held each turn
events: [{id: storm, chance: 0.3}]     # what happens without the seats
endings: [{id: few_left, title: Fewer than five are held, when: held < 5}]   # ways to end early
fact_box: Invented. In real cases it is disputed who counts as a political prisoner.
left_out: [What the people held want, The courts, The weather at sea]
goals: [What a shorter licence changes]
reading: [The history of the ferry]
debrief: ["What did the model assume?", "Whom did it leave out?"]
history: []                            # what really happened; nothing, for an invented case
balance: [{id: deals, metric: deal_rate, at_most: 0.9, margin: 0.05, why: hard}]   # gates of `balance`
allow: [{rule: unused-source, at: sources.A1, why: it counted people last year}]   # warnings that are meant
"""

_AFTER_EXAMPLE = """\
```

* A file is UTF-8 text in YAML without tags, anchors or merge keys. Text that holds `: ` or ` #`, or ends in
  `?` inside brackets, goes in quotes.
* Ids are small letters, digits and `_`. Other parts of the file refer to a thing by its id. Ids of issues are
  unique over `issues` and `world`, and none is called like a count of people, `plan` or `nothing`.
* Every object that carries numbers has a `basis`: `assumed`, or the id (or a list of ids) of the sources that
  they rest on. Objects inside it may have a `basis` of their own.
* Nearly every object may have a `note` for whoever edits or reviews the file; it changes nothing in play.
* A **util** is what the scenario makes of it: weights only compare. A value counts once for each month.
* The first level of an issue is that nothing is given.
"""

_CONDITIONS = """\
## Conditions

A condition is a comparison such as `level.harbour >= licence`, written as text: a quantity, one of
`>= <= = != > <`, and a whole number, a level or a turn. `{all: [...]}`, `{any: [...]}` and `{not: ...}` join
them.

| quantity | counts |
|---|---|
"""

_EFFECTS = """\
## Effects

An effect is a map with one of these keys.

| key | value | meaning |
|---|---|---|
"""

_QUANTITIES = {
    "turn": "the turn, from 1, or a date of the calendar: `turn = 3`, `turn >= 2025-09`",
    "freed": "people freed so far",
    "held": "people held now",
    "arrested": "people arrested since the start",
    "served": "people whose sentence has ended since the start",
    "exiled": "people who had to leave the country",
    "counted": "of those freed, people whom a monitor finds on its own list (`known`)",
    "disputed": "of those freed, people whom a monitor surely does not count",
    "agreements": "agreements ratified so far",
    "relief": "leverage that the side without prisoners has given by measures in force, in thousandths",
    "trust": "trust of a seat in the other, 0 to 15",
    "level": "level of an issue in force",
    "since": "turns since an event happened; 9999 if never",
    "moved": "turns since a side move was made; 9999 if never",
    "breached": "how often a seat has broken its word",
    "snapped": "how often a seat has snapped back",
}

_EVERYWHERE = ("note", "basis")
_CONDITION_MODELS: tuple[type[BaseModel], ...] = (conditions.AllOf, conditions.AnyOf, conditions.Not)
_EFFECT_MODELS: tuple[type[BaseModel], ...] = get_args(effects.Effect)

_HISTORY = """\
## What a history may say of chance

The `draws` and `votes` of a step hold for its turn. Seats alternate from the one that begins the turn; each
step takes the next ply at which its seat speaks, and seats hold in between.

"""


def page() -> str:
    """The whole page."""
    sections = [_INTRODUCTION + EXAMPLE + _AFTER_EXAMPLE]
    sections += [sections_of(Scenario)]
    sections += [_EFFECTS + "\n".join(row for model in _EFFECT_MODELS for row in _rows(model)) + "\n"]
    sections += [
        _section(inner) for model in _EFFECT_MODELS for info in _fields(model) for inner in _used(info)
    ]
    sections += [_CONDITIONS + "\n".join(_quantity_rows()) + "\n", _HISTORY + _draw_table()]
    return "\n".join(sections)


def sections_of(root: type[BaseModel]) -> str:
    """A section for a model and each one inside it, but for conditions and effects."""
    return "\n".join(_section(model) for model in _models(root))


def _models(root: type[BaseModel]) -> list[type[BaseModel]]:
    """All models in the order in which the file meets them."""
    found: list[type[BaseModel]] = []
    waiting: list[type[BaseModel]] = [root]
    own = (*_CONDITION_MODELS, *_EFFECT_MODELS)
    while waiting:
        model = waiting.pop(0)
        if model in found or model in own:
            continue
        found.append(model)
        inner = [PlanSide] if model is Plan else [used for info in _fields(model) for used in _used(info)]
        waiting = inner + waiting
    return found


def _fields(model: type[BaseModel]) -> Iterator[FieldInfo]:
    yield from (PlanHead if model is Plan else model).model_fields.values()


def _used(info: FieldInfo) -> Iterator[type[BaseModel]]:
    yield from _models_in(shapes.shape_of(info.annotation, tuple(info.metadata)))


def _models_in(shape: shapes.Shape) -> Iterator[type[BaseModel]]:
    match shape:
        case shapes.ModelOf(model=model):
            yield model
        case shapes.ListOf(item=item):
            yield from _models_in(item)
        case shapes.MapOf(value=value):
            yield from _models_in(value)
        case shapes.Either(branches=branches):
            for branch in branches:
                yield from _models_in(branch)
        case _:
            pass


def _section(model: type[BaseModel]) -> str:
    head = [f"## {model.__name__}", "", inspect.getdoc(model) or "", ""]
    lines = [
        *head,
        "| key | value | meaning |",
        "|---|---|---|",
        *_rows(PlanHead if model is Plan else model),
    ]
    if model is Plan:
        lines.append(
            "| the id of a seat | [PlanSide](#planside) | What it means for that seat; both are needed. |"
        )
    return "\n".join(lines) + "\n"


def _rows(model: type[BaseModel]) -> Iterator[str]:
    for name, info in model.model_fields.items():
        if name not in _EVERYWHERE:
            yield f"| `{info.alias or name}` | {_value(info)} | {info.description}{_default(info)} |"


def _value(info: FieldInfo) -> str:
    shape = shapes.shape_of(info.annotation, tuple(info.metadata))
    unit = next((f" ({unit.text})" for unit in _units(info.annotation, tuple(info.metadata))), "")
    return _words(shape) + unit


def _units(annotation: Any, metadata: tuple[Any, ...]) -> Iterator[Unit]:
    yield from (item for item in metadata if isinstance(item, Unit))
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from _units(inner, tuple(more))
    elif get_origin(annotation) in (Union, UnionType, tuple, dict):
        for argument in get_args(annotation):
            yield from _units(argument, ())


def _words(shape: shapes.Shape) -> str:
    match shape:
        case shapes.Leaf():
            return _leaf_words(shape)
        case shapes.ListOf(item=item):
            return f"list of: {_words(item)}"
        case shapes.TupleOf(items=items):
            return f"[{', '.join(_words(item) for item in items)}]"
        case shapes.MapOf(key=key, value=value):
            return f"map of {_words(key)} to: {_words(value)}"
        case shapes.ModelOf(model=model):
            return f"[{model.__name__}](#{model.__name__.lower()})"
        case shapes.Either(branches=branches):
            return _either_words(branches)
        case _:
            raise AssertionError(f"{shape} is not in use")


def _either_words(branches: tuple[shapes.Shape, ...]) -> str:
    models = {branch.model for branch in branches if isinstance(branch, shapes.ModelOf)}
    if models & set(_CONDITION_MODELS):
        return "[a condition](#conditions)"
    if models & set(_EFFECT_MODELS):
        return "[effects](#effects)"
    if curves.PowerCurve in models:
        links = [_words(branch) for branch in branches if isinstance(branch, shapes.ModelOf)]
        return f"`linear` (even steps from level to level), or {', '.join(links)}"
    return " or ".join(dict.fromkeys(_words(branch) for branch in branches))


def _leaf_words(leaf: shapes.Leaf) -> str:
    if leaf.choices is not None:
        return ", ".join(f"`{choice}`" for choice in leaf.choices)
    words = {"bool": "true or false", "int": "whole number", "decimal": "number", "date": "date"}.get(
        leaf.kind
    )
    if words is None:
        return leaf.form.partition(":")[0] or "text"
    if leaf.low is not None and leaf.high is not None:
        return f"{words} {_plain(leaf.low)} to {_plain(leaf.high)}"
    return words


def _plain(number: Decimal) -> str:
    return f"{number:f}"


def _default(info: FieldInfo) -> str:
    """What goes without saying, where the description does not say it."""
    default = info.default
    if info.default_factory is not None or default in (None, ()) or default is PydanticUndefined:
        return "" if info.is_required() else " *May be left out.*"
    shown = str(default).lower() if isinstance(default, bool) else str(default)
    return f" *{shown} unless written.*"


def _quantity_rows() -> Iterator[str]:
    for name in (*conditions.PLAIN, *conditions.OWNED):
        owner = conditions.OWNED.get(name)
        written = f"{name}.{owner.upper()}" if owner else name
        yield f"| `{written}` | {_QUANTITIES[name]} |"


def _draw_table() -> str:
    text = inspect.getdoc(draw_names) or ""
    return text[text.index("|") :] + "\n"
