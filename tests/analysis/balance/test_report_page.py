"""The report as a page: whole, by itself, with every plot, and the same for the same games."""

import re
from html.parser import HTMLParser

import pytest

from game.analysis.balance.html import page
from game.analysis.balance.plots import bars, heat_map, scatter
from game.analysis.balance.report import report, restricted_found
from game.analysis.balance.restricted import losses
from game.match.library import restricted
from game.match.table import Match
from game.rules.outcome import outcome
from tests.analysis.balance.runs import run_of, with_gates
from tests.compiled import open_scenario

GATES = with_gates(
    "id: rare, metric: deal_rate, at_most: 0.5, margin: 0.1, policies: [boulware]",
    "id: common, metric: deal_rate, at_least: 0.5, margin: 0.1, policies: [boulware]",
)
VOID = ("meta", "br")


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.seen, self.texts, self.addresses = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.addresses += [value for name, value in attrs if name in ("src", "href")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, text):
        self.texts.append(text)


@pytest.fixture(scope="module")
def found():
    return report(run_of(GATES, games=1024))


def test_the_page_is_whole_and_needs_nothing_else(found):
    tags = Tags()
    tags.feed(page(found).decode())
    assert not tags.open
    assert not tags.addresses
    assert "script" not in tags.seen
    assert tags.seen.count("figure") == 7
    text = " ".join(tags.texts)
    for words in ("common", "fail", "rare", "pass", "python main.py trace one-page.yaml", "no forecast"):
        assert words in text


def test_the_same_games_have_the_same_page(found):
    assert page(found) == page(report(run_of(GATES, games=1024)))


def test_each_measure_says_what_it_rests_on_and_has_games_to_replay(found):
    """Every measure, step of the ladder and share of luck has all of them."""
    luck = [{"estimate": one["share"], **one} for one in found["luck"].values()]
    for one in (*found["gates"], *found["metrics"].values(), *found["skill_ladder"], *luck):
        assert one["low"] <= one["estimate"] <= one["high"]
        assert one["games"] > 0
        assert one["lowest"]["replay"].startswith("python main.py trace one-page.yaml --seed 1 --game ")
    assert found["skill_ladder"][0]["games"] == found["games"] == 1024
    assert found["skill_ladder"][0]["highest"]["policies"] == ["conceder", "boulware"]
    assert found["metrics"]["pareto_gap"]["games"] < found["metrics"]["first_deal"]["games"] < 1024


def test_things_that_were_used_have_a_game_and_others_a_bound(found):
    assert set(found["first_used"]) == {name for name, share in found["used"].items() if share > 0}
    assert not set(found["first_used"]) & set(found["never_used"])
    assert 0 < found["never_used_below"] < 0.05
    command = found["first_used"]["event.storm"]["replay"]
    assert f"<code>{command.split(' --game ')[0]}" in page(found).decode()


def test_the_page_has_ladder_luck_and_all_frontiers(found):
    text = page(found).decode()
    for words in ("How to read this page", "conceder better than boulware", "luck, union", "Verdict"):
        assert words in text
    assert text.count("<polyline") == 1 + 3 * 3


def test_titles_are_escaped(found):
    assert b"<b>" not in page({**found, "title": "a <b> title"})


def test_plots_are_drawn_from_their_numbers():
    drawn = bars([("a", 2), ("b", 4)], ("turn", "games"))
    assert drawn.count("<rect") == 2
    assert 'height="178.0"' in drawn
    assert ">turn<" in drawn
    assert ">games<" in drawn
    assert scatter([(0.1, 0.2), (0.3, 0.1)], [(0.4, 0.1), (0.2, 0.3)], ("x", "y")).count("<circle") == 2
    rows = [[(0.1, 0.0, 0.2), (0.2, 0.1, 0.3)], [(0.3, 0.2, 0.4), (0.4, 0.35, 0.45)]]
    assert heat_map(["a", "b"], rows).count("<rect") == 4
    assert "0.400" in heat_map(["a", "b"], rows)
    assert "0.350 – 0.450" in heat_map(["a", "b"], rows)


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [
        (0.0, 0.33, ["0", "0.05", "0.1", "0.15", "0.2", "0.25", "0.3"]),
        (-1.2, 4.0, ["-1", "0", "1", "2", "3", "4"]),
        (0.0, 1.0, ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
    ],
)
def test_axes_have_round_numbers(low, high, marks):
    drawn = scatter([(low, 0.0), (high, 0.0)], [], ("x", "y"))
    across = [float(place) for place in re.findall(r'<text x="([\d.]+)" y="510.0"', drawn)]
    assert across == sorted(across)
    assert re.findall(r'y="510.0"[^>]*>([^<]+)<', drawn) == marks


def test_pairs_have_intervals_of_payoffs_as_well(found):
    for pair in found["pairs"]:
        ends = zip(pair["payoff_low"], pair["payoff"], pair["payoff_high"], strict=True)
        assert all(low <= mean <= high for low, mean, high in ends)
        assert pair["payoff_high"][0] - pair["payoff_low"][0] < 1
    assert any(pair["payoff_low"][0] < pair["payoff"][0] for pair in found["pairs"])
    assert 0 < found["used_within"] < 0.2


@pytest.fixture(scope="module")
def restricted_play():
    run = run_of(games=256)
    return restricted_found(run, losses(run, ("conceder", "conceder")))


def test_restricted_play_says_what_each_thing_is_worth(restricted_play):
    by_ban = {(one["ban"], one["seat"]): one for one in restricted_play}
    assert {"issue.harbour", "issue.people", "plan.together", "move.gesture"} <= {
        ban for ban, _seat in by_ban
    }
    assert by_ban["move.gesture", "union"]["loss"] > 0
    assert by_ban["move.gesture", "union"]["believed"]
    assert by_ban["move.vow_people", "union"]["loss"] == 0
    assert not by_ban["move.vow_people", "union"]["believed"]


def payoff(opened, seat, game):
    """What a seat gets in the game that `trace` plays, utils a month."""
    match = Match(opened, ("conceder", "conceder"), 1, game)
    match.advance()
    return int(outcome(opened.tables, match.course().final).payoff[0, seat]) / 1e6


def test_the_command_of_a_ban_plays_the_game_that_lost_most(restricted_play):
    whole = open_scenario("one-page")
    tried = [one for one in restricted_play if one["highest"]["value"]]
    for one in tried[:4]:
        worst, seat = one["highest"], whole.lexicon.seats.number(one["seat"])
        assert worst["replay"].endswith(f" --without {one['ban']}")
        without = restricted(whole, one["ban"])
        lost = payoff(whole, seat, worst["game"]) - payoff(without, seat, worst["game"])
        assert lost == pytest.approx(worst["value"], abs=1e-6)
    assert {one["ban"].partition(".")[0] for one in tried[:4]} >= {"issue"}
