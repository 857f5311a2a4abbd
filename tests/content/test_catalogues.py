"""Texts of a scenario in another language: written out, filled, shown, and missed where there are none."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from game.cli.entry import main
from game.content.catalogues import catalogue_of, languages_of, texts_of
from game.content.compiling.compile import compile_
from game.content.extending import read_whole
from game.content.loading import load
from game.content.objects import objects
from game.foundation.errors import GameError, ScenarioError
from game.foundation.places import scenarios_folder
from game.foundation.texts import in_language
from game.linting.prose import prose_of
from game.linting.run import lint_file

TODAY = date(2026, 4, 1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(scenarios_folder() / "two-turns.yaml", tmp_path / "two[1].yaml"))


def fill(path: Path, source: str, text: str) -> None:
    """Translate one text of a catalogue."""
    before = path.read_text(encoding="utf-8")
    assert f'msgid "{source}"\nmsgstr ""' in before
    path.write_text(
        before.replace(f'"{source}"\nmsgstr ""', f'"{source}"\nmsgstr "{text}"'), encoding="utf-8"
    )


def test_every_text_that_is_shown_is_in_the_catalogue(file: Path) -> None:
    tree = read_whole(file).tree
    assert tree is not None
    assert sorted(map(str, (path for path, _text in prose_of(objects(load(file))).shown))) == sorted(
        str(text.path) for text in texts_of(tree)
    )
    assert len({text.key for text in texts_of(tree)}) == len(list(texts_of(tree)))


def test_a_text_is_shown_in_the_language_in_use_and_the_game_stays_the_same(file: Path, capsys) -> None:
    assert main(["texts", str(file), "--language", "de"]) == 0
    assert "0 of 36 texts translated" in capsys.readouterr().out
    fill(catalogue_of(file, "de"), "Two turns", "Zwei Runden")
    plain = load(file)
    with in_language("de"):
        german = load(file)
    assert (plain.title, german.title) == ("Two turns", "Zwei Runden")
    assert german.summary == plain.summary
    assert compile_(german)[0].digest == compile_(plain)[0].digest
    assert main(["texts", str(file), "--language", "de"]) == 0
    assert "1 of 36 texts translated" in capsys.readouterr().out


def test_a_text_that_was_changed_later_is_not_shown_in_its_old_wording(file: Path) -> None:
    main(["texts", str(file), "--language", "de"])
    fill(catalogue_of(file, "de"), "Two turns", "Zwei Runden")
    file.write_text(
        file.read_text(encoding="utf-8").replace("title: Two turns", "title: Twice"), encoding="utf-8"
    )
    with in_language("de"):
        assert load(file).title == "Twice"


def test_check_says_what_is_missing_at_the_first_of_it(file: Path) -> None:
    main(["texts", str(file), "--language", "de"])
    fill(catalogue_of(file, "de"), "Two turns", "Zwei Runden")
    findings = lint_file(file, TODAY).findings
    assert [(f.code, f.path, f.line) for f in findings] == [("untranslated", "summary", 5)]
    assert "two[1].de.po: 35 of 36" in findings[0].message
    assert languages_of(file) == {"de": catalogue_of(file, "de")}


def test_a_translation_that_is_too_long_is_found_in_the_catalogue(file: Path) -> None:
    main(["texts", str(file), "--language", "de"])
    fill(catalogue_of(file, "de"), "Two turns", "lang" * 100)
    with in_language("de"), pytest.raises(ScenarioError) as caught:
        load(file)
    (finding,) = caught.value.findings
    line = catalogue_of(file, "de").read_text(encoding="utf-8").splitlines()[finding.line - 1]
    assert Path(finding.file).suffix == ".po"
    assert line.startswith(('msgid "Two turns"', "msgctxt"))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00nonsense", b"#" * (5 << 20)], ids=["bytes", "large"])
def test_a_damaged_catalogue_is_named(content: bytes, file: Path) -> None:
    catalogue_of(file, "de").write_bytes(content)
    with in_language("de"), pytest.raises(GameError, match=re.escape("two[1].de.po")):
        load(file)
    assert "cannot be used as a catalogue" in lint_file(file, TODAY).findings[0].message


@pytest.mark.parametrize("language", ["", "klingon!", "../x", "xx_YY_ZZ_WW_VV", "e"])
def test_a_language_that_is_none_is_refused(language: str, file: Path, capsys) -> None:
    assert main(["texts", str(file), "--language", language]) == 2
    assert "is no code of a language" in capsys.readouterr().err


def test_a_scenario_with_mistakes_is_not_given_to_translators(file: Path, capsys) -> None:
    file.write_text("format: 1\n", encoding="utf-8")
    assert main(["texts", str(file)]) in (1, 2)
    assert "missing-key" in capsys.readouterr().err
    assert not file.with_suffix(".pot").exists()
