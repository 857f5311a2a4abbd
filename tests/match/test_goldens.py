"""The recorded playthroughs are what the program does now."""

from pathlib import Path

import pytest

from game.cli import goldens
from game.cli.goldens import compare_goldens
from game.match.library import shipped
from game.match.playthrough import MOST_LINES, playthrough
from tests.compiled import open_scenario

FOLDER = Path(__file__).parent.parent / "golden"


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_the_playthrough_is_as_recorded(path):
    recorded = (FOLDER / f"{path.stem}.txt").read_text(encoding="utf-8")
    assert playthrough(open_scenario(path)) == recorded
    assert len(recorded.splitlines()) <= MOST_LINES


def test_a_changed_or_missing_record_is_found(tmp_path, capsys, monkeypatch):
    two = [path for path in shipped() if path.stem in ("one-page", "two-turns")]
    monkeypatch.setattr(goldens, "shipped", lambda: two)
    assert compare_goldens(tmp_path, write=True) == 0
    assert compare_goldens(tmp_path, write=False) == 0
    changed = tmp_path / "one-page.txt"
    changed.write_text(changed.read_text().replace("held 60", "held 61", 1))
    assert compare_goldens(tmp_path, write=False) == 1
    assert "-== 1 held 61" in capsys.readouterr().out
    (tmp_path / "two-turns.txt").unlink()
    assert compare_goldens(tmp_path, write=False) == 1
