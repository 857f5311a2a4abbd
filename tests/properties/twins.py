"""Games that are the same to a seat and differ in all that it may not know, and what a seat gets of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from game.foundation.draws import game_keys
from game.foundation.errors import IllegalAction
from game.information.brief import Brief
from game.information.observe import observe
from game.information.resample import resample
from game.narration.asks import asked_line, shock_in_words
from game.narration.explain import explain_offer
from game.narration.judging import estimate, forecast, own_value
from game.rules.actions import Action, Kind
from game.rules.play import apply, is_legal, legal
from game.rules.reasons import why_not
from game.rules.state import SEEN_BY, Phase, SeenBy, State, take
from game.rules.tables import Tables
from tests.properties.playing import any_action, any_offers
from tests.properties.shipped import Pair, Table, numbered, opened, rows_of, running, seated

HIDDEN = tuple(name for name, seen_by in SEEN_BY.items() if seen_by is not SeenBy.PUBLIC)
OWNED = tuple(name for name in HIDDEN if SEEN_BY[name] is not SeenBy.NOBODY)
SHARE_IN_WORDS = 0.4  # of the states; words are made of what is seen, and tests/match reads all of them
Told = dict[str, object]


def drawn(tables: Tables, state: State, seat: int, name: str, rng: np.random.Generator) -> NDArray[np.int64]:
    """Values that a hidden field could have as well, of its shape."""
    part = getattr(state, name)
    limits = {
        "type": (0, len(tables.sides[1 - seat].prior)),
        "floor": (0, 2_000_000),
        "shock": (0, 5_000_000),
        "aid": (0, 300_000),
        "paid": (0, 300_000),
        "aid_turn": (-1, tables.turns),
        "payoff": (-(10**12), 10**12),
        "mood": (-3, 4),
        "vote": (-1, 2),
        "enact_turn": (0, tables.turns + 6),
        "key": (0, 2**64),
    }
    low, high = limits[name]
    values: NDArray[np.int64] = rng.integers(low, high, part.shape, np.uint64 if name == "key" else np.int64)
    return values


def twin(
    tables: Tables, state: State, seat: int, rng: np.random.Generator, hidden: tuple[str, ...] = HIDDEN
) -> State:
    """The same games to `seat`; of what it may not know, the named fields are drawn anew."""
    changed = {}
    for name in hidden:
        part = getattr(state, name).copy()
        values = drawn(tables, state, seat, name, rng).astype(part.dtype)
        match SEEN_BY[name]:
            case SeenBy.NOBODY:
                part[:] = values
            case SeenBy.SEAT:
                part[:, 1 - seat] = values[:, 1 - seat]
            case SeenBy.ACTOR:
                others = tables.actor_side != seat
                part[:, others] = values[:, others]
        changed[name] = part
    return replace(state, **changed)


@dataclass
class Compared:
    """What twins were compared on."""

    states: int = 0
    changed: Counter[str] = field(default_factory=Counter)
    phases: Counter[Phase] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def compare(self, where: object, told: Told, other: Told) -> None:
        """Note what differs."""
        assert told.keys() == other.keys()
        self.differences += [f"{what} at {where}" for what in told if told[what] != other[what]]


def shown(tables: Tables, own: Brief, state: State, trial: Action) -> Told:
    """What comes of a state for a seat in many games: what it sees, and what the rules allow."""
    seen = observe(tables, state, own.seat).state
    told: Told = {
        f"the sight of {name}": getattr(seen, name).tobytes() for name in SEEN_BY if name != "clock"
    }
    return told | {"what is allowed, by the truth": is_legal(tables, state, trial).tobytes()}


def concluded(tables: Tables, own: Brief, state: State, trial: Action) -> Told:
    """What a seat can make of what it sees in many games."""
    seen = observe(tables, state, own.seat)
    believed_tables, believed = resample(own, seen, game_keys(3, numbered(state.games)))
    assert believed_tables is own.tables
    return {
        "a believed world": rows_of(believed).tobytes(),
        "what is allowed, by what is seen": is_legal(own.tables, seen.state, trial).tobytes(),
    }


def said(name: str, tables: Tables, own: Brief, state: State, trial: Action, game: int) -> Told:
    """What a seat is told of one game in words and numbers."""
    one = take(state, np.array([game]))
    seen, words = observe(tables, one, own.seat), opened(name).words
    batch = observe(tables, state, own.seat).state
    offer = [int(part[game]) for part in (trial.half0, trial.half1, trial.plan, trial.people)]
    told: Told = {
        "the question": asked_line(words, own.tables, seen),
        "the shock": shock_in_words(seen),
        "the reason by the truth": why_not(tables, state, trial, game),
        "the reason by what is seen": why_not(own.tables, batch, trial, game),
        "the error": refused(tables, one, action_of(trial, game)),
    }
    if state.clock.seat == own.seat:
        told["what may be done"] = legal(own.tables, seen.state)
        told["what may be done, by the truth"] = legal(tables, one)
    if exists(tables, offer):
        told["the own value"] = own_value(own, seen, offer)
        told["the estimate"] = estimate(own, seen, offer)
        told["the forecast"] = forecast(own, seen, offer)
        told["the explanation"] = explain_offer(
            words, own.tables, seen.state, own.seat, int(seen.state.type[0, own.seat]), offer
        )
    return told


def exists(tables: Tables, offer: list[int]) -> bool:
    sizes = len(tables.halves[0]), len(tables.halves[1]), len(tables.plans.steps)
    return all(0 <= part < size for part, size in zip(offer, sizes, strict=False))


def refused(tables: Tables, state: State, action: Action) -> str:
    try:
        apply(tables, state, action)
    except IllegalAction as fault:
        return str(fault)
    return ""


def action_of(action: Action, game: int) -> Action:
    return Action(**{name: part[game : game + 1] for name, part in vars(action).items()})


def anything(tables: Tables, state: State, rng: np.random.Generator) -> Action:
    """Actions of which many are allowed and many are not."""
    action, count = any_action(tables, state, rng), state.games
    wild = rng.random(count) < 0.5
    action.kind[wild] = rng.integers(0, len(Kind), count)[wild]
    offers = any_offers(tables, state, int(rng.integers(2**31)))
    for n, part in enumerate((action.half0, action.half1, action.plan, action.people)):
        part[:] = offers[:, n] + (rng.random(count) < 0.1)
    action.move[wild] = rng.integers(-1, len(tables.moves) + 1, count)[wild]
    action.amount[wild] = rng.integers(-1, 30, count)[wild]
    return action


def compare(name: str, pair: Pair, games: int, seed: int = 0, tables: Tables | None = None) -> Compared:
    """Play games in which a second pair of computer seats sees nothing but twins, and compare all along."""
    tables = tables or opened(name).tables
    table, shadow = seated(tables, pair), seated(tables, pair)
    ids, rng, found = numbered(games), np.random.default_rng(seed), Compared()
    keys = table.keys(seed, ids)
    for state, action in table.played(seed, ids):
        compare_state(name, table, state, rng, found)
        if action is not None:
            seat = state.clock.seat
            seen = observe(tables, twin(tables, state, seat, rng), seat)
            other = shadow.seats[seat](shadow.briefs[seat], seen, keys[seat])
            found.compare(
                (name, pair, state.clock),
                {"the decision": rows_of(action).tobytes()},
                {"the decision": rows_of(other).tobytes()},
            )
    return found


def compare_state(name: str, table: Table, state: State, rng: np.random.Generator, found: Compared) -> None:
    """Both seats, every hidden field alone and all together; in words for one game of the batch."""
    tables, going = table.tables, running(state)
    trial, game = anything(tables, state, rng), int(rng.integers(state.games))
    for own in table.briefs:
        told = shown(tables, own, state, trial)
        for hidden in (*((one,) for one in HIDDEN), HIDDEN):
            other = twin(tables, state, own.seat, rng, hidden)
            found.compare((name, own.seat, state.clock, hidden), told, shown(tables, own, other, trial))
            for part in hidden:
                found.changed[part] += int((getattr(state, part) != getattr(other, part))[going].sum())
        made = [concluded(tables, own, s, trial) for s in (state, other)]
        found.compare((name, own.seat, state.clock), *made)
        allowed = "what is allowed, by the truth", "what is allowed, by what is seen"
        found.compare(
            (name, own.seat, state.clock), {"allowed": told[allowed[0]]}, {"allowed": made[0][allowed[1]]}
        )
        if rng.random() < SHARE_IN_WORDS:
            words = (said(name, tables, own, s, trial, game) for s in (state, other))
            found.compare((name, own.seat, state.clock, game), *words)
    found.states += int(going.sum())
    found.phases[state.clock.phase] += 1
