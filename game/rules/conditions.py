"""Whether a condition of the scenario holds, for every game at once (docs/rules.md 5)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import Bool
from game.rules.clauses import Condition, Op, Quantity, Step
from game.rules.state import State
from game.rules.tables import Tables

LONG_AGO = 9999


def present_turn(state: State) -> NDArray[np.int64]:
    """The turn at which each game stands; a game that is over stands at that of its end. int64[B]."""
    return np.where(state.ended > 0, state.end_turn, state.clock.turn).astype(np.int64)


def sender(tables: Tables) -> int:
    """The seat that does not own the people issue (0 without one)."""
    people = tables.issues.people
    return 1 - int(tables.issues.owner[people]) if people >= 0 else 0


def relief(tables: Tables, state: State) -> NDArray[np.int64]:
    """Leverage the sender has given by levels in force, per mille; 0 without a people issue. int64[B]."""
    issues = tables.issues
    total = np.zeros(state.games, np.int64)
    if issues.people < 0:
        return total
    for i in np.flatnonzero(issues.owner == sender(tables)):
        total += issues.leverage[i].take(state.level[:, i])
    return total


def _turns_since(turn: NDArray[np.int64], last: NDArray[np.int16]) -> NDArray[np.int64]:
    return np.where(last < 0, LONG_AGO, turn - last.astype(np.int64))


def quantity(tables: Tables, state: State, step: Step) -> NDArray[np.int64]:
    """The named quantity of every game. int64[B]."""
    match step.quantity:
        case Quantity.TURN:
            return present_turn(state)
        case Quantity.FREED:
            found = state.freed
        case Quantity.HELD:
            found = state.held
        case Quantity.ARRESTED:
            found = state.arrested
        case Quantity.SERVED:
            found = state.served
        case Quantity.EXILED:
            found = state.exiled
        case Quantity.COUNTED:
            found = state.counted
        case Quantity.DISPUTED:
            found = np.maximum(0, state.freed - state.counted - state.unsure)
        case Quantity.AGREEMENTS:
            return state.agreements.astype(np.int64)
        case Quantity.RELIEF:
            return relief(tables, state)
        case Quantity.TRUST:
            return state.trust[:, step.index].astype(np.int64)
        case Quantity.LEVEL:
            return state.level[:, step.index].astype(np.int64)
        case Quantity.SINCE:
            return _turns_since(present_turn(state), state.fired[:, step.index])
        case Quantity.MOVED:
            return _turns_since(present_turn(state), state.moved[:, step.index])
        case Quantity.BREACHED:
            return state.breached[:, step.index].astype(np.int64)
        case Quantity.SNAPPED:
            return state.snapped[:, step.index].astype(np.int64)
    return found.astype(np.int64)


def _compare(step: Step, found: NDArray[np.int64]) -> Bool:
    match step.op:
        case Op.AT_LEAST:
            return np.greater_equal(found, step.value)
        case Op.AT_MOST:
            return np.less_equal(found, step.value)
        case Op.IS:
            return np.equal(found, step.value)
        case Op.IS_NOT:
            return np.not_equal(found, step.value)
        case Op.MORE:
            return np.greater(found, step.value)
        case Op.LESS:
            return np.less(found, step.value)
    raise AssertionError(step.op)


def holds(tables: Tables, state: State, condition: Condition) -> Bool:
    """Whether the condition holds. bool[B]; the empty condition always does."""
    stack: list[Bool] = []
    for step in condition:
        match step.op:
            case Op.ALL | Op.ANY:
                parts = [stack.pop() for _ in range(step.value)]
                fold = np.logical_and if step.op is Op.ALL else np.logical_or
                stack.append(fold.reduce(parts))
            case Op.NOT:
                stack.append(~stack.pop())
            case _:
                stack.append(_compare(step, quantity(tables, state, step)))
    return stack.pop() if stack else np.ones(state.games, np.bool_)
