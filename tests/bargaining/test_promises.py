"""Thresholds of promises that keep themselves, against numbers in print and by playing them out."""

from fractions import Fraction

import pytest

from game.bargaining.promises import (
    bargaining_range,
    grim_threshold,
    loses_by_waiting,
    risk_limit,
    tit_for_tat_threshold,
    tranche_threshold,
)


def test_the_textbook_dilemma() -> None:
    assert grim_threshold(5, 3, 1) == Fraction(1, 2)
    assert tit_for_tat_threshold(5, 3, 1, 0) == Fraction(2, 3)


def test_equal_steps() -> None:
    assert tranche_threshold(1, 3) == Fraction(1, 3)
    assert tranche_threshold(-1, 3) == 0
    assert tranche_threshold(3, 3) is None
    assert tranche_threshold(4, 3) is None


@pytest.mark.parametrize("payoffs", [(5, 3, 1), (9, 4, 0), (4, 3, -2)])
def test_one_breach_pays_below_the_threshold_and_not_at_it(payoffs: tuple[int, int, int]) -> None:
    tempted, kept, apart = payoffs
    threshold = grim_threshold(tempted, kept, apart)
    assert threshold is not None
    for patience, breaks in (
        (threshold - Fraction(1, 100), True),
        (threshold, False),
        (threshold + Fraction(1, 100), False),
    ):
        keeping = kept / (1 - patience)
        breaking = tempted + patience * apart / (1 - patience)
        assert (breaking > keeping) is breaks


def test_a_known_last_step_unravels_whatever_the_patience() -> None:
    patience, tempted, kept, apart = Fraction(99, 100), 5, 3, 1
    worth_of_the_rest = Fraction(0)
    for _step in range(50):  # from the last step back: nothing that follows depends on what is done now
        assert tempted + patience * worth_of_the_rest > kept + patience * worth_of_the_rest
        worth_of_the_rest = apart + patience * worth_of_the_rest


def test_nothing_to_gain_by_keeping_or_by_breaking() -> None:
    assert grim_threshold(5, 1, 1) is None
    assert grim_threshold(3, 3, 1) == 0
    assert tit_for_tat_threshold(5, 3, 1, 3) is None
    assert tit_for_tat_threshold(9, 3, 1, 0) is None


def test_ranges_of_a_contest() -> None:
    low, high = bargaining_range(Fraction(6, 10), (Fraction(1, 10), Fraction(2, 10)))
    assert (low, high) == (Fraction(1, 2), Fraction(8, 10))
    assert high - low == Fraction(3, 10)  # as wide as both costs together
    assert bargaining_range(Fraction(95, 100), (Fraction(1, 10), Fraction(1, 10)))[1] == 1


@pytest.mark.parametrize(("later", "gain", "breaks"), [("0.6", "0.238", True), ("0.33", "-0.005", False)])
def test_growing_weaker_makes_promises_worthless(later: str, gain: str, breaks: bool) -> None:
    found = loses_by_waiting(Fraction("0.9"), Fraction("0.3"), Fraction(later), Fraction("0.2"))
    assert found == Fraction(gain)
    assert (found > 0) is breaks


def test_who_can_bear_less_risk_concedes() -> None:
    assert round(float(risk_limit(Fraction("0.9"), Fraction("0.4"), Fraction(0))), 4) == 0.5556
    assert risk_limit(Fraction("0.9"), Fraction("-0.4"), Fraction(0)) == 1
