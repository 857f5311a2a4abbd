"""The rules of this room: name, question, and why it is worth asking."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from game.content.checks.remarks import Remark
from game.foundation.texts import marked
from game.linting import (
    conditions_met,
    dominated_levels,
    facts_fresh,
    floors_low,
    levels_used,
    loaded_words,
    people_enough,
    sources_findable,
    sources_used,
    texts_translated,
    things_used,
    votes_matter,
    weights_matter,
    zone_empty,
)
from game.linting.case import Case

Check = Callable[[Case], Iterator[Remark]]


class Asked(NamedTuple):
    """One check with the names of the rules that it may report.

    Args:
        check: gives the remarks.
        rules: name of each rule, and a few sentences on what it finds and why that matters.
    """

    check: Check
    rules: dict[str, str]


ASKED: tuple[Asked, ...] = (
    Asked(sources_used.check, {"unused-source": marked(
        "A source that no basis, no step of the history and no text names. Either a number has lost "
        "its source, or the source is not needed.")}),
    Asked(things_used.check, {"unused": marked(
        "Something that is defined and does nothing: a world issue nobody looks at, an ending nothing "
        "leads to, an actor who values nothing. Often a condition or an effect was forgotten.")}),
    Asked(conditions_met.check, {
        "never": marked(
            "A condition that cannot hold in any game: it asks for a level that nothing brings, a count that "
            "cannot change, or two things at once that exclude each other. What waits for it never happens."),
        "always": marked(
            "A condition that holds at every moment of every game, so that it asks nothing. Often a "
            "sign is the wrong way round."),
    }),
    Asked(levels_used.check, {"unused-level": marked(
        "A level that no package, event or side move brings. What is written about it is never seen.")}),
    Asked(people_enough.check, {"more-than-held": marked(
        "A level that frees more people than are held, in a case in which nobody is ever arrested. In play "
        "it frees those who are there, and so is the same as another level.")}),
    Asked(dominated_levels.check, {"dominated-level": marked(
        "A level that everybody with a say likes no better than another one, and that costs no less "
        "leverage. Nobody has a reason to offer or to ask for it, so the choice is none.")}),
    Asked(weights_matter.check, {"idle-weight": marked(
        "A weight that cannot change anything: it is 0, its curve is flat, or what it weighs never changes. "
        "Readers would take it for a part of the model.")}),
    Asked(votes_matter.check, {"idle-vote": marked(
        "A ratifier who never decides whether a quorum is reached: the votes of the others are always enough "
        "without it, or never enough with it.")}),
    Asked(floors_low.check, {"floor-excludes-all": marked(
        "A floor above everything that the seat could ever gain at the opening, so that its principal signs "
        "nothing.")}),
    Asked(zone_empty.check, {"empty-zone": marked(
        "No package at the opening is good enough for both principals, for any pair of their types. A "
        "game may still come to one as trust and the world change; most cases should not need that.")}),
    Asked(facts_fresh.check, {
        "old-facts": marked(
            "The as_of date of a real case is more than a year past. Numbers of people held, measures and "
            "offices change; players take the case for the present."),
        "younger-source": marked(
            "A source is younger than the day up to which the facts were followed. Then other facts may have "
            "changed as well between the two days."),
    }),
    Asked(sources_findable.check, {
        "no-sources": marked("A case that is not marked as invented and has no source at all."),
        "no-address": marked("A source of a real case without a url or a note, which no reader can look up."),
    }),
    Asked(loaded_words.check, {"loaded-word": marked(
        "A word that takes a side, such as regime or hostage, in the program's own voice. Quoted, or "
        "put as what somebody says or calls it, it is a fact about that side; otherwise it is the "
        "game's judgement.")}),
    Asked(texts_translated.check, {"untranslated": marked(
        "A catalogue of texts beside the file that lacks some of them, or has translations of what the "
        "text said earlier. Players would read two languages side by side.")}),
)  # fmt: skip


IDLE_EXCEPTION = "idle-exception"


def explanations() -> dict[str, str]:
    """What each rule of this room finds, by its name; not yet translated."""
    found = {name: text for asked in ASKED for name, text in asked.rules.items()}
    found[IDLE_EXCEPTION] = marked(
        "An exception under allow that sets nothing aside: what it was for has been mended, its path is "
        "another one now, or it names a rule whose findings are errors."
    )
    return found
