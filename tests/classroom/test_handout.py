"""Pages for a lesson: secrets only in the right brief, time that adds up, nothing overwritten."""

import errno
import os

import pytest

from game.classroom.handout import pages, write_handout
from game.classroom.timing import LESSONS, minutes, pace, steps
from game.cli.entry import main
from game.foundation.keeping import NotWritten
from game.match.library import shipped
from tests.compiled import open_scenario
from tests.shells.test_debrief_pages import Reader

SHIPPED = [path.stem for path in shipped()]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("REPRIEVE_HOME", str(tmp_path / "home"))


def flat(text: str) -> str:
    return " ".join(text.split())


def secrets(seat) -> list[str]:
    """What a seat keeps to itself on paper."""
    told = [*seat.brief.want, *seat.brief.must_not, *(wish.text for wish in seat.mandate)]
    return [flat(text) for text in [*told, *([seat.brief.story] if seat.brief.story else [])]]


@pytest.mark.parametrize("scenario", SHIPPED)
def test_each_brief_has_its_own_secrets_and_none_of_the_others(scenario):
    opened = open_scenario(scenario)
    written = pages(opened)
    seats = opened.scenario.seats
    for seat, other in (seats, seats[::-1]):
        words = Reader(written[f"brief-{seat.id}.html"]).words
        for text in secrets(seat):
            assert text in words
        public = {flat(issue.title) for issue in opened.scenario.issues}
        for text in set(secrets(other)) - set(secrets(seat)) - public:
            assert text not in words, text
        for kind in (*seat.types, *other.types):
            assert flat(kind.title) not in words, kind.title
        for actor in opened.scenario.actors:
            if actor.ratifier is not None:
                assert (flat(actor.title) + ":" in words) == (actor.side == seat.id)


@pytest.mark.parametrize("scenario", SHIPPED)
def test_the_fact_sheet_is_for_everybody(scenario):
    opened = open_scenario(scenario)
    words = Reader(pages(opened)["facts.html"]).words
    assert flat(opened.scenario.fact_box) in words
    assert opened.scenario.contact in words
    assert "not a forecast" in words
    for source in opened.scenario.sources.values():
        assert flat(source.title) in words
    for seat in opened.scenario.seats:
        for wish in seat.mandate:
            assert flat(wish.text) not in words


@pytest.mark.parametrize("scenario", SHIPPED)
def test_the_card_has_the_time_the_rules_and_the_questions(scenario):
    opened = open_scenario(scenario)
    words = Reader(pages(opened)["facilitator.html"]).words
    for text in (*opened.scenario.debrief, *opened.scenario.left_out, opened.scenario.content_note):
        assert flat(text) in words
    for seat in opened.scenario.seats:
        assert all(flat(wish.text) in words for wish in seat.mandate)
    assert "Nobody plays a prisoner" in words
    assert "45 min" in words
    assert "90 min" in words
    expels = any(level.exile for issue in opened.scenario.issues for level in issue.levels)
    assert ("leave their country" in words) == expels
    assert ("newly arrested while" in words) == (opened.scenario.arrests is not None)
    assert ("The case is real" in words) == (opened.scenario.fiction is None)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_adds_up_and_a_third_of_it_is_debrief(lesson):
    assert sum(took for took, _step in steps(lesson)) == lesson
    assert 3 * minutes(lesson, "debrief") >= lesson


def test_a_pace_that_is_too_fast_is_said():
    assert "too short" not in pace(45, 4)
    assert "That is short" in pace(45, 13)
    assert "4 min 30 s a turn" in pace(45, 4)
    assert "That is short" not in pace(90, 13)


def test_pages_are_written_and_never_over_others(tmp_path, capsys):
    folder = tmp_path / "new" / "lesson"
    assert main(["handout", "belarus-2025", "--out", str(folder)]) == 0
    names = {path.name for path in folder.iterdir()}
    assert names == {"brief-envoy.html", "brief-government.html", "facts.html", "facilitator.html"}
    (folder / "facts.html").write_text("mine")
    (folder / "brief-envoy.html").unlink()
    assert main(["handout", "belarus-2025", "--out", str(folder)]) == 2
    assert "nothing was written" in capsys.readouterr().err
    assert (folder / "facts.html").read_text() == "mine"
    assert not (folder / "brief-envoy.html").exists()
    assert main(["handout", "belarus-2025", "--out", str(folder), "--replace"]) == 0
    assert (folder / "facts.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_full_disk_and_a_file_in_place_of_the_folder_are_said(tmp_path, monkeypatch):
    opened = open_scenario("one-page")
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritten, match="could not be written"):
        write_handout(opened, tmp_path / "file")

    def full(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(NotWritten, match="no space left"):
        write_handout(opened, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_an_unknown_scenario_is_said(capsys, tmp_path):
    assert main(["handout", "belarus-2026", "--out", str(tmp_path)]) != 0
    assert "belarus-2025" in capsys.readouterr().err


def test_goals_are_for_whoever_leads_and_reading_is_for_everybody():
    opened = open_scenario("cuba-2025")
    goals, reading = opened.scenario.goals, opened.scenario.reading
    assert len(goals) >= 2
    assert len(reading) >= 2
    written = {name: Reader(text).words for name, text in pages(opened).items()}
    for name, words in written.items():
        for goal in goals:
            assert (flat(goal) in words) == (name == "facilitator.html"), (name, goal)
        for work in reading:
            assert (flat(work) in words) == (name == "facts.html"), (name, work)
    bare = pages(open_scenario("two-turns"))
    assert "What it can teach" not in bare["facilitator.html"]
    assert "To read" not in bare["facts.html"]
