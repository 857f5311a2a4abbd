"""Every widget and chart on two pages, for tests and for looking at: `python tests/shells/gallery.py DIR`."""

import random
import sys
from functools import cache
from pathlib import Path

from game.ui.charts.bars import Bar, Bars
from game.ui.charts.lines import Level, Lines, Series
from game.ui.charts.network import Edge, Network, Node
from game.ui.charts.scatter import Dot, Landmark, Names, Scatter, Space
from game.ui.charts.stocks import Stocks, Stream
from game.ui.charts.timeline import Moment, Timeline
from game.ui.flow import linked
from game.ui.layout import Column, Flow, Fold
from game.ui.screen import Screen
from game.ui.tracks import Cell, Track
from game.ui.why import Part, Why
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.board import Board, Pane
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.entry import Entry
from game.ui.widgets.label import Label
from game.ui.widgets.log import Entry as LogEntry
from game.ui.widgets.log import Log
from game.ui.widgets.meter import Meter
from game.ui.widgets.panel import Page, Panel
from game.ui.widgets.progress import Progress
from game.ui.widgets.rows import Rows, RowText
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.slider import Slider
from game.ui.widgets.stepper import Stepper
from game.ui.widgets.tabs import Page as TabPage
from game.ui.widgets.tabs import Tabs

RELEASES = ("none", "5 people", "14 people", "31 people", "52 people", "123 people", "250 people")
RELIEF = (
    "none",
    "airline overflight",
    "airline parts",
    "potash, 6 months",
    "potash, lasting",
    "banks and potash",
)
ACTORS = (
    Node("you", "You", "envoy", (0.2, 0.7)),
    Node("them", "Government", "government", (0.6, 0.55)),
    Node("congress", "Congress", "third", (0.0, 0.2), blocks=True),
    Node("allies", "Allies", "third", (0.42, 1.0)),
    Node("security", "Security council", "bad", (0.95, 0.0), blocks=True),
)
TIES = (
    Edge("you", "them"),
    Edge("you", "allies", strength=0.6),
    Edge("you", "congress", "opposes"),
    Edge("them", "security", "opposes", 0.8),
)


def dots(*values: tuple[float, float]) -> tuple[Dot, ...]:
    return tuple(Dot(x, y, 6, f"offer {n + 1}: {x:.0f} / {y:.0f}", n) for n, (x, y) in enumerate(values))


@cache
def cloud(count: int = 200) -> tuple[tuple[float, float], ...]:
    chance = random.Random(7)
    pairs = ((chance.uniform(0, 100), chance.uniform(0, 100)) for _ in range(3 * count))
    return tuple(pair for pair in pairs if sum(pair) < 135)[:count]


def space(level: int = 3) -> Space:
    return Space(
        mine=dots((88, 22), (80, 31), (74, 38)),
        theirs=dots((12, 86), (20, 80), (29, 72)),
        draft=Dot(72 - 4 * level, 34 + 6 * level, 7, "your draft", "draft"),
        ghost=Dot(70, 40),
        walk_x=28,
        walk_y=30,
        walk_y_error=6,
        cloud=cloud(),
    )


class Table(Screen):
    """Shaped like the table of the game, without a game."""

    title = "Table"

    def build(self) -> Widget:
        self.sent: list[str] = []
        self.terms: list[str] = []
        self.scatter = Scatter(
            Names("value to you", "value to them (estimate)", "walk away", "your draft 42", "their last"),
            picked=lambda tag: self.sent.append(f"dot {tag}"),
        ).place(key="space", name="Offer space")
        self.scatter.show_space(space())
        return Page([self.strip(), self.board()])

    def strip(self) -> Widget:
        role = Column(
            [Label("Envoy", "strong", "envoy", shape="auto"), Label("Turn 4 of 12", "note", "muted")], gap=0
        )
        meters = [
            Meter("Home pressure", 62, threshold=75, change=6, rising_is="bad", tone="bad").place(
                why=self.why, key="pressure"
            ),
            Meter(
                "Alliance unity",
                71,
                threshold=40,
                change=-2,
                rising_is="good",
                tone="good",
                crisis_above=False,
            ),
            Meter("Trust at the table", 45, change=0, tone="link"),
        ]
        row = Flow([role, *(meter.place(grow=1) for meter in meters)], gap=24)
        return Panel("", [row], pad=(16, 10))

    def why(self) -> Why:
        parts = (
            Part("Pressure in May", "+56", 56, "link"),
            Part("News: families rally outside parliament", "+9", 9),
            Part("Five people released", "−3", -3),
        )
        return Why("Home pressure 62", parts, "= 62", "Above 75 the capital recalls you.")

    def board(self) -> Widget:
        panes = [
            Pane("Mandate", self.mandate(), Cell(0, 0), "mandate"),
            Pane("Actors", self.actors(), Cell(0, 1), "actors"),
            Pane("Offer", self.offer(), Cell(1, 0, 1, 2), "offer"),
            Pane(
                "Space",
                Panel("Offer space", [self.scatter], aside="their value is an estimate"),
                Cell(2, 0),
                "space",
            ),
            Pane("Talk", self.talk(), Cell(2, 1), "talk"),
            Pane("Turns", self.rounds(), Cell(0, 2, 3), "rounds"),
        ]
        columns = (Track(200, 6), Track(300, 10), Track(260, 10))
        return Board(panes, columns, (Track(0, 10), Track(0, 9), Track())).place(key="board")

    def mandate(self) -> Widget:
        lines = [
            Label(
                linked("Free at least 6 of 12 named people, medical cases first", ["medical cases"]),
                tone="good",
                shape="auto",
            ),
            Label("Keep the suspension under 60 % of listed entities", tone="good", shape="auto"),
            Label("Red line: no relief before the first release", tone="bad", shape="auto"),
            Label(linked("Your reservation value is 28.", ["reservation value"]), tone="muted"),
        ]
        return Panel("Your mandate", [Scroll(Column(lines, gap=6))], aside="private", aside_tone="envoy")

    def actors(self) -> Widget:
        return Panel(
            "Actors", [Network(ACTORS, TIES, picked=lambda tag: self.sent.append(str(tag))).place(key="net")]
        )

    def offer(self) -> Widget:
        self.releases = Slider("People released", RELEASES, 3, theirs=1, ghost=2, changed=self.moved).place(
            key="releases"
        )
        relief = Slider("Relief at signature", RELIEF, 2, theirs=4).place(key="relief")
        months = Slider("Length", [f"{n} months" for n in range(1, 25)], 5, theirs=11).place(key="months")
        choices = Flow(
            [
                Choice("Verification", ("ICRC visits", "joint commission", "none"), 0, theirs=1).place(
                    grow=1, key="verify"
                ),
                Choice("Sequence", ("release first", "together"), 0, theirs=0).place(grow=1, key="sequence"),
            ],
            gap=12,
        )
        self.value = Label(
            "Worth 42 to you, 55 ± 7 to them", "strong", steady="Worth 100 to you, 100 ± 70 to them"
        ).place(key="value", why=self.why)
        checks = Flow(
            [
                Label("inside your mandate", tone="good", shape="auto"),
                Label("better than walking away", tone="good", shape="auto"),
                Label("Congress may refuse", tone="warning", shape="auto"),
            ],
            gap=16,
        )
        buttons = Flow(
            [
                Button("Send offer", lambda: self.sent.append("send"), "primary").place(grow=3, key="send"),
                Button("Accept theirs", lambda: self.sent.append("accept")).place(grow=1, key="accept"),
                Button("Walk out", lambda: self.sent.append("walk"), "danger").place(grow=1, key="walk"),
            ]
        )
        body = Column([self.releases, relief, months, choices, self.value, checks], gap=12)
        return Panel(
            "Your draft", [Scroll(body), buttons], aside="against their last offer", aside_tone="government"
        )

    def moved(self, level: int) -> None:
        self.scatter.show_space(space(level))
        self.value.set(f"Worth {72 - 4 * level} to you, {34 + 6 * level} ± 7 to them")

    def talk(self) -> Widget:
        entries = [
            LogEntry(
                "Government",
                "Medical cases are a humanitarian matter. We ask for relief at once.",
                "government",
                "June",
            ),
            LogEntry(
                "You",
                "We hear you on the medical cases. Our capital needs verified releases first.",
                "envoy",
                "June",
            ),
            LogEntry("News", "Families rally outside parliament.", "news", "July"),
        ]
        self.log = Log(entries).place(key="log")
        notes = Entry("", lines=4, empty="Your own notes…").place(key="notes")
        tabs = Tabs(
            [TabPage("Table", self.log), TabPage("News", Label("Nothing yet")), TabPage("Notes", notes)]
        )
        return Panel("At the table", [tabs.place(key="tabs")])

    def rounds(self) -> Widget:
        moments = [
            Moment(0, "mine", "June: your first offer", 0),
            Moment(0, "theirs", "June: their first offer", 1),
            Moment(1, "news", "July: a leak", 2),
            Moment(1, "theirs", "July: their second offer", 3),
            Moment(2, "mine", "August: your second offer", 4),
            Moment(3, "news", "September: families rally", 5),
        ]
        turns = ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May"]
        return Panel(
            "",
            [
                Timeline(turns, 3, moments, picked=lambda tag: self.sent.append(f"moment {tag}")).place(
                    key="turns"
                )
            ],
        )

    def on_term(self, term: str) -> None:
        self.terms.append(term)


class Forms(Screen):
    """Everything else."""

    title = "Forms"

    def build(self) -> Widget:
        rows = [
            RowText("Belarus 2025", "12 turns"),
            RowText("Two days", "6 turns", "diamond", "government"),
            RowText("Toy", "2 turns"),
        ]
        left = Panel(
            "Settings",
            [
                Entry("Name of this game", "Tuesday, second try", entered=lambda _: None).place(key="name"),
                Choice("Look", ("dark", "light", "high contrast"), look="side by side").place(key="look"),
                Stepper("Text size", 100, 100, 175, step=5, shown=lambda n: f"{n} %").place(key="size"),
                Progress("Simulating 200 games", 0.4).place(key="progress"),
                Rows(rows, 1, taken=lambda _: None).place(key="rows", name="Saved games"),
            ],
        )
        return Page(
            [Scroll(Column([Fold([left.place(grow=1), self.sums().place(grow=1)], gap=8), self.charts()]))]
        )

    def sums(self) -> Widget:
        bars = [
            Bar("Political prisoners freed", 38, "38", "good", before=20),
            Bar("Relief given", -55, "−55", "bad", threshold=-60),
            Bar("Allies", -12, "−12", "third"),
        ]
        flows = Stocks(
            "held now",
            "1,136",
            [Stream("new arrests", 48, "+48", "bad", "48 arrests since June")],
            [Stream("released", 52, "−52", "good"), Stream("served their term", 21, "−21")],
            note="Viasna, Aug. 2025",
        )
        return Panel("What it comes to", [Bars(bars, -100, 100).place(key="bars"), flows.place(key="stock")])

    def charts(self) -> Widget:
        turns = ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
        series = [
            Series("your offers", "envoy", (88, 84, 80, 74, 71, 70)),
            Series(
                "theirs", "government", (12, 18, None, 29, 41, 52), dashed=True, errors=(6, 6, 6, 6, 5, 4)
            ),
        ]
        lines = Lines(turns, "value to you", series, [Level("walk away", 28)], value_range=(0, 100)).place(
            key="lines"
        )
        names = Names("value to the envoy", "value to the government", "walk away", "agreed", "", "frontier")
        debrief = Scatter(names).place(key="debrief")
        frontier = ((34, 96), (50, 88), (66, 74), (80, 55), (92, 30))
        marks = (
            Landmark("Nash", 66, 74),
            Landmark("Kalai-Smorodinsky", 60, 79, "square"),
            Landmark("history", 48, 60, "cross", "news"),
        )
        debrief.show_space(
            Space(
                dots((88, 22), (74, 38), (60, 55)),
                dots((12, 86), (29, 72), (41, 66)),
                Dot(55, 62),
                frontier=frontier,
                landmarks=marks,
                walk_x=28,
                walk_y=30,
            )
        )
        lines.limits = debrief.limits = Limits(want_h=260)
        return Fold(
            [
                Panel("Concessions", [lines]).place(grow=1),
                Panel("The deal on the map", [debrief]).place(grow=1),
            ]
        )


def main(folder: Path) -> None:
    import pygame

    from game.ui.themes import THEMES
    from game.ui.window import render

    for theme in THEMES.values():
        for scale in (1.0, 1.75):
            for make in (Table, Forms):
                picture = render(make(), (1280, 720), scale, theme)
                pygame.image.save(picture, folder / f"{make.title}-{theme.name}-{round(scale * 100)}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
