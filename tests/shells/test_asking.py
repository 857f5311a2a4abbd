"""Every number says what it is made of, and every word of the trade what it means."""

import re

import pytest

from game.ui.screens.brief import BriefPage
from game.ui.screens.glossary import Glossary, entries
from game.ui.screens.outcome import Outcome
from game.ui.widgets.hintcard import SumTable
from game.ui.widgets.label import Link
from tests.shells.drawn import words_on
from tests.shells.player import Player
from tests.shells.seated import PASSES, at_table, played

NUMBER = re.compile(r"[+−]?\d[\d\u2009]*(?:\.\d+)?")


def number(text: str) -> float:
    found = NUMBER.search(text)
    assert found, text
    return float(found[0].replace("−", "-").replace("\u2009", ""))


def asked(player, widget):
    """The card that F2 opens over a widget."""
    player.focus(widget)
    player.key("f2")
    return player.app.hints.open


def sums(card):
    return [widget._why for widget in card.walk() if isinstance(widget, SumTable)]


def askable(player):
    return [widget for widget in player.app.top.root.walk() if widget.focusable and widget.why is not None]


@pytest.fixture
def player():
    return at_table(played(PASSES, "offer people=thirty harbour=open"))


def test_every_number_at_the_table_is_a_sum_that_adds_up(player):
    found = askable(player)
    keys = {widget.key for widget in found}
    assert {"trust mine", "trust theirs", "held", "mine value", "mine estimate", "mine signs",
            "mine vote 0", "theirs value", "theirs estimate", "theirs vote 0"} <= keys  # fmt: skip
    for widget in found:
        card = asked(player, widget)
        assert card is not None, widget.key
        (why,) = sums(card)
        assert sum(number(part.shown) for part in why.parts) == pytest.approx(number(why.total)), widget.key


def test_the_sum_is_the_number_that_is_shown(player):
    for key in ("mine value", "theirs value"):
        widget = player.find(key)
        (why,) = sums(asked(player, widget))
        assert number(why.total) == number(widget.said())
    for key in ("trust mine", "trust theirs", "held"):
        widget = player.find(key)
        (why,) = sums(asked(player, widget))
        assert number(why.total) == number(widget.said().split(":")[-1])


def test_the_sum_follows_the_draft_while_it_is_open(player):
    card = asked(player, player.find("mine value"))
    before = sums(card)[0].total
    player.app.focus(player.find("issue:0"))
    player.focus(player.find("mine value"))
    player.key("f2") if player.app.hints.open is None else None
    player.page._form.take(player.page.drafting.theirs)
    player.app.hints.refresh()
    assert sums(player.app.hints.open)[0].total != before


def test_the_pointer_asks_by_resting(player):
    player.move(player.find("mine value").rect.center)
    player.wait(1.0)
    assert player.app.hints.open is not None
    player.move((5, 5))
    player.wait(0.1)
    assert player.app.hints.open is None


def test_the_worth_of_an_empty_draft_asks_nothing():
    player = at_table(played())
    assert asked(player, player.find("mine value")) is None


def test_every_number_of_the_outcome_adds_up():
    match = played(PASSES, "accept", players=("person", "person"))
    while not match.over:
        moves = [move.do for move in match.transcript().moves]
        match = played(*moves, {0: "hold", 1: "honour", 2: "let pass"}[int(match.phase)])
    from game.ui.playing import Playing

    player = Player(screen=Outcome(Playing(match)))
    stock, third = player.find("stock"), player.find("third parties")
    (why,) = sums(asked(player, stock))
    assert number(why.total) == int(match.course().final.held[0])
    for n, bar in enumerate(third.bars):
        player.focus(third)
        third.visit(n)
        player.key("f2") if player.app.hints.open is None else None
        player.app.hints.refresh()
        (why,) = sums(player.app.hints.open)
        assert number(why.total) == number(bar.shown), bar.name
        assert sum(number(part.shown) for part in why.parts) == pytest.approx(number(why.total), abs=1e-9)
        player.key("f2")
    assert asked(player, player.find("leverage 0")) is not None


# words


@pytest.mark.parametrize("mouse", [True, False], ids=["mouse", "keyboard"])
def test_a_word_of_the_brief_opens_its_meaning(mouse):
    playing = at_table(played(scenario="belarus-2025")).page._playing
    player = Player(mouse, BriefPage(playing))
    link = next(widget for widget in player.app.top.root.walk() if isinstance(widget, Link))
    if mouse:
        player._into_sight(link)
        player.click((link.rect.x + 4, link.rect.centery))
    else:
        player._tab_to(link)
        player.key("f1")
    assert player.may("close")
    player.use("close")
    assert isinstance(player.page, BriefPage)


def test_f1_opens_the_glossary_from_the_table_and_closes_it(player):
    table = player.page
    player.key("f1")
    assert isinstance(player.page, Glossary)
    assert any(words in words_on(player.app) for words, _meaning in sorted(entries())[:8])
    player.key("f1")
    assert player.page is table
    player.key("f1")
    player.key("escape")
    assert player.page is table
    player.key("f1")
    player.use("back")
    assert player.page is table


def test_the_text_of_a_page_moves_by_its_keys_wherever_the_keyboard_is():
    player = Player(screen=Glossary())
    body = player.page.app.top.root._body
    player.key("pagedown")
    first = body.offset
    player.key("down")
    player.key("end")
    assert 0 < first < body.offset == body.most
    player.key("home")
    assert body.offset == 0


def test_the_brief_can_be_read_again_from_the_table(player):
    table = player.page
    player.find("tabs").choose("tab mandate")
    player.app.step()
    player.use("brief")
    assert isinstance(player.page, BriefPage)
    player.use("go")
    assert player.page is table
