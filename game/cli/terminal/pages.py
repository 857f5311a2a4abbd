"""What a player reads before play: the notes, the brief in the words of the seat, the facts out of role."""

from __future__ import annotations

from game.cli.terminal.wrapping import heading, item, items, paragraph
from game.foundation.texts import _, ngettext
from game.match.library import Opened
from game.match.table import Match
from game.narration.dates import day
from game.narration.figures import utils


def opening_pages(opened: Opened) -> list[str]:
    """Title, content note, and what the model is not."""
    scenario = opened.scenario
    lines = [
        heading(scenario.title),
        paragraph(scenario.summary),
        "",
        paragraph(_("Before you begin: {note}").format(note=scenario.content_note)),
    ]
    if scenario.fiction:
        lines.append(paragraph(scenario.fiction))
    lines.append(
        paragraph(
            _(
                "This is a model for learning, not a forecast and no guide to a real negotiation. "
                "Facts as of {date}. Corrections: {contact}."
            ).format(date=day(scenario.as_of), contact=scenario.contact)
        )
    )
    lines += [heading(_("Facts, out of role")), paragraph(scenario.fact_box)]
    return lines


def seat_pages(match: Match, seat: int) -> list[str]:
    """The brief of one seat, with what it alone knows of itself."""
    written = match.opened.scenario.seats[seat]
    brief = written.brief
    lines = [heading(_("You are: {seat}").format(seat=written.title))]
    if brief.story:
        lines.append(paragraph(brief.story))
    for title, texts in (
        (_("You want"), brief.want),
        (_("You must not"), brief.must_not),
        (_("You can give"), brief.can_give),
    ):
        lines += [f"{title}:", *items(texts)]
    if written.mandate:
        lines += [_("Your mandate:"), *items(wish.text for wish in written.mandate)]
    lines += _secrets(match, seat)
    lines += ["", paragraph(_length(match)), paragraph(_("Write 'help' at any time to see what you can do."))]
    return lines


def _secrets(match: Match, seat: int) -> list[str]:
    seen = match.observe(seat)
    types = match.opened.words.types
    own = types[seat][int(seen.state.type[0, seat])]
    floor = int(seen.state.floor[0, seat])
    other = match.opened.words.seats[1 - seat].title
    guesses = [
        _("{share} of 100: {title}").format(share=round(int(prior) / 10_000), title=entry.title)
        for entry, prior in zip(types[1 - seat], match.brief(seat).tables.sides[1 - seat].prior, strict=True)
    ]
    return [
        _("Only you know:"),
        item(own.title),
        item(_("Your principal signs for a gain of {floor} a month or more").format(floor=utils(floor))),
        _("What your analysts think of {seat}:").format(seat=other),
        *items(guesses),
    ]


def _length(match: Match) -> str:
    tables = match.opened.tables
    turns = ngettext("The game has {n} turn", "The game has {n} turns", tables.turns).format(n=tables.turns)
    plies = ngettext("{n} time to speak a turn", "{n} times to speak a turn", tables.plies).format(
        n=tables.plies
    )
    return _("{turns}, from {first} to {last}; the two seats together have {plies}.").format(
        turns=turns,
        first=match.opened.words.date(0),
        last=match.opened.words.date(tables.turns - 1),
        plies=plies,
    )
