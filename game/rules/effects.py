"""What events and side moves do (docs/rules.md 5)."""

from __future__ import annotations

import numpy as np

from game.foundation.arrays import Bool
from game.rules.clauses import Does, Effect
from game.rules.happenings import What
from game.rules.ledger import come_into_force, free, note, shift_trust, wind_down, withdraw
from game.rules.state import Draft
from game.rules.tables import Tables

MOST_PROMISED = 100_000_000  # micro-utils a month


def shift_mood(draft: Draft, actor: int, by: int, who: Bool) -> None:
    """Change a ratifier's mood, within -3 to 3."""
    mood = draft.write("mood")
    mood[:, actor] = np.where(who, np.clip(mood[:, actor] + by, -3, 3), mood[:, actor])


def set_level(
    tables: Tables, draft: Draft, issue: int, to: np.ndarray[tuple[int], np.dtype[np.int8]], who: Bool
) -> None:
    """A level changes outside any agreement."""
    present = draft.level[:, issue]
    rises, falls = who & (to > present), who & (to < present)
    if tables.issues.owner[issue] >= 0:
        if rises.any():
            come_into_force(tables, draft, issue, to, rises)
        wind_down(tables, draft, issue, falls)
        return
    changed = rises | falls
    if changed.any():
        draft.write("level")[changed, issue] = to[changed]
        note(draft, What.WORLD, index=issue, amount=int(to[0]))


def _revoke(tables: Tables, draft: Draft, seat: int, who: Bool) -> None:
    revocable = np.flatnonzero((tables.issues.owner == seat) & tables.issues.revocable)
    hit = who & (draft.level[:, revocable] > 0).any(axis=1)
    withdraw(tables, draft, seat, who)
    draft.write("revoked")[hit] += 1


def _apply_one(tables: Tables, draft: Draft, effect: Effect, who: Bool) -> None:
    index, amount = effect.index, effect.amount
    match effect.does:
        case Does.TRUST:
            shift_trust(draft, index, amount, who)
        case Does.MOOD:
            shift_mood(draft, index, amount, who)
        case Does.LEVEL_BY:
            most = int(tables.issues.levels[index]) - 1
            set_level(
                tables, draft, index, np.clip(draft.level[:, index] + amount, 0, most).astype(np.int8), who
            )
        case Does.LEVEL_TO:
            set_level(tables, draft, index, np.full(draft.games, amount, np.int8), who)
        case Does.REVOKE:
            _revoke(tables, draft, index, who)
        case Does.ARREST:
            draft.write("held")[who] += amount
            draft.write("arrested")[who] += amount
            note(draft, What.ARRESTED, index=0, amount=amount)
        case Does.FREE:
            can = np.clip(draft.held - draft.owed_people.sum(axis=1, dtype=np.int64), 0, amount)
            free(tables, draft, can.astype(np.int64), who)
        case Does.PAYOFF:
            draft.write("payoff")[who, index] += amount * 1000
        case Does.PROMISE:
            paid = draft.write("paid")
            paid[who, index] = np.minimum(paid[who, index] + amount, MOST_PROMISED)
        case Does.END:
            draft.write("closing")[who & (draft.closing == 0)] = index + 1


def apply_effects(tables: Tables, draft: Draft, effects: tuple[Effect, ...], who: Bool) -> None:
    """Apply effects in order where `who`."""
    if who.any():
        for effect in effects:
            _apply_one(tables, draft, effect, who)
