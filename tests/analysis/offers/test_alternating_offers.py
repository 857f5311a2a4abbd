"""Many negotiations at once are the same as each alone, and as a slow reading of the protocol."""

import numpy as np
import pytest

from game.analysis.offers.engine import alternate
from game.analysis.offers.preferences import Preferences, additive
from game.analysis.offers.strategies import EXPONENTS, TOLERANCE, TimeBased, side_of

SHAPE = (4, 3, 5)


def sampled(games, seed, coarse=False):
    rng = np.random.default_rng(seed)
    values = [rng.random((games, width)) for width in SHAPE]
    if coarse:  # so that many outcomes are worth the same
        values = [np.round(own * 3) / 3 for own in values]
    weights = rng.random((games, len(SHAPE)))
    return Preferences(additive(values, np.round(weights, 2) if coarse else weights), rng.random(games) * 0.1)


def one_of(own, number):
    return Preferences(own.utility[number : number + 1], own.reservation[number : number + 1])


def slowly(utilities, reservations, exponents, rounds):
    """The protocol as it is written, for one negotiation between sides that come down by the clock."""
    standing = None
    for number in range(rounds):
        time = (number + 1) / (rounds + 1)
        for seat in (0, 1):
            u = utilities[seat]
            low, high = max(u.min(), reservations[seat]), u.max()
            aspired = low + (1 - time ** exponents[seat]) * (high - low)
            if standing is not None and u[standing] >= aspired - TOLERANCE:
                return standing, number + 1
            good = [k for k in range(len(u)) if u[k] >= aspired - TOLERANCE]
            standing = min(good, key=lambda k: (round(u[k], 12), k))
    return -1, rounds


@pytest.mark.parametrize("coarse", [False, True])
@pytest.mark.parametrize("pair", [("boulware", "boulware"), ("boulware", "conceder"), ("linear", "boulware")])
def test_it_is_the_protocol(pair, coarse):
    own = (sampled(40, 1, coarse), sampled(40, 2, coarse))
    found = alternate(tuple(side_of(name, one, 40) for name, one in zip(pair, own, strict=True)), 40, 30)
    for game in range(40):
        expected = slowly(
            [one.utility[game] for one in own], [one.reservation[game] for one in own],
            [EXPONENTS[name] for name in pair], 30,
        )  # fmt: skip
        assert (found.outcome[game], found.round[game]) == expected


@pytest.mark.parametrize(
    "pair", [("boulware", "micro"), ("micro", "micro"), ("micro", "conceder"), ("linear", "linear")]
)
def test_a_negotiation_is_the_same_alone_and_among_others(pair):
    own = (sampled(60, 3), sampled(60, 4))
    found = alternate(tuple(side_of(name, one, 60) for name, one in zip(pair, own, strict=True)), 60, 25)
    for game in range(0, 60, 7):
        alone = alternate(
            tuple(side_of(name, one_of(one, game), 1) for name, one in zip(pair, own, strict=True)), 1, 25
        )
        assert alone.outcome[0] == found.outcome[game]
        assert alone.round[0] == found.round[game]
        assert alone.by[0] == found.by[game]


def test_shared_preferences_give_every_negotiation_its_own_result():
    own = (one_of(sampled(5, 5), 2), one_of(sampled(5, 6), 2))
    exponents = np.array([4.0, 1.0, 0.25, 4.0])
    sides = (TimeBased(own[0], exponents), TimeBased(own[1], np.full(4, 4.0)))
    found = alternate(sides, 4, 40)
    for game, exponent in enumerate(exponents):
        expected = slowly(
            [own[0].utility[0], own[1].utility[0]], [own[0].reservation[0], own[1].reservation[0]],
            [exponent, 4.0], 40,
        )  # fmt: skip
        assert (found.outcome[game], found.round[game]) == expected
    assert found.round[0] == found.round[3]
    assert len(set(found.round.tolist())) > 1


def test_utilities_too_large_to_be_packed_give_the_same():
    own = (sampled(8, 7, coarse=True), sampled(8, 8, coarse=True))
    for scale, packed in ((2.0**10, True), (2.0**20, False)):
        pair = tuple(Preferences(one.utility * scale, one.reservation * scale) for one in own)
        assert (pair[0].ranked.order is None) is packed
        found = alternate(tuple(side_of("boulware", one, 8) for one in pair), 8, 30)
        for game in range(8):
            expected = slowly(
                [one.utility[game] for one in pair], [one.reservation[game] for one in pair], [4.0, 4.0], 30
            )
            assert (found.outcome[game], found.round[game]) == expected
    with pytest.raises(ValueError, match="utilities lie between"):
        _ = Preferences(own[0].utility * 1e8, own[0].reservation).ranked


@pytest.mark.parametrize("other", ["conceder", "micro"])
@pytest.mark.parametrize("name", ["boulware", "micro"])
def test_a_side_to_whom_nothing_is_worth_its_reservation_agrees_to_nothing(name, other):
    own = Preferences(np.array([[0.2, 0.9]]), np.array([1.0]))
    sides = (side_of(name, own, 1), side_of(other, Preferences(np.array([[0.2, 0.9]]), np.zeros(1)), 1))
    assert alternate(sides, 1, 50).outcome[0] == -1


def test_micro_offers_a_new_outcome_for_a_new_one_and_never_below_its_reservation():
    utility = np.array([[1.0, 0.8, 0.6, 0.4, 0.2]])
    own = (Preferences(utility, np.array([0.5])), Preferences(utility[:, ::-1].copy(), np.array([0.5])))
    found = alternate((side_of("micro", own[0], 1), side_of("micro", own[1], 1)), 1, 50)
    assert found.outcome[0] == 2
    strict = (Preferences(utility, np.array([0.7])), own[1])
    assert alternate((side_of("micro", strict[0], 1), side_of("micro", strict[1], 1)), 1, 50).outcome[0] == -1
