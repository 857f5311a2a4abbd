"""A scenario as the checks of this room see it; what is dear is worked out when it is first asked for."""

from datetime import date
from functools import cached_property
from pathlib import Path as FilePath

import numpy as np
from pydantic import BaseModel

from game.bargaining.contributions import contributions, walk_away
from game.content.compiling.compile import compile_undigested
from game.content.names import Names
from game.content.reading.places import Path
from game.foundation.arrays import I64
from game.foundation.draws import game_keys
from game.linting.prose import Prose, prose_of
from game.linting.reach import Reach
from game.rules.play import start
from game.rules.state import State
from game.rules.tables import Tables


class Case:
    """A scenario that can be played.

    Args:
        names: of a checked scenario without errors.
        today: the day of the check, for questions of age.
        file: where it stands; None for a scenario that was not read from a file.
    """

    def __init__(self, names: Names, today: date, file: FilePath | None = None) -> None:
        self.scenario = names.scenario
        self.today = today
        self.file = file
        self.names = names
        self._gains: dict[tuple[int, int], tuple[I64, I64]] = {}

    @property
    def invented(self) -> bool:
        """Whether the case says of itself that it is."""
        return self.scenario.fiction is not None

    @cached_property
    def tables(self) -> Tables:
        """The tables of the rules, without their digest."""
        return compile_undigested(self.names)

    @cached_property
    def reach(self) -> Reach:
        """What can be reached in play."""
        return Reach(self.names, self.tables.halves)

    @cached_property
    def opening(self) -> State:
        """One game as it opens."""
        return start(self.tables, game_keys(1, [0]))

    @cached_property
    def prose(self) -> Prose:
        """Every text of it."""
        return prose_of(self.objects)

    @cached_property
    def objects(self) -> list[tuple[Path, BaseModel]]:
        """Every object of it with its path, the scenario itself first."""
        return self.names.objects

    def gains_by_half(self, types: tuple[int, int]) -> tuple[I64, I64]:
        """What the halves of both seats add at the opening, for two types. int64[P,H,2] each, micro-utils."""
        if types not in self._gains:
            first, second = contributions(self.tables, self.opening, types)
            self._gains[types] = (first.value, second.value)
        return self._gains[types]

    @cached_property
    def lines(self) -> I64:
        """What each seat has a month without an agreement, plus the least that its principal may sign for."""
        floors = [side.floor_low for side in self.tables.sides]
        return walk_away(self.tables, self.opening) + np.array(floors, np.int64)
