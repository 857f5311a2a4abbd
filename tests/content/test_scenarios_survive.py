"""Whatever is changed in a scenario gives findings or a scenario that can be compiled and started."""

import random
import re
from pathlib import Path

import pytest

from game.content.compiling.compile import compile_
from game.content.compiling.history import compile_history
from game.content.loading import check_file
from game.foundation.draws import game_keys
from game.match.library import shipped
from game.rules.play import start

BASE = Path(__file__).parent / "broken" / "checks" / "chances-lag.yaml"
MENDED = BASE.read_text(encoding="utf-8").replace("chance: 0.8}", "chance: 0.75}")
WORD = re.compile(r"(?<=[\s\[{:,.])[\w.-]+")
EXTRA = [
    "0",
    "-1",
    "4095",
    "all",
    "none",
    "0.001",
    "no",
    "~",
    "[]",
    "{}",
    "1.5",
    "port",
    "freed",
    "assumed",
    "99999",
]


@pytest.mark.parametrize("seed", range(40))
def test_swapped_words_never_bring_down_the_reader(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    words = [*WORD.findall(MENDED), *EXTRA]
    path = tmp_path / "changed.yaml"
    for _ in range(12):
        text = MENDED
        for _ in range(chance.choice((1, 1, 2, 6))):
            match = chance.choice(list(WORD.finditer(text)))
            text = text[: match.start()] + chance.choice(words) + text[match.end() :]
        path.write_text(text, encoding="utf-8")
        scenario, findings = check_file(path)
        assert (scenario is None) == any(finding.severity == "error" for finding in findings)
        if scenario is not None:
            tables, lexicon = compile_(scenario)
            compile_history(scenario, lexicon)
            start(tables, game_keys(1, range(3)))


@pytest.mark.parametrize("seed", range(20))
def test_missing_lines_never_bring_down_the_reader(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    lines = MENDED.splitlines(keepends=True)
    path = tmp_path / "changed.yaml"
    for _ in range(12):
        gone = chance.randrange(len(lines))
        path.write_text("".join(lines[:gone] + lines[gone + 1 :]), encoding="utf-8")
        scenario, _findings = check_file(path)
        if scenario is not None:
            compile_(scenario)


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_every_scenario_has_no_findings(path: Path) -> None:
    scenario, findings = check_file(path)
    assert not findings, "\n".join(map(str, findings))
    assert scenario is not None
    tables, lexicon = compile_(scenario)
    assert len(tables.digest) == 64
    assert len(lexicon.issues) == len(tables.issues.owner)
    compile_history(scenario, lexicon)
