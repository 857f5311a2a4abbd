"""What is owed, or what the other side broke: the decision in place of the draft."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.foundation.texts import _, ngettext
from game.rules.actions import Kind
from game.rules.state import Phase
from game.rules.tables import NONE
from game.ui.digits import worth
from game.ui.layout import Column, Flow
from game.ui.marked import marked
from game.ui.playing import SEAT_TONES, Playing
from game.ui.theme import ButtonKind
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll import Scroll

Decide = Callable[[Kind], None]


def decision_panel(playing: Playing, decide: Decide) -> Widget:
    """The decision of an honour or respond slot."""
    if playing.match.phase is Phase.HONOUR:
        return _honour(playing, decide)
    return _respond(playing, decide)


def _panel(title: str, lines: list[Widget], buttons: list[Widget], seat: int) -> Widget:
    body = Scroll(Column(lines, gap=10, pad=(6, 4)))
    return Panel(
        title, [body, Flow(buttons, gap=8)], aside=_("for your side only"), aside_tone=SEAT_TONES[seat]
    )


def _button(text: str, kind: Kind, key: str, decide: Decide, look: ButtonKind = "plain") -> Button:
    return Button(text, lambda: decide(kind), look).place(key=key, grow=1)


def due_items(playing: Playing) -> list[str]:
    """What the viewer owes this turn, one line each."""
    tables, state = playing.match.brief(playing.viewer).tables, playing.match.observe(playing.viewer).state
    words, row = playing.opened.words, state.clock.turn % tables.rows
    people, owner = tables.issues.people, tables.issues.owner
    items = []
    if people != NONE and int(owner[people]) == playing.viewer and int(state.owed_people[0, row]):
        n = int(state.owed_people[0, row])
        items.append(ngettext("{n} person to free", "{n} people to free", n).format(n=n))
    for issue in np.flatnonzero(owner == playing.viewer).tolist():
        level = int(state.owed[0, row, issue])
        if level > 0 and issue != people:
            items.append(f"{words.issues[issue].title}: {words.issues[issue].levels[level].title}")
    return items


def _honour(playing: Playing, decide: Decide) -> Widget:
    match, seat = playing.match, playing.viewer
    tables, seen = match.brief(seat).tables, match.observe(seat)
    trust, shock = tables.trust, int(seen.state.shock[0, seat])
    lines: list[Widget] = [marked(text, SEAT_TONES[seat]) for text in due_items(playing)]
    if shock:
        cost = _("Something unforeseen makes it dearer for you this turn: {cost}, once.")
        lines.append(marked(cost.format(cost=worth(-shock)), "warning"))
    lines.append(Label(_("What each answer does"), "strong"))
    done = _("Done, it raises their trust in you: by 1 to {most}, with the size of the step.")
    late = _("Put off, it is due again next turn; their trust falls by {n}.")
    broken = _(
        "Broken, everything you still owe is void; their trust falls by {n}, "
        "and they may take back what they gave."
    )
    lines += [
        marked(done.format(most=trust.honour), "good"),
        marked(late.format(n=trust.delay), "warning"),
        marked(broken.format(n=trust.breach), "bad"),
    ]
    delay = _button(_("Put it off"), Kind.DELAY, "delay", decide)
    times = ngettext(
        "It was put off {n} time already.", "It was put off {n} times in a row already.", trust.delays
    )
    delay.allow(Kind.DELAY in match.legal(seat).kinds, times.format(n=trust.delays))
    buttons: list[Widget] = [
        _button(_("Do it"), Kind.HONOUR, "honour", decide, "primary"),
        delay,
        _button(_("Break your word"), Kind.BREACH, "breach", decide, "danger"),
    ]
    return _panel(_("What you owe this turn"), lines, buttons, seat)


def _respond(playing: Playing, decide: Decide) -> Widget:
    seat = playing.viewer
    other = playing.opened.words.seats[1 - seat].title
    tables = playing.match.brief(seat).tables
    back = _(
        "Take back: what you gave and can take back winds down, what you still owe is void; "
        "their trust in you falls by {n}."
    )
    lines: list[Widget] = [
        Label(_("{seat} broke its word.").format(seat=other), "strong"),
        marked(_("Let it pass: what you gave stays, and you still owe what you promised."), "muted", "ring"),
        marked(back.format(n=tables.trust.snap), "warning"),
    ]
    buttons: list[Widget] = [
        _button(_("Let it pass"), Kind.LET_PASS, "let pass", decide),
        _button(_("Take back"), Kind.SNAP_BACK, "snap back", decide, "danger"),
    ]
    return _panel(_("Your answer"), lines, buttons, seat)
