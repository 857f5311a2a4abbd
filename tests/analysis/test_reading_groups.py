"""Actors from CSV files, and every fault of a file with its line."""

import pytest

from game.analysis.groups.reading import read_actors
from game.foundation.errors import GameError, ScenarioError

HEADER = "actor,capability,position,salience\n"


def written(folder, text, encoding="utf-8"):
    path = folder / "actors.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_actors_in_any_order_of_columns(tmp_path):
    text = "position,actor,salience,capability\r\n4, North ,80,0.08\r\n\r\n-7,South,100,2\r\n"
    found = read_actors(written(tmp_path, text, "utf-8-sig"))
    assert found.names == ("North", "South")
    assert found.capability.tolist() == [0.08, 2]
    assert found.position.tolist() == [4, -7]
    assert found.salience.tolist() == [0.8, 1]


def test_everything_wrong_is_said_at_once(tmp_path):
    rows = ["North,1,4,80", "South,-1,4,80", "East,1,x,101", "West,1,4", "North,inf,nan,50"]
    with pytest.raises(ScenarioError) as refused:
        read_actors(written(tmp_path, HEADER + "\n".join(rows)))
    said = [(finding.line, finding.message) for finding in refused.value.findings]
    assert said == [
        (3, "capability is '-1'"),
        (4, "position is 'x'"),
        (4, "salience is '101'"),
        (5, "3 cells instead of 4"),
        (6, "North stands in line 2 already"),
        (6, "capability is 'inf'"),
        (6, "position is 'nan'"),
    ]
    assert "It is a number from 0 to 100." in str(refused.value)


@pytest.mark.parametrize("text", ["", "actor,power,position,salience\nA,1,2,3\n", "actor,capability\n"])
def test_other_columns_are_refused(tmp_path, text):
    with pytest.raises(ScenarioError, match="the columns are not actor, capability, position, salience"):
        read_actors(written(tmp_path, text))


def test_one_actor_is_no_group(tmp_path):
    with pytest.raises(ScenarioError, match="at least two actors"):
        read_actors(written(tmp_path, HEADER + "A,1,2,3\n"))


def test_what_is_no_text_is_refused(tmp_path):
    with pytest.raises(GameError, match="not a CSV file in UTF-8"):
        read_actors(written(tmp_path, HEADER + "Île,1,2,3\n", "latin-1"))
    with pytest.raises(GameError, match=r"nothing\.csv"):
        read_actors(tmp_path / "nothing.csv")
    with pytest.raises(GameError):
        read_actors(tmp_path)
