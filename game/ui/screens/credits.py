"""Where everything comes from: the sources of every case, and who made typefaces, pictures and programs."""

from __future__ import annotations

import re
from functools import lru_cache

from game.content.schema.scenario import Scenario
from game.foundation.places import assets_folder
from game.foundation.texts import _
from game.narration.caution import caution
from game.ui.events import Key
from game.ui.flow import Words
from game.ui.layout import Column, Flow
from game.ui.screens.parts import READING_WIDTH, Body, GamePage, Middle, Reading, back_button, heading
from game.ui.widgets.base import Widget
from game.ui.widgets.choice import Choice
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel

ROW = re.compile(r"^\|(?P<cells>[^|\n]+(?:\|[^|\n]+)+)\|$")


MADE_WITH = (
    "numpy",
    "PyYAML",
    "pygame-ce",
    "pydantic",
    "click",
    "rich",
    "platformdirs",
    "babel",
    "watchfiles",
)


def kind_names() -> dict[str, str]:
    """What kinds of sources are called."""
    return {
        "official": _("a government or court"),
        "agency": _("a news agency or paper"),
        "partisan": _("a party to the matter"),
        "mirror": _("a copy of a page that stood elsewhere"),
        "academic": _("research"),
    }


@lru_cache(maxsize=1)
def attributed() -> tuple[tuple[str, ...], ...]:
    """The rows of the page of attributions: what, author, version, licence; empty if it cannot be read."""
    try:
        text = (assets_folder() / "ATTRIBUTION.md").read_text(encoding="utf-8")
    except OSError:
        return ()
    rows = [match["cells"] for match in map(ROW.match, text.splitlines()) if match]
    cells = [tuple(cell.strip().replace("`", "") for cell in row.split("|")) for row in rows]
    return tuple(row[1:] for row in cells if len(row) == 5 and row[0] != "file" and set(row[0]) != {"-"})


class Credits(GamePage):
    """What the game is made of, or where the facts of a case come from.

    Args:
        case: the id of the case that is shown first; nothing shows the game.
    """

    title = "Credits and sources"

    def __init__(self, case: str = "") -> None:
        super().__init__()
        self._wanted = case

    def build(self) -> Widget:
        """A choice between the game and the cases, and the text of what was chosen."""
        from game.ui.screens.picker import cases

        self._cases = [case.scenario for case in cases() if case.scenario is not None]
        names = (_("The game"), *(scenario.title for scenario in self._cases))
        ids = [scenario.id for scenario in self._cases]
        start = ids.index(self._wanted) + 1 if self._wanted in ids else 0
        self._choice = Choice("", names, start, changed=self._chosen)
        self._choice.place(key="case", name=_("Of the game, or of a case"))
        self._lines = Column([], gap=8, pad=(6, 4))
        self._text = Body(self._lines)
        self._chosen(start)
        under = _("What is known, from whom, and what is assumed. Up, Down and Page keys move the text.")
        column = Column(
            [
                heading(_("Credits and sources"), under),
                self._choice,
                Panel("", [self._text]).place(grow=1),
                Flow([back_button(self)]),
            ],
            gap=12,
            pad=(24, 16),
        )
        return Reading([Middle(column, READING_WIDTH).place(grow=1)], self._text)

    def _chosen(self, number: int) -> None:
        self._lines.fill(_of_the_case(self._cases[number - 1]) if number else _of_the_game())
        self._text.to(0)

    def first_focus(self) -> str:
        """The choice."""
        return "case"

    def on_key(self, key: Key) -> bool:
        """Esc leaves."""
        if self.app.keys.means(key.combo, "dismiss"):
            self.app.pop()
            return True
        return super().on_key(key)


def _of_the_game() -> list[Widget]:
    lines: list[Widget] = [
        Label(
            _(
                "Reprieve is free software under the MIT licence. "
                "It sends nothing anywhere and keeps no names."
            )
        ),
        Label(_("Typefaces and pictures"), "heading"),
    ]
    found = attributed()
    if not found:
        lines.append(Label(_("The page of attributions is missing (assets/ATTRIBUTION.md)."), tone="warning"))
    for what, author, version, licence in found:
        text = _("{what}: {author}; {version}; {licence}")
        lines.append(
            Label(text.format(what=what, author=author, version=version, licence=licence), shape="bar")
        )
    lines.append(Label(_("Made with"), "heading"))
    lines.append(Label(", ".join(("Python", *MADE_WITH))))
    return lines


def _of_the_case(scenario: Scenario) -> list[Widget]:
    kinds = kind_names()
    assumed = _(
        "Every number names one of these sources or is marked as its designer's assumption. "
        "All weights (how much something is worth to whom) are assumptions."
    )
    lines: list[Widget] = [
        Label(caution(scenario)),
        *([Label(scenario.fiction)] if scenario.fiction else []),
        Label(assumed),
        Label(_("Sources"), "heading"),
        Label(_("Some of their titles tell how it really went on."), tone="muted"),
    ]
    for name, source in scenario.sources.items():
        about = _(" ({date}; {kind})").format(date=source.date, kind=kinds[source.kind])
        text = (Words(f"{name}  ", "strong"), Words(source.title), Words(about, tone="muted"))
        lines.append(Column([Label(text), *([Label(source.url, tone="muted")] if source.url else [])], gap=2))
    return lines
