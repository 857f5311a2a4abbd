"""How a length is shared among things that each want some of it."""

from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """What a thing needs at least and would like, in pixels."""

    low: int
    want: int


NOTHING = Span(0, 0)


def share(total: int, spans: Sequence[Span], weights: Sequence[float]) -> list[int]:
    """Lengths for things side by side, which together take `total` if anything of them may grow.

    Those with a weight share what the others leave in proportion to their weights, but none gets less than it
    needs. Those without get what they want, and less (down to what they need) where room is short. Where even
    that is not enough, everything keeps what it needs and the row is too long: whoever calls has to scroll.
    """
    need = sum(span.low for span in spans)
    firm = [n for n, weight in enumerate(weights) if weight <= 0]
    lengths = [span.low for span in spans]
    spare = max(0, total - need)
    wishes = [spans[n].want - spans[n].low for n in firm]
    for n, more in zip(firm, portions(min(spare, sum(wishes)), wishes), strict=True):
        lengths[n] += more
    flexible = [n for n, weight in enumerate(weights) if weight > 0]
    left = total - sum(lengths[n] for n in firm)
    for n, length in zip(
        flexible, _weighted(left, [(spans[n].low, weights[n]) for n in flexible]), strict=True
    ):
        lengths[n] = length
    return lengths


def portions(total: int, weights: Sequence[float]) -> list[int]:
    """Whole numbers in proportion to weights whose sum is exactly `total`."""
    whole = sum(weights)
    if whole <= 0:
        return [0] * len(weights)
    given, seen, shares = 0, 0.0, []
    for weight in weights:
        seen += weight
        upto = round(total * seen / whole)
        shares.append(upto - given)
        given = upto
    return shares


def _weighted(total: int, wishes: Sequence[tuple[int, float]]) -> list[int]:
    """Lengths in proportion to weights, none below its least: those that would be are fixed at it."""
    fixed: set[int] = set()
    while True:
        free = [n for n in range(len(wishes)) if n not in fixed]
        left = total - sum(wishes[n][0] for n in fixed)
        lengths = [low for low, _ in wishes]
        for n, length in zip(free, portions(max(0, left), [wishes[n][1] for n in free]), strict=True):
            lengths[n] = length
        short = [n for n in free if lengths[n] < wishes[n][0]]
        if not short:
            return lengths
        fixed.update(short)
