"""A report of `balance`, and a comparison of two runs, as text for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from game.analysis.balance.comparing import Comparison
from game.analysis.balance.junit import sentence
from game.analysis.balance.pairs_page import rest_in_words
from game.analysis.statistics.sequential import Ruling
from game.cli.terminal.wrapping import heading, item
from game.foundation.texts import _, ngettext


def balance_lines(found: dict[str, Any], spent: dict[str, Any], folder: Path) -> Iterator[str]:
    """A report for people.

    Args:
        found: from `report`.
        spent: from `costs`.
        folder: where the run is kept.
    """
    yield heading(
        ngettext("{title}: {n} game, seed {seed}", "{title}: {n} games, seed {seed}", found["games"]).format(
            title=found["title"], n=found["games"], seed=found["seed"]
        )
    )
    yield item(_("{seconds} s of processor time").format(seconds=spent["cpu_seconds"]))
    yield item(_("kept in {folder}").format(folder=folder))
    yield from _gates(found["gates"], spent["gates"])
    yield from _measures(found, spent["measures"])
    yield from _pairs(found["pairs"])
    if found["answers"]:
        yield item(rest_in_words(found))
    yield from _restricted(found.get("restricted", ()), spent)
    yield from _never_used(found)


def _gates(gates: list[dict[str, Any]], spent: dict[str, Any]) -> Iterator[str]:
    if gates:
        yield heading(_("Gates"))
    for gate in gates:
        yield item(_("{verdict}, {s} s").format(verdict=sentence(gate), s=spent[gate["id"]]))
        if gate["verdict"] == Ruling.PASS:
            continue
        yield item(gate["why"], "  ")
        for end in ("lowest", "highest"):
            if gate[end] is not None:
                yield f"      {gate[end]['replay']}"


def _measures(found: dict[str, Any], spent: float) -> Iterator[str]:
    """Metrics, the skill ladder and luck, and how to see a game again."""
    yield heading(_("Measures ({policies})").format(policies=", ".join(found["policies"])))
    yield item(_each_took(spent))
    for name, measure in found["metrics"].items():
        yield item(_measure(name, measure))
    for step in found["skill_ladder"]:
        name = _("{stronger} better than {weaker}").format(**step)
        yield item(_measure(name, {**step, "text": _("how much oftener it has the higher payoff")}))
    for seat, luck in found["luck"].items():
        if luck is not None:
            yield item(
                _("luck, {seat}: {share:.3f} ({low:.3f} to {high:.3f}), of the variance of payoffs").format(
                    seat=seat, **luck
                )
                + _games_of(luck)
            )
    yield item(_again(found))


def _pairs(pairs: list[dict[str, Any]]) -> Iterator[str]:
    yield heading(_("Pairs"))
    for pair in pairs:
        yield item(
            _(
                "{a} - {b}: agreement {rate:.3f} ({low:.3f} to {high:.3f}), "
                "payoffs {p[0]:+.3f} ({p[1]:+.3f} to {p[2]:+.3f}) and "
                "{q[0]:+.3f} ({q[1]:+.3f} to {q[2]:+.3f})"
            ).format(
                a=pair["policies"][0], b=pair["policies"][1], rate=pair["deal_rate"], low=pair["low"],
                high=pair["high"],
                **{
                    name: [pair[part][seat] for part in ("payoff", "payoff_low", "payoff_high")]
                    for seat, name in enumerate("pq")
                },
            )
        )  # fmt: skip


def _restricted(losses: Iterable[dict[str, Any]], spent: dict[str, Any]) -> Iterator[str]:
    for loss in losses:
        if loss["believed"]:
            yield item(
                _("without {ban} {seat} loses {loss:+.4f} a month ({low:+.4f} to {high:+.4f}), {s} s").format(
                    **loss, s=spent["restricted"][loss["ban"]]
                )
                + _games_of(loss)
            )


def _never_used(found: dict[str, Any]) -> Iterator[str]:
    if found["never_used"]:
        yield heading(_("Never used"))
        yield item(", ".join(found["never_used"]))
        yield item(
            _("each in fewer than {share:.2%} of games, by what {n} keys can tell").format(
                share=found["never_used_below"], n=found["keys"]
            )
        )


def comparison_lines(found: Comparison) -> Iterator[str]:
    """A comparison for people."""
    yield heading(_("Compared with the earlier run, on the same {n} keys").format(n=found.keys))
    if found.same_scenario:
        yield item(_("nothing that can change a game differs between the two"))
    for change in found.changes:
        if change.difference is None:
            continue
        mark = "*" if change.believed else "-"
        yield item(
            _("{name}: {first:.4g} before, {second:.4g} now: {mean:+.4g} ({low:+.4g} to {high:+.4g})").format(
                name=change.metric.name, first=change.first, second=change.second,
                mean=change.difference.mean, low=change.difference.low, high=change.difference.high,
            ),
            f"{mark} ",
        )  # fmt: skip
    yield item(_("* is believed; of what is believed, one finding in twenty may be false"), "")


def _measure(name: str, measure: dict[str, Any]) -> str:
    if measure["estimate"] is None:
        return _("{name}: no game gave a score ({text})").format(name=name, text=measure["text"])
    return _("{name}: {estimate:.4g} ({low:.4g} to {high:.4g}), {text}").format(
        name=name, **{key: measure[key] for key in ("estimate", "low", "high", "text")}
    ) + _games_of(measure)


def _games_of(one: dict[str, Any]) -> str:
    """How many games something rests on, and which of them were most extreme."""
    said = _("; {games} games").format(games=one["games"])
    if one["lowest"] is None:
        return said
    return said + _(", lowest in {low}, highest in {high}").format(
        low=_game(one["lowest"]), high=_game(one["highest"])
    )


def _game(one: dict[str, Any]) -> str:
    return _("game {n} of {a} - {b}").format(n=one["game"], a=one["policies"][0], b=one["policies"][1])


def _each_took(seconds: float) -> str:
    return _("all of these rest on the same games, {seconds} s of processor time").format(seconds=seconds)


def _again(found: dict[str, Any]) -> str:
    return _(
        "to see a game: python main.py trace {file} --seed {seed} --game N --envoy A --government B"
    ).format(file=found["file"], seed=found["seed"])
