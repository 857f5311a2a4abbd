"""Growth is what it is said to be where it is known, and only the size that is asked for grows."""

import json
import math

import numpy as np
import pytest

from game.analysis.balance.plots import power_law
from game.analysis.scaling import measuring
from game.analysis.scaling.family import Size, of_size
from game.analysis.scaling.growth import growth
from game.cli.entry import main

SIZES = (4, 8, 16, 32)


@pytest.mark.parametrize("power", [0.0, 0.5, 1.0, 2.0])
def test_a_power_is_found_again(power):
    found = growth(SIZES, [3 * size**power for size in SIZES])
    assert found.exponent == pytest.approx(power)
    assert found.factor == pytest.approx(3)
    assert found.error == pytest.approx(0, abs=1e-9)
    assert found.steepest == pytest.approx(power)


def test_an_exponent_by_hand():
    """Logarithms to the base 2 are 0, 1, 2 and 0, 1, 3: slope 3/2; rests 1/6, -1/3, 1/6."""
    found = growth((1, 2, 4), (1, 2, 8))
    assert found.exponent == pytest.approx(1.5)
    assert found.error == pytest.approx(math.sqrt((1 / 36 + 1 / 9 + 1 / 36) / 1 / 2))
    assert found.factor == pytest.approx(2 ** (-1 / 6))
    assert found.steepest == pytest.approx(2)


def test_a_fixed_cost_hides_growth_from_the_fit_and_not_from_the_steepest():
    """A thousand and the square of the size: the fit says less than 0.4, the last doubling 0.69."""
    found = growth(SIZES, [1000 + size**2 for size in SIZES])
    assert found.exponent < 0.4
    assert found.steepest == pytest.approx(math.log2(2024 / 1256))


def test_the_exponent_is_that_of_least_squares_whatever_the_noise():
    rng = np.random.default_rng(1)
    costs = np.exp(rng.normal(size=4)) * np.array(SIZES)
    found = growth(SIZES, costs.tolist())
    slope, level = np.polyfit(np.log(SIZES), np.log(costs), 1)
    assert (found.exponent, found.factor) == pytest.approx((slope, math.exp(level)))


@pytest.mark.parametrize(
    ("sizes", "costs"),
    [((4,), (1,)), ((4, 8), (1,)), ((8, 4), (1, 2)), ((4, 4), (1, 2)), ((0, 4), (1, 2)), ((4, 8), (0, 1))],
)
def test_what_has_no_exponent_is_refused(sizes, costs):
    with pytest.raises(ValueError, match="got"):
        growth(sizes, costs)


@pytest.mark.parametrize(
    ("size", "turns", "actors", "packages"),
    [
        (Size(), 8, 6, 256),
        (Size(turns=120), 120, 6, 256),
        (Size(actors=2), 8, 2, 256),
        (Size(actors=40), 8, 40, 256),
        (Size(levels=2), 8, 6, 16),
        (Size(levels=20), 8, 6, 160_000),
    ],
)
def test_one_size_grows_and_the_others_stay(size, turns, actors, packages):
    tables = of_size(size)
    assert tables.turns == turns
    assert len(tables.actor_side) == actors
    assert len(tables.halves[0]) * len(tables.halves[1]) * len(tables.plans.phi) == packages == size.packages


def test_a_plot_has_every_point_and_both_lines():
    plot = power_law([(1, 2), (10, 20), (100, 50)], 2.0, 0.7, ("size", "seconds"))
    assert plot.count("<circle") == 3
    assert plot.count("<polyline") == 2
    assert "<title>100: 50</title>" in plot


def test_the_bench_measures_each_axis_and_draws_it(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(measuring, "REPEATS", 1)
    monkeypatch.setattr(measuring, "GAMES", 8)
    monkeypatch.setattr(
        measuring, "STEPS", {"games": (8, 16, 24), "turns": (2, 4), "actors": (2, 4), "levels": (2, 3)}
    )
    assert main(["bench", "--scaling", "--json", "--html", str(tmp_path / "growth.html")]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["games", "turns", "actors", "packages"]
    assert found["games"]["sizes"] == [8, 16, 24]
    assert found["packages"]["sizes"] == [16, 81]
    assert all(cost > 0 for one in found.values() for cost in one["costs"])
    page = (tmp_path / "growth.html").read_text(encoding="utf-8")
    assert page.count("<figure>") == page.count("<svg") == 4
    assert "http" not in page.replace("http-equiv", "")
    assert "<script" not in page


def test_what_does_not_go_together_is_said(tmp_path, capsys):
    assert main(["bench", "--scaling", "--ui"]) == 2
    assert "measures the engine alone" in capsys.readouterr().err
    assert main(["bench", "--html", "x.html"]) == 2
    assert "writes the plots of --scaling" in capsys.readouterr().err
    assert main(["bench", "--scaling", "--html", str(tmp_path / "nowhere" / "x.html")]) == 2
    assert "there is no such folder" in capsys.readouterr().err
