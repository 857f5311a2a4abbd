"""A report as one HTML page with plots; it needs nothing besides itself and holds no time, as the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from game.analysis.balance.junit import sentence
from game.analysis.balance.plots import bars, heat_map, scatter
from game.foundation.texts import _

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
body { color: #1c2733; background: #fff; }
h1 { font-size: 1.7rem; } h2 { margin-top: 2.2rem; border-bottom: 1px solid #c9d3dc; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #dfe6ec; vertical-align: top; }
td.n { text-align: right; white-space: nowrap; }
.pass, .fail, .undecided { font-weight: 600; padding: 0 .4rem; border-radius: .2rem; border: 1px solid; }
.pass { color: #14532d; } .fail { color: #8a1c1c; } .undecided { color: #6b4e00; }
code { font-size: .85em; overflow-wrap: anywhere; background: #f1f4f7; padding: 0 .2rem; }
svg { max-width: 100%; height: auto; } figure { margin: 1rem 0; } figcaption { color: #445464; }
"""


def page(found: dict[str, Any]) -> bytes:
    """The page of a report (from `report`)."""
    parts = [
        f"<h1>{escape(found['title'])}</h1>",
        "<p>"
        + escape(
            _("{games} games between computer seats, {keys} keys, seed {seed}, policies {policies}.").format(
                games=found["games"], keys=found["keys"], seed=found["seed"],
                policies=", ".join(found["policies"]),
            )
        )
        + f" {escape(_('Scenario'))} <code>{escape(found['digest'][:16])}</code>, "
        f"{escape(_('rules'))} {found['rules_version']}. "
        + escape(_("It is a model between two programs, and no forecast of what any government does."))
        + "</p>",
        *_gates(found),
        *_metrics(found),
        *_distributions(found),
        *_map(found),
        *_pairs(found),
        *_use(found),
        *_replay(found),
    ]  # fmt: skip
    body = "\n".join(parts)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(found['title'])}</title><style>{_STYLE}</style></head>\n<body>\n{body}\n"
        "</body></html>\n"
    ).encode()


def _gates(found: dict[str, Any]) -> Iterable[str]:
    yield f"<h2>{escape(_('Gates'))}</h2>"
    if not found["gates"]:
        yield f"<p>{escape(_('The scenario has none.'))}</p>"
        return
    rows = []
    for gate in found["gates"]:
        told = sentence(gate).partition(": ")[2].partition(": ")[2]
        mark = f'<span class="{gate["verdict"]}">{escape(_(gate["verdict"]))}</span>'
        severity = "" if gate["severity"] == "error" else f" ({escape(_(gate['severity']))})"
        rows.append(
            f"<tr><td>{mark}{severity}</td><td>{escape(gate['id'])}</td><td>{escape(told)}<br>"
            f"<small>{escape(gate['why'])}</small></td><td class=n>{gate['line']}</td></tr>"
        )
    yield _table([_("verdict"), _("gate"), _("claim and what was found"), _("line")], rows)


def _metrics(found: dict[str, Any]) -> Iterable[str]:
    yield f"<h2>{escape(_('Measures'))}</h2>"
    rows = []
    for name, one in found["metrics"].items():
        if one["estimate"] is None:
            rows.append(f"<tr><td>{escape(name)}</td><td colspan=3>{escape(_('no score'))}</td></tr>")
            continue
        rows.append(
            f"<tr><td>{escape(name)}<br><small>{escape(one['text'])}</small></td>"
            f"<td class=n>{one['estimate']:.4g}</td><td class=n>{one['low']:.4g} – {one['high']:.4g}</td>"
            f"<td class=n>{one['scored']}</td></tr>"
        )
    yield _table([_("measure"), _("estimate"), _("interval"), _("keys")], rows)
    luck = [
        _("{seat}: {share:.1%} (standard error {error:.1%})").format(seat=seat, **one)
        for seat, one in found["luck"].items()
        if one is not None
    ]
    if luck:
        told = _("Share of the variance of payoffs that is luck: {luck}.").format(luck="; ".join(luck))
        yield f"<p>{escape(told)}</p>"


def _distributions(found: dict[str, Any]) -> Iterable[str]:
    yield f"<h2>{escape(_('How games end'))}</h2>"
    spread = found["distributions"]
    yield _figure(bars(list(spread["agreements"].items())), _("Agreements in a game, and in how many games."))
    steps = len(spread["freed_share"])
    freed = [(f"{100 * n // steps}", count) for n, count in enumerate(spread["freed_share"])]
    yield _figure(bars(freed), _("People freed, in per cent of all ever held, and in how many games."))
    turns = [(str(n + 1), count) for n, count in enumerate(spread["first_turn"])]
    yield _figure(bars(turns), _("Turn of the first agreement, and in how many games."))


def _map(found: dict[str, Any]) -> Iterable[str]:
    yield f"<h2>{escape(_('Deals and the frontier'))}</h2>"
    deals = [(first / 1e6, second / 1e6) for first, second in found["deals"]]
    frontier = [(first / 1e6, second / 1e6) for first, second in found["frontier"]]
    yield _figure(
        scatter(deals, frontier, (found["seats"][0], found["seats"][1])),
        _(
            "What first agreements were worth to both seats when they were accepted (dots, utils a month "
            "over walking away) and the frontier of the opening for the mean of all types (line)."
        ),
    )


def _pairs(found: dict[str, Any]) -> Iterable[str]:
    yield f"<h2>{escape(_('Who plays whom'))}</h2>"
    names = found["policies"]
    cells = {tuple(pair["policies"]): pair for pair in found["pairs"]}
    numbers = {pair: (one["deal_rate"], *one["payoff"]) for pair, one in cells.items()}
    titles = (
        _("Games with an agreement"),
        _("Payoff of {seat}").format(seat=found["seats"][0]),
        _("Payoff of {seat}").format(seat=found["seats"][1]),
    )
    for number, title in enumerate(titles):
        rows = [[numbers[first, second][number] for second in names] for first in names]
        caption = _("{title}; {first} in rows, {second} in columns.").format(
            title=title, first=found["seats"][0], second=found["seats"][1]
        )
        yield _figure(heat_map(names, rows), caption)


def _use(found: dict[str, Any]) -> Iterable[str]:
    yield f"<h2>{escape(_('What is used'))}</h2>"
    used = [(name, share) for name, share in found["used"].items() if share > 0]
    rows = [
        f"<tr><td><code>{escape(name)}</code></td><td class=n>{share:.2%}</td><td>{_bar(share)}</td></tr>"
        for name, share in used
    ]
    yield _table([_("thing"), _("games"), ""], rows)
    never = ", ".join(found["never_used"]) or _("nothing")
    yield f"<p>{escape(_('Never used: {things}.').format(things=never))}</p>"
    if "restricted" in found:
        lost = [
            f"<tr><td><code>{escape(one['ban'])}</code></td><td>{escape(one['seat'])}</td>"
            f"<td class=n>{one['loss']:+.4f}</td><td class=n>{one['error']:.4f}</td>"
            f"<td>{escape(_('believed')) if one['believed'] else ''}</td></tr>"
            for one in found["restricted"]
        ]
        yield f"<h2>{escape(_('What is lost without it'))}</h2>"
        yield _table([_("banned"), _("seat"), _("loss a month"), _("error"), ""], lost)


def _replay(found: dict[str, Any]) -> Iterable[str]:
    yield f"<h2>{escape(_('Look at a game'))}</h2>"
    rows = [
        f"<tr><td>{escape(name)}</td><td class=n>{one[end]['value']:.4g}</td>"
        f"<td><code>{escape(one[end]['replay'])}</code></td></tr>"
        for name, one in found["metrics"].items()
        for end in ("lowest", "highest")
        if one.get(end)
    ]
    yield _table([_("measure"), _("value"), _("command")], rows)


def _table(heads: Sequence[str], rows: Iterable[str]) -> str:
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _figure(picture: str, caption: str) -> str:
    return f"<figure>{picture}<figcaption>{escape(caption)}</figcaption></figure>"


def _bar(share: float) -> str:
    bar = f'<rect width="{160 * share:.1f}" height="10" fill="#3f6d91"/>'
    return f'<svg width="160" height="10" aria-hidden="true">{bar}</svg>'
