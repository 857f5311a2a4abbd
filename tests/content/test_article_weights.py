"""Rows of docs/article.md that stand for a weight, a line or a term: changed in the file, they change games.

`boulware` and `conceder` play the same keys on the flagship as it is and with the part of a row changed. Rows
that are a mechanism of their own are in `test_article_plays.py`.
"""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.content.compiling.compile import compile_
from game.content.loading import load
from tests.balance.courses import courses

FLAGSHIP = Path(__file__).parents[2] / "scenarios" / "belarus-2025.yaml"
GAMES, SEED = 96, 11
CHANGES = {
    "1 the presidency's red line": (
        "when: relief < 300, why: no mass release",
        "when: relief < 1, why: no mass release",
    ),
    "13 leaders, to Washington": (
        "who: {weight: 0.5, curve: {table: [0, 0.06, 0.4, 0.6, 1]}}",
        "who: {weight: 0.01, curve: linear}",
    ),
    "14 leaders, to a guarded government": ("gains: 1, issues: {who: 1.2}}", "gains: 1}"),
    "20 potash, to Minsk": (
        "potash: {weight: 0.9, curve: {table: [0, 0.52, 0.76, 1]}}",
        "potash: {weight: 0.1, curve: linear}",
    ),
    "24 what counts on": ("weights: 1, residual: 12", "weights: 1, residual: 0"),
    "25 each further person adds less": (
        "[50, 0.2], [125, 0.37], [250, 0.55]",
        "[50, 0.05], [125, 0.12], [250, 0.25]",
    ),
    "28 four plies a month": ("turns: 13, plies: 4", "turns: 13, plies: 6"),
    "32 honoured steps build trust": ("promise: 0.35, honour: 12", "promise: 0.35, honour: 3"),
    "36 what Minsk has without a deal": (
        "outside: [{amount: 0.05, when: level.ports >= full}]",
        "outside: [{amount: 0.5, when: level.ports >= limited}]",
    ),
    "45 relief without the EU": ("potash_by_klaipeda, amount: 0.4", "potash_by_klaipeda, amount: 0.01"),
    "46 the name of a release": (
        "words: {weight: -0.1, curve: linear}",
        "words: {weight: -0.9, curve: linear}",
    ),
    "47 silence about a trade": (
        "wording: {weight: 0.07, curve: linear}",
        "wording: {weight: 0.9, curve: linear}",
    ),
    "54 a licence that runs out": ("licence for six months, lasts: 6", "licence for six months, lasts: 1"),
}


@cache
def freed_and_agreed(part: str, folder: Path | None) -> np.ndarray:
    """Agreements, people freed and the change of those held in each game. int64[3,B]."""
    text = FLAGSHIP.read_text(encoding="utf-8")
    path = FLAGSHIP
    if folder is not None:
        before, after = CHANGES[part]
        assert text.count(before) == 1, f"{before!r} is not in the flagship once"
        path = folder / "changed.yaml"
        path.write_text(text.replace(before, after), encoding="utf-8")
    tables, _ = compile_(load(path))
    (course,) = courses(tables, (("boulware", "conceder"),), GAMES, SEED)
    return np.stack([course.agreements, course.freed, course.held_change]).astype(np.int64)


@pytest.mark.parametrize("part", CHANGES)
def test_what_a_row_names_changes_games(part: str, tmp_path: Path) -> None:
    as_it_is, changed = freed_and_agreed("", None), freed_and_agreed(part, tmp_path)
    assert (as_it_is != changed).any(), f"row {part}: every game is as it was"


def test_a_note_changes_no_game(tmp_path: Path) -> None:
    text = FLAGSHIP.read_text(encoding="utf-8")
    path = tmp_path / "noted.yaml"
    path.write_text(
        text.replace("Categories, never persons.", "Categories and never persons."), encoding="utf-8"
    )
    tables, _ = compile_(load(path))
    (course,) = courses(tables, (("boulware", "conceder"),), GAMES, SEED)
    found = np.stack([course.agreements, course.freed, course.held_change])
    assert (found == freed_and_agreed("", None)).all()
