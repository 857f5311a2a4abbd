"""What is measured in every game, as a score between two bounds; a metric is the mean of such a score."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from game.analysis.balance.measuring import MISSING
from game.analysis.statistics.likeliest import F64
from game.foundation.arrays import I64
from game.foundation.texts import _, marked

BINS = 100  # a score that is no yes or no is rounded to so many steps for the sequential test


class Columns:
    """Rows of games by the names of their columns.

    Args:
        names: of the columns.
        rows: int64[n,C].
        turns: of the scenario's calendar.
        held_start: people held at the start.
    """

    def __init__(self, names: tuple[str, ...], rows: I64, turns: int, held_start: int) -> None:
        self._where = {name: number for number, name in enumerate(names)}
        self.rows = rows
        self.turns = turns
        self.held_start = held_start

    def __getitem__(self, name: str) -> I64:
        """One column. int64[n]."""
        return self.rows[:, self._where[name]]

    def measured(self, name: str) -> F64:
        """One column with nan where nothing was measured."""
        column = self[name]
        return np.where(column == MISSING, np.nan, column.astype(np.float64))

    @property
    def used(self) -> I64:
        """The columns that hold what was used. int64[n,W]."""
        return self.rows[:, [where for name, where in self._where.items() if name.startswith("used_")]]


@dataclass(frozen=True)
class Metric:
    """A mean that is reported, tested and compared.

    Args:
        name: in scenario files and reports.
        text: what it is, for people.
        score: of every game; nan where there is none.
        low, high: bounds of the score.
        unit: what 1 is, for people.
        yes_or_no: whether only the bounds can occur.
    """

    name: str
    text: str
    score: Callable[[Columns], F64]
    low: float = 0.0
    high: float = 1.0
    unit: str = marked("share")
    yes_or_no: bool = False

    @property
    def span(self) -> tuple[float, float]:
        """Both bounds."""
        return self.low, self.high

    def support(self, pairs: int) -> tuple[float, ...]:
        """The values that the mean over so many pairs of policies is counted in by a sequential test."""
        steps = pairs if self.yes_or_no else BINS
        width = self.high - self.low
        return tuple(self.low + width * step / steps for step in range(steps + 1))


def metrics_of(seats: tuple[str, ...]) -> Mapping[str, Metric]:
    """All metrics of a scenario by name.

    Args:
        seats: ids of the two seats; metrics of one seat carry its id.
    """
    found = [*_of_games(), *(metric for number, id_ in enumerate(seats) for metric in _of_seat(number, id_))]
    return MappingProxyType({metric.name: metric for metric in found})


def _share(condition: NDArray[np.bool_]) -> F64:
    return condition.astype(np.float64)


def _of_games() -> tuple[Metric, ...]:
    return (
        Metric("deal_rate", marked("games with at least one agreement"),
               lambda c: _share(c["agreements"] > 0), yes_or_no=True),
        Metric("agreements", marked("agreements for each turn of the calendar"),
               lambda c: np.minimum(c["agreements"] / c.turns, 1.0)),
        Metric("length", marked("how much of the calendar was played"),
               lambda c: (c["end_turn"] + 1) / c.turns),
        Metric("first_deal", marked("how much of the calendar had passed at the first agreement"),
               lambda c: np.where(c["first_turn"] < 0, np.nan, (c["first_turn"] + 1) / c.turns)),
        Metric("freed", marked("people freed, of all who were ever held"), _freed),
        Metric("fewer_held", marked("games that end with fewer people held than at the start"),
               lambda c: _share(c["held_change"] < 0), yes_or_no=True),
        Metric("durability", marked("steps honoured, of those honoured, broken or taken back"),
               lambda c: np.where(c["agreements"] > 0, c["durability"] / 1000, np.nan)),
        Metric("pareto_gap", marked("share of its best hope that each seat could have had on top"),
               lambda c: c.measured("gap") / 1000),
        Metric("nash_distance", marked("how far the product of gains lies below the largest one"),
               lambda c: c.measured("nash") / 1000),
        Metric("seat_advantage", marked("share of the first seat less that of the second, seats swapped"),
               lambda c: (c["share_0"] - c["share_1"]) / 1000, low=-1.0),
    )  # fmt: skip


def _of_seat(number: int, id_: str) -> tuple[Metric, ...]:
    return (
        Metric(f"share.{id_}", marked("what the first agreement gave, of the best that could be hoped for"),
               lambda c: c[f"share_{number}"] / 1000),
        Metric(f"mandate.{id_}", marked("items of the mandate that are met"),
               lambda c: c.measured(f"mandate_{number}") / 1000),
        Metric(f"broken_word.{id_}", marked("games in which it broke its word or took back what it gave"),
               lambda c: _share(c[f"breached_{number}"] + c[f"snapped_{number}"] > 0), yes_or_no=True),
    )  # fmt: skip


def _freed(c: Columns) -> F64:
    ever = np.maximum(1, c.held_start + c["arrested"])
    return np.minimum(1.0, c["freed"] / ever)


def text_of(metric: Metric) -> str:
    """What a metric is, in the language in use."""
    return _(metric.text)
