"""One game of a batch, played alone, is the same game to the last bit."""

import numpy as np
import pytest

from game.foundation.draws import game_keys
from game.information.brief import brief
from game.information.observe import observe
from game.match.digests import game_digest
from game.match.table import Match
from game.policies.keys import policy_keys
from game.policies.registry import make
from game.rules.play import apply, start
from game.rules.state import Phase


def batch(opened, names, seed, games):
    """The final states of games that are played together, without the analysis room."""
    tables, ids = opened.tables, np.arange(games)
    briefs = [brief(tables, seat) for seat in (0, 1)]
    chairs = [make(name, briefs[seat]) for seat, name in enumerate(names)]
    keys = [policy_keys(seed, ids, seat) for seat in (0, 1)]
    state = start(tables, game_keys(seed, ids))
    while state.clock.phase is not Phase.OVER:
        seat = state.clock.seat
        state = apply(tables, state, chairs[seat](briefs[seat], observe(tables, state, seat), keys[seat]))
    return state


@pytest.mark.parametrize(
    ("name", "players"),
    [
        ("one_page", ("boulware", "conceder")),
        ("one_page", ("linear", "linear")),
        ("flagship", ("conceder", "boulware")),
    ],
)
def test_a_traced_game_has_the_digest_of_the_batch(name, players, request):
    opened = request.getfixturevalue(name)
    together = batch(opened, players, 77, 24)
    endings = set()
    for game in range(0, 24, 3):
        match = Match(opened, players, 77, game)
        match.advance()
        transcript = match.transcript()
        assert transcript.marks[-1].digest == game_digest(together, game)
        assert (transcript.heading.seed, transcript.heading.game) == (77, game)
        endings.add(transcript.marks[-1].digest)
    assert len(endings) == 8


def test_computer_seats_give_their_reasons_after_the_game(one_page):
    match = Match(one_page, ("boulware", "conceder"), 5)
    match.advance()
    assert all(ply.reason is not None and ply.reason.rule for ply in match.course().plies)


def test_a_resumed_game_of_policies_ends_as_the_uninterrupted_one(one_page):
    from game.match.replaying import resume
    from game.match.transcript import Transcript

    whole = Match(one_page, ("boulware", "conceder"), 8)
    whole.advance()
    for cut in (2, 5, 9):
        entries = whole.transcript().entries[:cut]
        match = resume(one_page, Transcript(whole.transcript().heading, entries))
        match.advance()
        assert match.transcript() == whole.transcript()
        assert match.course().plies[-1].reason == whole.course().plies[-1].reason
