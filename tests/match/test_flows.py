"""The people held, turn by turn: nobody appears or vanishes between the turns that are told."""

from itertools import pairwise

import pytest

from game.match.finished import finished
from game.match.table import Match
from game.narration.changes import change_of_the_world
from game.narration.flows import flows
from tests.compiled import open_scenario


@pytest.mark.parametrize("scenario", ["belarus-2025", "one-page", "two-turns"])
@pytest.mark.parametrize("seed", range(4))
def test_flows_add_up_to_the_outcome(scenario, seed):
    match = Match(open_scenario(scenario), ("random", "random"), seed)
    match.advance()
    done = finished(match.opened, match.course())
    found, result = flows(done.course), done.told.outcome
    assert found
    for flow, after in pairwise(found):
        assert after.held == flow.after
        assert after.turn > flow.turn
    for flow in found:
        assert flow.after == flow.held + flow.arrested - flow.freed - flow.served
        assert 0 <= flow.exiled <= flow.freed
    for name in ("freed", "arrested", "served", "exiled"):
        assert sum(getattr(flow, name) for flow in found) == int(getattr(result, name)[0])
    for actor in range(len(done.words.actors)):
        change = change_of_the_world(done, actor)
        assert change.total == int(result.change[0, actor]) == sum(part.amount for part in change.parts)
