"""One game of a batch, played alone, is the same game to the last bit."""

import numpy as np
import pytest

from game.analysis.episodes import joined, play_out, simulate
from game.information.brief import brief
from game.match.digests import game_digest
from game.match.table import Match
from game.policies.registry import make
from game.rules.outcome import outcome


def batch(opened, names, seed, games):
    """The final states of games that are played together."""
    briefs = [brief(opened.tables, seat) for seat in (0, 1)]
    chairs = tuple(make(name, briefs[seat]) for seat, name in enumerate(names))
    return play_out(opened.tables, chairs, seed, np.arange(games))


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


def test_a_traced_game_has_the_outcome_of_its_episode(one_page):
    episodes = simulate(one_page.tables, ("conceder", "linear"), 5, 20, chunk=7)
    alone = []
    for game in range(20):
        match = Match(one_page, ("conceder", "linear"), 5, game)
        match.advance()
        alone.append(outcome(one_page.tables, match.course().final))
    together = joined(alone)
    for name, whole in vars(episodes.outcome).items():
        other = getattr(together, name)
        pairs = zip(whole, other, strict=True) if isinstance(whole, tuple) else [(whole, other)]
        assert all(np.array_equal(one, two) for one, two in pairs), name
