"""Offers in turn: the shares in print, on a cake and on points."""

import numpy as np
import pytest

from game.bargaining.alternating import Ply, alternating_offers, plies_of
from game.bargaining.frontier import frontier
from game.bargaining.rubinstein import share_of_cake, share_without_end
from game.bargaining.solutions import package_ids
from game.rules.play import start
from tests.properties.invented import invented

CAKE = np.array([[z, 10_000 - z] for z in range(10_001)], np.int64)  # in slices of 100 millionths


def in_turn(patience, rounds):
    return [Ply(n % 2, patience) for n in range(rounds)]


@pytest.mark.parametrize(
    ("patience", "share"),
    [((900, 900), 526_316), ((900, 800), 714_286), ((0, 900), 100_000), ((900, 0), 10**6)],
)
def test_shares_without_end(patience, share):
    assert share_without_end(patience) == share


@pytest.mark.parametrize(
    ("rounds", "share"), [(1, 1_000_000), (2, 100_000), (3, 910_000), (4, 181_000), (200, 526_316)]
)
def test_shares_with_a_last_round(rounds, share):
    assert share_of_cake(in_turn((900, 900), rounds)) == share


def test_patience_of_each_seat_counts_where_it_answers():
    assert share_of_cake(in_turn((500, 800), 2)) == 200_000  # the second waits at 0.8
    assert share_of_cake(in_turn((500, 800), 3)) == 1_000_000 - 800_000 // 2
    assert share_of_cake(in_turn((900, 800), 400)) == share_without_end((900, 800))


def test_who_proposes_twice_pays_once_for_waiting():
    plies = [Ply(0, (900, 900)), Ply(0, (900, 900)), Ply(1, (900, 900))]
    assert share_of_cake(plies) == 1_000_000 - 810_000
    assert share_of_cake([Ply(1, (1000, 1000)), *plies[:1]]) == 1_000_000


def test_shares_in_the_limit_of_short_rounds():
    """Rates of 0.1 and 0.2 a year, and a round of a hundredth of a year: 2/3 in the limit."""
    assert abs(share_without_end((999, 998)) - 666_667) <= 500


@pytest.mark.parametrize("rounds", [1, 2, 3, 4, 60])
def test_points_of_a_cake_give_the_same_shares(rounds):
    found = alternating_offers(CAKE, in_turn((900, 900), rounds))
    assert abs(int(CAKE[found, 0]) * 100 - share_of_cake(in_turn((900, 900), rounds))) <= 1000


def test_an_outside_option_below_the_share_changes_nothing():
    plies = in_turn((900, 900), 60)
    plain = alternating_offers(CAKE, plies)
    share = int(CAKE[plain, 1])
    assert alternating_offers(CAKE, plies, outside=(0, share - 2)) == plain
    assert CAKE[alternating_offers(CAKE, plies, outside=(0, share + 500)), 1] == share + 500


def test_whoever_is_better_off_outside_leaves():
    assert alternating_offers(CAKE, in_turn((900, 900), 3), outside=(6000, 6000)) is None


def test_nothing_to_agree_on():
    points = np.array([[5, -1], [-2, 8]], np.int64)
    assert alternating_offers(points, in_turn((900, 900), 4)) is None
    assert alternating_offers(CAKE, []) is None


def test_where_waiting_costs_nothing_the_last_word_decides():
    points = np.array([[90, 10], [10, 90]], np.int64)
    plies = in_turn((1000, 1000), 4)
    assert alternating_offers(points, plies) == 1  # the last word is the second seat's
    assert alternating_offers(points, plies[:3]) == 0


def test_ties_go_to_the_other_seat_and_then_to_the_lowest_rank():
    points = np.array([[5, 1], [5, 3], [5, 3]], np.int64)
    assert alternating_offers(points, in_turn((900, 900), 1)) == 1
    assert alternating_offers(points, in_turn((900, 900), 1), rank=[0, 7, 4]) == 2


def test_plies_follow_the_calendar():
    tables = invented(1, turns=3, plies=4)  # weights 1000, 1000, 7000
    plies = plies_of(tables)
    first = tables.first
    assert [ply.seat for ply in plies] == [(first + t + p) % 2 for t in range(3) for p in range(4)]
    assert [ply.keep[0] for ply in plies] == [1000] * 3 + [888] + [1000] * 3 + [875] + [1000] * 3 + [0]
    assert plies_of(tables, 1) == plies[4:]


def test_packages_of_a_scenario_have_a_point_too():
    tables = invented(1, turns=3)
    state = start(tables, np.array([7], np.uint64))
    found = frontier(tables, state, (2, 2))
    number = alternating_offers(found.gains, plies_of(tables), rank=package_ids(tables, found))
    assert number is not None
    assert (found.gains[number] >= 0).all()


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: share_without_end((1000, 1000)),
        lambda: share_without_end((1001, 0)),
        lambda: share_of_cake(in_turn((900, -1), 3)),
        lambda: share_of_cake([]),
    ],
)
def test_arguments_out_of_range_are_refused(wrong):
    with pytest.raises(ValueError, match=r"got|lose nothing"):
        wrong()
