"""docs/article.md: every row of the article is represented, at places of the flagship that exist."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "article.md").read_text(encoding="utf-8")
FLAGSHIP = yaml.load((ROOT / "scenarios" / "belarus-2025.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith(("| #", "| Item"))
]
NUMBERED = [row for row in ROWS if len(row) == 4]
PATHS = sorted({path for row in ROWS for path in re.findall(r"`([^`]+)`", row[-2])})
STEP = re.compile(r"\.?([a-z_]+)|\[([A-Za-z0-9_]+)\]")


def at(path: str) -> object:
    """What stands at a path such as `issues[potash].levels[general].life`; KeyError if nothing does."""
    here: object = FLAGSHIP
    end = 0
    for step in STEP.finditer(path):
        assert step.start() == end, f"{path}: cannot be read from {path[end:]!r}"
        end = step.end()
        key = step[1] or step[2]
        if isinstance(here, list):
            here = {item["id"]: item for item in here}
        assert isinstance(here, dict), f"{path}: nothing stands below {path[: step.start()]}"
        here = here[key]
    assert end == len(path), f"{path}: cannot be read from {path[end:]!r}"
    return here


def test_every_row_of_the_article_stands_once_and_in_order() -> None:
    assert [int(row[0]) for row in NUMBERED] == list(range(1, 56))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:30])
def test_every_row_names_a_place_and_what_it_changes(row: list[str]) -> None:
    assert re.search(r"`[^`]+`", row[-2]), f"row {row[0]} names no place"
    assert len(row[-1]) > 10, f"row {row[0]} does not say what it changes in play"


@pytest.mark.parametrize("path", PATHS)
def test_every_place_exists_in_the_flagship(path: str) -> None:
    assert at(path) is not None


def test_a_place_that_is_not_there_is_found_missing() -> None:
    with pytest.raises(KeyError):
        at("issues[potash].levels[embargo]")
