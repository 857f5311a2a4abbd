"""`explain`: a package at the opening, part by part; and what is wrong with a question, in one line."""

import json

import pytest

from game.cli.entry import main
from game.rules.in_force import opening
from game.rules.valuation import appraise
from tests.compiled import open_scenario

FULL = ["explain", "one-page", "--actor", "cabinet", "--package", "people=thirty,harbour=licence"]


def explained(capsys, *arguments):
    assert main(list(arguments)) == 0
    said = capsys.readouterr()
    return json.loads(said.out), said.err


def test_json_has_the_parts_in_micro_utils(capsys):
    found, notes = explained(
        capsys, *FULL, "--plan", "two_steps", "--trust", "9", "--type", "short", "--json"
    )
    assert notes == ""
    assert list(found) == ["actor", "package", "plan", "trust", "type", "total", "parts", "never"]
    assert found["never"] == []
    assert found["actor"] == "cabinet"
    assert found["package"] == "people=thirty,harbour=licence"
    assert (found["plan"], found["trust"], found["type"]) == ("two_steps", 9, "short")
    assert found["total"] == sum(part["amount"] for part in found["parts"])
    assert all(set(part) == {"name", "amount", "why"} for part in found["parts"])
    by_name = {part["name"]: part["amount"] for part in found["parts"]}
    # Worked by hand: -0.9 x 0.5 x 0.8; 1.2 x 0.463463 x 1.3 x 0.6; f(9) = 350 + 650 x 9 // 15 = 740;
    # keep 0.97; x = 0.8 x 30 / 60 = 400, e = 354 x 400 // 1000 = 141, 6 x 6 x 141 x 141 / 15000.
    assert by_name == {
        "30 people freed": -360_000,
        "Harbour access: licence for two months": 433_800,
        "Only a promise so far": 433_800 * 740 // 1000 - 433_800,
        "Waiting for it: In two steps": 970 * 321_012 // 1000 - 321_012,
        "Giving before you receive": -(6_000_000 * 6 * 141 * 141 // 15_000_000),
    }


def test_without_a_type_the_average_of_all_is_taken(capsys):
    found, _notes = explained(capsys, *FULL, "--json")
    opened = open_scenario("one-page")
    offer = opened.lexicon.read_offer("people=thirty,harbour=licence")
    whole = appraise(opened.tables, opening(opened.tables), 1, opened.tables.mean, _row(offer))
    assert (found["type"], found["trust"], found["total"]) == (None, 4, int(whole.net[0]))


def _row(offer):
    import numpy as np

    return np.array([offer], np.int32)


def test_a_seat_stands_for_its_principal_and_a_plan_may_stand_in_the_package(capsys):
    by_seat, _notes = explained(
        capsys, "explain", "one-page", "--actor", "tarvia", "--json",
        "--package", "harbour=licence,people=thirty,plan=two_steps",
    )  # fmt: skip
    by_actor, _notes = explained(capsys, *FULL, "--plan", "two_steps", "--json")
    assert by_seat == by_actor


def test_the_table_says_what_is_assumed_and_adds_up(capsys):
    assert main([*FULL, "--type", "afraid"]) == 0
    said = capsys.readouterr().out
    assert "What it is worth to The cabinet" in said
    assert "if it is of this type: Fears another strike" in said
    assert "at trust 4 of 15 in Envoy of the Trading Union" in said
    amounts = [line.split()[0] for line in said.splitlines() if line.startswith("  ") and line[2] in "+-0"]
    thousandths = [round(float(amount) * 1000) for amount in amounts if amount != "-"]
    assert sum(thousandths[:-1]) == thousandths[-1]
    assert max(map(len, said.splitlines())) < 80


def test_what_changes_nothing_is_said_and_not_passed_over(capsys):
    plan = ["--plan", "two_steps"]
    found, notes = explained(
        capsys, "explain", "one-page", "--actor", "police", "--package", "people=ten", "--json", *plan
    )
    assert found["plan"] is None
    assert notes == "Note: --plan changes nothing for police, which is no principal.\n"
    found, notes = explained(
        capsys,
        "explain",
        "one-page",
        "--actor",
        "families_fund",
        "--package",
        "people=ten",
        "--json",
        "--trust",
        "1",
    )
    assert found["trust"] is None
    assert "--trust changes nothing for families_fund" in notes


def test_a_package_of_nothing_is_worth_what_is_given_up_for_it(capsys):
    found, _notes = explained(
        capsys, "explain", "one-page", "--actor", "council", "--package", "nothing", "--json"
    )
    assert (found["package"], found["total"], found["parts"]) == ("nothing", 0, [])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--actor", "cabinett", "--package", "nothing"], "Did you mean 'cabinet'?"),
        (["--actor", "cabinet", "--package", "harbour=opne"], "'opne' is unknown. Did you mean 'open'?"),
        (["--actor", "cabinet", "--package", "harbor=open"], "Did you mean 'harbour'?"),
        (["--actor", "cabinet", "--package", "ferry=halted"], "Nobody at the table can give 'ferry'."),
        (["--actor", "cabinet", "--package", "people=all"], "The scenario forbids this combination"),
        (["--actor", "cabinet", "--package", "people=61"], "60 people are held"),
        (["--actor", "cabinet", "--package", "harbour"], "Write issue=level"),
        (["--actor", "cabinet", "--package", ""], "Write issue=level"),
        (["--actor", "cabinet", "--package", "harbour=open,harbour=licence"], "each issue once"),
        (
            ["--actor", "cabinet", "--package", "nothing", "--plan", "two_step"],
            "Did you mean 'two_steps'?",
        ),
        (["--actor", "cabinet", "--package", "plan=together", "--plan", "together"], "Name it once."),
        (["--actor", "cabinet", "--package", "nothing", "--trust", "16"], "from 0 to 15"),
        (["--actor", "cabinet", "--package", "nothing", "--trust", "-1"], "from 0 to 15"),
        (["--actor", "cabinet", "--package", "nothing", "--trust", "4.5"], "from 0 to 15"),
        (["--actor", "cabinet", "--package", "nothing", "--trust", "²"], "from 0 to 15"),
        (
            ["--actor", "cabinet", "--package", "nothing", "--type", "eager"],
            "Possible: afraid, middling, short",
        ),
        (["--actor", "police", "--package", "nothing", "--type", "afraid"], "police has no types"),
    ],
)
def test_a_bad_question_gets_one_line(arguments, says, capsys):
    assert main(["explain", "one-page", *arguments]) == 2
    said = capsys.readouterr()
    assert says in said.err
    assert len(said.err.splitlines()) == 1
    assert said.out == ""
