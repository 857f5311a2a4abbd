"""Section 4.5: a monitor's own list, its count of those freed, and what the other side makes of it."""

from dataclasses import replace

import numpy as np
import pytest

from game.foundation.purposes import Purpose
from game.narration.monitoring import monitor_says
from game.rules.clauses import Op, Quantity, Step
from game.rules.conditions import holds
from game.rules.happenings import What
from game.rules.tables import Tables
from tests.compiled import open_scenario
from tests.rules.small import ACCEPT, ALWAYS, HONOUR, NEVER_U, Game, forced, offer, small

YES = {(t, s): True for t in range(4) for s in (0, 1)}
LOW, HIGH = ALWAYS, NEVER_U
DISPUTED = (Step(Op.AT_LEAST, Quantity.DISPUTED, 0, 3),)
COUNTED = (Step(Op.AT_LEAST, Quantity.COUNTED, 0, 15),)


def watched(draw: int, known: int = 700, unclear: int = 100) -> Tables:
    """Without a list a monitor finds 700 of a thousand, give or take 100; with one all of them."""
    draws = {
        (0, Purpose.COUNT, 0): draw,
        (0, Purpose.MISMATCH, 0): NEVER_U,
        (0, Purpose.RECEPTION, 0): ALWAYS,
    }
    tables = small(forced=forced(draws, YES))
    issues = replace(
        tables.issues,
        known=np.array([known, 1000, 1000], np.int32),
        unclear=np.array([unclear, 0, 0], np.int32),
    )
    return replace(tables, issues=issues)


def released(tables: Tables, monitor: int = 0, number: int = 20) -> Game:
    game = Game(tables).do(offer(0, 2, 1, monitor, 0, number), ACCEPT, HONOUR)
    assert game.number("freed") == number
    return game


@pytest.mark.parametrize(("draw", "counted"), [(LOW, 12), (2**31, 14), (HIGH, 16)])
def test_the_count_lies_around_the_share_that_is_known(draw: int, counted: int) -> None:
    game = released(watched(draw))
    assert (game.number("counted"), game.number("unsure")) == (counted, 2)


def test_where_lists_were_compared_both_counts_are_one() -> None:
    game = released(watched(LOW), monitor=1)
    assert (game.number("counted"), game.number("unsure")) == (20, 0)


def test_nobody_counts_more_than_were_freed() -> None:
    assert released(watched(HIGH, known=950)).number("counted") == 20
    assert released(watched(LOW, known=50)).number("counted") == 0


def test_trust_grows_by_what_the_monitor_finds() -> None:
    believed = released(watched(LOW, known=300)).number("trust", 0)
    whole = released(watched(LOW, known=1000, unclear=0)).number("trust", 0)
    assert whole == 4 + ((1 + 6 * 250 // 250) * 500 + 999) // 1000  # 900 * 20 // 60 is beyond the full step
    assert believed == 4 + ((1 + 6 * (100 + 900 * 4 // 60) // 250) * 500 + 999) // 1000  # 100 for the terms
    assert believed < whole


def test_conditions_ask_for_both_counts() -> None:
    few, many = released(watched(LOW)), released(watched(HIGH))  # 12 and 16 of 20, give or take 2
    for game, disputed, counted in ((few, True, False), (many, False, True)):
        assert holds(game.tables, game.state, DISPUTED)[0] == disputed
        assert holds(game.tables, game.state, COUNTED)[0] == counted


def test_without_a_monitor_the_government_counts() -> None:
    tables = small(forced=watched(LOW).forced)
    game = released(tables)
    assert (game.number("counted"), game.number("unsure")) == (20, 0)
    assert not [h for h in game.happened if h.what is What.COUNTED]
    assert monitor_says(tables, game.state) is None


def test_the_count_is_said_with_how_far_it_may_be_off() -> None:
    tables = watched(2**31)
    game = released(tables)
    (said,) = [h for h in game.happened if h.what is What.COUNTED]
    assert (said.amount, said.index) == (14, 2)
    assert monitor_says(tables, game.state) == "12 to 16 by a monitor's list"


def test_a_disputed_count_sours_who_votes_in_the_flagship() -> None:
    """The decision that hangs on it: an event of the flagship lowers the moods by which ratifiers vote."""
    opened = open_scenario("belarus-2025")
    number = list(opened.lexicon.events.ids).index("monitor_speaks")
    event = opened.tables.events[number]
    assert [step.quantity for step in event.when] == [Quantity.DISPUTED]
    assert all(opened.tables.votes[effect.index] > 0 for effect in event.effects)
