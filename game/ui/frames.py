"""How long drawing took: asked for by the bench, kept off otherwise."""

from dataclasses import dataclass, field


@dataclass
class Frames:
    """Milliseconds of the frames that drew something."""

    ms: list[float] = field(default_factory=list)
    most: int = 100_000

    def add(self, seconds: float) -> None:
        """Note a frame."""
        if len(self.ms) < self.most:
            self.ms.append(seconds * 1000)

    def quantile(self, share: float) -> float:
        """The milliseconds that a share of the frames did not exceed; 0 without frames."""
        ordered = sorted(self.ms)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0

    @property
    def median(self) -> float:
        """Half of the frames were faster."""
        return self.quantile(0.5)

    @property
    def p99(self) -> float:
        """One frame in a hundred was slower."""
        return self.quantile(0.99)
