"""The table: one ply of talks, or a decision on what is owed."""

from __future__ import annotations

from game.foundation.errors import GameError
from game.foundation.texts import _
from game.rules.actions import Action, Kind, one
from game.rules.state import Phase
from game.ui.journey import show_next
from game.ui.layout import Column, Flow, Fold, Row, Space
from game.ui.playing import Playing
from game.ui.screen import Screen
from game.ui.screens.draft_page import DraftPage
from game.ui.screens.parts import report
from game.ui.table.analysts import analysts
from game.ui.table.check import Check
from game.ui.table.decision import decision_panel
from game.ui.table.drafting import Drafting
from game.ui.table.side_moves import SideMoves
from game.ui.table.sides import Sides
from game.ui.table.sliders import DraftForm
from game.ui.table.space import OfferSpace
from game.ui.table.standing import log, mandate, offers, world
from game.ui.table.stated import stated
from game.ui.table.strip import strip
from game.ui.table.worth import Worth
from game.ui.tracks import Cell, Track
from game.ui.widgets.base import Widget
from game.ui.widgets.board import Board, Pane
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Page, Panel
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.tabs import Page as TabPage
from game.ui.widgets.tabs import Tabs


class Table(DraftPage):
    """Where a seat decides."""

    title = "Table"
    pauses = True

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self._playing = playing
        self._moment = playing.match.moment
        self.drafting = Drafting(playing)
        self._talks = playing.match.phase is Phase.TALK

    def for_everybody(self) -> Screen:
        """What everybody may see of the game now."""
        from game.ui.screens.everybody import ForEverybody

        return ForEverybody(self._playing)

    def build(self) -> Widget:
        """The strip, and below it panes side by side or as tabs."""
        self._space, self._sides = OfferSpace(self.drafting), Sides(self.drafting)
        panes = [Pane(_("Decision"), self._decision(), Cell(0, 0, 1, 2), "decision")]
        if self._talks:
            panes = [
                Pane(_("Draft"), self._talk_pane(), Cell(0, 0, 1, 2), "draft"),
                Pane(_("Worth"), self._worth.widget, Cell(1, 0), "worth"),
            ]
        around = Cell(1, 1) if self._talks else Cell(1, 0, 1, 2)
        panes.append(Pane(_("Around"), Panel("", [self._around()], pad=(16, 8)), around, "around"))
        columns, rows = (Track(340, 2), Track(300, 1)), (Track(), Track(160, 1))
        aside = self._whole_draft if self._talks and self.app.kit.low else None
        self._board = Board(panes, columns, rows, aside=aside).place(key="board")
        self._changed()
        return Page([strip(self._playing), self._board])

    def _decision(self) -> Widget:
        return Column([]) if self._talks else decision_panel(self._playing, self._decide)

    def _around(self) -> Widget:
        playing = self._playing
        pages = [
            TabPage(_("Space"), self._space.chart, "tab space"),
            TabPage(_("Offers"), offers(playing, self.drafting), "tab offers"),
            *([TabPage(_("Sides"), self._sides.widget, "tab sides")] if self._talks else ()),
            TabPage(_("World"), world(playing), "tab world"),
            TabPage(_("Analysts"), analysts(playing), "tab analysts"),
            TabPage(_("Mandate"), mandate(playing, self._read_brief), "tab mandate"),
            TabPage(_("Log"), log(playing), "tab log"),
        ]
        return Tabs(pages).place(key="tabs")

    def _talk_pane(self) -> Widget:
        self._worth = Worth(self.drafting)
        self._check = Check(self.drafting)
        self._side = SideMoves(self.drafting, self._side_changed)
        said = stated(self._playing)
        beside = said if self.app.kit.low and said.text else None
        self._form = DraftForm(self.drafting, self._changed, beside)
        self._send = Button(_("Send this offer"), self._finish, "primary", icon="send")
        self._send.also("send").place(key="send", grow=2)
        self._accept = Button(_("Accept theirs"), self._accept_theirs, icon="accept")
        self._accept.place(key="accept", grow=1)
        hold = Button(_("Pass"), lambda: self._table_move(Kind.HOLD), icon="pass").place(key="hold", grow=1)
        leave = Button(_("Pause or leave…"), self._leave_or_not).also("dismiss").place(key="leave", grow=1)
        parts = [*self._head(said), self._form.widget, self._side.widget]
        body = Scroll(Column(parts, gap=12, pad=(6, 4)), least=96)
        moves = Flow([self._send, self._accept, hold, leave], gap=8)
        self._may_accept()
        widgets = [body, self._check.widget, moves]
        return Panel("", widgets, pad=(16, 8), gap=8)

    def _head(self, said: Widget) -> list[Widget]:
        """The title, and what changes the whole draft; in low windows that stands beside the tabs."""
        self._copy = Button(_("Copy theirs"), self._copy_theirs).also("copy theirs").place(key="copy")
        self._copy.allow(self.drafting.theirs is not None, _("They have no offer on the table."))
        self._back = Button(_("Undo"), self._undo).also("undo").place(key="undo")
        self._forth = Button(_("Redo"), self._redo).also("redo").place(key="redo")
        self._whole_draft = Row([self._copy, self._back, self._forth], gap=4)
        if self.app.kit.low:
            return []
        title = Label(_("Your draft"), "heading").place(align="centre")
        says = Row([title, Space(4), said], gap=4).place(grow=1)
        return [Fold([says, self._whole_draft], gap=8)]

    def first_focus(self) -> str:
        """The first issue, or the first answer."""
        return (
            self._form.first
            if self._talks
            else "honour"
            if self._playing.match.phase is Phase.HONOUR
            else "let pass"
        )

    # following the draft

    def _changed(self) -> None:
        offer = self.drafting.offer()
        self._space.show(offer if self._talks else None)
        if not self._talks:
            return
        reason = self.drafting.why_not(self._side.move, self._side.amount)
        self._worth.show(offer)
        self._sides.show(offer)
        self._check.show(offer, reason)
        self._send.allow(not reason, reason)
        self._back.allow(bool(self.drafting.past), _("Nothing was changed yet."))
        self._forth.allow(bool(self.drafting.undone), _("Nothing was undone."))

    def _side_changed(self) -> None:
        self._may_accept()
        self._changed()

    def _may_accept(self) -> None:
        refused = self._playing.match.why_not(self.drafting.seat, self._with_side(Kind.ACCEPT))
        self._accept.allow(not refused, refused)

    def _read_brief(self) -> None:
        from game.ui.screens.brief import BriefPage

        self.app.push(BriefPage(self._playing, again=True))

    # moving

    def _with_side(self, kind: Kind) -> Action:
        return one(kind, move=self._side.move, amount=self._side.amount)

    def _finish(self) -> None:
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
        show_next(self.app, playing)

    def _leave_or_not(self) -> None:
        stay = Answer(_("Stay"), key="stay")
        home = Answer(_("Pause"), self.pause, key="pause")
        answers, text = [stay, home], _("A paused game waits for as long as you like.")
        if self._talks:
            walk = Answer(_("Walk out for this turn"), self._walk_out, key="walk out")
            end = Answer(_("Break off for good…"), self._break_off_or_not, "danger", "break off")
            answers += [walk, end]
            text = _(
                "Walking out ends the talks of this turn and clears both standing offers. "
                "Breaking off ends the whole game. A paused game waits for as long as you like."
            )
        ask(self.app, _("Leave the table?"), text, answers, 760)

    def _walk_out(self) -> None:
        self._table_move(Kind.WALK_OUT)

    def _break_off_or_not(self) -> None:
        stay = Answer(_("Stay"), key="stay")
        end = Answer(_("Break off for good"), self._break_off, "danger", "break off")
        text = _("The game is over then: nothing more is agreed, and what is still due is not done.")
        ask(self.app, _("Break off the talks for good?"), text, [stay, end])

    def _break_off(self) -> None:
        self._submit(self._with_side(Kind.BREAK_OFF), confirm=True)
