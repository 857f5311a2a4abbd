"""Which case to play: a list, and a card of the one that is marked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game.content.loading import check_file
from game.content.schema.scenario import Scenario
from game.foundation.errors import GameError
from game.foundation.texts import _, ngettext
from game.match.codes import find_game
from game.match.library import open_scenario, shipped
from game.narration.dates import day
from game.ui.layout import Column
from game.ui.marked import marked
from game.ui.screens.asking import ask_text
from game.ui.screens.parts import GamePage, back_button, list_and_card, report
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.rows import Rows, RowText

MOST_SHOWN = 16  # lines of the list
ONE_LESSON = 8  # turns that fit 45 minutes with the debrief; assumed, docs/teacher-guide.md


@dataclass(frozen=True)
class Case:
    """A scenario file as the list shows it."""

    path: Path
    scenario: Scenario | None
    faults: int
    first: str

    @property
    def title(self) -> str:
        """What stands in the list."""
        return self.scenario.title if self.scenario else self.path.stem


@lru_cache(maxsize=64)
def _read(path: Path, _stamp: float) -> Case:
    scenario, findings = check_file(path)
    errors = [finding for finding in findings if finding.severity == "error"]
    if scenario is None or errors:
        return Case(path, None, len(errors), str(errors[0]) if errors else "")
    return Case(path, scenario.unplaced(), 0, "")


def cases() -> list[Case]:
    """The scenarios that came with the game; real cases first, the shortest first."""
    found = [_read(path, path.stat().st_mtime) for path in shipped()]

    def order(case: Case) -> tuple[bool, bool, int]:
        real = case.scenario is not None and case.scenario.fiction is None
        return (case.scenario is None, not real, case.scenario.calendar.turns if case.scenario else 0)

    return sorted(found, key=order)


class Picker(GamePage):
    """The list of scenarios."""

    title = "Scenarios"

    def build(self) -> Widget:
        """The list on the left, the card on the right."""
        self._cases = cases()
        rows = [RowText(case.title, _aside(case)) for case in self._cases]
        self._rows = Rows(rows, 0, taken=self._taken, moved_to=self._marked, most_shown=MOST_SHOWN).place(
            key="cases", name=_("Scenarios")
        )
        self._card = Column([], gap=12)
        self._marked(0)
        buttons = [
            Button(_("Choose this case"), self._choose, "primary").place(key="choose"),
            Button(_("I have a code…"), self._ask_code).place(key="code"),
            back_button(self),
        ]
        under = _("Each case says where its facts come from, and what is assumed.")
        return list_and_card(_("Choose a case"), under, self._rows, self._card, buttons, (340, 160))

    def first_focus(self) -> str:
        """The list."""
        return "cases"

    def _taken(self, number: int) -> None:
        self._marked(number)
        self._choose()

    def _marked(self, number: int) -> None:
        self._now = number
        self._card.fill(_card(self._cases[number]))

    def _choose(self) -> None:
        from game.ui.screens.seats import Seats

        case = self._cases[self._now]
        if case.scenario is None:
            report(self, _("This scenario has faults"), _fault_line(case))
            return
        try:
            opened = open_scenario(case.path)
        except GameError as fault:
            report(self, _("This scenario cannot be opened"), str(fault))
            return
        self.app.push(Seats(opened))

    def _ask_code(self) -> None:
        say = _("Ten letters and digits, from somebody who has played this game.")
        ask_text(self.app, _("Which code?"), say, _("Begin this game"), self._from_code)

    def _from_code(self, text: str) -> None:
        from game.ui.screens.seats import Seats

        try:
            known = (open_scenario(case.path) for case in self._cases if case.scenario is not None)
            opened, _seed = find_game(known, text)
        except GameError as fault:
            report(self, _("This code cannot be used"), str(fault))
            return
        self.app.push(Seats(opened, text.strip()))


def _aside(case: Case) -> str:
    if case.scenario is None:
        return _("has faults")
    turns = case.scenario.calendar.turns
    return ngettext("{n} turn", "{n} turns", turns).format(n=turns)


def _fault_line(case: Case) -> str:
    many = ngettext("{n} fault", "{n} faults", case.faults).format(n=case.faults)
    return _("{many}; the first: {first}").format(many=many, first=case.first)


def _length(scenario: Scenario) -> str:
    calendar = scenario.calendar
    speeches = calendar.turns * ((calendar.plies + 1) // 2)
    turns = ngettext("{n} turn", "{n} turns", calendar.turns).format(n=calendar.turns)
    length = ngettext(
        "Length: {turns}; you speak at most {n} time.",
        "Length: {turns}; you speak at most {n} times.",
        speeches,
    ).format(turns=turns, n=speeches)
    if calendar.turns <= ONE_LESSON:
        length += " " + _("It fits a lesson of 45 minutes.")
    return length


def _card(case: Case) -> list[Widget]:
    scenario = case.scenario
    if scenario is None:
        return [Label(case.title, "title"), marked(_fault_line(case), "bad")]
    kind = _("Invented") if scenario.fiction else _("A real case")
    as_of = _("{kind}. Facts as of {date}.").format(kind=kind, date=day(scenario.as_of))
    seats = " · ".join(seat.title for seat in scenario.seats)
    lines: list[Widget] = [
        Label(scenario.title, "title"),
        Label(as_of, tone="muted"),
        Label(scenario.summary),
        Label(_("Seats: {seats}").format(seats=seats)),
        Label(_length(scenario)),
        Label(_("Before you play"), "heading"),
        marked(scenario.content_note, "warning"),
    ]
    if scenario.fiction:
        lines.append(Label(scenario.fiction, tone="muted"))
    lines.append(marked(_("Checked: no faults found."), "good"))
    return lines
