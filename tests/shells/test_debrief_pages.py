"""The debrief as a page and as a table: whole, safe to open, and never written over something else."""

import csv
import errno
import os
from html.parser import HTMLParser
from io import StringIO

import pytest

from game.cli.entry import main
from game.foundation.keeping import NotWritten, free_path, keep
from game.match.finished import finished
from game.match.saves import save
from game.match.table import Match
from game.narration.paper.debrief_page import debrief_page
from game.narration.paper.markup import element, escaped, link
from game.narration.paper.offers_table import offers_csv
from game.ui.playing import Playing
from game.ui.screens.outcome import Outcome
from tests.compiled import open_scenario
from tests.shells.drawn import words_on
from tests.shells.player import Player

ALONE = {"meta", "br", "hr"}


class Reader(HTMLParser):
    """Reads a page: what stands where, what it loads, and whether every element is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open, self.tags, self.links, self.ids, self.text = [], [], [], [], []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        named = dict(attrs)
        assert not set(named) & {"src", "srcset", "onclick", "onload", "action", "data"}
        self.links += [named["href"]] if "href" in named else []
        self.ids += [named["id"]] if "id" in named else []
        if tag not in ALONE:
            self.open.append(tag)

    def handle_startendtag(self, tag, _attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.text).split())


def played(scenario="belarus-2025", seed=7) -> Match:
    match = Match(open_scenario(scenario), ("conceder", "boulware"), seed)
    match.advance()
    assert match.over
    return match


@pytest.fixture(scope="module")
def match():
    return played()


@pytest.fixture(scope="module")
def done(match):
    return finished(match.opened, match.course())


def test_the_page_tells_everything_and_loads_nothing(done):
    page = debrief_page(done, "which game")
    read = Reader(page)
    assert read.tags.count("svg") > 4
    assert not {"script", "img", "iframe", "link", "object", "form"} & set(read.tags)
    assert "Content-Security-Policy" in page
    known = {source.url for source in done.scenario.sources.values()}
    assert {address for address in read.links if not address.startswith("#")} <= known
    assert {address[1:] for address in read.links if address.startswith("#")} <= set(read.ids)
    for section in (
        "outcome",
        "others",
        "was",
        "map",
        "offers",
        "votes",
        "good",
        "history",
        "left-out",
        "talk",
    ):
        assert section in read.ids, section
    for text in (
        *done.scenario.left_out,
        *done.scenario.debrief,
        *(step.text for step in done.scenario.history),
    ):
        assert " ".join(text.split()) in read.words
    for reveal in done.told.reveals:
        assert done.words.types[reveal.seat][reveal.type_].title in read.words
    assert "not a forecast" in read.words
    assert "31 March 2026" in read.words
    assert done.scenario.contact in read.words


def test_every_offer_has_its_row_on_the_page_and_in_the_table(done):
    rows = list(csv.DictReader(StringIO(offers_csv(done))))
    assert len(rows) == len(done.told.tabled) > 5
    for row, tabled in zip(rows, done.told.tabled, strict=True):
        assert int(row["turn"]) == tabled.turn + 1
        assert float(row["gain_envoy"]) == pytest.approx(tabled.gains[0] / 1e6, abs=5e-4)
        assert row["signed_by_government"] == ("yes" if tabled.signed_by[1] else "no")
        assert row["fate"] == tabled.fate
        assert row["potash"] in {level.title for level in done.scenario.issues[7].levels}
    assert Reader(debrief_page(done, "")).words.count("offer") >= len(rows)


@pytest.mark.parametrize("scenario", ["one-page", "two-turns"])
def test_small_and_invented_cases_have_pages_too(scenario):
    match = played(scenario, 3)
    page = debrief_page(finished(match.opened, match.course()), "")
    read = Reader(page)
    assert "history" not in read.ids
    assert match.opened.scenario.fiction is None or match.opened.scenario.fiction.split()[0] in read.words


def test_a_scenario_cannot_break_out_of_the_page(done):
    from dataclasses import replace

    evil = '<script>alert("1")</script>\x00\x1b[0m\ud800'
    sources = {
        "S": next(iter(done.scenario.sources.values())).model_copy(update={"url": "javascript:alert(1)"})
    }
    scenario = done.scenario.model_copy(update={"title": evil, "left_out": (evil,), "sources": sources})
    seats = tuple(replace(seat, title=evil) for seat in done.words.seats)
    page = debrief_page(replace(done, scenario=scenario, words=replace(done.words, seats=seats)), evil)
    read = Reader(page)
    assert "script" not in read.tags
    assert not [address for address in read.links if address.startswith("javascript")]
    assert "\x00" not in page
    assert "\x1b" not in page
    page.encode()


def test_a_spreadsheet_works_nothing_out(done):
    from dataclasses import replace

    plans = tuple(replace(plan, title="=HYPERLINK(1)") for plan in done.words.plans)
    text = offers_csv(replace(done, words=replace(done.words, plans=plans)))
    assert {row["plan"] for row in csv.DictReader(StringIO(text))} == {"'=HYPERLINK(1)"}


def test_markup_escapes_texts_once_and_attributes_too():
    assert escaped("a<b & -3") == "a&lt;b &amp; −3"
    assert escaped(escaped("a<b")) == "a&lt;b"
    assert element("p", ["x<", element("b", "y>")], title='"') == '<p title="&quot;">x&lt;<b>y&gt;</b></p>\n'
    assert link("t", "ftp://x") == "t"
    assert 'href="https://x"' in link("t", "https://x")


# the command


@pytest.fixture
def saved(match, tmp_path):
    path = tmp_path / "game.transcript"
    save(path, match.transcript())
    return path


def test_the_command_writes_both_and_leaves_what_is_there(saved, tmp_path, capsys, match, done):
    page, table = tmp_path / "a.html", tmp_path / "new" / "a.csv"
    assert main(["debrief", str(saved), "--html", str(page), "--csv", str(table)]) == 0
    assert table.read_text(encoding="utf-8") == offers_csv(done)
    assert str(match.seed) in page.read_text(encoding="utf-8")
    page.write_text("mine")
    assert main(["debrief", str(saved), "--html", str(page)]) == 2
    assert "exists already" in capsys.readouterr().err
    assert page.read_text() == "mine"
    assert main(["debrief", str(saved), "--html", str(page), "--replace"]) == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_command_alone_shows_the_debrief(saved, capsys):
    assert main(["debrief", str(saved)]) == 0
    assert "What each side really was" in capsys.readouterr().out


def test_a_game_that_goes_on_keeps_its_secrets(tmp_path, capsys):
    match = Match(open_scenario("one-page"), ("person", "conceder"), 1)
    save(tmp_path / "g.transcript", match.transcript())
    assert main(["debrief", str(tmp_path / "g.transcript"), "--html", str(tmp_path / "x.html")]) == 2
    assert "not over" in capsys.readouterr().err
    assert not (tmp_path / "x.html").exists()


def full_disk(_handle):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_said_and_leaves_nothing_behind(saved, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("os.fsync", full_disk)
    folder = tmp_path / "there"
    folder.mkdir()
    assert main(["debrief", str(saved), "--html", str(folder / "a.html")]) == 2
    assert "no space left" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


def test_a_folder_in_the_place_of_a_file_is_said(tmp_path):
    with pytest.raises(NotWritten, match="exists already"):
        keep(tmp_path, "text")
    with pytest.raises(NotWritten, match="could not be written"):
        keep(tmp_path, "text", replace=True)


def test_free_names_count_on(tmp_path):
    assert free_path(tmp_path, "a", (".html", ".csv")).name == "a"
    (tmp_path / "a.csv").touch()
    assert free_path(tmp_path, "a", (".html", ".csv")).name == "a-2"


# the window


@pytest.mark.parametrize("mouse", [True, False])
def test_the_window_keeps_a_debrief_as_often_as_is_wanted(mouse, home, match):
    player = Player(mouse, screen=Outcome(Playing(match)))
    player.use("go")
    player.use("keep")
    assert "debriefs" in "".join(words_on(player.app))  # a long path may break anywhere
    player.use("understood")
    player.key("ctrl+s")
    player.use("understood")
    names = sorted(path.name for path in (home / "debriefs").iterdir())
    assert names == [f"belarus-2025-7{end}" for end in ("-2.csv", "-2.html", ".csv", ".html")]


def test_the_window_says_that_a_debrief_was_not_kept(match, monkeypatch):
    monkeypatch.setattr("os.fsync", full_disk)
    player = Player(screen=Outcome(Playing(match)))
    player.use("go")
    player.use("keep")
    assert "no space left" in " ".join(words_on(player.app))
    player.use("understood")
