"""One game of a batch, played alone, is the same game to the last bit."""

import numpy as np
import pytest

from game.analysis.episodes import joined, play_out, simulate
from game.content.restricting import ban_named, without
from game.foundation.errors import GameError, TranscriptError
from game.information.brief import brief
from game.match.digests import game_digest
from game.match.library import open_for, restricted
from game.match.replaying import replayed
from game.match.table import Match
from game.match.transcript import read, write
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


def banned_batch(opened, name, games):
    """The final states of games that are played together while something is banned, as the lab plays them."""
    ban = ban_named(opened.tables, opened.lexicon, name)
    tables = without(opened.tables, ban)
    briefs = [brief(tables, seat) for seat in (0, 1)]
    chairs = tuple(make(player, briefs[seat]) for seat, player in enumerate(("boulware", "conceder")))
    return play_out(tables, chairs, 77, np.arange(games))


@pytest.mark.parametrize(
    "ban", ["issue.people", "issue.visit", "issue.harbour", "plan.together", "move.gesture"]
)
def test_a_traced_game_with_something_banned_has_the_digest_of_its_batch(one_page, ban):
    together = banned_batch(one_page, ban, 12)
    for game in (0, 5, 11):
        match = Match(restricted(one_page, ban), ("boulware", "conceder"), 77, game)
        match.advance()
        transcript = read(write(match.transcript()))
        assert transcript.heading.without == ban
        assert transcript.marks[-1].digest == game_digest(together, game)
        assert game_digest(replayed(open_for(transcript.heading), transcript).final) == game_digest(
            together, game
        )


def test_a_game_with_something_banned_is_not_one_without(one_page):
    match = Match(restricted(one_page, "plan.together"), ("boulware", "conceder"), 77)
    match.advance()
    with pytest.raises(TranscriptError, match=r"played without plan\.together"):
        replayed(one_page, match.transcript())
    whole = Match(one_page, ("boulware", "conceder"), 77)
    whole.advance()
    assert "without" not in write(whole.transcript())
    with pytest.raises(TranscriptError, match="played without nothing"):
        replayed(restricted(one_page, "plan.together"), whole.transcript())


def test_what_cannot_be_banned_is_said_with_what_can(one_page):
    with pytest.raises(GameError, match=r"'issue.peple' cannot be banned in one-page. Did you mean 'issue"):
        restricted(one_page, "issue.peple")
    with pytest.raises(GameError, match=r"Possible: issue\.\w+, "):
        restricted(one_page, "xyz")


def test_who_plays_what_really_happened_needs_everything(one_page):
    with pytest.raises(GameError, match=r"without issue\.people another policy has to play"):
        Match(restricted(one_page, "issue.people"), ("history", "conceder"), 1)


@pytest.mark.parametrize("issue", ["people", "terms", "calm", "harbour"])
def test_what_is_written_of_an_offer_never_names_what_is_banned(one_page, issue):
    without_it = restricted(one_page, f"issue.{issue}")
    offers = []
    for game in range(6):
        match = Match(without_it, ("boulware", "conceder"), 77, game)
        match.advance()
        offers += [move.do for move in match.transcript().moves if move.do.startswith("offer ")]
    assert len(offers) > 20
    assert not [text for text in offers if f"{issue}=" in text]
