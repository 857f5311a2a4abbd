"""The draft issue by issue: what is asked beside what is given, and the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.foundation.texts import _, ngettext
from game.ui.layout import Column, Fold, Row, Rule
from game.ui.playing import SEAT_TONES
from game.ui.table.drafting import Draft, Drafting
from game.ui.table.issue_row import IssueRow
from game.ui.theme import ToneName
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label


class DraftForm:
    """A slider for every issue that a seat owns, and one for the plan.

    Args:
        drafting: what is changed.
        changed: called after every change of the draft, also while dragging.
        remark: what stands beside the first heading, where there is no room for it elsewhere.
    """

    def __init__(self, drafting: Drafting, changed: Callable[[], None], remark: Widget | None = None) -> None:
        self._drafting, self._changed = drafting, changed
        self._before: Draft | None = None
        self._rows: dict[int, IssueRow] = {}
        seat = drafting.seat
        self._plan = self._plan_row()
        asked, given = self._group(_("You ask for"), 1 - seat), self._group(_("You give"), seat)
        if remark is not None:
            asked[0] = Row([asked[0], remark.place(grow=1)], gap=12)
        if len(drafting.match.opened.words.plans) > 1:
            (asked if len(asked) < len(given) else given).extend([Rule(), self._plan])
        self.widget: Widget = Fold([_column(asked), _column(given)], gap=18)

    @property
    def first(self) -> str:
        """The key of the first row."""
        return next(row.key for row in self.widget.walk() if isinstance(row, IssueRow))

    def _tones(self) -> tuple[ToneName, ToneName]:
        seat = self._drafting.seat
        return SEAT_TONES[seat], SEAT_TONES[1 - seat]

    def _group(self, title: str, owner: int) -> list[Widget]:
        tables, words = self._drafting.brief.tables, self._drafting.match.opened.words
        owned = [n for n in range(len(tables.issues.owner)) if tables.issues.owner[n] == owner]
        names = [words.issues[issue].title for issue in owned]
        for issue in owned:
            self._rows[issue] = self._row(issue, names)
        heading = Label(title, "strong", SEAT_TONES[owner], shape="auto")
        return [heading, *(self._rows[issue] for issue in owned)]

    def _row(self, issue: int, names: list[str]) -> IssueRow:
        drafting = self._drafting
        row = IssueRow(
            drafting.match.opened.words.issues[issue].title,
            self._levels(issue),
            drafting.now.levels[issue],
            group=names,
            theirs=drafting.theirs.levels[issue] if drafting.theirs else None,
            ghost=drafting.sent.levels[issue] if drafting.sent else None,
            changed=lambda level: self._dragged(self._drafting.level(issue, level)),
            settled=lambda _level: self._settled(),
            tones=self._tones(),
        )
        row.taken = lambda: drafting.foresee(issue)
        return row.place(key=f"issue:{issue}")

    def _levels(self, issue: int) -> list[str]:
        titles = [level.title for level in self._drafting.match.opened.words.issues[issue].levels]
        if issue == self._drafting.brief.tables.issues.people:
            for level, people in self._drafting.numbers().items():
                titles[level] = ngettext("{n} person", "{n} people", people).format(n=people)
        return titles

    def _plan_row(self) -> IssueRow:
        drafting = self._drafting
        return IssueRow(
            _("In what order"),
            [plan.title for plan in drafting.match.opened.words.plans],
            drafting.now.plan,
            theirs=drafting.theirs.plan if drafting.theirs else None,
            ghost=drafting.sent.plan if drafting.sent else None,
            changed=lambda plan: self._dragged(replace(self._drafting.now, plan=plan)),
            settled=lambda _plan: self._settled(),
            tones=self._tones(),
        ).place(key="plan")

    def _dragged(self, draft: Draft) -> None:
        if self._before is None:
            self._before = self._drafting.now
        self._drafting.drag(draft)
        self._changed()

    def _settled(self) -> None:
        before, self._before = self._before, None
        if before is not None and before != self._drafting.now:
            reached = self._drafting.now
            self._drafting.drag(before)
            self._drafting.put(reached)
            self._changed()

    def take(self, draft: Draft) -> None:
        """Put a whole draft on the sliders, as one step that can be undone."""
        self._drafting.put(draft)
        self.refresh()

    def refresh(self) -> None:
        """Show the draft as it is now."""
        now = self._drafting.now
        for issue, row in self._rows.items():
            row.set(now.levels[issue], tell=False)
        self._plan.set(now.plan, tell=False)
        self._changed()


def _column(rows: list[Widget]) -> Widget:
    return Column(rows, gap=5).place(grow=1)
