"""The engine against a second opinion on the rules, and the second opinion against planted faults."""

from __future__ import annotations

import ast
from pathlib import Path

import numpy as np
import pytest

from game.rules import play
from game.rules.tables import COUNTS, NONE, Tables
from tests.oracle.compare import EVERYTHING, SCENARIOS, Batch, Difference, Engine, compare, compare_many, read
from tests.oracle.faults import Fault, engine_with, faults, planted
from tests.oracle.oracle import TALK, Book, Oracle, philox
from tests.thinned import every

PARTS = [Path(__file__).with_name(name) for name in ("oracle.py", "worths.py", "politics.py")]
ALL = [
    *SCENARIOS,
    *(EVERYTHING.with_name(f"{name}.yaml") for name in ("everything", "bare", "preferences", "politics")),
]
GAMES = 300
EVERYWHERE = {
    "enacting",
    "wound",
    "uses",
    "owed",
    "owed_people",
    "exiled",
    "agreements",
    "delayed",
    "breached",
}
EVERYWHERE |= {
    "snapped",
    "revoked",
    "closing",
    "shock",
    "late",
    "served",
    "vow",
    "barred",
    "verdict",
    "promised",
}
EVERYWHERE |= {"ended 1", "ended 2", "ended 3", "ended 4", "ended 5", "ended 7"}

by_name = pytest.mark.parametrize("path", ALL, ids=[path.stem for path in ALL])


def test_the_oracle_is_small_and_knows_nothing_of_the_game():
    sources = [path.read_text(encoding="utf-8") for path in PARTS]
    assert sum(len(source.splitlines()) for source in sources) <= 900
    imported = {
        name
        for source in sources
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
        )
    }
    plain = {"copy", "re", "collections.abc", "decimal", "functools", "itertools", "typing"}
    assert imported == plain | {f"tests.oracle.{name}" for name in ("worths", "politics", "groups")}
    groups = Path(__file__).with_name("groups.py").read_text(encoding="utf-8")
    assert len(groups.splitlines()) <= 70
    assert "import" not in groups.replace("from typing import Any", "")


def test_the_oracle_draws_as_philox_should():
    # The known answers of the Random123 library.
    assert philox((0, 0, 0, 0), 0) == (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)
    full = 2**32 - 1
    assert philox((full, full, full, full), 2**64 - 1) == (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)


@by_name
def test_engine_and_oracle_agree_after_every_ply(path):
    seen = compare(path, GAMES)
    assert seen.games == GAMES
    assert seen.refused > 100
    assert seen.verdicts - seen.refused > 100


def test_the_games_compared_go_everywhere():
    reached = compare(EVERYTHING, GAMES, seed=7).reached
    assert set(reached) >= EVERYWHERE


@by_name
def test_a_game_alone_agrees_and_is_told_what_it_may_do(path):
    for seed in range(4):
        batch = Batch(path, 77 + seed, games=1)
        while batch.state.clock.phase < 3:
            told = play.legal(batch.tables, batch.state)
            assert what(told) == allowed(batch.oracles[0])
            batch.step()


def what(told: play.Legal) -> dict[str, object]:
    return {
        "kinds": [int(kind) for kind in told.kinds],
        "moves": told.moves,
        "plans": told.plans,
        "halves": told.halves,
        "people": told.people_most,
        "barred": set(told.barred),
    }


def allowed(oracle: Oracle) -> dict[str, object]:
    """The same, found by trying."""
    book, moves = oracle.book, {}
    for m in range(len(book.move)) if oracle.clock()[2] == TALK else ():
        amounts = [amount for amount in range(200) if oracle._may_move(m, amount)]
        if amounts:
            moves[m] = (amounts[0], amounts[-1])
    return {
        "kinds": oracle.legal_kinds(),
        "moves": moves,
        "plans": len(book.plans),
        "halves": (len(book.halves[0]), len(book.halves[1])),
        "people": oracle.held,
        "barred": {tuple(pair) for pair in oracle.barred if pair[0] >= 0 and oracle.is_barred(pair)},
    }


@by_name
def test_tables_hold_the_values_of_the_page(path):
    book, tables = read(path)
    for a in range(len(book.actors)):
        types = book.file.seats[a].types if a < 2 else ()
        priors = [int(kind.prior * 1_000_000) for kind in types] or [1_000_000]
        levels = np.array([every_level(book, tables, a, k) for k in range(len(priors))])
        counts = np.array([every_count(book, a, k) for k in range(len(priors))])
        mean = [
            (np.array(priors) @ part.reshape(len(priors), -1)).reshape(part.shape[1:])
            for part in (levels, counts)
        ]
        values = tables.values
        assert np.array_equal(values.level[a, : len(priors)], levels)
        assert np.array_equal(values.level[a, tables.mean], mean[0] // 1_000_000)
        assert np.array_equal(values.count[a, : len(priors)], counts)
        assert np.array_equal(values.count[a, tables.mean], mean[1] // 1_000_000)
        life = np.array(
            [
                [book.at(i, l, "life", 1) if l < len(ids) else 1000 for l in range(levels.shape[-1])]
                for i, ids in enumerate(book.level)
            ]
        )
        assert np.array_equal(values.promise[a], values.level[a].astype(np.int64) * life[:, None, :] // 1000)


def every_level(book: Book, tables: Tables, a: int, k: int) -> list[list[list[int]]]:
    """T of an actor: [I,U,L], 0 beyond the last level."""
    depth = tables.values.level.shape[-1]
    return [
        [[book.T(a, k, i, uses, l) if l < len(ids) else 0 for l in range(depth)] for uses in range(8)]
        for i, ids in enumerate(book.level)
    ]


def every_count(book: Book, a: int, k: int) -> list[list[int]]:
    return [[book.valued(a, k, count, n) for n in range(4096)] for count in COUNTS]


@by_name
def test_tables_hold_the_halves_and_weights_of_the_page(path):
    book, tables = read(path)
    for s in (0, 1):
        assert [tuple(half) for half in tables.halves[s].tolist()] == book.halves[s]
    assert tables.weight.tolist() == book.weight
    assert tables.remaining.tolist() == book.remaining
    assert [
        NONE if i is None else i for i in (book.people, book.terms, book.verification, book.reception)
    ] == [*(tables.issues.people, tables.issues.terms, tables.issues.verification, tables.issues.reception)]


def test_at_least_thirty_faults_are_planted_each_of_its_own():
    listed = faults()
    assert len(listed) >= 30
    assert len({fault.fault for fault in listed}) == len(listed)
    assert len({planted(fault) for fault in listed}) == len(listed)


def test_an_unchanged_copy_of_the_rules_agrees():
    with engine_with(None) as engine:
        assert engine.apply is not play.apply
        compare(EVERYTHING, 96, engine=engine, batch=48)


@pytest.mark.parametrize("fault", every(5, faults()), ids=lambda fault: fault.fault.replace(" ", "_"))
def test_a_planted_fault_is_found(fault: Fault):
    with engine_with(fault) as engine, pytest.raises(Difference):
        compare_seeds(fault.path, engine, range(fault.seed, fault.seed + 60))


def compare_seeds(path: Path, engine: Engine, seeds: range) -> None:
    for seed in seeds:
        compare(path, 48, seed, engine=engine)


@pytest.mark.slow
def test_twenty_thousand_games_agree():
    found = compare_many(SCENARIOS, 20_001)
    assert sum(seen.games for seen in found.values()) >= 20_000
    assert set(found) == {path.stem for path in SCENARIOS}
