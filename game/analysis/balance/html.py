"""A report as one HTML page with plots; it needs nothing besides itself and holds no time, as the report."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from game.analysis.balance.junit import sentence
from game.analysis.balance.page_parts import bar, figure, short, table
from game.analysis.balance.pairs_page import answers_on_page, pairs_on_page
from game.analysis.balance.plots import bars, scatter
from game.foundation.texts import _, marked

_MARKS = ("pass", "fail", "undecided")
_FAMILIES = {
    "offer": marked("In offers"),
    "agree": marked("In agreements"),
    "decide": marked("Decisions"),
    "move": marked("Side moves"),
    "event": marked("Events"),
}
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
body { color: #1c2733; background: #fff; }
h1 { font-size: 1.7rem; } h2 { margin-top: 2.2rem; border-bottom: 1px solid #c9d3dc; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #dfe6ec; vertical-align: top; }
td.n, th.n { text-align: right; white-space: nowrap; }
.pass, .fail, .undecided { font-weight: 600; padding: 0 .4rem; border-radius: .2rem; border: 1px solid; }
.pass { color: #14532d; } .fail { color: #8a1c1c; } .undecided { color: #6b4e00; }
code { font-size: .85em; overflow-wrap: anywhere; background: #f1f4f7; padding: 0 .2rem; }
details { margin: .6rem 0; } summary { cursor: pointer; font-weight: 600; }
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
        *_how_to_read(found),
        *_gates(found),
        *_metrics(found),
        *_distributions(found),
        *_map(found),
        *pairs_on_page(found),
        *answers_on_page(found),
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


def _how_to_read(found: dict[str, Any]) -> Iterable[str]:
    """What a designer has to know to read the rest."""
    counts = {mark: sum(gate["verdict"] == mark for gate in found["gates"]) for mark in _MARKS}
    if found["gates"]:
        mark = found["verdict"]
        told = _("of {n} gates {passed} pass, {failed} fail and {open} are undecided").format(
            n=len(found["gates"]), passed=counts["pass"], failed=counts["fail"], open=counts["undecided"]
        )
        shown = f'<span class="{mark}">{escape(_(mark))}</span>'
        yield f"<p>{escape(_('Verdict'))}: {shown} ({escape(told)}).</p>"
    lines = (
        _(
            "A gate is a claim that the author of the scenario made, with the reason. 'At least 0.66, margin "
            "0.03' is decided between two means: it passes once the games speak for 0.69 or more rather than "
            "for 0.63 or less, and fails the other way round. A range passes once the interval lies in it, "
            "the margin added at both ends, and fails once it lies outside. All gates of a file together err "
            "once in twenty files at most, so the interval beside each is wider than 95 %, and may reach "
            "over the bound although the test has decided. Undecided: more games are needed (--max-games)."
        ),
        _(
            "An estimate is the mean over all games between the policies named above. The interval beside "
            "it holds the true value in nineteen of twenty runs, however long one played. A key is one set "
            "of chances (types, events, arrests) that every pair of policies plays, so that what differs "
            "between pairs is not luck."
        ),
        _(
            "Any game can be looked at: type the command beside it in the folder of the program. Processor "
            "time is not on this page, so that equal games have equal pages: it is in costs.json of the "
            "run and on the terminal."
        ),
    )
    yield f"<details open><summary>{escape(_('How to read this page'))}</summary>"
    yield "".join(f"<p>{escape(line)}</p>" for line in lines) + "</details>"


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
    yield table([_("verdict"), _("gate"), _("claim and what was found"), _("line")], rows)


def _metrics(found: dict[str, Any]) -> Iterable[str]:
    yield f"<h2>{escape(_('Measures'))}</h2>"
    rows = []
    for name, one in found["metrics"].items():
        if one["estimate"] is None:
            rows.append(f"<tr><td>{escape(name)}</td><td colspan=4>{escape(_('no score'))}</td></tr>")
            continue
        rows.append(_measure(name, one["text"], one["estimate"], one))
    for step in found["skill_ladder"]:
        if step["estimate"] is not None:
            name = _("{stronger} better than {weaker}").format(**step)
            text = _("how much oftener it has the higher payoff, same seat, same others, same games")
            rows.append(_measure(name, text, step["estimate"], step))
    for seat, one in found["luck"].items():
        if one is not None:
            text = _("share of the variance of payoffs that is chance and hidden types, not who plays")
            rows.append(_measure(_("luck, {seat}").format(seat=seat), text, one["share"], one))
    yield table([_("measure"), _("estimate"), _("interval"), _("keys"), _("games")], rows)


def _measure(name: str, text: str, estimate: float, one: dict[str, Any]) -> str:
    keys = one.get("scored", "")
    return (
        f"<tr><td>{escape(name)}<br><small>{escape(text)}</small></td>"
        f"<td class=n>{estimate:.4g}</td><td class=n>{one['low']:.4g} – {one['high']:.4g}</td>"
        f"<td class=n>{keys}</td><td class=n>{one['games']}</td></tr>"
    )


def _distributions(found: dict[str, Any]) -> Iterable[str]:
    yield f"<h2>{escape(_('How games end'))}</h2>"
    spread, games = found["distributions"], _("games")
    yield figure(
        bars(list(spread["agreements"].items()), (_("agreements"), games)),
        _("Agreements in a game, and in how many games."),
    )
    steps = len(spread["freed_share"])
    freed = [(f"{100 * n // steps}", count) for n, count in enumerate(spread["freed_share"])]
    yield figure(
        bars(freed, (_("per cent freed, from"), games)),
        _("People freed, in per cent of all ever held ({first} stands for {first} to {last}).").format(
            first=0, last=100 // steps
        ),
    )
    turns = [(str(n + 1), count) for n, count in enumerate(spread["first_turn"])]
    yield figure(bars(turns, (_("turn"), games)), _("Turn of the first agreement, and in how many games."))


def _map(found: dict[str, Any]) -> Iterable[str]:
    yield f"<h2>{escape(_('Deals and the frontier'))}</h2>"
    deals = [(first / 1e6, second / 1e6) for first, second in found["deals"]]
    axis, (first, second) = _("{seat}, utils a month"), found["seats"]
    frontier, *of_types = [
        [(first / 1e6, second / 1e6) for first, second in line]
        for line in (found["frontier"], *found["frontiers_of_types"])
    ]
    yield figure(
        scatter(deals, frontier, (axis.format(seat=first), axis.format(seat=second)), of_types),
        _(
            "Each dot is a first agreement: what it was worth to both seats when it was accepted, in utils "
            "a month over walking away. Beyond a frontier nobody can get more without the other getting "
            "less: the thick line is that of the opening for the mean of all types, the thin ones are "
            "those of each pair of types. Dots that lie far below the lines left something on the table; a "
            "dot beyond them is a later agreement, when the situation had changed."
        ),
    )


def _use(found: dict[str, Any]) -> Iterable[str]:
    yield f"<h2>{escape(_('What is used'))}</h2>"
    told = _(
        "By what {n} keys can tell, a share lies within {points:.1f} percentage points of the true one, in "
        "nineteen of twenty runs."
    )
    yield f"<p>{escape(told.format(n=found['keys'], points=100 * found['used_within']))}</p>"
    for family, title in _FAMILIES.items():
        used = [(name, share) for name, share in found["used"].items() if name.startswith(f"{family}.")]
        rows = [
            f"<tr><td><code>{escape(name)}</code></td><td class=n>{share:.1%}</td><td>{bar(share)}</td>"
            f"<td><code>{escape(short(found['first_used'][name]))}</code></td></tr>"
            for name, share in used
            if share > 0
        ]
        if rows:
            yield f"<details open><summary>{escape(_(title))}</summary>"
            yield table([_("thing"), _("games"), "", _("a game with it")], rows) + "</details>"
    never = ", ".join(found["never_used"]) or _("nothing")
    told = _("Never used: {things}. By what {n} keys can tell, each is rarer than {share:.2%} of games.")
    yield f"<p>{escape(told.format(things=never, n=found['keys'], share=found['never_used_below']))}</p>"
    if "restricted" in found:
        lost = [
            f"<tr><td><code>{escape(one['ban'])}</code></td><td>{escape(one['seat'])}</td>"
            f"<td class=n>{one['loss']:+.4f}</td><td class=n>{one['low']:+.4f} – {one['high']:+.4f}</td>"
            f"<td class=n>{one['games']}</td>"
            f"<td>{escape(_('believed')) if one['believed'] else ''}</td>"
            f"<td><code>{escape(short(one['highest']))}</code></td></tr>"
            for one in found["restricted"]
        ]
        yield f"<h2>{escape(_('What is lost without it'))}</h2>"
        told = _(
            "Games of {policy} - {policy}, each played with nothing banned and again, on the same key, with "
            "one thing banned. To see a game as it was played then, add --without and the name of the ban to "
            "the command."
        )
        yield f"<p>{escape(told.format(policy=found['policies'][0]))}</p>"
        heads = (
            _("banned"),
            _("seat"),
            _("loss a month"),
            _("interval"),
            _("games"),
            "",
            _("most was lost in"),
        )
        yield table(heads, lost)


def _replay(found: dict[str, Any]) -> Iterable[str]:
    yield f"<h2>{escape(_('Look at a game'))}</h2>"
    rows = [
        f"<tr><td>{escape(name)}</td><td class=n>{one[end]['value']:.4g}</td>"
        f"<td><code>{escape(one[end]['replay'])}</code></td></tr>"
        for name, one in _with_games(found)
        for end in ("lowest", "highest")
        if one.get(end)
    ]
    first, second = found["policies"][0], found["policies"][-1]
    told = _(
        "The lowest and the highest of each measure. Any other game: put its number and the policies of both "
        "seats into the command, as in game 7 of {a} - {b}."
    ).format(a=first, b=second)
    command = f"python main.py trace {found['file']} --seed {found['seed']} --game 7"
    yield f"<p>{escape(told)} <code>{escape(command)} --envoy {first} --government {second}</code></p>"
    yield table([_("measure"), _("value"), _("command")], rows)


def _with_games(found: dict[str, Any]) -> Iterable[tuple[str, dict[str, Any]]]:
    """Everything that has extreme games, with its name."""
    yield from found["metrics"].items()
    for step in found["skill_ladder"]:
        yield _("{stronger} better than {weaker}").format(**step), step
    for seat, one in found["luck"].items():
        if one is not None:
            yield _("payoff of {seat}").format(seat=seat), one
