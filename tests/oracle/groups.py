"""Where a group settles (docs/rules.md 1), in plain floats: a second opinion on what is compiled exactly."""

from typing import Any


def settled(group: Any) -> float:  # 0 to 100
    place = [float(m.position) for m in group.members]
    salience = [float(m.salience) for m in group.members]
    weight = [float(m.capability) * s for m, s in zip(group.members, salience, strict=True)]
    span = max(place) - min(place)
    for _ in range(group.rounds):
        if max(place) == min(place):
            break
        place = _round(place, weight, salience, span)
    reached = 0.0
    for at, much in sorted(zip(place, weight, strict=True)):
        reached += much
        if reached >= sum(weight) / 2 - 1e-12:
            return at
    raise AssertionError


def _round(place: list[float], weight: list[float], salience: list[float], span: float) -> list[float]:
    n = range(len(place))
    danger = [
        sum(_gain(place, weight, salience, span, [1.0] * len(place), i, j, 1) for i in n if i != j) for j in n
    ]
    low, wide = min(danger), max(danger) - min(danger)
    third = [(2 * d - max(danger) - low) / wide / 3 if wide else 0.0 for d in danger]
    risk = [(1 - t) / (1 + t) for t in third]
    moved = []
    for i in n:
        lost, met, forced = [], [], []
        for j in n:
            mine = _gain(place, weight, salience, span, risk, i, j, risk[i])
            other = _gain(place, weight, salience, span, risk, j, i, risk[i])
            if place[j] == place[i] or other <= 0:
                continue
            if other > mine > 0:
                lost.append((abs(place[j] - place[i]), place[j]))
            elif mine < 0 < other + mine:
                average = (other * place[j] - mine * place[i]) / (other - mine)
                met.append((average, place[i] - (place[j] - place[i]) * mine / other))
            elif mine < 0:
                forced.append((abs(place[j] - place[i]), place[j]))
        moved.append(min(lost or met or forced or [(0.0, place[i])])[1])
    return moved


def _gain(
    place: list[float],
    weight: list[float],
    salience: list[float],
    span: float,
    risk: list[float],
    i: int,
    j: int,
    eye: float,
) -> float:  # what i expects of challenging j, seen with the attitude `eye`
    def votes(a: int, b: int) -> list[float]:
        far = lambda v, at: (abs(place[v] - place[at]) / span) ** risk[v]  # noqa: E731
        return [weight[v] * (far(v, b) - far(v, a)) for v in range(len(place))]

    cast = sum(abs(v) for a in range(len(place)) for b in range(len(place)) for v in votes(a, b))
    chance, far = sum(max(0.0, v) for v in votes(i, j)) / cast, abs(place[i] - place[j]) / span
    success, failure, present = (2 - 4 * x**eye for x in (0.5 - far / 2, 0.5 + far / 2, 0.5))
    fought = chance * success + (1 - chance) * failure
    return salience[j] * fought + (1 - salience[j]) * success - present
