"""`describe` and `new`: a designer's picture of a case, and a case to begin with."""

import json
import re
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from game.analysis.portrait import opening_of, portrait
from game.bargaining.win_sets import win_sets
from game.cli.entry import main
from game.content.template import Wishes, scenario_text, yaml_text
from game.linting.run import lint_file
from game.narration.alternatives import alternatives
from game.narration.telling_quality import theory_names
from game.rules.ratification import carried, votes
from game.rules.state import take
from tests.compiled import open_scenario


def made(folder: Path, *more: str) -> Path:
    path = folder / "case.yaml"
    assert main(["new", "--defaults", "--start", "2026-01", "--out", str(path), *more]) == 0
    return path


@pytest.mark.parametrize("held", [10, 11, 60, 1183, 4095])
@pytest.mark.parametrize("real", [False, True])
def test_a_new_case_is_good_and_has_something_to_agree_on(held: int, real: bool, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    wishes = Wishes("a-case", "A case", "Envoy", "Government", held, "2026-01", 6, "2026-03-31", real)
    path.write_text(scenario_text(wishes), encoding="utf-8")
    checked = lint_file(path, date(2026, 4, 1))
    assert [finding.code for finding in checked.findings] == (["no-sources"] if real else [])
    opened = open_scenario(path)
    found = alternatives(opened.tables, opening_of(opened.tables, (opened.tables.mean, opened.tables.mean)))
    assert found.ratified


def test_a_new_case_plays_and_agreements_come_about(tmp_path: Path, capsys) -> None:
    path = made(tmp_path)
    capsys.readouterr()
    assert main(["simulate", str(path), "--games", "200", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["deal_rate"] > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "A: b",
        "- x",
        "#1",
        "a # b",
        "'",
        '"',
        "café",
        "123",
        "[x]",
        "{x}",
        "&a",
        "*a",
        "a, b",
        "%",
        "\\",
    ],
)
def test_every_text_is_read_back_as_it_was_said(text: str, tmp_path: Path) -> None:
    path = made(tmp_path, "--title", text, "--envoy", text)
    scenario = open_scenario(path).scenario
    assert (scenario.title, scenario.seats[0].title) == (text, text)
    assert yaml_text(text)


def test_questions_are_asked_where_nothing_is_given(tmp_path: Path, monkeypatch, capsys) -> None:
    answers = iter(["our-case", "Our case", "The League", "The Island", "40", "2026-02", "5"])
    monkeypatch.setattr("click.prompt", lambda *_args, **_more: next(answers))
    monkeypatch.setattr("click.confirm", lambda *_args, **_more: True)
    monkeypatch.chdir(tmp_path)
    assert main(["new"]) == 0
    scenario = open_scenario(Path("our-case.yaml")).scenario
    assert (scenario.title, scenario.people.held, scenario.calendar.turns) == ("Our case", 40, 5)
    assert scenario.fiction is None
    assert "our-case.yaml is written" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--id", "My Case"], "is no name for files"),
        (["--held", "9"], "from 10 to 4095"),
        (["--held", "9999"], "from 10 to 4095"),
        (["--turns", "1"], "from 2 to 120"),
        (["--start", "2026-13"], "is no month"),
        (["--title", ""], "1 to 200 characters"),
        (["--title", "a\x07"], "1 to 200 characters"),
        (["--title", "x" * 201], "1 to 200 characters"),
    ],
)
def test_bad_answers_are_one_line_and_no_file(flags: list[str], words: str, tmp_path: Path, capsys) -> None:
    path = tmp_path / "case.yaml"
    assert main(["new", "--defaults", "--out", str(path), *flags]) == 2
    assert words in capsys.readouterr().err
    assert not path.exists()


def test_a_file_that_is_there_is_left_alone(tmp_path: Path, capsys) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("mine", encoding="utf-8")
    assert main(["new", "--defaults", "--out", str(path)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "mine"
    assert main(["new", "--defaults", "--out", str(tmp_path / "no" / "case.yaml")]) == 2
    assert "there is no such folder" in capsys.readouterr().err


def test_the_picture_says_what_the_rules_say() -> None:
    opened = open_scenario("belarus-2025")
    tables = opened.tables
    found = portrait(tables, opened.lexicon.endings.ids, games=64)
    mean = opening_of(tables, (tables.mean, tables.mean))
    floors = tuple((side.floor_low + side.floor_high) // 2 for side in tables.sides)
    assert found.opening.sets == win_sets(tables, mean, (tables.mean, tables.mean), floors)
    assert sum(pair.chance for pair in found.pairs) == 1_000_000
    assert len(found.pairs) == len(tables.sides[0].prior) * len(tables.sides[1].prior)
    # who stands alone in the way, counted package by package
    signed = list(found.opening.found.signed)
    offers = found.opening.found.frontier.offers[signed]
    many = take(mean, np.zeros(len(signed), np.intp))
    day = np.zeros((len(signed), len(tables.votes)), np.int64)
    for one in found.blockers:
        cast = votes(tables, many, one.side, offers, day)
        alone = 0
        for row in range(len(signed)):
            with_it = cast[row : row + 1].copy()
            with_it[0, one.actor] = 1
            stopped = not carried(tables, one.side, cast[row : row + 1])[0]
            alone += int(cast[row, one.actor] < 0 and stopped and carried(tables, one.side, with_it)[0])
        assert (one.alone, one.of) == (alone, len(signed))
        assert one.against == int((cast[:, one.actor] < 0).sum())


def test_it_is_the_same_every_time_as_text_json_and_page(tmp_path: Path, capsys) -> None:
    path = made(tmp_path)
    capsys.readouterr()
    texts = []
    for _time in range(2):
        assert main(["describe", str(path)]) == 0
        texts.append(capsys.readouterr().out)
    assert texts[0] == texts[1]
    assert main(["describe", str(path), "--json", "--html", str(tmp_path / "a.html")]) == 0
    picture = json.loads(capsys.readouterr().out.splitlines()[0])
    assert picture["packages"] == 6 * 8 * 3 - 3
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 2
    named = re.findall(r"<text[^>]*>([^<]*)</text>", page)
    assert {name for text in named for name in text.split(", ")} >= set(theory_names().values())
    assert not re.search(r"<script|<link|src=|@import|url\(", page)
    assert main(["describe", str(path), "--html", str(tmp_path / "no" / "a.html")]) == 2


def test_a_case_in_which_nothing_can_be_agreed_is_pictured_too(tmp_path: Path, capsys) -> None:
    path = made(tmp_path)
    text = path.read_text(encoding="utf-8").replace("exposure: 1 ", "exposure: 90 ")
    path.write_text(text.replace("floor: {low: 0, high: 0.02}", "floor: {low: 3, high: 4}"), encoding="utf-8")
    capsys.readouterr()
    assert main(["describe", str(path), "--html", str(tmp_path / "a.html")]) == 0
    assert main(["describe", str(path)]) == 0
    assert "zone of agreement: empty" in capsys.readouterr().out


def dearer(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def test_where_nothing_can_be_agreed_it_says_what_lacks_least(tmp_path: Path, capsys) -> None:
    path = made(tmp_path)
    dearer(
        path,
        ("freed: {weight: -0.5,", "freed: {weight: -5,"),
        ("trade: {weight: -0.3,", "trade: {weight: -5,"),
    )
    dearer(
        path,
        ("list: {weight: -0.03,", "list: {weight: -2,"),
        ("recognition: {weight: -0.05,", "recognition: {weight: -3,"),
    )
    capsys.readouterr()
    assert main(["describe", str(path), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["zone"] is None
    one, two = shown["nearest"]["lacks"]
    opened = open_scenario(path)
    state = opening_of(opened.tables, (opened.tables.mean, opened.tables.mean))
    frontier = alternatives(opened.tables, state).frontier
    every = [
        max(int(floor) - gain for floor, gain in zip(state.floor[0], gains, strict=True))
        for gains in frontier.gains.tolist()
    ]
    assert max(one, two) == min(every) > 0
    assert main(["describe", str(path)]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert re.search(r"zone of agreement: empty - nearest to it: \(.*?\) .*?; .* lacks 0\.\d{3}", said)


def test_where_no_package_is_better_than_none_for_anybody_that_is_said(tmp_path: Path, capsys) -> None:
    path = made(tmp_path)
    text = re.sub(r"weight: 0?\.?\d+(\.\d+)?", "weight: -1", path.read_text(encoding="utf-8"))
    text = re.sub(r"    synergies: .*\n", "", text)
    path.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert main(["describe", str(path)]) == 0
    assert "no package is better for either side than signing nothing" in " ".join(
        capsys.readouterr().out.split()
    )
