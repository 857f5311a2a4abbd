"""Who plays whom on the page of a report: what pairs come to, and what another policy would bring."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from game.analysis.balance.page_parts import figure, table
from game.analysis.balance.plots import heat_map
from game.foundation.texts import _


def pairs_on_page(found: dict[str, Any]) -> Iterable[str]:
    """Agreement and payoffs of every pair, each with its interval."""
    yield f"<h2>{escape(_('Who plays whom'))}</h2>"
    names = found["policies"]
    cells = {tuple(pair["policies"]): pair for pair in found["pairs"]}
    numbers = {
        pair: (
            (one["deal_rate"], one["low"], one["high"]),
            *zip(one["payoff"], one["payoff_low"], one["payoff_high"], strict=True),
        )
        for pair, one in cells.items()
    }
    titles = (
        _("Games with an agreement"),
        _("Payoff of {seat}").format(seat=found["seats"][0]),
        _("Payoff of {seat}").format(seat=found["seats"][1]),
    )
    for number, title in enumerate(titles):
        rows = [[numbers[first, second][number] for second in names] for first in names]
        caption = _("{title}; {first} in rows, {second} in columns; below each its 95 % interval.").format(
            title=title, first=found["seats"][0], second=found["seats"][1]
        )
        yield figure(heat_map(names, rows), caption)


def answers_on_page(found: dict[str, Any]) -> Iterable[str]:
    """What each seat could gain by another policy of the pool, and where nobody can."""
    if not found["answers"]:
        return
    rows = [
        f"<tr><td>{escape(' - '.join(one['policies']))}</td><td>{escape(one['seat'])}</td>"
        f"<td>{escape(one['best'])}</td><td class=n>{one['gain']:+.3f}</td>"
        f"<td class=n>{one['low']:+.3f} – {one['high']:+.3f}</td><td class=n>{one['games']}</td>"
        f"<td>{escape(_('believed')) if one['believed'] else ''}</td></tr>"
        for one in found["answers"]
    ]
    yield f"<h3>{escape(_('What another policy would bring'))}</h3>"
    yield f"<p>{escape(rest_in_words(found))}</p>"
    heads = (_("pair"), _("seat"), _("best instead"), _("gain a month"), _("interval"), _("games"), "")
    yield table(heads, rows)


def rest_in_words(found: dict[str, Any]) -> str:
    """The pairs in which nobody gains by changing alone, and the policies that others beat, as sentences."""
    pairs = ", ".join(" - ".join(pair) for pair in found["at_rest"]) or _("none")
    told = _("Pairs in which neither seat is believed to gain by another of these policies: {pairs}.")
    lines = [told.format(pairs=pairs)]
    lines += [
        _("For {seat} {by} is better than {policy} against every one of them.").format(**one)
        for one in found["dominated"]
    ]
    return " ".join(lines)
