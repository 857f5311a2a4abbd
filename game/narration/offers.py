"""Offers in words."""

from __future__ import annotations

from collections.abc import Sequence

from game.foundation.texts import _, ngettext
from game.narration.words import Words
from game.rules.tables import NONE, Tables


def in_words(words: Words, tables: Tables, offer: Sequence[int]) -> str:
    """An offer as one phrase: what each side would give, and the order in which it is done.

    Args:
        offer: half 0, half 1, plan, people (-1 for the level's own number).
    """
    sides = [_half_in_words(words, tables, seat, offer) for seat in (0, 1)]
    given = "; ".join(side for side in sides if side)
    return f"{given} ({words.plans[int(offer[2])].title})"


def half_items(words: Words, tables: Tables, seat: int, offer: Sequence[int]) -> list[tuple[str, str]]:
    """What a seat would give by an offer: (issue, level) titles, in the order of the file."""
    levels = tables.halves[seat][int(offer[seat])].tolist()
    items = []
    for issue, level in enumerate(levels):
        if int(tables.issues.owner[issue]) != seat or not _says_something(tables, issue, levels):
            continue
        title = words.issues[issue].levels[level].title
        if issue == tables.issues.people and int(offer[3]) >= 0:
            title = ngettext("{n} person", "{n} people", int(offer[3])).format(n=int(offer[3]))
        items.append((words.issues[issue].title, title))
    return items


def _says_something(tables: Tables, issue: int, levels: Sequence[int]) -> bool:
    """Levels above the first do; terms at the first level do too while anybody is to be released."""
    people = tables.issues.people
    if issue == tables.issues.terms and people != NONE:
        return levels[issue] > 0 or levels[people] > 0
    return levels[issue] > 0


def _half_in_words(words: Words, tables: Tables, seat: int, offer: Sequence[int]) -> str:
    return ", ".join(f"{issue}: {level}" for issue, level in half_items(words, tables, seat, offer))


def nothing() -> str:
    """What stands where a side would give nothing."""
    return _("nothing")
