"""How what was agreed lasted, in words: a share of steps, or that none was due."""

from __future__ import annotations

from game.foundation.texts import _
from game.narration.figures import share
from game.rules.outcome import Outcome


def lasted(result: Outcome) -> str:
    """The durability of the first game's agreements; where no step was done or broken there is no share."""
    if int(result.honoured[0].sum() + result.breached[0].sum() + result.snapped[0].sum() + result.revoked[0]):
        return _("Durability of what was agreed: {share}").format(share=share(int(result.durability[0])))
    return _("Durability of what was agreed: no step of it was due before the end")
