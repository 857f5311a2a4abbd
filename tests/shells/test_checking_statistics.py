"""`llr` and `groups`: published numbers from the command line."""

import json

import pytest

from game.cli.entry import main

EMISSIONS = """actor,capability,position,salience
NL,0.08,4,80
BE,0.08,7,40
LU,0.03,4,20
DE,0.16,4,80
FR,0.16,10,60
IT,0.16,10,60
UK,0.16,10,90
IE,0.05,7,10
DK,0.05,4,100
GR,0.08,7,70
"""


@pytest.fixture
def emissions(tmp_path):
    path = tmp_path / "emissions.csv"
    path.write_text(EMISSIONS, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("arguments", "ratio"),
    [
        (["--model", "nelo", "--counts", "36433", "68692", "36027", "--bounds", "0", "2"], 0.92),
        (["--model", "elo", "--counts", "57433", "106593", "57030", "--bounds", "0", "2"], -2.59),
        (["--bounds", "0.5", "2.5", "--counts", "223", "9863", "21279", "10037", "246"], -3.07),
    ],
)
def test_llr_prints_the_ratio_first(capsys, arguments, ratio):
    assert main(["llr", *arguments]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert round(float(first.removeprefix("log-likelihood ratio: ")), 2) == ratio
    assert ("lower bound is accepted" in second) == (ratio < -2.944)


def test_llr_says_when_the_higher_bound_is_accepted(capsys):
    assert main(["llr", "--counts", "60", "20", "20", "--bounds", "0", "50"]) == 0
    assert "the higher bound is accepted" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--counts", "1", "2", "--bounds", "0", "2"], "three counts"),
        (["--counts", "1", "2", "3", "4", "--bounds", "0", "2"], "three counts"),
        (["--counts", "1", "2", "-3", "--bounds", "0", "2"], "-3"),
        (["--counts", "1", "2", "x", "--bounds", "0", "2"], "'x' is not a valid"),
        (["--counts", "0", "0", "0", "--bounds", "0", "2"], "not all 0"),
        (["--counts", "1", "2", "3", "--bounds", "0", "9999"], "bounds lie between"),
        (["--counts", "1", "2", "3"], "--bounds"),
        (
            ["--counts", "1", "2", "3", "--bounds", "2", "0"],
            "the first of the bounds lies below the second (got 2 0)",
        ),
        (["--counts", "1", "2", "3", "--bounds", "2", "2"], "lies below the second"),
    ],
)
def test_llr_refuses_what_it_cannot_use(capsys, arguments, says):
    assert main(["llr", *arguments]) == 2
    said = capsys.readouterr()
    assert says in said.err
    assert said.out == ""


def test_groups_prints_plain_averages_beside_the_models(capsys, emissions):
    assert main(["groups", str(emissions), "--rounds", "2"]) == 0
    said = capsys.readouterr().out
    assert "mean 7.39, median 7." in said
    assert "round 1: mean 7.46, median 8.42" in said
    assert "round 2: mean 7.55, median 9.61" in said
    assert "round 3" not in said
    assert "21.0 %  UK" in said
    assert "the plain mean came closer" in said
    assert all(len(line) < 80 for line in said.splitlines())


def test_groups_as_json(capsys, emissions):
    assert main(["groups", str(emissions), "--json", "--reading", "literal", "--scale", "0", "10"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["reading"] == "literal"
    assert found["median"] == 7
    assert [round(r["median"]) for r in found["rounds"]] == [7] * 8
    assert round(sum(found["chances"].values()), 9) == 1
    assert found["chances"]["UK"] < 0.2  # on a wider scale chances lie closer together


def test_groups_refuses_what_it_cannot_use(capsys, emissions, tmp_path):
    assert main(["groups", str(emissions), "--scale", "5", "10"]) == 2
    assert "outside the scale from 5.0 to 10.0" in capsys.readouterr().err
    assert main(["groups", str(tmp_path / "nothing.csv")]) == 2
    assert "nothing.csv" in capsys.readouterr().err
    emissions.write_text("actor,capability,position,salience\nA,1,2,0\nB,0,3,50\n", encoding="utf-8")
    assert main(["groups", str(emissions)]) == 1
    assert "at least one actor" in capsys.readouterr().err
