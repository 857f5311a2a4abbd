"""`history`: what really happened, as the game plays it, and what had to be forced."""

from __future__ import annotations

import click

from game.cli.terminal.wrapping import heading, item, paragraph
from game.foundation.texts import _, ngettext
from game.match.library import Opened, open_scenario
from game.match.remembering import Refusal, Remembered, remember, remembered_course
from game.narration.dates import day
from game.narration.log import Narrator

SEED = 1


def show_history(file: str, seeds: int) -> int:
    """Tell the history and check that it is the same under every seed.

    Returns: 1 if it is not the same under every seed.
    """
    opened = open_scenario(file)
    found = remember(opened, SEED, seeds)
    if seeds == 1:
        _tell(opened)
    click.echo(heading(_("People freed")))
    for turn, people in found.releases:
        click.echo(item(f"{opened.words.date(turn)}: {people}"))
    click.echo(heading(_("What had to be forced")))
    for line in _forced(opened, found):
        click.echo(item(line))
    if seeds > 1:
        click.echo("\n" + paragraph(_same(found)))
    return int(bool(found.differing))


def _same(found: Remembered) -> str:
    if not found.differing:
        return _("The course was the same in all {n} games.").format(n=found.games)
    where = ", ".join(_("turn {n}: {what}").format(n=turn + 1, what=what) for turn, what in found.differing)
    return _("The course was not the same in all {n} games: {where}.").format(n=found.games, where=where)


def _tell(opened: Opened) -> None:
    course = remembered_course(opened, SEED)
    narrator = Narrator(opened.words, opened.tables, debrief=True)
    for line in narrator.lines(course.happenings):
        click.echo(heading(line.text) if line.topic == "time" else item(line.text, "* "))


def _forced(opened: Opened, found: Remembered) -> list[str]:
    if not found.refusals:
        return [_("nothing")]
    return [_refusal(opened, refusal, found.games) for refusal in found.refusals]


def _refusal(opened: Opened, refusal: Refusal, games: int) -> str:
    said = {
        "offer": _("the principal of {seat} would have lost by this offer"),
        "accept": _("the principal of {seat} would have lost by accepting"),
        "ratify": _("the side of {seat} would have voted the other way"),
    }[refusal.what].format(seat=opened.words.seats[refusal.seat].title)
    when = day(refusal.deed.date) if refusal.deed.date else opened.words.date(refusal.deed.turn)
    text = _("{when}, forced: {said}").format(when=when, said=said)
    if games > 1:
        text += ngettext(" (in {n} of {games} game)", " (in {n} of {games} games)", games).format(
            n=refusal.games, games=games
        )
    return text
