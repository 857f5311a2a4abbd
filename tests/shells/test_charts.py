"""The charts show what they are given, in shapes, and can be visited."""

from itertools import combinations, pairwise

import pytest

from game.ui.charts.axis import Axis, round_steps, written
from game.ui.charts.bars import Bar, Bars
from game.ui.charts.lines import Level, Lines, Series
from game.ui.charts.network import Edge, Network, Node
from game.ui.charts.scatter import Dot, Landmark, Names, Scatter, Space
from game.ui.charts.stocks import Stocks, Stream
from game.ui.charts.timeline import Moment, Timeline
from game.ui.layout import Row
from game.ui.layout import Space as Gap
from game.ui.widgets.base import Limits
from tests.shells.audit import faults
from tests.shells.drawn import words_on
from tests.shells.gallery import space
from tests.shells.hand import on, same_pixels

NAMES = Names("value to you", "value to them", "walk away", "your draft", "their last", "frontier")


def test_round_steps():
    assert round_steps(0, 100, 5) == [0, 50, 100]
    assert round_steps(0, 100, 12) == [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
    assert round_steps(-1.0, 1.0, 6) == pytest.approx([-1, -0.5, 0, 0.5, 1])
    assert round_steps(5, 5, 4) == []
    assert round_steps(float("nan"), 1, 4) == []
    assert len(round_steps(13, 1136, 5)) <= 6
    assert round_steps(4.94, 6.06, 5) == pytest.approx([5, 5.5, 6])
    assert round_steps(4.94, 6.06, 5, whole=True) == [5, 6], "nobody is half a person"
    assert round_steps(0, 1.06, 5, whole=True) == [0, 1]


def test_axis_and_written_numbers():
    axis = Axis(0, 50, 100, 200)
    assert axis.at(25) == 150
    assert axis.within(80) == 200
    assert axis.length(10) == 20
    assert Axis(3, 3, 0, 10).at(3) == 0
    assert written(-12.5) == "−12.5"
    assert written(40.0) == "40"


@pytest.fixture
def scatter():
    chart = Scatter(NAMES)
    chart.show_space(space())
    return chart


def colours_at(hand, chart, point) -> set:
    x, y = chart.rect.x + round(point[0]), chart.rect.y + round(point[1])
    around = ((x + dx, y + dy) for dx in (-2, 0, 2) for dy in (-2, 0, 2))
    return {tuple(hand.app.surface.get_at(at))[:3] for at in around}


def near(one, other) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < 24


def test_offers_stand_where_their_values_are_in_the_colour_of_their_side(scatter):
    hand = on(scatter)
    frame, tones = scatter.frame(), hand.app.kit.theme.tones
    for dot in scatter.space.mine:
        assert tones["envoy"].mark in colours_at(hand, scatter, frame.at(dot.x, dot.y))
    for dot in scatter.space.theirs:
        assert tones["government"].mark in colours_at(hand, scatter, frame.at(dot.x, dot.y))


def test_the_frontier_is_drawn_only_when_it_is_given(scatter):
    hand = on(scatter)
    frame = scatter.frame()
    point = frame.at(60, 80)
    ink = hand.app.kit.theme.tones["plain"].mark
    assert not any(near(ink, seen) for seen in colours_at(hand, scatter, point))
    scatter.show_space(Space(frontier=((40, 80), (80, 80)), landmarks=(Landmark("Nash", 90, 20),)))
    hand.app.step()
    assert any(near(ink, seen) for seen in colours_at(hand, scatter, point))
    assert ink in colours_at(hand, scatter, frame.at(90, 20))


def test_names_of_points_on_a_line_stand_beside_it():
    chart = Scatter(NAMES, (-50, 50), (-50, 50))
    names = ("Nash", "Kalai-Smorodinsky", "Equal gains", "Largest sum")
    frontier = ((-40.0, 8.0), (30.0, -8.0))
    marks = tuple(Landmark(name, 15, 0) for name in names)
    chart.show_space(Space(walk_x=0, walk_y=0, frontier=frontier, landmarks=marks))
    hand = on(chart)
    hand.app.text_log = []
    hand.app.fault_free_redraw()
    level = chart.rect.y + chart.frame().y.at(0)
    written = {text.text: text.rect for text in hand.app.text_log}
    for name in names:
        assert not written[name].top < level < written[name].bottom, f"{name} is crossed"


def test_moving_the_draft_keeps_the_back(scatter):
    hand = on(scatter)
    back = scatter._back
    scatter.show_space(space(5))
    hand.app.step()
    assert scatter._back is back
    scatter.show_space(Space(walk_x=10))
    hand.app.step()
    assert scatter._back is not back


def test_values_beyond_the_axes_stay_on_the_plot(scatter):
    hand = on(scatter)
    scatter.show_space(Space(mine=(Dot(-50, 400, 9, "far"),), draft=Dot(900, -3), walk_x=-4, walk_y=120))
    hand.app.step()
    plot = scatter.frame().plot
    assert all(plot.collidepoint(spot.at) for spot in scatter.spots)


def test_spots_are_visited_by_keys_and_picked(scatter):
    picked = []
    scatter.picked = picked.append
    hand = on(scatter)
    hand.key("right", times=2)
    assert scatter.said() == "offer 2: 80 / 31"
    hand.key("enter", times=2, release=False)
    hand.key("left", times=2)
    assert scatter.visited == len(scatter.spots) - 1
    hand.key("home")
    hand.key("space")
    assert picked == [1, 0]


def test_spots_are_visited_and_picked_by_the_mouse(scatter):
    picked = []
    scatter.picked = picked.append
    hand = on(scatter)
    spot = scatter.spots[1]
    at = (scatter.rect.x + round(spot.at[0]) + 3, scatter.rect.y + round(spot.at[1]))
    before = hand.app.surface.copy()
    hand.move(at)
    assert scatter.visited == 1
    assert not same_pixels(before, hand.app.surface)
    hand.click(at)
    assert picked == [1]
    hand.move((2, 2))
    assert scatter.visited is None


def test_timeline_lanes_and_order():
    moments = [Moment(1, "theirs", "b", 2), Moment(0, "mine", "a", 1), Moment(1, "news", "c", 3)]
    picked = []
    chart = Timeline(["May", "June"], 1, moments, picked=picked.append)
    hand = on(chart)
    line = chart._line()
    height = {spot.tag: spot.at[1] for spot in chart.spots}
    assert height[1] < line < height[2]
    assert abs(height[3] - line) < 4
    hand.key("right")
    hand.key("enter")
    assert picked == [1]
    chart.show_moments([*moments, Moment(1, "mine", "d", 4)], 1)
    hand.app.step()
    assert len(chart.spots) == 4


def test_many_marks_in_one_turn_do_not_cover_each_other():
    chart = Timeline(["May", "June"], 0, [Moment(0, "news", str(n), n) for n in range(4)])
    on(chart)
    places = sorted(spot.at[0] for spot in chart.spots)
    assert min(b - a for a, b in pairwise(places)) > 10


def crowded(picked=None):
    """A turn with more news than have room side by side, beside one with a single mark."""
    moments = [Moment(0, "news", f"news {n}", n) for n in range(9)] + [Moment(11, "mine", "an offer", 9)]
    turns = [f"turn {n}" for n in range(12)]
    return Timeline(turns, 0, moments, picked=picked)


def test_more_marks_than_have_room_are_one_with_their_number():
    picked = []
    chart = crowded(picked.append)
    hand = on(chart)
    assert "9" in words_on(hand.app)
    assert faults(hand.app) == []
    assert len({spot.at for spot in chart.spots}) == 2
    assert [spot.said for spot in chart.spots][:2] == ["1 of 9: news 0", "2 of 9: news 1"]
    hand.app.focus(chart)
    for n in range(9):
        hand.key("right")
        assert chart.said() == f"{n + 1} of 9: news {n}"
    hand.key("right")
    assert chart.said() == "an offer"


@pytest.mark.parametrize("news", [3, 12])
def test_a_number_does_not_touch_the_next_mark_where_turns_are_narrow(news):
    moments = [Moment(turn, "news", f"{turn} {n}", n) for turn in range(13) for n in range(news)]
    chart = Timeline([f"turn {n}" for n in range(13)], 1, moments)
    hand = on(Row([chart.place(limits=Limits(max_w=380)), Gap(800)]))
    clusters = chart._clusters()
    assert len(clusters) == 13
    wide = hand.app.kit.text_width(str(news))
    starts = [min(one.at[0] - one.size / 2, one.at[0] + chart._behind(one)) for one in clusters]
    ends = [one.at[0] + chart._behind(one) + wide for one in clusters]
    assert min(start - end for start, end in zip(starts[1:], ends[:-1], strict=True)) >= 3
    assert words_on(hand.app).count(str(news)) == 13


def test_what_was_merged_is_listed_under_the_pointer_and_clicked_one_by_one():
    picked = []
    chart = crowded(picked.append)
    hand = on(chart)

    def at(spot):
        return (chart.rect.x + round(spot.at[0]), chart.rect.y + round(spot.at[1]))

    hand.move((chart.rect.right - 2, chart.rect.bottom - 2))
    hand.move(at(chart.spots[0]))
    hand.wait(1)
    assert [line for line in words_on(hand.app) if "news" in line][-1] == "9 of 9: news 8"
    for _click in range(3):
        hand.click(at(chart.spots[0]))
    assert picked == [0, 1, 2]
    hand.click(at(chart.spots[9]))
    assert picked == [0, 1, 2, 9]
    hand.wait(1)
    assert hand.app.hints.open is None


def test_many_turns_name_only_some():
    chart = Timeline([f"month {n}" for n in range(60)], 30)
    hand = on(chart)
    assert faults(hand.app) == []


def test_bars_are_as_long_as_their_values():
    chart = Bars(
        [Bar("a", 50, "50", "good"), Bar("b", -50, "−50", "bad", threshold=25, said="why")], -100, 100
    )
    hand = on(chart)
    tones = hand.app.kit.theme.tones
    row = chart.rect.y + chart._tall(chart.bars[0], chart.rect.width) // 2
    columns = range(chart.rect.x, chart.rect.right)
    good = sum(1 for x in columns if tuple(hand.app.surface.get_at((x, row)))[:3] == tones["good"].mark)
    row += chart._tall(chart.bars[0], chart.rect.width)
    bad = sum(1 for x in columns if tuple(hand.app.surface.get_at((x, row)))[:3] == tones["bad"].mark)
    assert good == pytest.approx(bad, abs=3)
    assert good > 100
    assert [spot.said for spot in chart.spots] == ["why"]


def test_lines_leave_gaps_out_and_name_their_points():
    chart = Lines(
        ["May", "June", "July"], "held", [Series("held", "third", (3, None, 5))], [Level("crisis", 4)]
    )
    hand = on(chart)
    assert [spot.said for spot in chart.spots] == ["held, May: 3", "held, July: 5"]
    hand.key("right")
    assert chart.said() == "held, May: 3"
    chart.show_series([])
    hand.app.step()
    assert chart.spots == []


def test_where_not_all_turns_fit_the_year_is_named():
    turns = ["Jun 2025", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan 2026", "Feb", "Mar", "Apr", "May"]
    page = on(Lines(turns, "held", [Series("held", "third", tuple(range(12)))]), size=(620, 720))
    assert {"Jun 2025", "Jan 2026"} <= set(words_on(page.app))
    assert "Dec" not in words_on(page.app), "there was no room, or this shows nothing"


def test_names_of_lines_that_end_together_stand_one_below_the_other():
    names = ("newly arrested", "released", "sentence served")
    chart = Lines(["May", "June"], "a turn", [Series(name, "third", (3, 0)) for name in names])
    page = on(chart)
    page.app.text_log = []
    page.app.fault_free_redraw()
    rects = [text.rect for text in page.app.text_log if text.text in names]
    assert len(rects) == len(names)
    assert not any(one.colliderect(other) for one, other in combinations(rects, 2))
    assert all(rect.right <= chart.rect.right for rect in rects)


def test_stocks_grow_with_their_words():
    few = Stocks("held", "1,136", [Stream("new arrests", 4, "+4")], [Stream("released", 52, "−52")])
    many = Stocks("held", "1,136", [Stream(f"reason number {n}", n, str(n)) for n in range(6)], [])
    on(few)
    on(many)
    assert many.rect.height > few.rect.height
    assert "released −52" in few.said()


def test_network_draws_support_opposition_and_blockers_differently():
    nodes = [Node("a", "A", at=(0.1, 0.5)), Node("b", "B", at=(0.9, 0.5))]
    pictures = []
    for edge, blocks in ((Edge("a", "b"), False), (Edge("a", "b", "opposes"), False), (Edge("a", "b"), True)):
        chart = Network([nodes[0], Node("b", "B", at=(0.9, 0.5), blocks=blocks)], [edge])
        pictures.append(on(chart).app.surface)
    assert not same_pixels(pictures[0], pictures[1])
    assert not same_pixels(pictures[0], pictures[2])


def test_network_says_its_ties_and_ignores_unknown_actors():
    chart = Network([Node("a", "A"), Node("b", "B")], [Edge("a", "b", "opposes"), Edge("a", "ghost")])
    on(chart)
    assert chart.summary() == "A opposes B"


@pytest.mark.parametrize(
    "chart",
    [Scatter(NAMES), Timeline([]), Bars(), Lines([], "none"), Network(), Stocks("held", "0")],
    ids=lambda chart: type(chart).__name__,
)
def test_charts_with_nothing_to_show(chart):
    hand = on(chart)
    hand.key("right")
    hand.move(chart.rect.center)
    assert chart.spots == []
    assert chart.rect.width > 100
