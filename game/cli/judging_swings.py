"""Judgements on what matters how much: as they are typed after an option, or asked for one by one."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import click

from game.analysis.weighing.pairs import Judgement
from game.cli.what_if import BadQuestion, unknown
from game.content.compiling.preferences import heights_of
from game.content.names import COUNTS, Names
from game.content.schema.actors import Actor, Preference
from game.content.schema.curves import FullAtCurve, HalfAtCurve, PointsCurve
from game.foundation.texts import _, marked, ngettext

_COUNTED = {
    "freed": marked("people freed"),
    "exiled": marked("people who must leave the country"),
    "held": marked("people held"),
    "arrested": marked("people newly arrested"),
}
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")
_PAIR = re.compile(
    r"\s*(?P<more>[^>:=\s]+)\s*(?P<sign>[>=])\s*(?P<less>[^>:=\s]+)\s*(:\s*(?P<times>\S+)\s*)?"
)


@dataclass(frozen=True)
class Judgeable:
    """What can be judged: the preferences of one actor, by name, with their swings in words.

    Args:
        spans: shares of the weight between worst and best.
    """

    swings: dict[str, str]
    spans: Mapping[str, Fraction]

    def found(self, option: str, name: str) -> str:
        """The name itself, if it is a preference that can be judged. Raises BadQuestion."""
        if name not in self.swings:
            raise unknown(option, name, self.swings)
        if not self.spans[name]:
            raise BadQuestion(
                _("{option} {name!r}: its curve is flat, so that no weight means anything.").format(
                    option=option, name=name
                )
            )
        return name


def judgeable(names: Names, actor: Actor, spans: Mapping[str, Fraction]) -> Judgeable:
    """The preferences of an actor, each with its swing from worst to best in words."""
    return Judgeable({name: _swing(names, actor, name) for name in actor.preferences}, spans)


def read_points(what: Judgeable, text: str) -> dict[str, Fraction]:
    """Points such as `harbour=100,freed=60`.

    Raises:
        BadQuestion: something is not known, not a number, or twice; one line says what.
    """
    points: dict[str, Fraction] = {}
    for part in text.split(","):
        name, sign, number = (piece.strip() for piece in part.partition("="))
        if not sign:
            raise BadQuestion(
                _("--swing {text!r}: write issue=points, separated by commas.").format(text=text[:80])
            )
        if what.found("--swing", name) in points:
            raise BadQuestion(_("--swing {name!r} is named twice. Name each once.").format(name=name))
        points[name] = _number("--swing", number)
    return _enough(points)


def read_pairs(what: Judgeable, text: str) -> list[Judgement]:
    """Judgements such as `harbour>freed:2,freed>calm:1.5`; `a=b` for two that matter alike.

    Raises:
        BadQuestion: something is not known, not a number, or a pair stands there twice; one line says what.
    """
    found: list[Judgement] = []
    for part in text.split(","):
        match = _PAIR.fullmatch(part)
        if match is None or (match["sign"] == ">") == (match["times"] is None):
            raise BadQuestion(
                _("--pairs {text!r}: write a>b:2 where a matters twice as much as b, or a=b.").format(
                    text=part.strip()[:80]
                )
            )
        more, less = what.found("--pairs", match["more"]), what.found("--pairs", match["less"])
        times = _number("--pairs", match["times"] or "1")
        if more == less or any({one.more, one.less} == {more, less} for one in found) or not times:
            raise BadQuestion(
                _("--pairs {text!r}: compare each two different things once, by a number above 0.").format(
                    text=part.strip()[:80]
                )
            )
        found.append(Judgement(more, less, times))
    return found


def ask_points(what: Judgeable) -> dict[str, Fraction]:
    """Ask for points, thing by thing. Raises BadQuestion if the input ends first."""
    _say(_("Imagine everything at its worst, and that one thing may change to its best."))
    _say(_("Give 100 points to the change that matters most, and to the others what they matter beside it."))
    _say(_("A change that does not matter gets 0; an empty answer leaves a weight as it is."))
    points: dict[str, Fraction] = {}
    for name, swing in what.swings.items():
        if what.spans[name]:
            answer = _asked(f"{swing}: ", allow_nothing=True)
            if answer is not None:
                points[name] = answer
    return _enough(points)


def ask_pairs(what: Judgeable) -> list[Judgement]:
    """Ask for a chain of comparisons. Raises BadQuestion if the input ends first."""
    _say(_("How many times as much does the first change matter as the second? 0.5 means half as much."))
    names = [name for name in what.swings if what.spans[name]]
    if len(names) < 2:
        raise BadQuestion(_("There are not two things to compare."))
    found = []
    for more, less in pairwise(names):
        question = _("{first} -- against -- {second}: ").format(
            first=what.swings[more], second=what.swings[less]
        )
        times = _asked(question, allow_nothing=False)
        found.append(Judgement(more, less, times or Fraction(1)))
    return found


def _asked(question: str, *, allow_nothing: bool) -> Fraction | None:
    """A number that was typed; asks again until it is one."""
    while True:
        click.echo(question, nl=False, err=True)
        line = sys.stdin.readline()
        if not line:
            raise BadQuestion(_("The input ended before everything was judged. Or use --swing or --pairs."))
        answer = line.strip()
        if not answer and allow_nothing:
            return None
        if _NUMBER.fullmatch(answer) and (allow_nothing or Fraction(answer)):
            return Fraction(answer)
        _say(_("Write a number such as 60 or 2.5."))


def _say(text: str) -> None:
    click.echo(text, err=True)


def _number(option: str, text: str) -> Fraction:
    if not _NUMBER.fullmatch(text):
        raise BadQuestion(
            _("{option} {text!r}: write a number from 0 up, such as 60 or 2.5.").format(
                option=option, text=text[:40]
            )
        )
    return Fraction(text)


def _enough(points: dict[str, Fraction]) -> dict[str, Fraction]:
    if len(points) < 2 or not any(points.values()):
        raise BadQuestion(_("Give points to two things at least, and not 0 to all of them."))
    return points


def _swing(names: Names, actor: Actor, name: str) -> str:
    """From worst to best, in words."""
    preference = actor.preferences[name]
    low, high = _count_ends(preference) if name in COUNTS else _level_ends(names, name, preference)
    worst, best = (high, low) if preference.weight < 0 else (low, high)
    title = _(_COUNTED[name]) if name in COUNTS else names.issue_list[names.issues[name]].title
    return _("{id} ({title}): from {worst} to {best}").format(id=name, title=title, worst=worst, best=best)


def _level_ends(names: Names, name: str, preference: Preference) -> tuple[str, str]:
    heights = heights_of(names, name, preference)
    levels = names.issue_list[names.issues[name]].levels
    return levels[int(heights.argmin())].title, levels[int(heights.argmax())].title


def _count_ends(preference: Preference) -> tuple[str, str]:
    match preference.curve:
        case FullAtCurve(full_at=most):
            return _people(0), _people(most)
        case HalfAtCurve(half_at=half):
            return _people(0), _("ever more people ({half} are half of the way)").format(half=half)
        case PointsCurve(points=points):
            low, high = (choose(points, key=lambda point: point[1])[0] for choose in (min, max))
            return _people(low), _people(high)
        case _:
            raise AssertionError(f"{preference.curve} is no curve for counts")


def _people(count: int) -> str:
    return ngettext("{n} person", "{n} people", count).format(n=count) if count else _("nobody")
