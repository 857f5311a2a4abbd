"""What is owed, or what the other side broke: the decision in place of the draft."""

from __future__ import annotations

from collections.abc import Callable

from game.foundation.texts import _
from game.narration.asks import due_in_words
from game.narration.figures import utils
from game.rules.actions import Kind
from game.rules.state import Phase
from game.ui.layout import Column, Flow
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
    body = Scroll(Column(lines, gap=10))
    return Panel(
        title, [body, Flow(buttons, gap=8)], aside=_("for your side only"), aside_tone=SEAT_TONES[seat]
    )


def _button(text: str, kind: Kind, key: str, decide: Decide, look: ButtonKind = "plain") -> Button:
    return Button(text, lambda: decide(kind), look).place(key=key, grow=1)


def _honour(playing: Playing, decide: Decide) -> Widget:
    match, seat = playing.match, playing.viewer
    tables, seen = match.brief(seat).tables, match.observe(seat)
    trust, shock = tables.trust, int(seen.state.shock[0, seat])
    due = due_in_words(playing.opened.words, tables, seen)
    lines: list[Widget] = [
        Label(due, "heading"),
        Label(
            _("Honoured, it raises their trust in you: by 1 to {most}, with the size of the step.").format(
                most=trust.honour
            ),
            tone="good",
            shape="auto",
        ),
    ]
    if shock:
        cost = _("Something unforeseen makes it dearer for you this turn: {cost}, once.").format(
            cost=utils(-shock)
        )
        lines.append(Label(cost, tone="warning", shape="auto"))
    late = _("Put off, it is due again next turn; their trust falls by {n}.").format(n=trust.delay)
    lines.append(Label(late, tone="warning", shape="auto"))
    broken = _(
        "Broken, everything you still owe is void; their trust falls by {n}, "
        "and they may take back what they gave."
    )
    lines.append(Label(broken.format(n=trust.breach), tone="bad", shape="auto"))
    kinds = match.legal(seat).kinds
    buttons: list[Widget] = [_button(_("Honour it"), Kind.HONOUR, "honour", decide, "primary")]
    delay = _button(_("Put it off"), Kind.DELAY, "delay", decide)
    times = _("It was put off {n} times in a row already.").format(n=trust.delays)
    delay.allow(Kind.DELAY in kinds, times)
    buttons += [delay, _button(_("Break your word"), Kind.BREACH, "breach", decide, "danger")]
    return _panel(_("What you owe this turn"), lines, buttons, seat)


def _respond(playing: Playing, decide: Decide) -> Widget:
    seat = playing.viewer
    other = playing.opened.words.seats[1 - seat].title
    tables = playing.match.brief(seat).tables
    lines: list[Widget] = [
        Label(_("{seat} broke its word.").format(seat=other), "heading", "bad"),
        Label(_("Let it pass: what you gave stays, and you still owe what you promised."), shape="ring"),
        Label(
            _(
                "Snap back: what can be taken back winds down, what you still owe is void; "
                "their trust in you falls by {n}."
            ).format(n=tables.trust.snap),
            tone="warning",
            shape="auto",
        ),
    ]
    buttons: list[Widget] = [
        _button(_("Let it pass"), Kind.LET_PASS, "let pass", decide),
        _button(_("Snap back"), Kind.SNAP_BACK, "snap back", decide, "danger"),
    ]
    return _panel(_("Your answer"), lines, buttons, seat)
