"""What an offer was really worth to both sides, each number with the sum behind it."""

from __future__ import annotations

from functools import partial

from game.foundation.texts import _
from game.narration.course import Ply
from game.narration.debrief import Finished, Offer
from game.narration.explain import explain_offer
from game.ui.digits import worth
from game.ui.flow import Words
from game.ui.playing import SEAT_TONES
from game.ui.table import sums
from game.ui.table.number import Number
from game.ui.why import Why


def worths(done: Finished, ply: Ply, offer: Offer, gains: tuple[int, int], key: str) -> list[Number]:
    """A line for each seat.

    Args:
        ply: the moment the offer is judged at.
        gains: to each seat, micro-utils a month over walking away.
        key: what the widgets' own keys begin with.
    """
    lines = []
    for owner in (0, 1):
        said = _("worth to {seat}: ").format(seat=done.words.seats[owner].title)
        text = (Words(said, tone="plain"), Words(worth(gains[owner]), "strong"))
        number = Number(text, tone=SEAT_TONES[owner])
        lines.append(number.place(key=f"{key} {owner}", why=partial(_why, done, ply, owner, offer)))
    return lines


def _why(done: Finished, ply: Ply, seat: int, offer: Offer) -> Why:
    state = ply.before
    explained = explain_offer(done.words, done.tables, state, seat, int(state.type[0, seat]), offer)
    title = _("Worth to {seat}").format(seat=done.words.seats[seat].title)
    return sums.of_explanation(title, explained, _("Utils a month over walking away, as things stood then."))
