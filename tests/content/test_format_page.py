"""The page on the scenario format is what the models make of it today."""

import shutil
from datetime import date
from pathlib import Path

from game.cli.documenting import format_page
from game.content.describing import EXAMPLE, PAGE, page
from game.content.schema.scenario import Scenario
from game.foundation.places import content_root, scenarios_folder
from game.linting.run import lint_file


def test_the_page_is_up_to_date() -> None:
    written = (content_root() / PAGE).read_text(encoding="utf-8")
    assert written == format_page(), "run: python main.py docs"


def test_every_top_level_key_has_a_row() -> None:
    rows = page().partition("## Scenario")[2].partition("## Source")[0]
    one_page = (content_root() / "scenarios" / "one-page.yaml").read_text(encoding="utf-8")
    keys = {line.partition(":")[0] for line in one_page.splitlines() if line[:1].isalpha()}
    assert len(keys) > 20
    assert all(f"| `{key}` |" in rows for key in keys)


def test_the_example_on_the_page_names_every_key_in_thirty_lines_and_is_good(tmp_path: Path) -> None:
    shutil.copy(scenarios_folder() / "one-page.yaml", tmp_path)
    path = tmp_path / "tarvia-winter.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")
    checked = lint_file(path, date(2026, 4, 1))
    assert checked.findings == ()
    assert checked.scenario is not None
    written = {line.partition(":")[0] for line in EXAMPLE.splitlines() if line[:1].isalpha()}
    assert written == {info.alias or name for name, info in Scenario.model_fields.items()}
    assert len(EXAMPLE.splitlines()) <= 34  # thirty, and a few more as keys are added
