"""What analysts think of the other side, in sentences that two screens share."""

from __future__ import annotations

from collections.abc import Sequence

from game.foundation.texts import _


def type_lines(titles: Sequence[str], chances: Sequence[tuple[int, int]]) -> list[str]:
    """One line a type.

    Args:
        titles: what each type is about.
        chances: for each, how likely it was at first and is now, in millionths.
    """
    text = _("{title}: {now} of 100 (at first {first})")
    return [
        text.format(title=title, now=_hundredths(now), first=_hundredths(first))
        for title, (first, now) in zip(titles, chances, strict=True)
    ]


def tempo_line(shares: Sequence[int]) -> str:
    """How the other side seems to come down: early, evenly, late, hardly at all; shares in millionths."""
    early, even, late, firm = (_hundredths(share) for share in shares)
    text = _("It gives way early: {early}, evenly: {even}, late: {late}, hardly: {firm} of 100.")
    return text.format(early=early, even=even, late=late, firm=firm)


def caution() -> str:
    """Where these numbers come from."""
    return _(
        "Worked out from its offers, and from what it accepted and refused, as if it played by a clock. "
        "It is an estimate from this table alone and may be wrong."
    )


def _hundredths(share: int) -> int:
    return round(share / 10_000)
