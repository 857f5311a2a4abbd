"""The side move of a ply: which one, and how much of it."""

from __future__ import annotations

from collections.abc import Callable

from game.foundation.texts import _, ngettext
from game.rules.tables import NONE
from game.ui.layout import Column, Flow
from game.ui.table.drafting import Drafting
from game.ui.widgets.base import Limits, Widget
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
        self._open = drafting.match.legal(drafting.seat).moves
        self._numbers = [NONE, *self._open]
        self.move, self.amount = NONE, 0
        words = drafting.match.opened.words
        titles = [_("nothing"), *(words.moves[m].title for m in self._open)]
        self._choice = Choice("", titles, changed=self._chosen)
        self._choice.place(key="side move", name=_("Beside it, you also"), grow=3)
        self._text = Label("", tone="muted")
        self._text.show(False)
        self._room = Column([]).place(grow=2, limits=Limits(min_w=180))
        self._room.show(False)
        name = Label(_("Beside it, you also:")).place(align="centre")
        self.widget: Widget = Column([Flow([name, self._choice, self._room], gap=10), self._text], gap=4)
        self.widget.show(bool(self._open))

    def _chosen(self, number: int) -> None:
        self.move = self._numbers[number]
        self.amount = 0
        self._room.fill([])
        if self.move != NONE:
            self._text.set(self._said())
            self._ask_amount(*self._open[self.move])
        self._text.show(self.move != NONE)
        self._room.show(bool(self._room.children))
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
            levels = self._drafting.match.opened.words.issues[move.vow].levels[least : most + 1]
            titles = [_("at least: {level}").format(level=level.title) for level in levels]
            asked: Widget = Choice("", titles, changed=lambda n: self._counted(least + n))
        else:
            asked = Stepper("", least, least, most, changed=self._counted, shown=_people)
        self._room.fill([asked.place(key="amount", name=_("How much"))])

    def _counted(self, amount: int) -> None:
        self.amount = amount
        self._changed()


def _people(number: int) -> str:
    return ngettext("{n} person", "{n} people", number).format(n=number)
