"""`new`: a small commented scenario to begin with, from a few questions or flags."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from game.content.loading import check_file
from game.content.template import Wishes, opening_remark, scenario_text
from game.foundation.errors import GameError
from game.foundation.keeping import keep
from game.foundation.results import require_places
from game.foundation.texts import _
from game.rules.tables import MOST_PEOPLE

LEAST_HELD = 10
_ID = re.compile(r"[a-z][a-z0-9-]{0,59}")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Answers:
    """What was given with flags; what is None is asked for, or taken as proposed."""

    id: str | None
    title: str | None
    envoy: str | None
    government: str | None
    held: int | None
    start: str | None
    turns: int | None
    real: bool | None
    out: Path | None
    defaults: bool


def write_new(given: Answers) -> int:
    """Ask what was not given, and write the file."""
    wishes = _wishes(given)
    path = given.out or Path(f"{wishes.id}.yaml")
    if path.exists():
        raise GameError(_("{path} is there already; name another file with --out").format(path=path))
    require_places([path])
    keep(path, scenario_text(wishes))
    faults = [finding for finding in check_file(path)[1] if finding.severity == "error"]
    assert not faults, "\n".join(map(str, faults))
    click.echo(_("{path} is written. {remark}").format(path=path, remark=opening_remark()))
    return 0


def _wishes(given: Answers) -> Wishes:
    def asked(value: str | None, question: str, proposed: str) -> str:
        found = value if value is not None else proposed
        if value is None and not given.defaults:
            found = click.prompt(question, default=proposed)
        return _line(found, question)

    id_ = asked(given.id, _("A short name for files"), "my-case")
    if not _ID.fullmatch(id_):
        raise GameError(
            _("{id!r} is no name for files: small letters, digits and -, such as my-case").format(id=id_[:60])
        )
    title = asked(given.title, _("The title that players read"), _("My case"))
    envoy = asked(given.envoy, _("Who can give relief (the envoy's office)"), _("The envoy"))
    government = asked(given.government, _("Who holds people (the government)"), _("The government"))
    question = _("How many people are held")
    held = _number(asked(_text(given.held), question, "60"), question, LEAST_HELD, MOST_PEOPLE)
    start = asked(given.start, _("The first month of talks"), f"{date.today():%Y-%m}")  # noqa: DTZ011
    if not _MONTH.fullmatch(start):
        raise GameError(_("{start!r} is no month; write one such as 2026-01").format(start=start[:40]))
    question = _("How many months a game lasts")
    turns = _number(asked(_text(given.turns), question, "6"), question, 2, 120)
    real = given.real
    if real is None:
        real = not given.defaults and click.confirm(_("Is it a real case?"), default=False)
    today = f"{date.today():%Y-%m-%d}"  # noqa: DTZ011 - the author's own day is meant
    return Wishes(id_, title, envoy, government, held, start, turns, today, real)


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)


def _line(text: str, question: str) -> str:
    line = text.strip()
    if not line or len(line) > 200 or not line.isprintable():
        raise GameError(_("{question}: one line of 1 to 200 characters is needed").format(question=question))
    return line


def _number(text: str, question: str, least: int, most: int) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
    if not least <= number <= most:
        raise GameError(
            _("{question}: must be a whole number from {least} to {most} (got {text})").format(
                question=question, least=least, most=most, text=text[:40]
            )
        )
    return number
