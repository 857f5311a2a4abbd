"""Where things stand in a file and how such places are called."""

import pytest

from game.content.reading.loading import read_tree_of
from game.content.reading.places import Path, Place, Positions

TEXT = """\
title: x
actors:
  treasury:
    weights: {potash: 0.5}
events:
  - id: leak
    when: [a, b]
  - when: c
"""


@pytest.fixture
def positions() -> Positions:
    tree = read_tree_of(TEXT.encode(), "x.yaml").tree
    assert tree is not None
    return Positions(tree)


@pytest.mark.parametrize(
    ("path", "text", "key", "value"),
    [
        ((), "", (1, 1), (1, 1)),
        (("title",), "title", (1, 1), (1, 8)),
        (("actors", "treasury"), "actors.treasury", (3, 3), (4, 5)),
        (("actors", "treasury", "weights", "potash"), "actors.treasury.weights.potash", (4, 15), (4, 23)),
        (("events", 0), "events[leak]", (6, 5), (6, 5)),
        (("events", 0, "when"), "events[leak].when", (7, 5), (7, 11)),
        (("events", "leak", "when"), "events[leak].when", (7, 5), (7, 11)),
        (("events", 0, "when", 1), "events[leak].when[1]", (7, 15), (7, 15)),
        (("events", 1, "when"), "events[1].when", (8, 5), (8, 11)),
        (("actors", "treasury", "floor"), "actors.treasury.floor", (4, 5), (4, 5)),
        (("actors", "eu", "weights"), "actors.eu.weights", (3, 3), (3, 3)),
        (("events", 7, "when"), "events[7].when", (6, 3), (6, 3)),
    ],
)
def test_a_path_has_a_name_and_a_place(
    path: Path, text: str, key: tuple[int, int], value: tuple[int, int], positions: Positions
) -> None:
    assert positions.text(path) == text
    assert positions.key(path) == Place("x.yaml", *key)
    assert positions.value(path) == Place("x.yaml", *value)
