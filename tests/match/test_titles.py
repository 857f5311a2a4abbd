"""Titles read from one line are those of the scenarios."""

import pytest

from game.match.library import shipped
from game.match.titles import title_of
from tests.compiled import open_scenario


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_the_line_says_what_the_file_says(path):
    assert title_of(path.stem) == open_scenario(path).scenario.title


@pytest.mark.parametrize("unknown", ["my-own-case", "", "..", "a/b", "x" * 5000, "\0"])
def test_of_any_other_scenario_the_id_is_told(unknown):
    assert title_of(unknown) == unknown
