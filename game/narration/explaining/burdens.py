"""Parts for what a deal costs and what may be lost of it: trust, waiting, exposure, vows, other ways out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.foundation.texts import _, ngettext
from game.narration.explaining.part import Part, issue_at
from game.narration.figures import share, utils
from game.narration.words import Words
from game.narration.worlds import Deal
from game.rules import valuation
from game.rules.state import State
from game.rules.tables import NONE, Tables


def discounts(words: Words, tables: Tables, state: State, deal: Deal, seat: int, got: int) -> Iterator[Part]:
    """What trust and the plan take from what is received."""
    yield from promise_parts(words, tables, state, seat, got)
    received = got * _promise_factor(tables, state, seat) // 1000
    keep = int(tables.plans.keep[deal.plan, seat])
    yield Part(
        _("Waiting for it: {plan}").format(plan=words.plans[deal.plan].title),
        keep * received // 1000 - received,
        _("{share} of what you receive is kept under this plan").format(share=share(keep)),
    )


def promise_parts(words: Words, tables: Tables, state: State, seat: int, got: int) -> Iterator[Part]:
    """What trust takes from what is received."""
    factor = _promise_factor(tables, state, seat)
    yield Part(
        _("Only a promise so far"),
        got * factor // 1000 - got,
        _("with trust at {trust} of 15, a promise by {other} counts for {share}").format(
            trust=int(state.trust[0, seat]), other=words.seats[1 - seat].title, share=share(factor)
        ),
    )


def _promise_factor(tables: Tables, state: State, seat: int) -> int:
    least = tables.trust.promise
    return least + (1000 - least) * int(state.trust[0, seat]) // 15


def burdens(words: Words, tables: Tables, state: State, deal: Deal, seat: int) -> Iterator[Part]:
    """Exposure, a vow that would be broken, and the way out that is given up."""
    exposed = deal.exposed(tables, state, seat)
    felt = int(tables.plans.phi[deal.plan, seat]) * exposed // 1000
    trust = int(state.trust[0, seat])
    yield Part(
        _("Giving before you receive"),
        -(tables.sides[seat].rho * (15 - trust) * felt * felt // 15_000_000),
        _("{share} of your leverage is given away or at risk, at trust {trust} of 15").format(
            share=share(exposed), trust=trust
        ),
    )
    move, level = (int(part) for part in state.vow[0, seat])
    if move != NONE and deal.asked[tables.moves[move].vow] < level:
        issue = tables.moves[move].vow
        why = _("you vowed in public: {promise} at least").format(promise=issue_at(words, issue, level))
        yield Part(_("Breaking your vow"), -tables.moves[move].cost, why)
    outside = int(valuation.own_options(tables, state, seat)[0])
    yield Part(_("What you have without an agreement"), -outside, _("an agreement gives it up"))
    yield from _aid(words, tables, state, seat)
    for actor in np.flatnonzero(tables.actor_side == seat).tolist():
        why = _("a month; you promised it for an agreement")
        name = _("Your promise to {actor}").format(actor=words.actors[actor].title)
        yield Part(name, -int(state.paid[0, actor]), why)


def _aid(words: Words, tables: Tables, state: State, seat: int) -> Iterator[Part]:
    """A patron's pay, which an agreement interrupts."""
    aid, turn, weights = int(state.aid[0, seat]), state.clock.turn, tables.weight.tolist()
    patron = next((patron for patron in tables.politics.patrons if patron.seat == seat), None)
    if patron is not None and aid:
        lost = sum(weights[turn : turn + patron.rest])
        yield Part(
            _("What {actor} pays while you sign nothing").format(actor=words.actors[patron.actor].title),
            -(aid * lost // sum(weights[turn:])),
            ngettext(
                "{amount} a month, not paid for {n} turn after an agreement",
                "{amount} a month, not paid for {n} turns after an agreement",
                patron.rest,
            ).format(amount=utils(aid), n=patron.rest),
        )
