"""Can every gate be tested?"""

from collections.abc import Iterator
from decimal import Decimal

from game.content.checks.remarks import Remark, known
from game.content.names import Names
from game.content.reading.places import Path
from game.content.reading.suggestions import closest, did_you_mean
from game.content.schema.balance import OF_GAMES, OF_SEATS, USED, Gate
from game.foundation.texts import _

_CLAIMS = ("at_least", "at_most", "between")


def check(names: Names) -> Iterator[Remark]:
    """Gates on metrics that exist, with one claim each that can be true and can be false."""
    for number, gate in enumerate(names.scenario.balance):
        path: Path = ("balance", number)
        bounds = None
        for remark in _metric(names, path, gate):
            yield remark
            break
        else:
            bounds = bounds_of(gate)
        yield from _claim(path, gate, bounds)
        if gate.family == "skill" and len(gate.policies) < 2:
            yield Remark(
                (*path, "policies"),
                "claim",
                _("'skill' compares policies, and one alone is named"),
                _("Name at least two, from weak to strong."),
            )


def bounds_of(gate: Gate) -> tuple[Decimal, Decimal]:
    """Between what the metric of a gate lies, whatever happens."""
    low, high = OF_GAMES.get(gate.family) or OF_SEATS.get(gate.family) or (0, 1)
    return Decimal(low), Decimal(high)


def _metric(names: Names, path: Path, gate: Gate) -> Iterator[Remark]:
    family, dot, rest = gate.metric.partition(".")
    here = (*path, "metric")
    if family in OF_SEATS:
        yield from known(here, rest, names.seats, _("seat"))
    elif family == USED and rest:
        return  # which things there are to use is known when the scenario has been compiled
    elif family not in OF_GAMES or dot:
        every = (*OF_GAMES, *(f"{name}.{seat}" for name in OF_SEATS for seat in names.seats), f"{USED}.THING")
        yield Remark(
            here,
            "unknown-metric",
            _("there is no metric '{name}'").format(name=gate.metric[:60]),
            did_you_mean(closest(gate.metric, every)) or _("Possible: {ids}.").format(ids=", ".join(every)),
        )


def _claim(path: Path, gate: Gate, bounds: tuple[Decimal, Decimal] | None) -> Iterator[Remark]:
    given = [name for name in _CLAIMS if getattr(gate, name) is not None]
    if len(given) != 1:
        yield Remark(
            path,
            "claim",
            _("says {n} things of its metric, not one").format(n=len(given)),
            _("Write one of at_least, at_most and between."),
        )
        return
    here = (*path, given[0])
    low, high = gate.between or (None, None)
    if low is not None and high is not None and low >= high:
        yield Remark(
            here,
            "range",
            _("the range is empty: {low} is not below {high}").format(low=low, high=high),
            _("Write the lower end first."),
        )
        return
    if bounds is None:
        return
    if gate.family == "dead":
        yield from _count(here, gate)
        return
    values = gate.between or [value for value in (gate.at_least, gate.at_most) if value is not None]
    for value in values:
        if not bounds[0] <= value <= bounds[1]:
            yield Remark(
                here,
                "range",
                _("{metric} lies between {low} and {high}, so {value} is impossible").format(
                    metric=gate.metric, low=bounds[0], high=bounds[1], value=value
                ),
                _("Write a number between the two."),
            )
            return
    if gate.between is None and not bounds[0] < values[0] - gate.margin < values[0] + gate.margin < bounds[1]:
        yield Remark(
            here,
            "range",
            _("with the margin of {margin} no game could contradict {value}, or none support it").format(
                margin=gate.margin, value=values[0]
            ),
            _("The number with the margin on both sides has to lie between {low} and {high}.").format(
                low=bounds[0], high=bounds[1]
            ),
        )


def _count(here: Path, gate: Gate) -> Iterator[Remark]:
    if gate.at_most is None or gate.at_most < 0 or gate.at_most != int(gate.at_most):
        yield Remark(
            here,
            "range",
            _("'dead' counts things that are never used"),
            _("Write at_most and a whole number from 0."),
        )
