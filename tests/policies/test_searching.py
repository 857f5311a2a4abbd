"""What menus find where little can be had."""

from __future__ import annotations

import numpy as np
import pytest

from game.analysis.episodes import simulate
from tests.compiled import open_scenario


@pytest.mark.parametrize("name", ["boulware", "conceder", "micro"])
def test_an_offer_of_nothing_takes_the_place_of_no_offer(name: str) -> None:
    """Nothing for nothing meets every modest goal; it once kept the smallest game from any agreement."""
    found = simulate(open_scenario("two-turns").tables, (name, name), 1, 200).outcome
    assert np.count_nonzero(found.agreements) > 10
