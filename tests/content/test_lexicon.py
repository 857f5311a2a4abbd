"""Names and numbers of the one-page scenario, there and back."""

import itertools

import numpy as np
import pytest

from game.content.compiling.compile import compile_
from game.content.lexicon import Lexicon
from game.content.loading import load
from game.foundation.errors import UnreadableAction
from game.foundation.places import scenarios_folder
from game.rules.actions import Kind
from game.rules.tables import Tables


@pytest.fixture(scope="module")
def compiled() -> tuple[Tables, Lexicon]:
    return compile_(load(scenarios_folder() / "one-page.yaml"))


@pytest.fixture(scope="module")
def lexicon(compiled: tuple[Tables, Lexicon]) -> Lexicon:
    return compiled[1]


def test_every_offer_is_read_back_as_it_was_written(compiled: tuple[Tables, Lexicon]) -> None:
    tables, lexicon = compiled
    halves = itertools.product(range(len(tables.halves[0])), range(len(tables.halves[1])))
    for number, (half0, half1) in enumerate(halves):
        offer = (half0, half1, number % 4, -1)
        assert lexicon.read_offer(lexicon.offer_text(offer)) == offer


@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize("people", [1, 9, 10, 29, 30, 31, 60, 4095])
def test_a_number_of_people_keeps_its_level(
    compiled: tuple[Tables, Lexicon], level: int, people: int
) -> None:
    tables, lexicon = compiled
    half1 = int(np.flatnonzero(tables.halves[1][:, 0] == level)[0])
    offer = (2, half1, 1, people)
    assert lexicon.read_offer(lexicon.offer_text(offer)) == offer


def test_offers_are_written_by_ids_in_the_order_of_the_file(lexicon: Lexicon) -> None:
    offer = lexicon.read_offer(" plan=two_steps, harbour=licence , people=ten,visit=visit ")
    assert lexicon.offer_text(offer) == "people=ten,harbour=licence,visit=visit,plan=two_steps"
    assert lexicon.package(offer) == (1, 0, 0, 0, 1, 1, 0, 0)
    assert lexicon.offer_text((0, 0, 0, -1)) == "nothing,plan=together"


def test_a_plain_number_belongs_to_the_last_level_it_reaches(lexicon: Lexicon) -> None:
    levels = {
        people: lexicon.package(lexicon.read_offer(f"people={people}"))[0] for people in (1, 10, 29, 30)
    }
    assert levels == {1: 1, 10: 1, 29: 1, 30: 2}
    offer = lexicon.read_offer("people=thirty:5")
    assert (lexicon.package(offer)[0], offer[3]) == (2, 5)
    assert lexicon.offer_text(offer) == "people=thirty:5,plan=together"


def test_an_offer_becomes_an_action(lexicon: Lexicon) -> None:
    action = lexicon.offer_action("people=12,harbour=open,plan=relief_first")
    assert (action.kind[0], action.half0[0], action.plan[0], action.people[0]) == (Kind.OFFER, 4, 2, 12)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("harbor=open", "'harbor' is unknown. Did you mean 'harbour'?"),
        ("harbour=opn", "'opn' is unknown. Did you mean 'open'?"),
        ("visit=x", "'x' is unknown. Possible: none, visit."),
        ("plan=togehter", "Did you mean 'together'?"),
        ("harbour", "Write issue=level"),
        ("", "Write issue=level"),
        ("harbour=open,harbour=open", "each issue once"),
        ("ferry=halted,northern_route=open", "Nobody at the table can give 'northern_route'."),
        (
            "people=all,terms=expelled",
            "The scenario forbids this combination of levels of Government of Tarvia.",
        ),
        ("people=0", "from 1 to 4095"),
        ("people=99999999999999999999", "from 1 to 4095"),
        ("people=ten:-1", "'ten:-1' is unknown"),
        ("people=²", "'²' is unknown"),
        ("harbour=3", "'3' is unknown"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_hint(lexicon: Lexicon, text: str, hint: str) -> None:
    with pytest.raises(UnreadableAction) as caught:
        lexicon.read_offer(text)
    assert hint in str(caught.value)


def test_endings_have_names(lexicon: Lexicon) -> None:
    assert [lexicon.ending_text(ended) for ended in range(5)] == [
        "",
        "the time was over",
        "Envoy of the Trading Union broke off",
        "Government of Tarvia broke off",
        "Nobody is held any more",
    ]


def test_ids_have_numbers(lexicon: Lexicon) -> None:
    assert lexicon.moves.number("vow_people") == 1
    assert lexicon.types[1].titles[lexicon.types[1].number("short")] == "Short of hard currency"
    with pytest.raises(KeyError):
        lexicon.events.number("strom")
