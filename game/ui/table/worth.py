"""What the draft is worth beside their offer: to you, to them as far as is known, and to your own side."""

from __future__ import annotations

from collections.abc import Callable

from game.foundation.texts import _
from game.narration.judging import Answer, RatifierForecast
from game.ui.digits import worth
from game.ui.grids import Grid
from game.ui.playing import SEAT_TONES
from game.ui.table import sums
from game.ui.table.drafting import Drafting, Judged, Offer
from game.ui.table.number import Number
from game.ui.theme import ToneName
from game.ui.tracks import Cell, Track
from game.ui.why import Why
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll import Scroll

STEADY = Limits(min_w=92, want_w=92)  # whatever the numbers are, so that dragging moves nothing
MOST_SHOWN = 999_999  # micro-utils a month: a number as wide as any usual one
ANSWERS: dict[Answer, ToneName] = {"yes": "good", "no": "bad", "open": "warning"}


def answers() -> dict[Answer, str]:
    """A vote in a word."""
    return {"yes": _("yes"), "no": _("no"), "open": _("uncertain")}


class Worth:
    """A table: a row for each who judges, a column for the draft and one for their offer."""

    def __init__(self, drafting: Drafting) -> None:
        self._drafting = drafting
        seat, words = drafting.seat, drafting.match.opened.words
        their = drafting.standing_offer(1 - seat)
        voters = drafting.judged((0, 0, 0, -1)).home.ratifiers
        names: list[Widget] = [
            Label(""),
            Label(_("to you")),
            Label(_("to them, estimated")),
            Label(words.actors[seat].title),
            *(Label(_named(words.actors[voter.actor].title, voter)) for voter in voters),
        ]
        self._mine = _Column(drafting, _("yours"), SEAT_TONES[seat], "mine", len(voters))
        columns = [self._mine]
        if their is not None:
            theirs = _Column(drafting, _("theirs"), SEAT_TONES[1 - seat], "theirs", len(voters))
            theirs.show(their)
            columns.append(theirs)
        cells = [(name, Cell(0, row)) for row, name in enumerate(names)]
        for number, column in enumerate(columns, 1):
            cells += [(label, Cell(number, row)) for row, label in enumerate(column.labels)]
        tracks = [Track(110, 3), *(Track(92, 3 - len(columns)) for _column in columns)]
        grid = Grid(cells, tracks, [Track() for _name in names], gap=(10, 4))
        body = Scroll(grid, least=120)
        self.widget: Widget = Panel(
            _("What it is worth"), [body], aside=_("utils a month, over walking away")
        )

    def show(self, offer: Offer | None) -> None:
        """Follow the draft."""
        self._mine.show(offer)


def _named(title: str, voter: RatifierForecast) -> str:
    return _("{actor} (can block)").format(actor=title) if voter.veto else title


def _range(lowest: int, highest: int) -> str:
    low, high = worth(lowest), worth(highest)
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


class _Column:
    """The judgements of one offer, one label a row."""

    def __init__(self, drafting: Drafting, title: str, tone: ToneName, key: str, voters: int) -> None:
        self._drafting = drafting
        self._offer: Offer | None = None
        self._value = Number("", "strong").place(key=f"{key} value", why=self._why_value)
        self._theirs = Number("", tall_as=_range(-MOST_SHOWN, -MOST_SHOWN // 2)).place(
            key=f"{key} estimate", why=self._why_theirs
        )
        self._signs = Number("").place(key=f"{key} signs", why=self._why_signs)
        self._votes = [Number("").place(key=f"{key} vote {n}", why=self._why_vote(n)) for n in range(voters)]
        self._numbers = [self._value, self._theirs, self._signs, *self._votes]
        for label in self._numbers:
            label.place(limits=STEADY)
        self.labels: list[Widget] = [Label(title, "strong", tone, shape="auto"), *self._numbers]

    def show(self, offer: Offer | None) -> None:
        """The judgements of an offer; of none, a dash each."""
        if offer is None or offer[:2] == (0, 0):
            self._offer = None
            for label in self._numbers:
                label.shape = "none"
                label.set("–", "muted")
            return
        self._offer = offer
        judged = self._drafting.judged(offer)
        self._value.set(worth(judged.value), sums.tone_of(judged.value))
        self._theirs.set(_range(judged.theirs.low, judged.theirs.high), "plain")
        self._votes_of(judged)

    def _votes_of(self, judged: Judged) -> None:
        said: dict[Answer, str] = answers()
        signs: Answer = "yes" if judged.home.principal else "no"
        asked = [signs, *(voter.answer for voter in judged.home.ratifiers)]
        for label, answer in zip([self._signs, *self._votes], asked, strict=True):
            label.shape = "auto"
            label.set(said[answer], ANSWERS[answer])

    # why

    def _why_value(self) -> Why | None:
        note = _("A month, in utils; 0 is walking away. The weights are the scenario's assumptions.")
        return self._mine(_("What this is worth to you"), note)

    def _mine(self, title: str, note: str) -> Why | None:
        if self._offer is None:
            return None
        return sums.of_explanation(title, self._drafting.explained(self._offer), note)

    def _why_theirs(self) -> Why | None:
        if self._offer is None:
            return None
        guess = self._drafting.judged(self._offer).theirs
        note = _(
            "The middle of what your analysts think possible. "
            "The real value may lie anywhere from {low} to {high}."
        ).format(low=worth(guess.low), high=worth(guess.high))
        title = _("What it is worth to them, as your analysts see it")
        return sums.of_explanation(title, self._drafting.their_explained(self._offer), note)

    def _why_signs(self) -> Why | None:
        drafting = self._drafting
        floor = worth(int(drafting.seen.state.floor[0, drafting.seat]))
        title = drafting.match.opened.words.actors[drafting.seat].title
        return self._mine(title, _("It signs from {floor} upwards.").format(floor=floor))

    def _why_vote(self, number: int) -> Callable[[], Why | None]:
        def why() -> Why | None:
            if self._offer is None:
                return None
            drafting = self._drafting
            voter = drafting.judged(self._offer).home.ratifiers[number]
            needed = worth(voter.change - voter.margin)
            unit = worth(drafting.brief.tables.sides[drafting.seat].mood_unit)
            note = _("It votes yes from about {needed}; its mood on the day may shift that by {unit}.")
            title = drafting.match.opened.words.actors[voter.actor].title
            explained = drafting.vote_explained(voter.actor, self._offer)
            return sums.of_explanation(title, explained, note.format(needed=needed, unit=unit))

        return why
