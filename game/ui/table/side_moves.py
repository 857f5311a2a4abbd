"""The side move of a ply: which one, and how much of it."""

from __future__ import annotations

from collections.abc import Callable

from game.foundation.texts import _, ngettext
from game.rules.tables import NONE
from game.ui.layout import Column
from game.ui.table.drafting import Drafting
from game.ui.widgets.base import Widget
from game.ui.widgets.choice import Choice
from game.ui.widgets.label import Label
from game.ui.widgets.stepper import Stepper


class SideMoves:
    """At most one side move goes with a table move.

    Attributes:
        move: the number of the move chosen, -1 for none.
        amount: people of a gesture, level of a vow, else 0.
    """

    def __init__(self, drafting: Drafting, changed: Callable[[], None]) -> None:
        self._drafting, self._changed = drafting, changed
        self._open = (
            drafting.match.legal(drafting.seat).moves if drafting.match.asked == drafting.seat else {}
        )
        self._numbers = [NONE, *self._open]
        self.move, self.amount = NONE, 0
        words = drafting.match.opened.words
        titles = [_("nothing beside it"), *(words.moves[m].title for m in self._open)]
        self._choice = Choice(_("Beside the talks"), titles, changed=self._chosen).place(key="side move")
        self._text = Label("", tone="muted")
        self._room = Column([])
        self.widget: Widget = Column([self._choice, self._room, self._text], gap=6)

    def _chosen(self, number: int) -> None:
        self.move = self._numbers[number]
        self.amount = 0
        self._room.fill([])
        if self.move == NONE:
            self._text.set("")
        else:
            self._text.set(self._said())
            self._ask_amount(*self._open[self.move])
        self._changed()

    def _said(self) -> str:
        move = self._drafting.brief.tables.moves[self.move]
        text = self._drafting.match.opened.words.moves[self.move].text
        if move.vow != NONE:
            return _("{text} Falling short of it later costs you at home.").format(text=text)
        return text

    def _ask_amount(self, least: int, most: int) -> None:
        move = self._drafting.brief.tables.moves[self.move]
        if most < 1:
            return
        self.amount = least
        if move.vow != NONE:
            levels = self._drafting.match.opened.words.issues[move.vow].levels
            titles = [level.title for level in levels[1:]]
            asked: Widget = Choice(_("At least"), titles, changed=self._vowed).place(key="amount")
        else:
            asked = Stepper(_("How many"), least, least, most, changed=self._counted, shown=_people)
            asked.place(key="amount")
        self._room.fill([asked])

    def _vowed(self, number: int) -> None:
        self.amount = number + 1
        self._changed()

    def _counted(self, people: int) -> None:
        self.amount = people
        self._changed()


def _people(number: int) -> str:
    return ngettext("{n} person", "{n} people", number).format(n=number)
