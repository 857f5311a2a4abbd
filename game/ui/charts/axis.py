"""From values to pixels, and where the round numbers are."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from `low` to `high` lie between the pixels `start` and `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of a value."""
        span = (self.high - self.low) or 1.0
        return self.start + (value - self.low) / span * (self.end - self.start)

    def within(self, value: float) -> float:
        """The pixel of a value, or of the nearer end if it lies outside."""
        return self.at(min(self.high, max(self.low, value)))

    def length(self, amount: float) -> float:
        """How many pixels an amount takes."""
        return abs(amount / ((self.high - self.low) or 1.0) * (self.end - self.start))


def round_steps(low: float, high: float, most: int, *, whole: bool = False) -> list[float]:
    """At most `most` round numbers from low to high, at steps of 1, 2 or 5 times a power of ten.

    Args:
        whole: whether what is counted cannot be halved: no step is smaller than 1.
    """
    if not (math.isfinite(low) and math.isfinite(high)) or high <= low or most < 2:
        return []
    step = 10.0 ** math.floor(math.log10((high - low) / most))
    step *= next(m for m in (1, 2, 5, 10, 20) if (high - low) / (step * m) < most)
    step = max(step, 1.0) if whole else step
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [n * step for n in range(first, last + 1)]


def written(value: float) -> str:
    """A round number as short as it goes, with a proper minus sign."""
    return f"{value:.6g}".replace("-", "−")
