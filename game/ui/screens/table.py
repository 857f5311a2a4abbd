"""The table: one ply of talks, or a decision on what is owed."""

from __future__ import annotations

from game.foundation.errors import GameError
from game.foundation.texts import _
from game.rules.actions import Action, Kind, one
from game.rules.state import Phase
from game.ui.events import Key
from game.ui.journey import show_next
from game.ui.layout import Column, Flow
from game.ui.playing import SEAT_TONES, Playing
from game.ui.screen import Screen
from game.ui.screens.glossary import follow_term
from game.ui.screens.parts import report
from game.ui.table.decision import decision_panel
from game.ui.table.drafting import Drafting
from game.ui.table.judgement import Judgement
from game.ui.table.side_moves import SideMoves
from game.ui.table.sliders import DraftForm
from game.ui.table.space import OfferSpace
from game.ui.table.standing import log, mandate, offers, timeline
from game.ui.table.strip import strip
from game.ui.tracks import Cell, Track
from game.ui.widgets.base import Widget
from game.ui.widgets.board import Board, Pane
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.panel import Page, Panel
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.tabs import Page as TabPage
from game.ui.widgets.tabs import Tabs


class Table(Screen):
    """Where a seat decides."""

    title = "Table"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self._playing = playing
        self._moment = playing.match.moment
        self.drafting = Drafting(playing)
        self._talks = playing.match.phase is Phase.TALK

    def build(self) -> Widget:
        """The strip, and below it panes side by side or as tabs."""
        playing = self._playing
        self._space = OfferSpace(self.drafting)
        centre = self._talk_pane() if self._talks else decision_panel(playing, self._decide)
        said = Tabs(
            [
                TabPage(_("Offers"), offers(playing, self.drafting), "tab offers"),
                TabPage(_("Log"), log(playing), "tab log"),
            ]
        ).place(key="tabs")
        space = Panel(_("Offer space"), [self._space.chart], aside=_("theirs is an estimate"))
        panes = [
            Pane(_("Draft") if self._talks else _("Decision"), centre, Cell(0, 0, 1, 2), "draft"),
            Pane(_("Space"), space, Cell(1, 0), "space"),
            Pane(_("Mandate"), mandate(playing), Cell(2, 0), "mandate"),
            Pane(_("Said"), Panel(_("On the table"), [said]), Cell(1, 1, 2), "said"),
            Pane(_("Turns"), Panel("", [timeline(playing)], pad=(16, 8)), Cell(0, 2, 3), "turns"),
        ]
        columns = (Track(420, 13), Track(280, 10), Track(220, 7))
        self._board = Board(panes, columns, (Track(0, 10), Track(0, 9), Track())).place(key="board")
        self._changed()
        return Page([strip(playing), self._board])

    def _talk_pane(self) -> Widget:
        self._judgement = Judgement(self.drafting)
        self._side = SideMoves(self.drafting, self._changed)
        self._form = DraftForm(self.drafting, self._changed)
        self._send = Button(_("Send this offer"), self._send_offer, "primary").place(key="send", grow=2)
        self._accept = Button(_("Accept theirs"), self._accept_theirs).place(key="accept", grow=1)
        hold = Button(_("Hold"), lambda: self._table_move(Kind.HOLD)).place(key="hold", grow=1)
        leave = Button(_("Leave…"), self._leave_or_not, "danger").place(key="leave", grow=1)
        copy = Button(_("Copy theirs"), self._copy_theirs, "quiet").place(key="copy")
        copy.allow(self.drafting.theirs is not None, _("They have no offer on the table."))
        undo = Button(_("Undo"), self._undo, "quiet").place(key="undo")
        body = Column([self._form.widget, self._side.widget, Flow([copy, undo], gap=8)], gap=12)
        seat = self._playing.viewer
        return Panel(
            _("Your draft"),
            [Scroll(body), self._judgement.widget, Flow([self._send, self._accept, hold, leave], gap=8)],
            aside=_("their last offer: marked on each line"),
            aside_tone=SEAT_TONES[1 - seat],
        )

    def first_focus(self) -> str:
        """The first issue, or the first answer."""
        return "" if self._talks else "honour" if self._playing.match.phase is Phase.HONOUR else "let pass"

    # following the draft

    def _changed(self) -> None:
        offer = self.drafting.offer()
        self._space.show(offer if self._talks else None)
        if not self._talks:
            return
        reason = self.drafting.why_not(self._side.move, self._side.amount)
        self._judgement.show(offer, reason)
        self._send.allow(not reason, reason)
        refused = self._playing.match.why_not(self.drafting.seat, self._with_side(Kind.ACCEPT))
        self._accept.allow(not refused, refused)

    def _copy_theirs(self) -> None:
        if self.drafting.theirs is not None:
            self._form.take(self.drafting.theirs)

    def _undo(self) -> None:
        if self.drafting.undo():
            self._form.refresh()

    def on_key(self, key: Key) -> bool:
        """Send, undo and redo from anywhere on the page."""
        if not self._talks:
            return False
        keys = self.app.keys
        if keys.means(key.combo, "send"):
            self._send_offer()
        elif keys.means(key.combo, "undo"):
            self._undo()
        elif keys.means(key.combo, "redo"):
            if self.drafting.redo():
                self._form.refresh()
        elif keys.means(key.combo, "copy theirs"):
            self._copy_theirs()
        else:
            return False
        return True

    def on_term(self, term: str) -> None:
        """A glossary word was followed."""
        follow_term(self, term)

    # moving

    def _with_side(self, kind: Kind) -> Action:
        return one(kind, move=self._side.move, amount=self._side.amount)

    def _send_offer(self) -> None:
        action = self.drafting.action(self._side.move, self._side.amount)
        if action is not None and not self.drafting.why_not(self._side.move, self._side.amount):
            self._submit(action)

    def _accept_theirs(self) -> None:
        self._table_move(Kind.ACCEPT)

    def _table_move(self, kind: Kind) -> None:
        self._submit(self._with_side(kind))

    def _decide(self, kind: Kind) -> None:
        self._submit(one(kind))

    def _submit(self, action: Action, *, confirm: bool = False) -> None:
        playing = self._playing
        try:
            playing.match.submit(playing.viewer, action, at=self._moment, confirm=confirm)
        except GameError as fault:
            report(self, _("This cannot be done now"), str(fault))
            return
        if playing.match.unsaved and not playing.warned:
            playing.warned = True
            text = _("The game goes on, but it is not on disk: {why}")
            report(self, _("Not saved"), text.format(why=playing.match.unsaved))
            self.app.later(0.0, lambda: None)
        show_next(self.app, playing)

    def _leave_or_not(self) -> None:
        stay = Answer(_("Stay"), key="stay")
        walk = Answer(
            _("Walk out of this turn's talks"), lambda: self._table_move(Kind.WALK_OUT), key="walk out"
        )
        end = Answer(_("Break off for good"), self._break_off, "danger", "break off")
        home = Answer(_("Pause: to the first page"), self._pause, key="pause")
        text = _(
            "Walking out ends the talks of this turn and clears both standing offers. "
            "Breaking off ends the whole game. A paused game waits for you on the first page."
        )
        ask(self.app, _("Leave the table?"), text, [stay, home, walk, end], 720)

    def _break_off(self) -> None:
        self._submit(self._with_side(Kind.BREAK_OFF), confirm=True)

    def _pause(self) -> None:
        while len(self.app.stages) > 1:
            self.app.pop()
