"""Moves as text, the same in transcripts, in files of moves and at the prompt.

    offer people=thirty harbour=licence plan=together     issues that are not named stay at their first level
    offer people=all:120 plan=together                    the level, and the number of people where it differs
    accept   hold   walk out   break off                  table moves
    honour   delay   breach   let pass   snap back        decisions on what is owed
    do gesture 5; hold                                    a side move stands before the table move of its ply

What is written is always the longest form; what is read may be shorter (`people=45` takes the least level that
names so many).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

import numpy as np

from game.content.lexicon import Lexicon
from game.foundation.errors import UnreadableAction
from game.foundation.texts import _
from game.rules.actions import Action, Kind, one
from game.rules.tables import NONE, Tables

WORDS = {
    Kind.ACCEPT: "accept", Kind.HOLD: "hold", Kind.WALK_OUT: "walk out", Kind.BREAK_OFF: "break off",
    Kind.HONOUR: "honour", Kind.DELAY: "delay", Kind.BREACH: "breach", Kind.LET_PASS: "let pass",
    Kind.SNAP_BACK: "snap back",
}  # fmt: skip
_KINDS = {text: kind for kind, text in WORDS.items()}
OFFER, DO, PLAN = "offer", "do", "plan"


def write_action(lexicon: Lexicon, tables: Tables, action: Action, game: int = 0) -> str:
    """A move of one game as text."""
    kind = Kind(int(action.kind[game]))
    text = WORDS[kind] if kind is not Kind.OFFER else _write_offer(lexicon, tables, action, game)
    move = int(action.move[game])
    return f"{write_side_move(lexicon, tables, move, int(action.amount[game]))}; {text}" if move != NONE else text


def write_side_move(lexicon: Lexicon, tables: Tables, move: int, amount: int) -> str:
    """A side move as text."""
    words = [DO, lexicon.moves[move].id]
    if tables.moves[move].vow != NONE:
        words.append(lexicon.issues[tables.moves[move].vow].levels[amount].id)
    elif tables.moves[move].people:
        words.append(str(amount))
    return " ".join(words)


def read_action(lexicon: Lexicon, tables: Tables, seat: int, text: str) -> Action:
    """The move of a seat that a text says; whether it is allowed now is another question.

    Raises:
        UnreadableAction: with a hint that says what would be right.
    """
    parts = [part.strip() for part in text.strip().split(";")]
    move, amount = NONE, 0
    if len(parts) == 2 and parts[0].split(" ")[0] == DO:
        move, amount = read_side_move(lexicon, tables, seat, parts[0])
    elif len(parts) != 1:
        raise UnreadableAction(text, _("A side move stands first, as in 'do MOVE; hold'."))
    words = parts[-1].split()
    if words and words[0] == OFFER:
        half0, half1, plan, people = read_offer(lexicon, tables, words[1:])
        return one(Kind.OFFER, half0, half1, plan, people, move, amount)
    kind = _KINDS.get(" ".join(words))
    if kind is None:
        raise UnreadableAction(text, _near(parts[-1], [OFFER, *WORDS.values(), DO]))
    return one(kind, move=move, amount=amount)


def read_side_move(lexicon: Lexicon, tables: Tables, seat: int, text: str) -> tuple[int, int]:
    """The (side move, amount) that a text such as `do gesture 5` says."""
    words = text.split()
    own = {lexicon.moves[m].id: m for m, move in enumerate(tables.moves) if move.seat == seat}
    if len(words) not in (2, 3) or words[0] != DO or words[1] not in own:
        raise UnreadableAction(text, _near(words[1] if len(words) > 1 else "", own, DO))
    move = own[words[1]]
    return move, _read_amount(lexicon, tables, move, words[2:], text)


def read_offer(lexicon: Lexicon, tables: Tables, words: Sequence[str]) -> tuple[int, int, int, int]:
    """The offer (half 0, half 1, plan, people) that words such as `people=ten` say."""
    levels = [0] * len(tables.issues.owner)
    plan, people = (0 if len(tables.plans.steps) == 1 else NONE), -1
    named: set[str] = set()
    for word in words:
        name, sign, value = word.partition("=")
        if not sign or name in named:
            raise UnreadableAction(word, _("Write each issue once, as issue=level."))
        named.add(name)
        if name == PLAN:
            plan = _index(value, [entry.id for entry in lexicon.plans], word)
            continue
        issue = _index(name, [entry.id for entry in lexicon.issues], word)
        if int(tables.issues.owner[issue]) == NONE:
            raise UnreadableAction(word, _("No seat owns this; it cannot be offered."))
        levels[issue], number = _read_level(lexicon, tables, issue, value, word)
        people = number if issue == tables.issues.people else people
    if plan == NONE:
        raise UnreadableAction(" ".join((OFFER, *words)), _hint_plan(lexicon))
    return _half(tables, 0, levels, words), _half(tables, 1, levels, words), plan, people


def half_of(tables: Tables, seat: int, levels: Sequence[int]) -> int | None:
    """The half of a seat with these levels of its own issues; None if the scenario forbids it."""
    own = tables.issues.owner == seat
    wanted = np.where(own, np.asarray(levels, np.int8), np.int8(0))
    found = np.flatnonzero((tables.halves[seat] == wanted).all(axis=1))
    return int(found[0]) if len(found) else None


def _write_offer(lexicon: Lexicon, tables: Tables, action: Action, game: int) -> str:
    half0, half1 = int(action.half0[game]), int(action.half1[game])
    people, plan = int(action.people[game]), int(action.plan[game])
    return write_offer(lexicon, tables, (half0, half1, plan, people))


def write_offer(lexicon: Lexicon, tables: Tables, offer: Sequence[int]) -> str:
    """An offer (half 0, half 1, plan, people) as text."""
    levels = np.maximum(tables.halves[0][int(offer[0])], tables.halves[1][int(offer[1])]).tolist()
    words = [OFFER]
    for issue, level in enumerate(levels):
        if level:
            number = f":{int(offer[3])}" if issue == tables.issues.people and int(offer[3]) >= 0 else ""
            words.append(f"{lexicon.issues[issue].id}={lexicon.issues[issue].levels[level].id}{number}")
    return " ".join((*words, f"{PLAN}={lexicon.plans[int(offer[2])].id}"))


def _read_level(lexicon: Lexicon, tables: Tables, issue: int, value: str, word: str) -> tuple[int, int]:
    """The (level, number of people or -1) of one issue."""
    ids = [level.id for level in lexicon.issues[issue].levels]
    if issue != tables.issues.people:
        return _index(value, ids, word), -1
    name, _sign, number = value.partition(":")
    if number:
        return _index(name, ids, word), _whole(number, word)
    if not value.isdecimal() or value in ids:
        return _index(value, ids, word), -1
    wanted = _whole(value, word)
    sizes = tables.issues.people_number[: len(ids)].tolist()
    enough = [level for level, size in enumerate(sizes) if level and size >= wanted]
    return (enough[0] if enough else len(ids) - 1), wanted


def _read_amount(lexicon: Lexicon, tables: Tables, move: int, words: Sequence[str], text: str) -> int:
    record = tables.moves[move]
    if record.vow != NONE:
        ids = [level.id for level in lexicon.issues[record.vow].levels]
        if not words:
            raise UnreadableAction(text, _hint(ids[1:], _("Say the level vowed")))
        return _index(words[0], ids, text)
    if record.people:
        if not words:
            raise UnreadableAction(text, _("Say how many people, 1 to {most}.").format(most=record.people))
        return _whole(words[0], text)
    if words:
        raise UnreadableAction(text, _("This side move takes nothing after its name."))
    return 0


def _half(tables: Tables, seat: int, levels: Sequence[int], words: Iterable[str]) -> int:
    half = half_of(tables, seat, levels)
    if half is None:
        raise UnreadableAction(" ".join((OFFER, *words)), _("The scenario does not allow these levels together."))
    return half


def _whole(text: str, word: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 4):
        raise UnreadableAction(word, _("A number of people is written in digits, as in 25."))
    return int(text)


def _index(name: str, names: Sequence[str], word: str) -> int:
    if name not in names:
        raise UnreadableAction(word, _near(name, names))
    return names.index(name)


def _hint_plan(lexicon: Lexicon) -> str:
    return _hint([plan.id for plan in lexicon.plans], _("An offer needs a plan"), "plan=")


def _hint(names: Iterable[str], opening: str, before: str = "") -> str:
    return _("{opening}: {names}.").format(opening=opening, names=", ".join(before + name for name in names))


def _near(name: str, names: Iterable[str], before: str = "") -> str:
    """What would be right: the nearest name if one is near, and all of them."""
    known = list(names)
    if not known:
        return _("There is nothing of the kind here.")
    near = difflib.get_close_matches(name, known, 1)
    start = _("Did you mean {name!r}?").format(name=near[0]) + " " if near else ""
    shown = ", ".join(f"{before} {known_name}".strip() for known_name in known)
    return start + _("Possible: {names}.").format(names=shown)
