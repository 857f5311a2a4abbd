"""Codes of games: read out, typed with slips, and refused where they mean something else."""

import random

import pytest

from game.foundation.errors import GameError
from game.match.codes import LENGTH, SEEDS, SIGNS, find_game, looks_like_code, read_code, write_code
from game.match.library import shipped
from tests.compiled import open_scenario


@pytest.fixture(scope="module")
def all_shipped():
    return [open_scenario(path) for path in shipped()]


@pytest.mark.parametrize("seed", [0, 1, 7, 123_456_789, SEEDS - 1])
def test_a_code_brings_its_seed_back_however_it_is_typed(one_page, seed):
    code = write_code(one_page, seed)
    assert len(code) == LENGTH + 1
    for typed in (code, code.lower(), code.replace("-", ""), f"  {code.replace('-', ' ')} "):
        assert looks_like_code(typed) or typed.strip().isdecimal()
        assert read_code(one_page, typed) == seed
    misread = code.replace("1", "l").replace("0", "o")
    assert read_code(one_page, misread) == seed


def test_every_slip_of_one_sign_is_noticed(one_page):
    code = write_code(one_page, 20_251_213).replace("-", "")
    for place in range(LENGTH):
        for sign in SIGNS:
            if sign != code[place]:
                with pytest.raises(GameError, match="one sign is wrong"):
                    read_code(one_page, code[:place] + sign + code[place + 1 :])


def test_hardly_any_wrong_code_passes(one_page):
    rng, passed = random.Random(5), 0
    for _try in range(4000):
        try:
            read_code(one_page, "".join(rng.choice(SIGNS) for _sign in range(LENGTH)))
            passed += 1
        except GameError:
            pass
    assert passed <= 2


def test_a_code_of_another_scenario_is_refused_and_found_among_all(one_page, flagship, all_shipped):
    code = write_code(flagship, 99)
    with pytest.raises(GameError, match="another scenario"):
        read_code(one_page, code)
    found, seed = find_game(all_shipped, code)
    assert (found.scenario.id, seed) == ("belarus-2025", 99)
    with pytest.raises(GameError, match="none of the scenarios"):
        find_game([one_page], code)


@pytest.mark.parametrize(
    "text", ["", "-", "K7QX2", "K7QX2-9MPD44", "K7QX2-9MPU4", "тест-тест1", "😀" * 10, "x" * 300]
)
def test_what_is_no_code_is_said(one_page, text):
    with pytest.raises(GameError, match="ten letters and digits") as caught:
        read_code(one_page, text)
    assert len(str(caught.value)) < 200


def test_a_seed_that_is_too_large_is_given_as_a_number(one_page):
    assert write_code(one_page, SEEDS) == str(SEEDS)
    assert not looks_like_code("4294967296")
    assert not looks_like_code("12345")
