"""How good agreements were, and what was possible, in words a student understands."""

from __future__ import annotations

from collections.abc import Iterator

from game.foundation.texts import _, ngettext
from game.narration.alternatives import Alternatives, Theory, alternatives
from game.narration.debrief import Finished
from game.narration.figures import many, share, utils
from game.narration.offers import in_words
from game.narration.quality import PARTS, Fairness, Opening, Quality
from game.narration.said import Said, head, item, plain
from game.narration.voting import Ratification


def theory_names() -> dict[Theory, str]:
    """What the points of theory are called."""
    return {
        "nash": _("Nash"),
        "kalai_smorodinsky": _("Kalai-Smorodinsky"),
        "egalitarian": _("Equal gains"),
        "utilitarian": _("Largest sum"),
    }


def how_good(done: Finished) -> Iterator[Said]:
    """Every agreement that came into being, against what was possible when it was voted on."""
    if not done.qualities:
        return
    yield head(_("How good each agreement was"))
    yield plain(_("A month, over the walk-away line, with both sides' secrets known, as things stood then."))
    for found in done.qualities:
        yield from _agreement(done, found)


def _agreement(done: Finished, found: Quality) -> Iterator[Said]:
    first, second = (seat.title for seat in done.words.seats)
    one, two = map(utils, found.gains)
    yield plain(
        _("Turn {n}: worth {one} to {first} and {two} to {second}.").format(
            n=found.turn + 1, one=one, first=first, two=two, second=second
        )
    )
    yield item(_left(done, found))
    if found.fairness is None:
        yield item(_("No package was good for both then, so theory names no fair one."))
    else:
        yield from _fairness(done, found, found.fairness)
    yield item(_holds(done, found))


def _holds(done: Finished, found: Quality) -> str:
    parts = []
    for seat, least in zip(done.words.seats, found.holds, strict=True):
        if least is None:
            parts.append(_("{seat} would stop at once, however patient").format(seat=seat.title))
        else:
            parts.append(
                _("{seat} keeps giving if the next step counts at least {share} % of this one").format(
                    seat=seat.title, share=_whole_up(least)
                )
            )
    return _(
        "Done again and again in equal steps with no last one: {parts}. The calendar keeps {share} %."
    ).format(parts="; ".join(parts), share=_whole(found.patience))


def _whole_up(permille: int) -> int:
    return -(-permille // 10)


def _left(done: Finished, found: Quality) -> str:
    first, second = (seat.title for seat in done.words.seats)
    left = found.left
    if left.each == (0, 0):
        return _("Nothing was left on the table: no package was better for one and as good for the other.")
    return _(
        "Left on the table, without loss to either: {both} for each at the same time, {sum} in all; "
        "for one alone at most {one} ({first}) or {two} ({second})."
    ).format(
        both=utils(left.both), sum=utils(left.sum),
        one=utils(left.each[0]), first=first, two=utils(left.each[1]), second=second,
    )  # fmt: skip


def _fairness(done: Finished, found: Quality, fairness: Fairness) -> Iterator[Said]:
    first, second = (seat.title for seat in done.words.seats)
    for seat, gain in zip(done.words.seats, found.gains, strict=True):
        if gain < 0:
            yield item(_("{seat} would have done better to walk away.").format(seat=seat.title))
    if fairness.power is not None:
        yield item(
            _(
                "Of the most it could hope for, {first} got {one} % and {second} {two} %, most nearly as if "
                "{first} had had {power} of {parts} parts of the bargaining power."
            ).format(
                first=first, one=_whole(fairness.got[0]), second=second, two=_whole(fairness.got[1]),
                power=fairness.power, parts=PARTS,
            )
        )  # fmt: skip
    names = theory_names()
    away = ", ".join(f"{names[theory]} {_whole(far)}" for theory, far in fairness.away.items())
    yield item(
        _("Distance from the points of four theories, best hopes being 100: {away}.").format(away=away)
    )


def _whole(permille: int) -> int:
    """Hundredths, to the nearest."""
    return (permille + 5) // 10


def instead(done: Finished, vote: Ratification) -> Iterator[Said]:
    """After a refusal: what would have passed in that very vote."""
    if vote.passed or any(side.forced for side in vote.sides):
        return
    yield plain(_would_have(done, alternatives(done.tables, vote.before, vote.day)), 1)


def _would_have(done: Finished, found: Alternatives) -> str:
    if found.best is None:
        return _("No efficient package would have been signed and ratified by both sides then.")
    one, two = found.frontier.gains[found.best].tolist()
    words = done.words
    return _(
        "Both sides would have taken then, for example: {offer}: {one} to {first}, {two} to {second}."
    ).format(
        offer=in_words(words, done.tables, found.frontier.at(found.best)),
        one=utils(one), first=words.seats[0].title, two=utils(two), second=words.seats[1].title,
    )  # fmt: skip


def possible(done: Finished) -> Iterator[Said]:
    """When the sides could have agreed, and what there was to agree on at the opening."""
    yield head(_("What was possible"))
    ripe = [one for one in done.by_turn if one.best is not None]
    if ripe:
        yield plain(
            _("At the start of these turns both sides could have agreed and ratified: {turns}.").format(
                turns=", ".join(str(one.turn + 1) for one in ripe)
            )
        )
        yield plain(_would_have(done, ripe[0]), 1)
    else:
        yield plain(
            _(
                "At the start of no turn would both sides have ratified an efficient package, "
                "one that no other betters for both. One that is not efficient may have passed all the same."
            )
        )
    yield from _at_the_opening(done, done.at_opening)


def _at_the_opening(done: Finished, at: Opening) -> Iterator[Said]:
    first, second = (seat.title for seat in done.words.seats)
    yield plain(
        _("At the opening there were {n} packages. In pairs: what {first} and {second} gain a month.").format(
            n=many(at.sets.packages), first=first, second=second
        )
    )
    for seat in (0, 1):
        yield item(_win_set(done, at, seat))
    yield item(_in_common(at))
    yield item(_zone(done, at))
    yield from _points(done, at.found)
    yield from _in_turn(done, at)
    yield from _sole(done, at)


def _win_set(done: Finished, at: Opening, seat: int) -> str:
    sets = at.sets
    return _(
        "{seat} would have signed {signed}, those who ratify for it would have let pass {passed}; "
        "both, its win-set: {won}."
    ).format(
        seat=done.words.seats[seat].title,
        signed=_of(sets.signed[seat], sets.packages),
        passed=_of(sets.passed[seat], sets.packages),
        won=_of(sets.won[seat], sets.packages),
    )


def _of(part: int, whole: int) -> str:
    """A share in tenths of a per cent, rounded down; fewer than one in a thousand as what they are."""
    permille = 1000 * part // whole
    return share(permille) if permille or not part else _("1 in {n}").format(n=many(whole // part))


def _in_common(at: Opening) -> str:
    if not at.sets.agreed:
        return _("The win-sets had no package in common.")
    said = ngettext(
        "The win-sets had {n} package in common ({share}); the principals alone, {zone}.",
        "The win-sets had {n} packages in common ({share}); the principals alone, {zone}.",
        at.sets.agreed,
    )
    share_of_all = _of(at.sets.agreed, at.sets.packages)
    return said.format(n=many(at.sets.agreed), share=share_of_all, zone=many(at.sets.zone))


def _zone(done: Finished, at: Opening) -> str:
    first, second = (seat.title for seat in done.words.seats)
    zone = at.zone
    if zone is None:
        return _("No package was good enough for both principals: the zone of agreement was empty.")
    return _(
        "Zone of agreement: {n} of {all} efficient packages were good enough for both principals, worth "
        "{low} to {high} to {first} and {less} to {more} to {second}."
    ).format(
        n=zone.packages, all=zone.efficient, first=first, second=second,
        low=utils(zone.least[0]), high=utils(zone.most[0]),
        less=utils(zone.least[1]), more=utils(zone.most[1]),
    )  # fmt: skip


def _points(done: Finished, found: Alternatives) -> Iterator[Said]:
    """Every point once, under all its names; the package of the two best known ones in full."""
    names = theory_names()
    for number in dict.fromkeys(found.points.values()):
        theories = [theory for theory, its in found.points.items() if its == number]
        name, worth = ", ".join(names[theory] for theory in theories), _worth(found, number)
        if "nash" in theories or "kalai_smorodinsky" in theories:
            offer = in_words(done.words, done.tables, found.frontier.at(number))
            yield item(_("{name}: {worth} by {offer}").format(name=name, offer=offer, worth=worth))
        else:
            yield item(_("{name}: {worth}").format(name=name, worth=worth))


def _worth(found: Alternatives, number: int) -> str:
    one, two = found.frontier.gains[number].tolist()
    return f"({utils(one)}, {utils(two)})"


def _in_turn(done: Finished, at: Opening) -> Iterator[Said]:
    if at.in_turn is None:
        return
    yield item(
        _(
            "Offers in turn, each knowing all and looking ahead: they settle at once on {worth}. "
            "After a turn without agreement {patience} of its worth is left."
        ).format(worth=_worth(at.found, at.in_turn), patience=share(at.patience))
    )
    if at.endless is not None:
        yield item(
            _(
                "A cake divided by such offers: {cake} of 100 to {first}; without a last turn, "
                "{endless} to whoever offers first (Rubinstein)."
            ).format(
                cake=_whole(at.cake // 1000),
                first=done.words.seats[0].title,
                endless=_whole(at.endless // 1000),
            )
        )


def _sole(done: Finished, at: Opening) -> Iterator[Said]:
    """What writing the offer is worth when all others can only say yes or no."""
    one, two = at.sole
    if one is None or two is None:
        return
    yield item(
        _(
            "If others can only say yes or no: {one} when {first} writes the offer, {two} when {second} does."
        ).format(
            one=_worth(at.found, one), first=done.words.seats[0].title,
            two=_worth(at.found, two), second=done.words.seats[1].title,
        )
    )  # fmt: skip


def map_note(done: Finished) -> str:
    """How to read the deal map; of history only where there is one."""
    parts = [
        _(
            "Gains in utils a month over walking away, for what each side really was; "
            "an offer counts as things stood when it was made."
        ),
        *([_("History is valued at the start of this game, by its assumed weights.")] if done.deeds else ()),
        _("A mark at the edge lies beyond it."),
    ]
    return " ".join(parts)
