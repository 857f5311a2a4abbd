"""A history's steps as deeds, and the draws that bring about what it says of chance."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from game.content.compiling.compile import compile_
from game.content.compiling.history import compile_history
from game.content.draw_names import forced_draws
from game.content.history import History
from game.content.loading import load
from game.content.names import Names
from game.content.schema.scenario import Scenario
from game.foundation.draws import below, game_keys
from game.foundation.purposes import Purpose
from game.rules.actions import Kind
from game.rules.chance import choose
from game.rules.play import start
from game.rules.tables import Forced, Tables

BASE = Path(__file__).parent / "broken" / "checks" / "chances-lag.yaml"
TEXT = BASE.read_text(encoding="utf-8").replace("chance: 0.8}", "chance: 0.75}")
HISTORY = TEXT.index("history:\n")


def scenario_with(history: str, folder: Path) -> Scenario:
    path = folder / "history.yaml"
    path.write_text(TEXT[:HISTORY] + "history:\n" + history, encoding="utf-8")
    return load(path)


@pytest.fixture
def scenario(tmp_path: Path) -> Scenario:
    return scenario_with(TEXT[HISTORY + len("history:\n") :], tmp_path)


def history_of(scenario: Scenario) -> History:
    return compile_history(scenario, compile_(scenario)[1])


def test_steps_become_deeds_with_their_plies(scenario: Scenario) -> None:
    _tables, lexicon = compile_(scenario)
    offer, acceptance, gesture = compile_history(scenario, lexicon).deeds
    assert (offer.turn, offer.seat, offer.ply, offer.kind) == (0, 0, 0, Kind.OFFER)
    assert lexicon.offer_text((offer.half0, offer.half1, offer.plan, offer.people)) == (
        "people=two,harbour=licence,plan=together"
    )
    assert (acceptance.turn, acceptance.seat, acceptance.ply, acceptance.kind) == (0, 1, 1, Kind.ACCEPT)
    # In the second turn the other seat begins.
    assert (gesture.turn, gesture.ply, gesture.kind, gesture.move, gesture.amount) == (1, 0, Kind.HOLD, 0, 2)
    assert offer.sources == ("S1",)
    assert gesture.action.amount.tolist() == [2]


def test_seats_hold_until_it_is_their_turn_to_speak(tmp_path: Path) -> None:
    steps = """\
  - {turn: 1, seat: state, do: offer, package: {people: two}, plan: together, text: The state offers.}
  - {turn: 2, seat: port, do: accept, text: The port accepts a turn later.}
  - {turn: 2, seat: state, do: delay, text: It puts the step off.}
"""
    history = history_of(scenario_with(steps, tmp_path))
    assert [(deed.turn, deed.ply) for deed in history.deeds] == [(0, 1), (1, 1), (1, -1)]
    assert history.talk(0, 0) is None
    assert history.talk(1, 1) == history.deeds[1]
    assert history.decision(1, 1, (Kind.HONOUR, Kind.DELAY)) == history.deeds[2]
    assert history.decision(1, 0, (Kind.HONOUR, Kind.DELAY)) is None


def test_a_vow_names_its_level(tmp_path: Path) -> None:
    step = "  - {turn: 1, seat: port, do: hold, move: oath, amount: all, text: A vow.}\n"
    (deed,) = history_of(scenario_with(step, tmp_path)).deeds
    assert (deed.kind, deed.move, deed.amount) == (Kind.HOLD, 1, 2)


def test_votes_and_draws_are_forced(scenario: Scenario) -> None:
    forced = history_of(scenario).forced
    assert forced.verdicts == {(0, 0): True}
    assert forced.draws == {
        (0, int(Purpose.LAG), 3): 0,
        (0, int(Purpose.MISMATCH), 0): 2**32 - 1,
        (1, int(Purpose.EVENT), 0): 2**32 - 1,
    }


def word(scenario: Scenario, key: str, value: str, place: int = 0) -> int:
    return forced_draws(Names(scenario), 0, key, value)[place].word


def test_lags_and_shocks_come_out_as_named(scenario: Scenario) -> None:
    tables: Tables = compile_(scenario)[0]
    for turns in (0, 1):
        drawn = np.array([word(scenario, "lag.harbour", str(turns))], np.uint32)
        assert choose(drawn, tables.issues.lag[3]).tolist() == [turns]
    for value, cost in (("none", 0), ("0.5", 500_000), ("0.50", 500_000)):
        drawn = np.array([word(scenario, "shock.port", value)], np.uint32)
        assert choose(drawn, tables.sides[0].shocks).tolist() == [cost]


@pytest.mark.parametrize(("seat", "types"), [("port", "firm even eager"), ("state", "firm even short")])
def test_types_and_floors_come_out_as_named(scenario: Scenario, seat: str, types: str) -> None:
    names, tables = Names(scenario), compile_(scenario)[0]
    number = names.seats[seat]
    for wanted, type_ in enumerate(types.split()):
        for floor, value in (("low", 0), ("high", 20_000)):
            said = ((f"type.{seat}", type_), (f"floor.{seat}", floor))
            draws = [draw for key, text in said for draw in forced_draws(names, 0, key, text)]
            forced = Forced({(0, int(draw.purpose), draw.number): draw.word for draw in draws})
            state = start(replace(tables, forced=forced), game_keys(7, range(20)))
            assert set(state.type[:, number].tolist()) == {wanted}
            assert set(state.floor[:, number].tolist()) == {value}


def test_arrests_choose_the_factor_by_its_size(scenario: Scenario) -> None:
    arrests = scenario.arrests
    assert arrests is not None
    shuffled = arrests.model_copy(update={"spread": tuple(map(Decimal, ("1", "1.5", "0.5", "1.2", "0.7")))})
    changed = scenario.model_copy(update={"arrests": shuffled})
    places = [
        int(below(np.array([word(changed, "arrests", size)], np.uint32), 5)[0])
        for size in ("low", "middle", "high")
    ]
    assert places == [2, 0, 1]
    assert word(changed, "arrests", "low", 1) == 0
    assert word(changed, "arrests", "high", 1) == word(changed, "served", "high") == 2**32 - 1


def test_yes_and_no_are_at_the_ends_of_the_range(scenario: Scenario) -> None:
    low, high = 0, 2**32 - 1
    assert word(scenario, "reception", "accepted") == low
    assert word(scenario, "reception", "refused") == high
    assert word(scenario, "lists", "differed") == low
    assert word(scenario, "event.storm", "fires") == low
    assert word(scenario, "move.call", "fails") == high
    assert forced_draws(Names(scenario), 0, "move.call", "works")[0][:2] == (Purpose.MOVE, 2)
