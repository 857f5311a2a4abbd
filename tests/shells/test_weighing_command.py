"""`weigh`: judgements typed or asked for, weights to paste, and what hangs on them."""

import io
import json

import pytest

from game.cli.entry import main

COUNCIL = ["weigh", "one-page", "--actor", "council"]
# The weights of the file, times 100 and without their signs.
USED = "freed=160,terms=15,list=10,calm=20,harbour=70,visit=5"


def weighed(capsys, *arguments):
    assert main([*COUNCIL, *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_weights_used_come_back_and_can_be_pasted(capsys):
    found = weighed(capsys, "--swing", USED)
    assert found["weights"] == {
        "freed": 1_600_000,
        "terms": 150_000,
        "list": 100_000,
        "calm": 200_000,
        "harbour": -700_000,
        "visit": -50_000,
    }
    assert found["yaml"][4] == "harbour: {weight: -0.7, curve: {table: [0, 0.4, 0.7, 1]}}"
    assert found["consistency_ratio"] is None
    assert found["outcomes"] == []


def test_pairs_give_the_same_weights_and_say_how_far_they_contradict(capsys):
    pairs = "freed>calm:8,calm>terms:1.333333333,terms>list:1.5,list>visit:2,harbour>visit:14"
    found = weighed(capsys, "--pairs", pairs)
    assert found["weights"]["freed"] == 1_600_000
    assert found["weights"]["harbour"] == -700_000
    assert found["consistency_ratio"] == pytest.approx(0, abs=1e-9)
    contradictory = weighed(capsys, "--pairs", "freed>harbour:2,harbour>calm:2,calm>freed:2")
    assert contradictory["consistency_ratio"] > 0.1
    assert main([*COUNCIL, "--pairs", "freed>harbour:2,harbour>calm:2,calm>freed:2"]) == 0
    assert "too high: look at the judgements again" in capsys.readouterr().out


def test_only_what_is_judged_is_weighed_anew(capsys):
    found = weighed(capsys, "--swing", "freed=100,harbour=100")
    assert found["weights"]["freed"] == -found["weights"]["harbour"] == 1_150_000
    assert found["weights"]["calm"] == 200_000


def test_it_says_where_an_outcome_turns(capsys):
    packages = ["--package", "people=thirty,harbour=licence", "--package", "people=ten,harbour=open"]
    found = weighed(capsys, "--as-written", *packages, "--plan", "two_steps", "--type", "middling")
    first, second = found["outcomes"]
    assert (first["outcome"], second["outcome"]) == ("gains", "loses")
    assert (first["plan"], first["trust"], first["type"]) == ("two_steps", 4, "middling")
    by_name = {one["name"]: one for one in first["weights"]}
    # Half of the weight at 30 people: 970 * (w / 2 * 523 // 1000) // 1000 - 280000 - 49438 is 0 or more.
    assert (by_name["freed"]["falls_to"], by_name["freed"]["rises_to"]) == (1_298_765, None)
    assert not by_name["calm"]["touched"]
    assert {one["name"]: one for one in second["weights"]}["freed"]["rises_to"] > 1_600_000


def test_a_ratifier_and_an_actor_of_no_side_turn_too(capsys):
    arguments = ["--as-written", "--package", "people=thirty,harbour=licence", "--json"]
    assert main(["weigh", "one-page", "--actor", "police", *arguments]) == 0
    votes = json.loads(capsys.readouterr().out)["outcomes"][0]
    assert (votes["outcome"], votes["margin"]) == ("votes yes", 500_000 - 468_621)
    assert main(["weigh", "one-page", "--actor", "families_fund", *arguments]) == 0
    gains = json.loads(capsys.readouterr().out)["outcomes"][0]
    assert (gains["outcome"], gains["margin"]) == ("gains", 500_000 - 200_000)
    # 30 of 60 are freed and all of them expelled: it turns where one half no longer pays for the other.
    assert [one["falls_to"] for one in gains["weights"]] == [399_999, -1_000_001]


def test_in_words_it_adds_up_to_lines_to_paste(capsys):
    assert main([*COUNCIL, "--swing", "freed=2,harbour=1", "--package", "people=thirty,harbour=licence"]) == 0
    said = capsys.readouterr().out
    assert "  - freed: 1.533333 (was 1.6)" in said
    assert "      freed: {weight: 1.533333, curve: {half_at: 30}}" in said
    assert "people=thirty,harbour=licence (together)" in said
    assert "terms: never; the package does not touch it" in said
    assert max(map(len, said.splitlines())) < 80


def test_without_judgements_it_asks(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("160\nmuch\n-1\n15\n10\n20\n\n5\n"))
    assert main([*COUNCIL, "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["weights"]["harbour"] == -700_000  # left as it is
    assert json.loads(said.out)["weights"]["freed"] == 1_600_000
    assert "harbour (Harbour access): from rules repealed to closed: " in said.err
    assert "freed (people freed): from nobody to ever more people (30 are half of the way): " in said.err
    assert said.err.count("Write a number such as 60 or 2.5.") == 2


def test_it_asks_in_pairs_too(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("\n0\n2\n"))
    assert main(["weigh", "one-page", "--actor", "traders", "--ask", "pairs", "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["weights"] == {"harbour": 333_333, "freed": 166_667}
    assert said.err.count("Write a number such as 60 or 2.5.") == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--swing", "freed=1,harbor=2"], "Did you mean 'harbour'?"),
        (["--swing", "freed"], "write issue=points"),
        (["--swing", ""], "write issue=points"),
        (["--swing", "freed=1,freed=2"], "Name each once."),
        (["--swing", "freed=1,harbour=-2"], "write a number from 0 up"),
        (["--swing", "freed=1,harbour=nan"], "write a number from 0 up"),
        (["--swing", "freed=1,harbour=1e9"], "write a number from 0 up"),
        (["--swing", "freed=0,harbour=0"], "not 0 to all of them"),
        (["--swing", "freed=100"], "two things at least"),
        (["--pairs", "freed>harbour"], "write a>b:2"),
        (["--pairs", "freed=harbour:2"], "write a>b:2"),
        (["--pairs", "freed>harbour:0"], "by a number above 0"),
        (["--pairs", "freed>freed:2"], "two different things once"),
        (["--pairs", "freed>harbour:2,harbour>freed:2"], "two different things once"),
        (["--pairs", "freed>harbour:two"], "write a number from 0 up"),
        (["--pairs", "freed>harbour:2,calm>list:3"], "Nothing compares freed, harbour with calm, list."),
        (["--swing", USED, "--as-written"], "Give one of --swing, --pairs and --as-written."),
        (["--as-written", "--package", "harbour=opne"], "Did you mean 'open'?"),
        (["--as-written", "--package", "nothing", "--trust", "99"], "from 0 to 15"),
        ([], "The input ended before everything was judged."),
        (["--ask", "pairs"], "The input ended before everything was judged."),
    ],
)
def test_a_bad_question_gets_one_line(arguments, says, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main([*COUNCIL, *arguments]) == 2
    said = capsys.readouterr()
    assert says in said.err.splitlines()[-1]
    assert len(said.err.splitlines()) == 1 or not arguments or arguments[0] == "--ask"
    assert said.out == ""
    assert "Traceback" not in said.err
