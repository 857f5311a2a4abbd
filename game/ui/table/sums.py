"""The signed sums that open over numbers."""

from __future__ import annotations

from collections.abc import Sequence

from game.foundation.texts import _
from game.narration.explain import Explanation
from game.narration.figures import parts_and_sum
from game.narration.monitoring import monitor_says
from game.rules.happenings import What
from game.rules.state import State
from game.ui.digits import MINUS, many, signed
from game.ui.playing import Playing
from game.ui.theme import ToneName
from game.ui.why import Part, Why

MICRO = 1_000_000
MOST_TURNS = 6  # of changes that are told one by one


def of_explanation(title: str, explanation: Explanation, note: str) -> Why:
    """An explanation in utils."""
    shown, total = parts_and_sum([part.amount for part in explanation.parts])
    parts = tuple(
        Part(part.name, text.replace("-", MINUS), part.amount / MICRO, tone_of(part.amount))
        for part, text in zip(explanation.parts, shown, strict=True)
    )
    refused = [
        _("Refused whatever the sum: {line} ({why}).").format(line=line.name, why=line.why)
        for line in explanation.never
    ]
    return Why(title, parts, "= " + total.replace("-", MINUS), " ".join((*refused, note)))


def tone_of(amount: int) -> ToneName:
    """Green for more, red for less."""
    return "good" if amount > 0 else "bad" if amount < 0 else "muted"


def of_counts(title: str, start: tuple[str, int], changes: Sequence[tuple[str, int]], note: str = "") -> Why:
    """A count: where it began, what was added and taken, and so where it is."""
    parts = [Part(start[0], many(start[1]), float(start[1]), "link")]
    parts += [Part(name, signed(n), float(n), "plain") for name, n in changes if n]
    return Why(title, tuple(parts), "= " + many(start[1] + sum(n for _name, n in changes)), note)


def of_people(playing: Playing, state: State) -> Why:
    """How many are held, and how it came to that."""
    tables = playing.match.brief(playing.viewer).tables
    changes = [
        (_("newly arrested"), int(state.arrested[0])),
        (_("freed"), -int(state.freed[0])),
        (_("sentence served"), -int(state.served[0])),
    ]
    held = playing.opened.scenario.people
    note = ""
    if held is not None and held.low != held.high:
        note = _("Sources for the start range from {low} to {high}.").format(
            low=many(held.low), high=many(held.high)
        )
    count = monitor_says(tables, state)
    if count is not None:
        note = " ".join(filter(None, (_("Of those freed {count}.").format(count=count), note)))
    return of_counts(_("People held"), (_("at the start"), int(tables.held_start)), changes, note)


def of_trust(playing: Playing, seat: int, title: str) -> Why:
    """How far a seat trusts the other, turn by turn: trust is public."""
    words, tables = playing.opened.words, playing.match.brief(playing.viewer).tables
    by_turn: dict[int, int] = {}
    for happening in playing.match.happenings(playing.viewer):
        if happening.what is What.TRUST and happening.seat == seat:
            by_turn[happening.turn] = by_turn.get(happening.turn, 0) + happening.amount
    turns = sorted(by_turn)
    early = sum(by_turn[turn] for turn in turns[:-MOST_TURNS])
    changes = [(words.date(turn), by_turn[turn]) for turn in turns[-MOST_TURNS:]]
    note = _("From 0 to 15. Kept promises raise it, delays and breaches lower it.")
    start = (_("at the start"), int(tables.trust_start[seat]))
    return of_counts(title, start, [(_("earlier"), early), *changes], note)
