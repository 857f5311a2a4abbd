"""Learn in 5 minutes: the table of an invented case, and above it one thing to do after the other."""

from __future__ import annotations

from game.foundation.texts import _
from game.rules.actions import Kind, one
from game.rules.state import Phase
from game.ui.chronicle import chapters
from game.ui.layout import Column, Flow, Row, Space
from game.ui.lesson.course import Lesson
from game.ui.lesson.partner import LEARNER, answer
from game.ui.lesson.steps import PLAN, Step, example, reading, steps
from game.ui.marked import marked
from game.ui.screens.draft_page import DraftPage
from game.ui.screens.learned import LessonEnd
from game.ui.screens.parts import to_first_page
from game.ui.table.check import Check
from game.ui.table.decision import decision_panel
from game.ui.table.drafting import Drafting
from game.ui.table.sliders import DraftForm
from game.ui.table.standing import narrator
from game.ui.table.worth import Worth
from game.ui.tracks import Cell, Track
from game.ui.widgets.base import Widget
from game.ui.widgets.board import Board, Pane
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Page, Panel
from game.ui.widgets.scroll import Scroll

LEAST_HIGH = 400  # units in which coach and task can be seen together
SOON = 0.1  # seconds after a change
MOST_TOLD = 3  # lines of what the other side did, above the task


class LessonPage(DraftPage):
    """One stretch of the lesson: the draft until an offer is sent, or a promise to be kept."""

    title = "Learn in 5 minutes"

    def __init__(self, lesson: Lesson | None = None) -> None:
        super().__init__()
        self.lesson = lesson or Lesson()
        self._playing = self.lesson.playing
        self._steps = steps()
        self._talks = self.lesson.match.phase is Phase.TALK
        self.drafting = Drafting(self._playing)
        if self.lesson.draft is not None:
            self.drafting.now = self.lesson.draft
        self._was_done = True  # what is done when the page opens was not done just now

    @property
    def step(self) -> Step:
        """What is to be done now."""
        return self._steps[self.lesson.step]

    # building

    def build(self) -> Widget:
        """The coach above, the draft and its worth below."""
        coach = self._coach()
        if not self._talks:
            decision = decision_panel(self._playing, self._decide).place(grow=1)
            self._show_step()
            return Page([coach, decision])
        self._worth = Worth(self.drafting)
        panes = [
            Pane(_("Draft"), self._draft_pane(), Cell(0, 0), "draft"),
            Pane(_("Worth"), self._worth.widget, Cell(1, 0), "worth"),
        ]
        aside = self._whole_draft if self.app.kit.low else None
        tracks = (Track(340, 2), Track(300, 1)), (Track(200, 1),)
        self._board = Board(panes, *tracks, aside=aside).place(key="board")
        self._changed()
        self._show_step()
        return Page([coach, self._board])

    def _coach(self) -> Widget:
        self._count = Label("", tone="muted", side="right").place(align="centre")
        self._idea = Label("", "heading", "link").place(align="centre")
        self._task = Label("", "strong").place(key="task")
        self._seen = Label("")
        self._hint = Label("", tone="muted")
        self._reading = Label("", tone="muted").place(key="reading")
        self._next = Button(_("Go on"), self._advance, "primary").place(key="next")
        self._where = Button(_("Hint"), self._give_hint).place(key="hint")
        self._for_me = Button(_("Do it for me"), self._do_it).place(key="do it")
        leave = Button(_("Leave the lesson"), self._leave_or_not).place(key="leave lesson")
        told = [marked(text, "government") for text in self._news()]
        texts = [*told, self._task, self._hint, self._seen, self._reading]
        buttons = [self._next, self._where, self._for_me, leave]
        if self.app.kit.low:  # what stands beside the buttons takes no line of its own
            row = Flow([self._idea, *buttons, self._count.place(grow=1)], gap=8)
            return Panel("", [row, *texts], pad=(16, 6), gap=4)
        head = Row([self._idea, Space(grow=1), self._count], gap=12)
        return Panel("", [head, *texts, Flow(buttons, gap=8)], pad=(16, 10), gap=6)

    def _news(self) -> list[str]:
        """What the other side did and what came of it since the last offer, shortly."""
        happened = self.lesson.match.happenings(LEARNER)
        fresh = happened[self.lesson.told :]
        self.lesson.told = len(happened)
        if not self.lesson.step:
            return []
        lines = [line.text for chapter in chapters(narrator(self._playing), fresh) for line in chapter.lines]
        if self.app.kit.low:  # their offer stands on the sliders, and there is no room to say it twice
            return [] if self._talks else lines[-1:]
        return lines[-MOST_TOLD:]

    def _draft_pane(self) -> Widget:
        self._check = Check(self.drafting)
        self._form = DraftForm(self.drafting, self._changed)
        self._send = Button(_("Send this offer"), self._send_offer, "primary").place(key="send", grow=1)
        copy = Button(_("Copy theirs"), self._copy_theirs).place(key="copy")
        copy.allow(self.drafting.theirs is not None, _("They have no offer on the table."))
        self._back = Button(_("Undo"), self._undo).place(key="undo")
        title = Label(_("Your draft"), "heading").place(align="centre")
        low = self.app.kit.low
        self._whole_draft = Row([copy, self._back], gap=4)
        head = [] if low else [Row([title, Space(grow=1), self._whole_draft], gap=4)]
        body = Scroll(Column([*head, self._form.widget], gap=12, pad=(6, 4)), least=60 if low else 96)
        under = [] if low else [self._check.widget]  # the coach says as much
        return Panel("", [body, *under, Flow([self._send])], pad=(16, 4 if low else 8), gap=4 if low else 8)

    def first_focus(self) -> str:
        """What the step is done at, or the coach where both cannot be seen at once."""
        return "hint" if self._cramped() else self._place()

    def _cramped(self) -> bool:
        """Whether the window is so small that the coach scrolls out of sight."""
        return self.app.kit.units(self.app.size[1]) < LEAST_HIGH

    # following

    def _changed(self) -> None:
        offer = self.drafting.offer()
        self._worth.show(offer)
        self._check.show(offer, self.drafting.why_not())
        self._back.allow(bool(self.drafting.past), _("Nothing was changed yet."))
        self._show_step()
        if self._done() and not self._was_done and self._app is not None and self._cramped():
            self.app.later(SOON, self._show_way_on)
        self._was_done = self._done()

    def _show_way_on(self) -> None:
        """Scroll to what was to be seen, once the mouse has let go."""
        if self.app.mouse.grabbed is not None:
            self.app.later(SOON, self._show_way_on)
        elif self._next.usable:
            self.app.arrange()
            self._next.reveal(self._next.focus_rect())

    def _done(self) -> bool:
        return self.step.deed == "draft" and self.step.done(self.drafting)

    def _show_step(self) -> None:
        """Say what is to be done, or what was to be seen once it is done."""
        step, done = self.step, self._done()
        self._count.set(_("{n} of {all}").format(n=self.lesson.step + 1, all=len(self._steps)))
        self._idea.set(step.idea)
        low = self.app.kit.low
        self._task.set(step.task)
        self._task.show(not (low and done))  # then what there was to see matters more
        self._seen.shape = "auto"
        self._seen.set(step.seen if done else "", "good")
        self._seen.show(done)
        self._hint.show(bool(self._hint.text) and not done)
        self._reading.set(reading(self.drafting) if self._talks else "")
        self._reading.show(self._talks)
        self._next.allow(done, _("Do this first, or have it done for you."))
        self._next.show(step.deed == "draft")
        if self._talks:
            may = step.deed == "send" and step.done(self.drafting)
            self._send.allow(may, self._why_not_send(step))
            self._send.show(not low or step.deed == "send")

    def _why_not_send(self, step: Step) -> str:
        if step.deed != "send":
            return _("Not yet: there is something to be done first.")
        return _("It has to be better for you than walking away, and your own side has to let it pass.")

    def _place(self) -> str:
        """The key of the widget at which the step is done."""
        step = self.step
        if step.deed != "draft" or step.at == PLAN:
            return step.at
        return f"issue:{self.drafting.match.opened.lexicon.issues.number(step.at)}"

    # the coach's buttons

    def _advance(self) -> None:
        if not self._done():
            return
        self.lesson.step += 1
        self._hint.set("")
        self._show_step()
        self._bring()

    def _bring(self, *, anyway: bool = False) -> None:
        """Have the keyboard where the step is done; in a small window the task has to be read first."""
        if self._done():
            return
        if self._cramped() and not anyway:
            self.app.focus(self._where, ring=self.app.ring)
            return
        if self._talks:
            self._board.bring("draft")
        widget = self.app.top.root.find(self._place())
        if widget.usable:
            self.app.arrange()
            self.app.focus(widget, ring=self.app.ring)

    def _give_hint(self) -> None:
        self._hint.set(self.step.hint.format_map(self.app.keys.all_shown()))
        self._show_step()
        self._bring(anyway=True)

    def _do_it(self) -> None:
        """Do for the learner what is to be done, and nothing more."""
        if self.step.deed == "honour":
            self._decide(Kind.HONOUR)
            return
        if not self._done():
            self._form.take(example(self.drafting, self.step))
        if self.step.deed == "send":
            self._send_offer()

    def _finish(self) -> None:
        if self._done():
            self._advance()
        else:
            self._send_offer()

    def _leave_or_not(self) -> None:
        stay = Answer(_("Stay"), key="stay")
        leave = Answer(_("Leave the lesson"), lambda: to_first_page(self), key="leave now")
        ask(self.app, _("Leave the lesson?"), _("It can be begun again at any time."), [stay, leave])

    # moving

    def _send_offer(self) -> None:
        action = self.drafting.action()
        if not self._talks or self.step.deed != "send" or not self.step.done(self.drafting) or action is None:
            return
        if self.drafting.why_not():
            return
        lesson = self.lesson
        lesson.draft = self.drafting.now
        before = lesson.match.transcript().moves
        lesson.match.submit(LEARNER, action)
        answer(lesson.match)
        held = len(before) and lesson.match.phase is Phase.TALK  # the second offer was not taken
        lesson.step += 0 if held else 1
        self._follow()

    def _decide(self, kind: Kind) -> None:
        if kind is not Kind.HONOUR:
            self._give_hint()
            return
        self.lesson.match.submit(LEARNER, one(kind))
        answer(self.lesson.match)
        self.lesson.step += 1
        self._follow()

    def _follow(self) -> None:
        lesson = self.lesson
        ended = lesson.match.over or lesson.step >= len(self._steps)
        self.app.replace(LessonEnd(lesson) if ended else LessonPage(lesson))
