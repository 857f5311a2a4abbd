"""Where facts and pictures come from can be read in the window; words are found by typing and by F1."""

import re

import pytest

from game.foundation.places import assets_folder
from game.startup import NEEDED
from game.ui.pictured_games import in_talks
from game.ui.screens import credits as credits_page
from game.ui.screens.brief import BriefPage
from game.ui.screens.credits import Credits, attributed, kind_names
from game.ui.screens.glossary import Glossary, entries, term_in
from game.ui.screens.home import Home
from game.ui.screens.sources import with_sources
from game.ui.screens.table import Table
from game.ui.widgets.label import Link
from tests.compiled import open_scenario
from tests.shells.drawn import words_on
from tests.shells.player import Player


def labels(player) -> str:
    found = []
    for widget in player.app.top.root.walk():
        text = getattr(widget, "text", "")
        found.append(text if isinstance(text, str) else "".join(words.text for words in text))
    return "\n".join(found)


@pytest.mark.parametrize("mouse", [True, False])
def test_every_source_of_a_case_is_named_with_its_date_and_address(mouse):
    player = Player(mouse)
    player.use("credits")
    scenario = open_scenario("belarus-2025").scenario
    titles = player.find("case").options
    player.choose("case", titles.index(scenario.title))
    said = labels(player)
    for source in scenario.sources.values():
        assert source.title in said
        assert f"({source.date}" in said
        assert source.url in said
    first = min(said.index(source.title) for source in scenario.sources.values())
    assert "titles tell how it really went on" in said[:first]
    assert "not a forecast" in said
    assert scenario.contact in said
    player.key("escape")
    assert isinstance(player.page, Home)


@pytest.mark.parametrize("case", ["belarus-2025", "cuba-2025"])
@pytest.mark.parametrize("mouse", [True, False])
def test_every_source_that_the_fact_box_names_can_be_opened_from_the_brief(case, mouse):
    opened = open_scenario(case)
    named = [name for name in opened.scenario.sources if re.search(rf"\b{name}\b", opened.scenario.fact_box)]
    player = Player(mouse, screen=BriefPage(in_talks(opened)))
    found = [widget.words.term for widget in player.app.top.root.walk() if isinstance(widget, Link)]
    assert {f"source {name}" for name in named} <= set(found)
    assert len(named) > 2
    for name in named[:2]:
        player.use(f"term:source {name}")
        source, said = opened.scenario.sources[name], labels(player)
        assert source.title in said
        assert str(source.date) in said
        assert kind_names()[source.kind] in said
        player.use("close")
        assert isinstance(player.page, BriefPage)


def test_what_only_looks_like_a_source_is_no_link():
    scenario = open_scenario("belarus-2025").scenario
    words = with_sources("S65, S6500, xS65 and B52 (P1900)", scenario)
    assert [part.text for part in words if part.term] == ["S65", "P1900"]
    assert "".join(part.text for part in words) == "S65, S6500, xS65 and B52 (P1900)"


def test_every_row_of_the_attributions_is_shown():
    rows = [line for line in (assets_folder() / "ATTRIBUTION.md").read_text().splitlines() if "|" in line][2:]
    assert len(attributed()) == len(rows) > 1
    said = labels(Player(screen=Credits()))
    for _what, author, _version, licence in attributed():
        assert author in said
        assert licence in said


def test_a_missing_page_of_attributions_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(credits_page, "assets_folder", lambda: tmp_path)
    credits_page.attributed.cache_clear()
    try:
        assert "ATTRIBUTION.md" in labels(Player(screen=Credits()))
    finally:
        credits_page.attributed.cache_clear()


def test_what_is_typed_is_looked_for():
    player = Player(mouse=False, screen=Glossary())
    player.reach("sought")
    player.type("nash")
    shown = labels(player)
    assert "Nash" in shown
    assert "audience cost" not in shown
    player.type("qqq")
    assert "No word of the glossary fits" in labels(player)
    for _ in range(7):
        player.key("backspace")
    assert all(words in labels(player) for words, _meaning in entries())


def test_f1_opens_at_the_word_under_the_ring():
    player = Player(mouse=False, screen=Table(in_talks(open_scenario("belarus-2025"), plies=2)))
    player.reach("trust mine")
    player.key("f1")
    assert isinstance(player.page, Glossary)
    assert player.find("sought").text == term_in("You trust them") == "trust"
    assert any(line == "trust" for line in words_on(player.app))
    player.key("f1")
    assert isinstance(player.page, Table)


def test_longer_words_win():
    assert term_in("the reservation value of it") == "reservation value"
    assert term_in("nothing of that kind") == ""


def test_everything_that_is_needed_is_named():
    assert set(credits_page.MADE_WITH) == {project for project, _module, _range in NEEDED}
