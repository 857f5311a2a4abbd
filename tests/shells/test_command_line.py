"""Every command: what it prints, where, and with which exit status; and no traceback whatever is typed."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli.entry import main
from game.cli.opening import display_trouble
from game.match.library import shipped
from game.match.notation import read_action
from game.match.saves import load
from game.match.table import PERSON, Match
from game.narration.alternatives import alternatives
from game.narration.asks import shock_in_words
from game.rules.actions import Kind, one
from game.rules.state import Phase
from tests.compiled import open_scenario

ROOT = Path(__file__).parent.parent.parent
DEBRIEFED = (
    "Before you begin", "You are: Envoy", "not a forecast", "The game is over", "What each side really was",
    "What was possible", "What the model leaves out", "To talk about",
)  # fmt: skip
SUMMARY = {
    "games", "seconds", "games_per_second", "first_chunk_seconds", "seed", "scenario_digest",
    "rules_version", "envoy", "government", "deal_rate", "agreements", "first_agreement", "endings", "freed",
    "held_change", "reversals", "payoff", "outcome_digest",
}  # fmt: skip
PASSES = "offer people=ten list=monitor calm=promise harbour=licence visit=visit plan=two_steps"


def run(*arguments, **options):
    """The program in a process of its own."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False, **options,
    )  # fmt: skip


def test_help_names_every_command_and_imports_nothing_heavy():
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from game.cli import main; status = main(['--help']);"
        "print(status, [m for m in ('numpy', 'pydantic', 'rich', 'pygame', 'yaml') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(ROOT)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "0 []"
    for command in ("play", "simulate", "check", "replay", "trace", "golden", "screens", "history"):
        assert f"  {command}" in done.stdout
    assert "..." not in done.stdout.partition("Commands:")[2]  # no description is cut off


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["nonsense"], 2, "No such command 'nonsense'"),
        (["play", "--seed", "-1", "one-page"], 2, "--seed"),
        (["check"], 2, "FILES"),
        (["check", "one-pag"], 2, "Did you mean 'one-page'?"),
        (["check", "nowhere.yaml"], 2, "nowhere.yaml"),
        (["check", "."], 2, "error[no-file]"),
        (["play", "nowhere.yaml", "--text"], 2, "nowhere.yaml"),
        (
            ["play", "one-page", "--text", "--seat", "king"],
            2,
            "no seat 'king'. Possible: union, tarvia, envoy",
        ),
        (
            ["play", "one-page", "--text", "--opponent", "nobody"],
            2,
            "there is no policy 'nobody'. There are: ",
        ),
        (["play", "one-page", "--text", "--resume"], 2, "no unfinished game"),
        (["play", "one-page", "--text", "--load", "missing"], 2, "no such file"),
        (["play", "one-page", "--moves", "missing.txt"], 2, "missing.txt: no such file"),
        (["replay", "missing.transcript"], 2, "no such file"),
        (["replay", "."], 2, "is a directory"),
        (["history", "one-page"], 2, "one-page has no history"),
        (["golden", "--dir", "nowhere"], 2, "there is no folder nowhere"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(arguments, status, says, capsys):
    assert main(arguments) == status
    said = capsys.readouterr()
    assert says in said.err + said.out
    assert "Traceback" not in said.err
    if not said.err.startswith("Usage"):
        assert len((said.err or said.out).splitlines()) == 1


def test_check_finds_nothing_in_what_comes_with_the_game(capsys):
    assert main(["check", *map(str, shipped())]) == 0
    assert capsys.readouterr().out.count(": good") == len(shipped())


def test_check_says_everything_at_once_with_places(tmp_path, capsys):
    broken = tmp_path / "broken.yaml"
    text = (ROOT / "scenarios" / "one-page.yaml").read_text(encoding="utf-8")
    broken.write_text(
        text.replace("turns: 4", "turns: many").replace("owner: union", "owner: unoin", 1), encoding="utf-8"
    )
    assert main(["check", str(broken)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith(f"{broken}:") for line in lines)
    assert any("calendar.turns" in line for line in lines)
    assert main(["play", str(broken), "--text"]) == 1
    assert "calendar.turns" in capsys.readouterr().err


def played(seed, opponent):
    """The moves of the first seat in a whole game, in notation: one offer, then holding, and a word kept."""
    opened = open_scenario("one-page")
    match = Match(opened, (PERSON, opponent), seed)
    match.advance()
    match.submit(0, read_action(opened.lexicon, opened.tables, 0, PASSES))
    match.advance()
    usual = {Phase.TALK: Kind.HOLD, Phase.HONOUR: Kind.HONOUR, Phase.RESPOND: Kind.LET_PASS}
    while not match.over:
        match.submit(0, one(usual[match.phase]))
        match.advance()
    return [move.do for move in match.transcript().moves if move.seat == 0], match.transcript()


def test_a_game_from_a_file_of_moves_ends_in_the_debrief(written, home, capsys):
    moves, transcript = played(1, "boulware")
    path = written("# a comment", "", f"{moves[0]}  # after a sign too", *moves[1:])
    assert (
        main(
            ["play", "one-page", "--seat", "envoy", "--seed", "1", "--opponent", "boulware", "--moves", path]
        )
        == 0
    )
    said = capsys.readouterr().out
    for part in DEBRIEFED:
        assert part in said
    assert max(map(len, said.splitlines())) <= 80 + len(PASSES)  # what was typed is shown as it was typed
    (kept,) = (home / "games").iterdir()
    assert load(kept) == transcript


def test_both_seats_from_one_file(written, capsys):
    assert (
        main(
            [
                "play",
                "one-page",
                "--seat",
                "both",
                "--seed",
                "1",
                "--moves",
                written(PASSES, "accept", "honour"),
            ]
        )
        == 3
    )
    said = capsys.readouterr()
    assert "Both sides ratify the agreement" in said.out
    assert "votes yes" not in said.out
    assert "The moves end in turn 2" in said.err


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("ofer people=ten", "Did you mean 'offer'?"),
        ("accept", "Possible now: offer, hold, walk out, break off, do vow_people"),
        ("offer people=tem plan=together", "'tem' is unknown"),
        ("do gesture 5", "Possible: do vow_people"),
        ("do ferry_call", "not open now"),
        ("do vow_people none", "Possible: do vow_people ten, "),
        ("honour", "These are talks"),
        ("try", "Write an offer after it"),
        ("save ../up", "cannot name a saved game"),
    ],
)
def test_a_mistake_in_a_file_names_its_line_and_what_is_possible(written, line, says, capsys):
    moves = written("# first", "hold", line)
    assert (
        main(["play", "one-page", "--seat", "both", "--seed", "1", "--moves", written("hold", "hold", line)])
        == 2
    )
    said = capsys.readouterr().err
    assert f"{moves}:3: " in said
    assert says in said
    assert len(said.splitlines()) == 1


def test_a_game_is_resumed_where_its_moves_ended(written, home, capsys):
    moves, transcript = played(4, "conceder")
    common = ["play", "one-page", "--seat", "envoy", "--seed", "4", "--opponent", "conceder"]
    assert main([*common, "--moves", written(*moves[:3])]) == 3
    (kept,) = (home / "games").iterdir()
    assert not load(kept).over
    capsys.readouterr()
    assert main(["play", "one-page", "--resume", "--moves", written(*moves[3:])]) == 0
    assert load(kept) == transcript


def test_looking_costs_nothing_and_staged_moves_can_be_taken_back(written, home, capsys):
    looks = ["help", "status", "options", "why", "why now", "owed", "log", "brief", "facts", "save",
             "save mine", "try people=ten harbour=open", "why people=ten harbour=open plan=two_steps",
             "do vow_people ten", "undo"]  # fmt: skip
    assert (
        main(
            ["play", "one-page", "--seat", "both", "--seed", "1", "--moves", written(*looks, "hold", "hold")]
        )
        == 3
    )
    said = capsys.readouterr().out
    assert "= better than no agreement by" in said
    assert "= in all" in said
    assert "Nothing is owed." in said
    game, named = (
        sorted(load(path) for path in (home / "games").iterdir() if path.stem != "mine"),
        load(home / "games" / "mine.transcript"),
    )
    assert [move.do for move in game[0].moves] == ["hold", "hold"]
    assert named.moves == ()


def test_breaking_off_asks_first(written, capsys):
    arguments = ["play", "one-page", "--seat", "both", "--seed", "1", "--moves"]
    assert main([*arguments, written("break off", "no", "hold")]) == 3
    assert "Nothing was done." in capsys.readouterr().out
    assert main([*arguments, written("break off", "yes")]) == 0
    assert "has broken off the talks" in capsys.readouterr().out


def test_quit_leaves_and_says_how_to_go_on(written, capsys):
    assert main(["play", "one-page", "--seed", "1", "--moves", written("hold", "quit")]) == 3
    said = capsys.readouterr().err
    assert "reprieve play --text --load" in said


def test_replay_shows_and_verifies(written, home, capsys):
    main(["play", "one-page", "--seat", "both", "--seed", "1", "--moves", written("break off", "yes")])
    (kept,) = (home / "games").iterdir()
    capsys.readouterr()
    assert main(["replay", str(kept), "--verify"]) == 0
    assert "good: 1 moves, ended" in capsys.readouterr().out
    assert main(["replay", str(kept)]) == 0
    assert "What each side really was" in capsys.readouterr().out
    assert main(["replay", str(kept), "--scenario", "two-turns"]) == 2
    assert "belongs to scenario one-page" in capsys.readouterr().err


def test_the_replay_of_a_game_that_goes_on_shows_no_secrets(written, home, capsys):
    main(["play", "one-page", "--seat", "both", "--seed", "1", "--moves", written(PASSES, "accept")])
    (kept,) = (home / "games").iterdir()
    capsys.readouterr()
    assert main(["replay", str(kept)]) == 0
    said = capsys.readouterr().out
    assert "Both sides ratify the agreement" in said
    assert "votes yes" not in said
    assert "What each side really was" not in said


def test_the_history_tells_what_was_forced(capsys):
    assert main(["history", "belarus-2025", "--seeds", "50"]) == 0
    said = capsys.readouterr().out
    for people in (14, 52, 31, 123, 250):
        assert f": {people}\n" in said
    assert "forced: " in said
    assert "the same in all 50 games" in said


def test_no_display_starts_the_game_in_the_terminal():
    done = run(
        "play", "one-page", "--seat", "envoy", "--seed", "1",
        input="hold\nquit\n", env={"PATH": "", "REPRIEVE_HOME": "/dev/null/reprieve", "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert "The game starts in the terminal instead." in done.stderr
    assert "You are: Envoy of the Trading Union" in done.stdout
    assert "not saved" in done.stdout
    assert done.returncode == 0


@pytest.mark.parametrize("words", [(), ("play",), ("play", "--text")])
def test_where_nobody_can_type_it_says_how_to_play(words):
    done = run(*words, input="", env={"PATH": "", "REPRIEVE_HOME": "/dev/null/reprieve", "PYTHONUTF8": "1"})
    assert done.returncode == 2
    assert "python main.py play belarus-2025 --text" in done.stderr
    assert "two-turns" in done.stderr
    if not words:
        assert done.stderr.startswith("There is no display.")
        assert done.stderr.count("\n") == 1


def test_bench_of_the_window_prints_one_object(monkeypatch, capsys):
    monkeypatch.setattr("game.ui.bench.measured", lambda: {"first_frame_s": 0.1, "driver": "dummy"})
    assert main(["bench", "--ui", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"first_frame_s": 0.1, "driver": "dummy"}
    assert main(["bench", "--ui"]) == 0
    assert capsys.readouterr().out == "first_frame_s: 0.1\ndriver: dummy\n"


def test_the_reader_of_the_output_may_leave():
    script = f"{sys.executable} {ROOT / 'main.py'} history belarus-2025 | head -1"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_an_output_that_was_closed_is_no_fault_of_the_program():
    script = f"'{sys.executable}' '{ROOT / 'main.py'}' check one-page >&-"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("driver", ["offscreen", "dummy"])
def test_a_display_that_does_not_answer_is_none(monkeypatch, driver):
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.delenv("SDL_VIDEODRIVER", raising=False)
    pygame = pytest.importorskip("pygame")
    monkeypatch.setattr(pygame.display, "init", lambda: None)
    monkeypatch.setattr(pygame.display, "quit", lambda: None)
    monkeypatch.setattr(pygame.display, "get_driver", lambda: driver)
    assert display_trouble() == "The display does not answer."
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "x11")
    assert display_trouble() == ""


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("reprieve ")


def prompted(process):
    """What the program says up to its next prompt."""
    said = ""
    while not said.endswith("union> "):
        letter = process.stdout.read(1)
        assert letter, said
        said += letter
    return said


def heed_ctrl_c() -> None:
    """A shell that runs the tests in the background has them ignore Ctrl+C, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals for a single process")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "kill"])
def test_being_stopped_loses_no_acknowledged_move(how, home):
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "play", "one-page", "--text", "--seed", "1"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        preexec_fn=heed_ctrl_c,  # noqa: PLW1509 - no threads here
    )  # fmt: skip
    with process:
        prompted(process)
        process.stdin.write("hold\n")
        process.stdin.flush()
        assert "You leave things as they stand." in prompted(process)
        process.send_signal(how)
        _out, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.splitlines()[-1].startswith("Interrupted. Your game is saved")
    assert "Traceback" not in said
    (kept,) = (home / "games").iterdir()
    assert [move.do for move in load(kept).moves if move.seat == 0] == ["hold"]


def test_the_end_of_the_input_leaves_the_game(home):
    done = run("play", "one-page", "--text", "--seat", "union", "--seed", "1", input="hold\n")
    assert done.returncode == 0
    assert "Your game is saved" in done.stdout
    assert len([move for move in load(next((home / "games").iterdir())).moves if move.seat == 0]) == 1


def test_a_terminal_that_lacks_letters_shows_their_numbers():
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "play", "one-page", "--text", "--seed", "1"],
        input="hold \u2192\n".encode() + b"\xff\xfe\nquit\n",
        env={**os.environ, "PYTHONIOENCODING": "ascii:surrogateescape"},
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
    assert b"cannot read the move" in done.stdout


def test_an_unforeseen_cost_is_shown_before_a_word_is_kept():
    opened = open_scenario("one-page")
    for seed in range(400):
        match = Match(opened, (PERSON, PERSON), seed)
        offer = alternatives(opened.tables, match.whole_state())
        if not offer.ratified:
            continue
        match.submit(match.asked, one(Kind.OFFER, *offer.frontier.at(offer.ratified[0])))
        match.submit(match.asked, one(Kind.ACCEPT))
        if match.phase is Phase.HONOUR and match.observe(match.asked).state.shock[0, match.asked]:
            assert "dearer this turn: -0.500, once" in shock_in_words(match.observe(match.asked))
            assert shock_in_words(match.observe(1 - match.asked)) == ""
            return
    raise AssertionError("no game with a shock was found")


def test_simulate_prints_one_object(capsys):
    assert main(["simulate", "one-page", "--games", "40", "--seed", "2", "--json"]) == 0
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert said.out.count("\n") == 1
    assert said.err == ""
    assert set(found) >= SUMMARY
    assert (found["games"], found["seed"], sum(found["endings"].values())) == (40, 2, 40)
    assert main(["simulate", "one-page", "--games", "40", "--seed", "2", "--json", "--chunk", "7"]) == 0
    assert json.loads(capsys.readouterr().out)["outcome_digest"] == found["outcome_digest"]
    assert main(["simulate", "one-page", "--games", "40", "--seed", "3", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["outcome_digest"] != found["outcome_digest"]


def test_simulate_in_words_and_row_by_row(tmp_path, capsys):
    out = tmp_path / "games.csv"
    arguments = ["simulate", "one-page", "--games", "30", "--envoy", "conceder", "--government", "linear"]
    assert main([*arguments, "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert "30 games of The Tarvia talks, seed 1" in said
    assert "Envoy of the Trading Union: conceder" in said
    rows = out.read_text(encoding="utf-8").splitlines()
    assert len(rows) == 31
    assert rows[0].startswith("game,ended,")
    for wrong in (tmp_path, tmp_path / "missing" / "games.csv"):
        assert main([*arguments, "--out", str(wrong)]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
    assert main(["simulate", "one-page", "--envoy", "nobody"]) == 2
    assert "there is no policy 'nobody'" in capsys.readouterr().err


def test_trace_writes_a_transcript_that_replays(tmp_path, capsys):
    arguments = [
        "trace",
        "one-page",
        "--seed",
        "5",
        "--game",
        "7",
        "--envoy",
        "conceder",
        "--government",
        "linear",
    ]
    assert main(arguments) == 0
    printed = capsys.readouterr().out
    out = tmp_path / "seven.transcript"
    assert main([*arguments, "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == printed
    assert load(out).heading.players == ("conceder", "linear")
    assert main(["replay", str(out), "--verify"]) == 0
    assert "ended, digest" in capsys.readouterr().out
    assert main([*arguments[:-1], "conceder", "--out", str(out)]) in (0, 2)
    assert load(out).heading.players == ("conceder", "linear")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda text: text[: len(text) // 2], "expected"),
        (lambda text: text.replace('"format": 1', '"format": 0'), "format 0; this program reads format 1"),
        (lambda text: text.replace('"rules": ', '"rules": 9'), "seals"),
        (lambda _text: "id: not-a-transcript\n", "expected one JSON object"),
    ],
)
def test_a_damaged_or_older_save_is_refused_and_left_as_it_is(written, home, capsys, spoil, says):
    main(["play", "one-page", "--seat", "both", "--seed", "1", "--moves", written("hold", "hold")])
    (kept,) = (home / "games").iterdir()
    kept.write_text(spoil(kept.read_text(encoding="utf-8")), encoding="utf-8")
    before = kept.read_bytes()
    capsys.readouterr()
    assert main(["play", "--load", kept.stem, "--moves", written("hold")]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert len(said.splitlines()) == 1
    assert main(["replay", str(kept)]) == 2
    assert main(["play", "one-page", "--resume", "--moves", written("hold")]) == 2
    assert kept.read_bytes() == before
    assert [path.name for path in (home / "games").iterdir()] == [kept.name]


def test_a_save_of_another_state_of_the_scenario_is_refused(written, home, tmp_path, capsys):
    changed = tmp_path / "one-page.yaml"
    text = (ROOT / "scenarios" / "one-page.yaml").read_text(encoding="utf-8")
    changed.write_text(
        text.replace("turns: 4", "turns: 3").replace("weights: [1, 1, 1, 1]", "weights: [1, 1, 1]")
    )
    main(["play", "one-page", "--seat", "both", "--seed", "1", "--moves", written("hold")])
    (kept,) = (home / "games").iterdir()
    before = kept.read_bytes()
    capsys.readouterr()
    assert main(["play", str(changed), "--resume", "--moves", written("hold")]) == 2
    assert "belongs to scenario one-page" in capsys.readouterr().err
    assert kept.read_bytes() == before


def test_every_game_that_can_be_traced_can_be_replayed(tmp_path, capsys):
    out = tmp_path / "seven.transcript"
    last = str(2**63 - 1)
    assert main(["trace", "two-turns", "--seed", "5", "--game", last, "--out", str(out)]) == 0
    assert main(["replay", str(out), "--verify"]) == 0
    capsys.readouterr()
    for beyond in (str(2**63), "9" * 30):
        assert main(["trace", "two-turns", "--seed", "5", "--game", beyond]) == 2
        said = capsys.readouterr()
        assert (said.out, len(said.err.splitlines())) == ("", 1)
        assert f"the last game of a batch is {last}" in said.err


def test_a_book_pasted_as_a_move_is_not_read_out(written, capsys):
    book = "ten people " * 90_000
    moves = written("hold", book)
    assert main(["play", "one-page", "--seat", "both", "--seed", "1", "--moves", moves]) == 2
    said = capsys.readouterr()
    assert f"{moves}:2: cannot read the move 'ten people" in said.err
    assert len(said.err) < 1000
    assert max(map(len, said.out.splitlines())) < 1000
