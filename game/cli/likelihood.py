"""`llr`: a log-likelihood ratio from counts, so that anybody can check the statistics of balance."""

from __future__ import annotations

from collections.abc import Sequence

import click

from game.analysis.statistics.likelihood_ratio import EloModel, elo_ratio
from game.analysis.statistics.sequential import thresholds
from game.foundation.texts import _

ERRORS = 0.05


def say_ratio(model: EloModel, counts: Sequence[int], bounds: tuple[float, float]) -> int:
    """Print the ratio, and what a sequential test with errors of 5 % would make of it.

    Raises:
        click.UsageError: counts or bounds out of range.
    """
    if bounds[0] >= bounds[1]:
        raise click.UsageError(
            _("the first of the bounds lies below the second (got {0:g} {1:g})").format(*bounds)
        )
    try:
        ratio = elo_ratio(model, counts, bounds)
    except ValueError as fault:
        raise click.UsageError(str(fault)) from None
    lower, upper = thresholds(ERRORS, ERRORS)
    click.echo(_("log-likelihood ratio: {ratio:.5f}").format(ratio=ratio))
    stands = _("the higher bound is accepted") if ratio >= upper else _("not decided yet")
    if ratio <= lower:
        stands = _("the lower bound is accepted")
    click.echo(
        _("with errors of 5 %: {stands} (limits {lower:.3f} and {upper:.3f})").format(
            stands=stands, lower=lower, upper=upper
        )
    )
    return 0
