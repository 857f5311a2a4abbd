"""Who is for an offer and who against it, as a seat can know: its own side, and the other principal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.foundation.texts import _
from game.narration.judging import Answer
from game.ui.charts.network import Edge, Network, Node
from game.ui.digits import worth
from game.ui.layout import Column
from game.ui.playing import SEAT_TONES
from game.ui.table.drafting import Drafting, Judged, Offer
from game.ui.table.worth import answers
from game.ui.theme import ToneName
from game.ui.widgets.label import Label
from game.ui.widgets.scroll import Scroll

OFFER = "offer"
Line = Literal["supports", "opposes"]
LINES: dict[Answer, Line] = {"yes": "supports", "no": "opposes"}  # none for what is uncertain


@dataclass(frozen=True, slots=True)
class _View:
    """How somebody sees the offer; `weight` is what it changes for them, micro-utils a month."""

    title: str
    tone: ToneName
    said: str
    line: Line | None
    weight: int
    stops: bool = False


class Sides:
    """A network around the draft, or around their offer while the draft is empty."""

    def __init__(self, drafting: Drafting) -> None:
        self._drafting = drafting
        self._network = Network().place(key="sides", name=_("Who is for it"), grow=1)
        self._note = Label("", "note", "muted")
        self.widget = Scroll(Column([self._network, self._note], gap=6), least=120)

    def show(self, offer: Offer | None) -> None:
        """Follow the draft."""
        drafting = self._drafting
        title, shown = _("your draft"), offer
        if offer is None or offer[:2] == (0, 0):
            title, shown = _("their offer"), drafting.standing_offer(1 - drafting.seat)
        if shown is None:
            self._network.show_network((), ())
            self._note.set(_("There is no offer yet that anybody could be for or against."), "muted")
            return
        judged = drafting.judged(shown)
        views = [*self._own_side(judged), self._other(judged)]
        most = max(abs(view.weight) for view in views) or 1
        nodes = [Node(OFFER, title, "plain", (1.0, 0.5))]
        edges = []
        for number, view in enumerate(views):
            key, place = f"actor {number}", (0.0, number / (len(views) - 1))
            nodes.append(Node(key, view.title, view.tone, place, view.stops, view.said, listed=True))
            if view.line is not None:
                edges.append(Edge(key, OFFER, view.line, abs(view.weight) / most))
        self._network.show_network(nodes, edges)
        self._note.set(
            _("Solid: for it. Dashed: against it. No line: uncertain. Ringed: stops it alone."), "muted"
        )

    def _own_side(self, judged: Judged) -> Iterator[_View]:
        """The principal and each ratifier."""
        words, seat = self._drafting.match.opened.words, self._drafting.seat
        home, said = judged.home, answers()
        signs: Answer = "yes" if home.principal else "no"
        voices = [(seat, signs, not home.principal, judged.value)]
        voices += [(v.actor, v.answer, v.veto and v.answer == "no", v.change) for v in home.ratifiers]
        for actor, answer, stops, weight in voices:
            title = words.actors[actor].title
            line = LINES.get(answer)
            yield _View(title, SEAT_TONES[seat], f"{title}: {said[answer]}", line, weight, stops)

    def _other(self, judged: Judged) -> _View:
        seat = 1 - self._drafting.seat
        title, theirs = self._drafting.match.opened.words.actors[seat].title, judged.theirs
        said = _("{actor}, estimated: {low} to {high}").format(
            actor=title, low=worth(theirs.low), high=worth(theirs.high)
        )
        line: Line | None = "supports" if theirs.low >= 0 else "opposes" if theirs.high < 0 else None
        return _View(title, SEAT_TONES[seat], said, line, theirs.mean)
