"""What is to be done at the table, one thing after the other, and how it is seen that it was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from game.foundation.texts import _
from game.ui.digits import worth
from game.ui.table.drafting import Draft, Drafting

Deed = Literal["draft", "send", "honour"]
PLAN = "plan"


@dataclass(frozen=True)
class Step:
    """One thing to do.

    Attributes:
        idea: which of the four words it is about.
        task: what to do.
        hint: which keys and marks do it.
        seen: what there was to see, told once it is done.
        deed: a change of the draft, an offer sent, or a promise kept.
        at: what it is done at: an issue's id, `plan`, or the key of a button.
        example: levels and plan that would do, by id; issues that are not named stay as they are.
        done: whether the draft is what was asked for.
    """

    idea: str
    task: str
    hint: str
    seen: str
    deed: Deed
    at: str
    example: Mapping[str, str]
    done: Callable[[Drafting], bool] = lambda _drafting: False


AGREED = {"people": "twelve", "list": "compared", "harbour": "licence", "visit": "minister", PLAN: "together"}


def steps() -> tuple[Step, ...]:
    """The lesson, in the language in use."""
    return (*_package(), *_walk_away(), *_ratification(), *_sequence(), *_bargain())


def _package() -> tuple[Step, ...]:
    idea = _("Package")
    return (
        Step(
            idea,
            _("You are the Envoy of the League. Ask for the release of 12 people."),
            _("Drag the round mark of 'People released', or go there with Tab and press the right arrow."),
            _("What it is worth to you went up; what it is worth to them fell below 0. They would not sign."),
            "draft",
            "people",
            {"people": "twelve"},
            lambda drafting: _at_least(drafting, "people", "twelve"),
        ),
        Step(
            idea,
            _("Nobody gives for nothing. Offer them something: open the harbours by licence."),
            _("'Harbours' stands under 'You give'. One step to the right is the licence."),
            _(
                "Both together are a package: one level for every issue. "
                "It is signed as a whole or not at all, so what counts is its sum, for you and for them."
            ),
            "draft",
            "harbour",
            {"people": "twelve", "harbour": "licence"},
            lambda drafting: _at_least(drafting, "people", "twelve") and _is(drafting, "harbour", "licence"),
        ),
    )


def _walk_away() -> tuple[Step, ...]:
    idea = _("Walk-away value")
    return (
        Step(
            idea,
            _("Now give away too much, to see where your line is: open the harbours for good."),
            _("'Harbours', one more step to the right."),
            _(
                "Below 0 you would be better off without an agreement. That line is your walk-away value: "
                "however pleasant the talks, do not sign below it."
            ),
            "draft",
            "harbour",
            {"harbour": "open"},
            lambda drafting: _value(drafting) < 0,
        ),
        Step(
            idea,
            _("Come back above 0: take back what was too much."),
            _("{undo} or 'Undo' takes back the last change. {why} on a number shows what it is made of."),
            _(
                "The number is a sum of what you get and give. "
                "Its weights are assumptions of whoever wrote the case."
            ),
            "draft",
            "harbour",
            {"people": "twelve", "harbour": "licence"},
            lambda drafting: _value(drafting) > 0 and _is(drafting, "harbour", "licence"),
        ),
    )


def _ratification() -> tuple[Step, ...]:
    return (
        Step(
            _("Ratification"),
            _(
                "You do not decide alone: at home the harbour board votes too, and now it would vote no. "
                "Ask for something that changes its mind."
            ),
            _("The board wants to know who was freed: ask that 'The list' be compared with a monitor's."),
            _(
                "Ratification is the vote at home after you have signed, on both sides. "
                "The best bargain is worth nothing if it fails there."
            ),
            "draft",
            "list",
            {"people": "twelve", "harbour": "licence", "list": "compared"},
            lambda drafting: _value(drafting) > 0 and _home(drafting) == "yes",
        ),
    )


def _sequence() -> tuple[Step, ...]:
    idea = _("Sequence")
    return (
        Step(
            idea,
            _("Who goes first? Put 'In what order' to 'Harbours first' and watch what it is worth to you."),
            _("'In what order' stands below the other issues; two steps to the right."),
            _("It fell: who gives first lies open until the other has given too, and might wait in vain."),
            "draft",
            PLAN,
            {PLAN: "harbours_first"},
            lambda drafting: _is(drafting, PLAN, "harbours_first"),
        ),
        Step(
            idea,
            _(
                "'People first' would be best for you, but then they lie open. "
                "Choose an order that both can bear."
            ),
            _("'Both at once' is the first of the three."),
            _("The order in which an agreement is carried out belongs to the bargain like any other issue."),
            "draft",
            PLAN,
            {"people": "twelve", "harbour": "licence", "list": "compared", PLAN: "together"},
            lambda drafting: (
                _is(drafting, PLAN, "together") and _value(drafting) > 0 and _home(drafting) == "yes"
            ),
        ),
    )


def _bargain() -> tuple[Step, ...]:
    return (
        Step(
            _("Offer"),
            _("Send your offer. Once sent, they can accept it as it stands."),
            _("{send}, or the button 'Send this offer'."),
            "",
            "send",
            "send",
            {"people": "twelve", "harbour": "licence", "list": "compared", PLAN: "together"},
            lambda drafting: _value(drafting) > 0 and _home(drafting) == "yes",
        ),
        Step(
            _("Answer"),
            _(
                "Their answer stands on your sliders as blue marks; as a whole it is far below your line. "
                "But look for what is cheap for you and dear to them: copy their level of 'A visit'."
            ),
            _(
                "Go to 'A visit' and press {copy_theirs}, or drag it to the blue mark. "
                "'Copy theirs' takes all of it: undo that."
            ),
            _(
                "It costs you little and is worth much to them: look at both numbers. "
                "So a package grows for both."
            ),
            "draft",
            "visit",
            AGREED,
            lambda drafting: (
                _at_least(drafting, "visit", "minister") and _value(drafting) > 0 and _home(drafting) == "yes"
            ),
        ),
        Step(
            _("Offer"),
            _("Send this one. They accept what is better for them than walking away."),
            _(
                "{send}. If they hold out: ask for 12 people and the list, "
                "give licence and visit, both at once."
            ),
            "",
            "send",
            "send",
            AGREED,
            lambda drafting: _value(drafting) > 0 and _home(drafting) == "yes",
        ),
        Step(
            _("Keeping your word"),
            _("It is signed and ratified on both sides. Now it has to be done: keep your word."),
            _(
                "The button 'Do it'. Putting it off or breaking it would cost you their trust; "
                "try that in a game."
            ),
            "",
            "honour",
            "honour",
            {},
        ),
    )


def example(drafting: Drafting, step: Step) -> Draft:
    """The draft as it stands, with the levels that the step asks for."""
    lexicon = drafting.match.opened.lexicon
    levels, plan = list(drafting.now.levels), drafting.now.plan
    for name, level in step.example.items():
        if name == PLAN:
            plan = lexicon.plans.ids.index(level)
        else:
            issue = lexicon.issues.ids.index(name)
            levels[issue] = lexicon.levels[issue].ids.index(level)
    return Draft(tuple(levels), plan)


def reading(drafting: Drafting) -> str:
    """What the draft is worth to both, and how the own side would vote, in one line."""
    if drafting.now.blank:
        return _("An empty draft changes nothing for either side.")
    offer = drafting.offer()
    if offer is None:
        return drafting.forbidden()
    judged, words = drafting.judged(offer), drafting.match.opened.words
    said = {"yes": _("yes"), "no": _("no"), "open": _("uncertain")}
    votes = [f"{words.actors[voter.actor].title}: {said[voter.answer]}" for voter in judged.home.ratifiers]
    low, high = worth(judged.theirs.low), worth(judged.theirs.high)
    parts = [
        _("To you: {worth}").format(worth=worth(judged.value)),
        _("to them: {low} to {high}").format(low=low, high=high)
        if low != high
        else _("to them: {low}").format(low=low),
        *votes,
    ]
    return " · ".join(parts)


def _level(drafting: Drafting, name: str) -> int:
    if name == PLAN:
        return drafting.now.plan
    return drafting.now.levels[drafting.match.opened.lexicon.issues.ids.index(name)]


def _number(drafting: Drafting, name: str, level: str) -> int:
    lexicon = drafting.match.opened.lexicon
    if name == PLAN:
        return lexicon.plans.ids.index(level)
    return lexicon.levels[lexicon.issues.ids.index(name)].ids.index(level)


def _is(drafting: Drafting, name: str, level: str) -> bool:
    return _level(drafting, name) == _number(drafting, name, level)


def _at_least(drafting: Drafting, name: str, level: str) -> bool:
    return _level(drafting, name) >= _number(drafting, name, level)


def _value(drafting: Drafting) -> int:
    """What the draft is worth to the learner, micro-utils a month; 0 for one that may not be offered."""
    offer = drafting.offer()
    return 0 if offer is None else drafting.judged(offer).value


def _home(drafting: Drafting) -> str:
    offer = drafting.offer()
    return "no" if offer is None else drafting.judged(offer).home.answer
