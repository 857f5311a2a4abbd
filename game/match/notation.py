"""Moves as text, the same in transcripts, in files of moves and at the prompt.

offer people=thirty harbour=licence plan=together     issues that are not named stay at their first level
offer people=45 plan=together                         a number of people instead of a level
accept   hold   walk out   break off                  table moves
honour   delay   breach   let pass   snap back        decisions on what is owed
do gesture 5; hold                                    a side move stands before the table move of its ply
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from game.content.lexicon import PLAN, Lexicon
from game.foundation.errors import UnreadableAction
from game.foundation.texts import _
from game.rules.actions import Action, Kind, one
from game.rules.tables import NONE, Tables

WORDS = {
    Kind.ACCEPT: "accept", Kind.HOLD: "hold", Kind.WALK_OUT: "walk out", Kind.BREAK_OFF: "break off",
    Kind.HONOUR: "honour", Kind.DELAY: "delay", Kind.BREACH: "breach", Kind.LET_PASS: "let pass",
    Kind.SNAP_BACK: "snap back",
}  # fmt: skip
KINDS = {text: kind for kind, text in WORDS.items()} | {"pass": Kind.HOLD}
"""What each word for a move means; "pass" is what the window calls it to hold."""
OFFER, DO = "offer", "do"


def write_action(lexicon: Lexicon, tables: Tables, action: Action, game: int = 0) -> str:
    """A move of one game as text."""
    kind = Kind(int(action.kind[game]))
    if kind is Kind.OFFER:
        offer = (
            int(action.half0[game]),
            int(action.half1[game]),
            int(action.plan[game]),
            int(action.people[game]),
        )
        text = write_offer(lexicon, offer)
    else:
        text = WORDS.get(kind, kind.name.lower())
    move = int(action.move[game])
    return (
        f"{write_side_move(lexicon, tables, move, int(action.amount[game]))}; {text}"
        if move != NONE
        else text
    )


def write_offer(lexicon: Lexicon, offer: Sequence[int]) -> str:
    """An offer (half 0, half 1, plan, people) as text."""
    half0, half1, plan, people = (int(part) for part in offer)
    return f"{OFFER} {lexicon.offer_text((half0, half1, plan, people)).replace(',', ' ')}"


def write_side_move(lexicon: Lexicon, tables: Tables, move: int, amount: int) -> str:
    """A side move as text."""
    words = [DO, lexicon.moves.ids[move]]
    if tables.moves[move].vow != NONE:
        words.append(lexicon.levels[tables.moves[move].vow].ids[amount])
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
        half0, half1, plan, people = read_offer(lexicon, words[1:])
        return one(Kind.OFFER, half0, half1, plan, people, move, amount)
    kind = KINDS.get(" ".join(words))
    if kind is None:
        raise UnreadableAction(text, near(parts[-1], [OFFER, *WORDS.values(), DO]))
    return one(kind, move=move, amount=amount)


def read_offer(lexicon: Lexicon, words: Sequence[str]) -> tuple[int, int, int, int]:
    """The offer (half 0, half 1, plan, people) that words such as `people=ten` say.

    Raises:
        UnreadableAction: with a hint that says what would be right.
    """
    if not words:
        issues = ", ".join(lexicon.negotiable)
        raise UnreadableAction(
            OFFER,
            _("Say what, as ISSUE=LEVEL, and how, as {plan}=PLAN. Issues: {issues}.").format(
                plan=PLAN, issues=issues
            ),
        )
    try:
        return lexicon.read_offer(",".join(word.strip(",") for word in words))
    except UnreadableAction as fault:
        raise UnreadableAction(" ".join(words), fault.hint) from None


def read_side_move(lexicon: Lexicon, tables: Tables, seat: int, text: str) -> tuple[int, int]:
    """The (side move, amount) that a text such as `do gesture 5` says.

    Raises:
        UnreadableAction: with a hint that says what would be right.
    """
    words = text.split()
    own = {lexicon.moves.ids[m]: m for m, move in enumerate(tables.moves) if move.seat == seat}
    if len(words) not in (2, 3) or words[0] != DO or words[1] not in own:
        raise UnreadableAction(text, near(words[1] if len(words) > 1 else "", own, DO))
    move = own[words[1]]
    return move, _read_amount(lexicon, tables, move, words[2:], text)


def near(name: str, names: Iterable[str], before: str = "") -> str:
    """What would be right: the nearest name if one is near, and all of them."""
    known = list(names)
    if not known:
        return _("There is nothing of the kind here.")
    closest = difflib.get_close_matches(name, known, 1) or difflib.get_close_matches(
        name.split(" ", maxsplit=1)[0], known, 1
    )
    start = _("Did you mean {name!r}?").format(name=closest[0]) + " " if closest else ""
    shown = ", ".join(f"{before} {one_name}".strip() for one_name in known)
    return start + _("Possible: {names}.").format(names=shown)


def _read_amount(lexicon: Lexicon, tables: Tables, move: int, words: Sequence[str], text: str) -> int:
    record = tables.moves[move]
    if record.vow != NONE:
        ids = lexicon.levels[record.vow].ids
        if not words or words[0] not in ids[1:]:
            raise UnreadableAction(
                text, near(words[0] if words else "", ids[1:], f"{DO} {lexicon.moves.ids[move]}")
            )
        return ids.index(words[0])
    if record.people:
        if not words or not (words[0].isascii() and words[0].isdecimal() and len(words[0]) <= 4):
            raise UnreadableAction(text, _("Say how many people, 1 to {most}.").format(most=record.people))
        return int(words[0])
    if words:
        raise UnreadableAction(text, _("This side move takes nothing after its name."))
    return 0
