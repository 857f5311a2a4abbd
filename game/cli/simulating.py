"""`simulate`: many games between two policies, summed up as text, as JSON, or row by row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from game.analysis.episodes import CHUNK, simulate
from game.analysis.summary import BROKEN_OFF, summary
from game.analysis.writing import write_csv
from game.cli.progress import progress
from game.cli.terminal.wrapping import heading, item
from game.foundation.results import require_places
from game.foundation.texts import _, ngettext
from game.match.library import Opened, open_scenario


def simulate_games(
    file: str,
    games: int,
    seed: int,
    policies: tuple[str, str],
    chunk: int | None,
    as_json: bool,
    out: Path | None,
) -> int:
    """Play the games and say what came of them."""
    opened = open_scenario(file)
    require_places([out], [opened.path])
    with progress(_("Games"), games) as advance:
        episodes = simulate(opened.tables, policies, seed, games, chunk or CHUNK, advance)
    found = summary(opened.tables, episodes, opened.lexicon.endings.ids)
    if as_json:
        click.echo(json.dumps(found))
    else:
        for line in _lines(opened, found):
            click.echo(line)
    if out is not None:  # last, so that a full disk does not take the summary with it
        write_csv(episodes, out)
    return 0


def _lines(opened: Opened, found: dict[str, Any]) -> Iterator[str]:
    seats = opened.lexicon.seats.titles
    yield heading(
        ngettext(
            "{n} game of {title}, seed {seed}", "{n} games of {title}, seed {seed}", found["games"]
        ).format(n=found["games"], title=opened.scenario.title, seed=found["seed"])
    )
    yield item(_("{seat}: {policy}").format(seat=seats[0], policy=found["envoy"]))
    yield item(_("{seat}: {policy}").format(seat=seats[1], policy=found["government"]))
    yield item(
        _("{seconds} s, {rate} games a second, the first chunk {first} s").format(
            seconds=found["seconds"], rate=found["games_per_second"], first=found["first_chunk_seconds"]
        )
    )
    yield item(_("at least one agreement in {share} of games").format(share=_percent(found["deal_rate"])))
    yield item(_("{n:.2f} agreements a game").format(n=found["agreements"]["mean"]))
    if found["first_agreement"]["median"] is not None:
        yield item(
            _("people in the first agreement: {n:.0f} (median)").format(n=found["first_agreement"]["median"])
        )
    freed = found["freed"]
    yield item(
        _("people freed: {median:.0f} (median), from {p10:.0f} to {p90:.0f} in 8 of 10 games").format(**freed)
    )
    yield item(_("change in people held: {n:+.0f} (median)").format(n=found["held_change"]["median"]))
    for key, title in (("envoy", seats[0]), ("government", seats[1])):
        yield item(
            _(
                "{seat}: {payoff:+.3f} a month (mean); word broken or measures taken back in {share} of games"
            ).format(seat=title, payoff=found["payoff"][key]["mean"], share=_percent(found["reversals"][key]))
        )
    for name, count in found["endings"].items():
        yield item(_("{n} ended thus: {how}").format(n=count, how=_ending(opened, name)))
    yield item(_("digest of the outcomes: {digest}").format(digest=found["outcome_digest"][:16]))


def _ending(opened: Opened, name: str) -> str:
    ids = ("", *BROKEN_OFF, *opened.lexicon.endings.ids)
    return opened.lexicon.ending_text(ids.index(name)) if name in ids else name


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
