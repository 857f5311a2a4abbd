"""The network at the table: who is for the draft, or for their offer, and who stops it."""

import pytest

from game.ui.charts.network import Network, Node
from tests.shells.hand import on
from tests.shells.seated import PASSES, at_table, played

FLAGSHIP = "belarus-2025"


def network(player):
    player.find("tabs").choose("tab sides")
    player.app.step()
    return player.find("sides")


def test_before_any_offer_there_is_nothing_to_be_for():
    player = at_table(played())
    assert network(player).nodes == ()


def test_their_offer_until_there_is_a_draft_then_the_draft():
    player = at_table(played("offer people=thirty harbour=open"))
    sides = network(player)
    assert sides.nodes[0].name == "their offer"
    player.slide("issue:0", 1)
    assert player.find("sides").nodes[0].name == "your draft"


@pytest.mark.parametrize("moves", [(PASSES,), ("offer people=thirty harbour=open",)])
def test_lines_are_those_of_the_forecast(moves):
    """Solid for a sure yes, dashed for a sure no, none where it is uncertain; the weight is the change."""
    player = at_table(played(*moves, scenario="one-page"))
    player.use("copy")
    sides, drafting = network(player), player.page.drafting
    home = drafting.judged(drafting.offer()).home
    words = drafting.match.opened.words.actors
    said = {"yes": "supports", "no": "opposes"}
    wanted = {words[drafting.seat].title: said["yes" if home.principal else "no"]}
    wanted |= {words[v.actor].title: said[v.answer] for v in home.ratifiers if v.answer in said}
    names = {node.key: node.name for node in sides.nodes}
    other = words[1 - drafting.seat].title
    found = {names[edge.one]: edge.kind for edge in sides.edges if names[edge.one] != other}
    assert found == wanted
    ringed = {node.name for node in sides.nodes if node.blocks}
    stopping = {words[v.actor].title for v in home.ratifiers if v.veto and v.answer == "no"}
    assert ringed == stopping | ({words[drafting.seat].title} if not home.principal else set())


def test_somebody_on_the_flagship_is_against_and_somebody_for():
    match = played("offer people=ten plan=release_first potash=general", scenario=FLAGSHIP)
    sides = network(at_table(match))
    assert {edge.kind for edge in sides.edges} == {"supports", "opposes"}


def test_only_the_own_side_and_the_other_principal_are_known():
    match = played("offer people=ten plan=release_first potash=general", scenario=FLAGSHIP)
    player = at_table(match)
    sides, seat = network(player), match.asked
    words, tables = match.opened.words, match.opened.tables
    known = {
        words.actors[actor].title
        for actor in range(len(words.actors))
        if tables.actor_side[actor] == seat or actor == 1 - seat
    }
    assert {node.name for node in sides.nodes[1:]} <= known


def test_listed_names_end_at_their_marks():
    nodes = [Node(str(n), "A name of some length", at=(0, n / 4), listed=True) for n in range(5)]
    chart = Network([*nodes, Node("offer", "offer", at=(1, 0.5))])
    on(chart)
    points = chart._points()
    width = chart.kit.text_width("A name of some length")
    assert all(points[node.key][0] >= width for node in nodes)
    assert points["offer"][0] <= chart.rect.width
