"""A leader who needs few supporters values what goes to the few (docs/rules.md 1, Selectorate).

A good that goes to the coalition alone is shared among its members, so that each gets more of it the fewer
they are; a public good reaches all whatever their number. Beside a public good a private one counts 0.5 / W
times as much as with a coalition of half of the selectorate. The sum of both factors stays 2, so that a small
coalition moves weight and does not make it.

Source: Bueno de Mesquita, Smith, Siverson & Morrow 2003, The Logic of Political Survival, MIT Press (private
goods in proportion to 1/W); that the factors sum to 2 is assumed, decision 081.
"""

from game.content.compiling.exact import per_mille
from game.content.schema.actors import Actor, Selectorate
from game.foundation.arrays import I64


def private_factor(coalition: int) -> int:
    """Factor on the weight of private goods, per mille; 2000 minus it is that on public ones.

    Args:
        coalition: W, the share of the selectorate that a leader needs, per mille.
    """
    return 2_000_000 // (1000 + 2 * coalition)


def weighed(weight: I64, actor: Actor, name: str) -> I64:
    """Weights of an issue or count, moved towards private goods as far as the actor's coalition is small."""
    return weight if actor.selectorate is None else weight * factor_on(actor.selectorate, name) // 1000


def factor_on(selectorate: Selectorate, name: str) -> int:
    """Factor on the weight of an issue or count, per mille."""
    private = private_factor(per_mille(selectorate.coalition))
    if name in selectorate.private:
        return private
    return 2000 - private if name in selectorate.public else 1000
