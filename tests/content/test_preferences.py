"""Preferences that are made when a scenario is compiled, against numbers worked out by hand or in print."""

from pathlib import Path

import pytest

from game.content.compiling.compile import compile_
from game.content.compiling.curves import level_curve
from game.content.compiling.selectorate import private_factor
from game.content.loading import load
from game.content.schema.curves import ThroughCurve
from game.foundation.places import scenarios_folder
from game.rules.tables import Count, Tables

HARBOUR, VISIT, ROUTE = 4, 5, 6
COUNCIL, CABINET, TRADERS, POLICE = range(4)
ONE_PAGE = scenarios_folder() / "one-page.yaml"
PLACES = {"closed": 0, "licence": 1, "open": 2, "treaty": 3}


def written(path: Path, *changes: tuple[str, str]) -> Path:
    """The one-page scenario with other words in it."""
    text = ONE_PAGE.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    changed = path / "changed.yaml"
    changed.write_text(text, encoding="utf-8")
    return changed


@pytest.fixture
def compiled(tmp_path):
    """Compiles the one-page scenario with other words in it."""

    def compile_with(*changes: tuple[str, str]) -> Tables:
        return compile_(load(written(tmp_path, *changes)))[0]

    return compile_with


def through(**heights: str) -> list[int]:
    return level_curve(ThroughCurve.model_validate({"through": heights}), PLACES).tolist()


def test_a_curve_through_named_levels_is_straight_in_between_and_level_outside():
    assert through(closed="0", treaty="1") == [0, 333_333, 666_666, 1_000_000]
    assert through(licence="0.4", treaty="1") == [400_000, 400_000, 700_000, 1_000_000]
    assert through(closed="0", licence="0.9") == [0, 900_000, 900_000, 900_000]
    assert through(treaty="-1", closed="0") == [0, -333_334, -666_667, -1_000_000]
    assert through(open="0.5") == [500_000] * 4


def test_a_curve_through_the_same_values_is_the_same_table(compiled):
    table = "{weight: -0.7, curve: {table: [0, 0.4, 0.7, 1]}}"
    points = "{weight: -0.7, curve: {through: {closed: 0, licence: 0.4, treaty: 1}}}"
    assert compiled((table, points)).digest == compiled().digest


def test_a_loss_counts_by_its_factor_from_the_opening_on(compiled):
    """-0.7 for the treaty, x 1.6 for the firm type, and 2.25 times as much: worked by hand, rounded down."""
    cost = "harbour: {weight: -0.7, curve: {table: [0, 0.4, 0.7, 1]}}"
    tables = compiled((cost, cost[:-1] + ", loss_aversion: {factor: 2.25}}"))
    assert tables.values.level[COUNCIL, 0, HARBOUR, 0].tolist() == [0, -1_008_000, -1_764_000, -2_520_000]
    assert tables.values.level[COUNCIL, 1, HARBOUR, 0].tolist() == [0, -630_000, -1_102_500, -1_575_000]
    assert tables.values.count[COUNCIL, 1, Count.FREED, 30] == 800_000  # gains elsewhere stay


def test_what_is_lost_is_measured_from_the_opening_and_not_from_nothing(compiled):
    """Half of those held at the opening are worth 0.1 less than all: 0.2 - 0.1 x 2.25 = -0.025."""
    plain = "freed: {weight: -0.9, curve: {full_at: 60}}"
    stock = f"{plain}\n      held: {{weight: 0.2, curve: {{full_at: 60}}, loss_aversion: {{factor: 2.25}}}}"
    held = compiled((plain, stock)).values.count[CABINET, 1, Count.HELD]
    assert held[[0, 30, 59, 60, 61]].tolist() == [-250_000, -25_000, 192_498, 200_000, 200_000]
    gain = "harbour: {weight: 1.2, curve: {power: 0.7}}"
    lost = (
        gain,
        f"northern_route: {{weight: 0.1, curve: linear, loss_aversion: {{factor: 3}}}}\n      {gain}",
    )
    route = compiled(("    start: shut\n", "    start: open\n"), lost).values.level[CABINET, 1, ROUTE, 0]
    assert route[:2].tolist() == [-200_000, 100_000]


def test_an_actors_aversion_holds_where_a_preference_has_none_of_its_own(compiled):
    side = "    title: The police command\n    side: tarvia\n"
    whole = compiled((side, side + "    loss_aversion: {factor: 2}\n"))
    assert whole.values.count[POLICE, 0, Count.FREED, 30] == -1_000_000
    assert whole.values.level[POLICE, 0, HARBOUR, 0, 3] == 300_000
    freed = "preferences: {freed: {weight: -1.0, curve: {full_at: 60}}"
    own = compiled(
        (side, side + "    loss_aversion: {factor: 2}\n"),
        (freed, freed[:-1] + ", loss_aversion: {factor: 1.5}}"),
    )
    assert own.values.count[POLICE, 0, Count.FREED, 30] == -750_000


def test_a_factor_of_one_is_the_plain_value(compiled):
    plain = compiled().digest
    for actor in ("side: union\n    preferences:", "side: tarvia\n    preferences:"):
        key = actor.replace("\n", "\n    loss_aversion: {factor: 1}\n")
        assert compiled((actor, key)).digest == plain
        bent = actor.replace("\n", "\n    loss_aversion: {factor: 1, power: 1}\n")
        assert compiled((actor, bent)).digest == plain
        averse = actor.replace("\n", "\n    loss_aversion: {factor: 1.001}\n")
        assert compiled((actor, averse)).digest != plain


@pytest.mark.parametrize(
    ("weight", "felt"),
    [("100", 57_543_994), ("-100", -129_473_986), ("1", 1_000_000), ("-1", -2_250_000)],
)
def test_the_values_of_tversky_and_kahneman_come_out(compiled, weight, felt):
    """v(100) = 57.54 and v(-100) = -129.47 with power 0.88 and factor 2.25 (Tversky & Kahneman 1992)."""
    traders = "harbour: {weight: 0.4, curve: linear}"
    averse = f"harbour: {{weight: {weight}, curve: linear, loss_aversion: {{factor: 2.25, power: 0.88}}}}"
    assert compiled((traders, averse)).values.level[TRADERS, 0, HARBOUR, 0, 3] == felt


def test_a_loss_of_100_needs_a_gain_of_251(compiled):
    """2.25^(1/0.88) x 100 = 251.3 makes up for a loss of 100 (Tversky & Kahneman 1992, without chances)."""
    traders = "harbour: {weight: 0.4, curve: linear}, freed: {weight: 0.1, curve: {half_at: 30}}"
    averse = "loss_aversion: {factor: 2.25, power: 0.88}"

    def both(gain: str) -> int:
        loss = f"freed: {{weight: -10, curve: {{full_at: 1}}, {averse}}}"
        values = compiled((traders, f"harbour: {{weight: {gain}, curve: linear, {averse}}}, {loss}")).values
        return int(values.level[TRADERS, 0, HARBOUR, 0, 3]) + int(values.count[TRADERS, 0, Count.FREED, 9])

    assert both("25.13") < 0 < both("25.14")


HARBOUR_IS_PRIVATE = "selectorate: {{coalition: {share}, private: [harbour], public: [visit]}}"


def ruled_by(share: str) -> tuple[str, str]:
    head = "    title: The cabinet\n    side: tarvia\n"
    return head, f"{head}    {HARBOUR_IS_PRIVATE.format(share=share)}\n"


def test_as_the_coalition_shrinks_private_goods_weigh_more_and_public_ones_less(compiled):
    shares = ("1", "0.75", "0.5", "0.25", "0.1", "0.02", "0")
    tables = [compiled(ruled_by(share)).values.level[CABINET, 1, :, 0] for share in shares]
    private = [int(table[HARBOUR, 3]) for table in tables]
    public = [int(table[VISIT, 1]) for table in tables]
    # 1.2 and 0.1 times 2 / (1 + 2 W) and the rest to 2, per mille and rounded down.
    assert private == [799_200, 960_000, 1_200_000, 1_599_600, 1_999_200, 2_307_600, 2_400_000]
    assert public == [133_400, 120_000, 100_000, 66_700, 33_400, 7_700, 0]


def test_half_of_the_selectorate_changes_nothing(compiled):
    assert compiled(ruled_by("0.5")).digest == compiled().digest


def test_beside_a_public_good_a_private_one_counts_in_proportion_to_one_over_the_coalition():
    for coalition in range(20, 1001, 20):
        private = private_factor(coalition)
        assert abs(private * 2 * coalition - 1000 * (2000 - private)) <= 3000  # private / public = 0.5 / W


def test_what_serves_neither_keeps_its_weight(compiled):
    known, ruled = compiled().values, compiled(ruled_by("0.1")).values
    assert (known.count == ruled.count).all()
    assert (known.level[:, :, :HARBOUR] == ruled.level[:, :, :HARBOUR]).all()
    assert (known.synergy == ruled.synergy).all()
    assert (known.level[COUNCIL] == ruled.level[COUNCIL]).all()


def test_weights_of_a_half_three_and_two_tenths_make_three_quarters(compiled):
    """Keeney & Raiffa's additive form by hand: .5 x .8 + .3 x .5 + .2 x 1 = .75."""
    before = "{freed: {weight: -1.0, curve: {full_at: 60}}, harbour: {weight: 0.3, curve: linear}}"
    shares = {
        "terms": ("0.5", "expelled: 0, choice: 0.8"),
        "calm": ("0.3", "none: 0, promise: 0.5"),
        "visit": ("0.2", "none: 0, visit: 1"),
    }
    after = ", ".join(
        f"{issue}: {{weight: {weight}, curve: {{through: {{{values}}}}}}}"
        for issue, (weight, values) in shares.items()
    )
    level = compiled((before, f"{{{after}}}")).values.level[POLICE, 0, :, 0]
    assert level[:, 1].sum() == 750_000
    assert level[:, 0].sum() == 0
