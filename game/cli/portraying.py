"""`describe`: a designer's picture of a scenario, as text, as JSON, or as a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from game.analysis.portrait import POLICY, Blocker, Portrait, portrait
from game.analysis.summary import BROKEN_OFF
from game.cli.documenting import written
from game.cli.terminal.wrapping import heading, item, paragraph
from game.foundation.results import require_places
from game.foundation.texts import _
from game.match.library import Opened, open_scenario
from game.narration.figures import many, share, utils
from game.narration.offers import in_words
from game.narration.telling_quality import theory_names


def describe_case(file: str, as_json: bool, html: Path | None) -> int:
    """Print the picture, or write it as a page."""
    opened = open_scenario(file)
    require_places([html], [opened.path])
    found = portrait(opened.tables, opened.lexicon.endings.ids)
    if as_json:
        click.echo(json.dumps(as_object(opened, found), ensure_ascii=False))
    elif html is None:
        for line in lines(opened, found):
            click.echo(line)
    if html is not None:
        from game.adapters.case_page import case_page

        written(html, case_page(opened, found))
    return 0


def as_object(opened: Opened, found: Portrait) -> dict[str, Any]:
    """The picture as plain numbers: amounts in micro-utils a month, chances in millionths."""
    at, lexicon = found.opening, opened.lexicon
    return {
        "scenario": opened.scenario.id,
        "halves": found.halves,
        "packages": at.sets.packages,
        "win_sets": {"signed": at.sets.signed, "passed": at.sets.passed, "won": at.sets.won},
        "agreed": at.sets.agreed,
        "zone": None if at.zone is None else {
            "efficient": at.zone.efficient, "packages": at.zone.packages, "least": at.zone.least,
            "most": at.zone.most,
        },
        "nearest": None if found.nearest is None else {
            **(_package(opened, found, found.nearest.number) or {}), "lacks": found.nearest.lacks,
        },
        "best_ratified": [_package(opened, found, number) for number in at.sole],
        "points": {theory: _package(opened, found, n) for theory, n in at.found.points.items()},
        "patience": {"after_a_turn": at.patience, "cake": at.cake, "endless": at.endless},
        "types": [
            {
                "types": [lexicon.types[seat].ids[pair.types[seat]] for seat in (0, 1)],
                "chance": pair.chance, "signed": pair.signed, "ratified": pair.ratified,
            }
            for pair in found.pairs
        ],
        "blockers": [
            {
                "actor": lexicon.actors.ids[one.actor], "side": lexicon.seats.ids[one.side],
                "against": one.against, "alone": one.alone, "red_lines": one.refuses, "of": one.of,
            }
            for one in found.blockers
        ],
        "run": found.run,
    }  # fmt: skip


def _package(opened: Opened, found: Portrait, number: int | None) -> dict[str, Any] | None:
    if number is None:
        return None
    frontier = found.opening.found.frontier
    offer = opened.lexicon.offer_text(frontier.at(number))
    return {"offer": offer, "gains": frontier.gains[number].tolist()}


def lines(opened: Opened, found: Portrait) -> Iterator[str]:
    """The picture in words."""
    yield heading(opened.scenario.title).lstrip()
    yield paragraph(
        _(
            "At the opening, with floors in the middle of their range and, unless types are named, the "
            "average of each seat's types. Utils a month over walking away."
        )
    )
    yield from _packages(opened, found)
    yield from _types(opened, found)
    yield from _blocking(opened, found)
    yield from _points(opened, found)
    yield from _patience(opened, found)
    yield from _run(opened, found)


def _packages(opened: Opened, found: Portrait) -> Iterator[str]:
    sets, seats = found.opening.sets, opened.words.seats
    yield heading(_("What can be agreed"))
    yield item(
        _("{n} packages: {one} halves of {first}, {two} of {second}, {plans} plans").format(
            n=many(sets.packages), one=many(found.halves[0]), first=seats[0].title,
            two=many(found.halves[1]), second=seats[1].title, plans=len(opened.lexicon.plans),
        )
    )  # fmt: skip
    for seat in (0, 1):
        yield item(
            _("{seat}: signs {signed}, its ratifiers pass {passed}, both (its win-set) {won}").format(
                seat=seats[seat].title, signed=_of(sets.signed[seat], sets.packages),
                passed=_of(sets.passed[seat], sets.packages), won=_of(sets.won[seat], sets.packages),
            )
        )  # fmt: skip
    yield item(
        _("in both win-sets: {n} packages ({share}); signed by both principals: {zone}").format(
            n=many(sets.agreed), share=_of(sets.agreed, sets.packages), zone=many(sets.zone)
        )
    )
    zone = found.opening.zone
    if zone is None:
        yield item(_("zone of agreement: empty"))
        yield item(_nearest(opened, found))
    else:
        yield item(
            _(
                "zone of agreement: {n} of {all} efficient packages, worth {low} to {high} to {first} and "
                "{less} to {more} to {second}"
            ).format(
                n=zone.packages, all=zone.efficient, low=utils(zone.least[0]), high=utils(zone.most[0]),
                less=utils(zone.least[1]), more=utils(zone.most[1]), first=seats[0].title,
                second=seats[1].title,
            )
        )  # fmt: skip


def _nearest(opened: Opened, found: Portrait) -> str:
    if found.nearest is None:
        return _("no package is better for either side than signing nothing")
    lacking = [
        _("{seat} lacks {utils}").format(seat=seat.title, utils=utils(lack).lstrip("+"))
        for seat, lack in zip(opened.words.seats, found.nearest.lacks, strict=True)
        if lack
    ]
    return _("nearest to it: {package}; {lacking}").format(
        package=_worded(opened, found, found.nearest.number), lacking=", ".join(lacking)
    )


def _types(opened: Opened, found: Portrait) -> Iterator[str]:
    yield heading(_("Efficient packages that both principals sign, for each pair of types"))
    for pair in found.pairs:
        names = [opened.lexicon.types[seat].ids[pair.types[seat]] for seat in (0, 1)]
        yield item(
            _("{one} and {two} ({chance}): {signed}, of which {ratified} ratified").format(
                one=names[0], two=names[1], chance=share(pair.chance // 1000), signed=pair.signed,
                ratified=pair.ratified,
            )
        )  # fmt: skip


def _blocking(opened: Opened, found: Portrait) -> Iterator[str]:
    yield heading(_("Who can stop what both principals would sign"))
    if not found.blockers:
        yield item(_("nobody: no side has ratifiers"))
    for one in found.blockers:
        yield item(_blocker(opened, one))


def _blocker(opened: Opened, one: Blocker) -> str:
    name, side = opened.lexicon.actors.titles[one.actor], opened.words.seats[one.side].title
    said = _("{actor} (for {side}): against {against} of {of}, alone in the way of {alone}").format(
        actor=name, side=side, against=one.against, of=one.of, alone=one.alone
    )
    return said + (_("; {n} cross its red lines").format(n=one.refuses) if one.refuses else "")


def _points(opened: Opened, found: Portrait) -> Iterator[str]:
    at, seats = found.opening, opened.words.seats
    yield heading(_("Packages that theory singles out"))
    names = theory_names()
    for number in dict.fromkeys(at.found.points.values()):
        named = ", ".join(names[theory] for theory, its in at.found.points.items() if its == number)
        yield item(f"{named}: {_worded(opened, found, number)}")
    if not at.found.points:
        yield item(_("none: no package is good for both"))
    for seat in (0, 1):
        sole, title = at.sole[seat], seats[seat].title
        best = _("none would be ratified by both") if sole is None else _worded(opened, found, sole)
        yield item(_("best for {seat} that both would ratify: {best}").format(seat=title, best=best))


def _worded(opened: Opened, found: Portrait, number: int) -> str:
    frontier = found.opening.found.frontier
    one, two = frontier.gains[number].tolist()
    return f"({utils(one)}, {utils(two)}) {in_words(opened.words, opened.tables, frontier.at(number))}"


def _patience(opened: Opened, found: Portrait) -> Iterator[str]:
    at, first = found.opening, opened.words.seats[0].title
    yield heading(_("Patience"))
    yield item(
        _("an agreement a turn later is worth {share} of what it is worth now").format(
            share=share(at.patience)
        )
    )
    yield item(
        _("a cake divided by offers in turn: {cake} to {first}").format(
            cake=share(at.cake // 1000), first=first
        )
    )


def _run(opened: Opened, found: Portrait) -> Iterator[str]:
    run, seats = found.run, opened.words.seats
    yield heading(
        _("{n} games between two '{policy}' seats").format(n=many(found.episodes.games), policy=POLICY)
    )
    yield item(
        _("an agreement in {share}, {mean:.2f} a game").format(
            share=_percent(run["deal_rate"]), mean=run["agreements"]["mean"]
        )
    )
    first = run["first_agreement"]
    if first["median"] is not None:
        yield item(
            _("the first agreement in turn {turn:.0f}, for {n:.0f} people (medians)").format(
                turn=first["median_turn"], n=first["median"]
            )
        )
    yield item(
        _("people freed: {median:.0f} (median), {p10:.0f} to {p90:.0f} in 8 of 10 games").format(
            **run["freed"]
        )
    )
    yield item(_("change in people held: {n:+.0f} (median)").format(n=run["held_change"]["median"]))
    for key, seat in (("envoy", seats[0]), ("government", seats[1])):
        yield item(
            _("{seat}: {payoff:+.3f} a month (mean); breaks its word or takes back in {share}").format(
                seat=seat.title, payoff=run["payoff"][key]["mean"], share=_percent(run["reversals"][key])
            )
        )
    for name, count in run["endings"].items():
        yield item(_("{n} ended thus: {how}").format(n=count, how=_ending(opened, name)))


def _ending(opened: Opened, name: str) -> str:
    ids = ("", *BROKEN_OFF, *opened.lexicon.endings.ids)
    return opened.lexicon.ending_text(ids.index(name)) if name in ids else name


def _percent(part: float) -> str:
    return f"{100 * part:.1f} %"


def _of(part: int, whole: int) -> str:
    permille = 1000 * part // whole
    return share(permille) if permille or not part else _("1 in {n}").format(n=many(whole // part))
