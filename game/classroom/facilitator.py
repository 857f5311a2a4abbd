"""The card for whoever leads the lesson: time, rules, moments to look after, questions.

Source: the eight rules in docs/decisions/094-for-the-teacher.md and the guidance named there.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.classroom.timing import LESSONS, pace, steps
from game.content.schema.scenario import Scenario
from game.foundation.texts import _
from game.match.library import Opened
from game.narration.dates import day
from game.narration.paper.markup import Markup, element, inside, listed, page, table
from game.narration.paper.scenario_parts import caution
from game.narration.paper.style import STYLE


def facilitator_card(opened: Opened) -> str:
    """The card as a page. It holds what both seats are told, so it is not handed out."""
    scenario = opened.scenario
    title = _("For whoever leads: {title}").format(title=scenario.title)
    content = [
        element("h1", title),
        element(
            "div",
            element("p", _("Not for players: it names what both seats keep to themselves.")),
            class_="box",
        ),
        element("p", scenario.summary, class_="lead"),
        caution(scenario),
        element("h2", _("What it can teach")) if scenario.goals else "",
        listed(scenario.goals) if scenario.goals else "",
        element("h2", _("Before the lesson")),
        listed(_before()),
        element("h2", _("Time")),
        _time(scenario),
        element("h2", _("Ground rules, to be said aloud")),
        listed(_rules(), ordered=True),
        element("h2", _("Moments to look after")),
        listed(_moments(scenario)),
        element("h2", _("Questions for the debrief")),
        _questions(scenario),
        element("h2", _("What each seat keeps to itself"), class_="sheet"),
        element("div", [_secrets(scenario, seat) for seat in (0, 1)], class_="two"),
    ]
    return page(title, STYLE, content)


def _before() -> Iterator[str]:
    yield _(
        "Ask whether anybody has ties to the region or to detention, privately and without a "
        "list. Let them choose: another seat, watching, or something else. No reason is asked "
        "for."
    )
    yield _(
        "Let people play a seat that is not their own view, if they are willing. Nobody with a "
        "stake has to play against it."
    )
    yield _("Print the briefs one-sided and keep them apart. The fact sheet is for everybody.")
    yield _(
        "The game keeps no names and sends nothing anywhere. If answers are used for research, ask your "
        "school's ethics board first."
    )
    yield _("On a projector press F9: what only one seat may know is hidden then.")


def _time(scenario: Scenario) -> Markup:
    heads = [_("Part"), *(_("{n} min").format(n=lesson) for lesson in LESSONS), _("What to look after")]
    columns = [steps(lesson) for lesson in LESSONS]
    rows = [
        [_(step.what), *(str(column[n][0]) for column in columns), _(step.how)]
        for n, (_minutes, step) in enumerate(columns[0])
    ]
    paces = [element("p", pace(lesson, scenario.calendar.turns)) for lesson in LESSONS]
    return inside([table(heads, rows), *paces])


def _rules() -> Iterator[str]:
    yield _(
        "We play offices and institutions. Nobody plays a prisoner, a guard or a family, and "
        "nobody acts out detention or release."
    )
    yield _("Anybody may stop, pause, watch, change seats or leave a seat to the computer, without a reason.")
    yield _("Numbers of people are people. We do not joke about them and do not count them as points.")
    yield _("We argue as the office we sit for, and do not hold it against each other afterwards.")
    yield _("We do not look for names of people in prison, or of families of people in this room.")
    yield _("Loaded words are said as somebody's words: who uses them, and who disputes them.")
    yield _("There is no winner. Not agreeing can be right.")


def _moments(scenario: Scenario) -> Iterator[str]:
    yield scenario.content_note
    if scenario.arrests is not None:
        yield _(
            "People are newly arrested while the talks go on, and more may be held at the end "
            "than at the start. Say that the game does not blame the player for it; ask in the "
            "debrief what bargaining over people may invite."
        )
    if any(level.exile for issue in scenario.issues for level in issue.levels):
        yield _(
            "A release may mean that people must leave their country. Ask what it means to be "
            "free, and for whom."
        )
    if scenario.people is not None:
        yield _(
            "An agreement names a number or a category. Somebody may ask who was left out: that is the "
            "question to keep."
        )
    yield _(
        "A refusal at home ends an agreement that both had shaken hands on. Players may be "
        "angry at it; the debrief shows who voted how and why."
    )
    yield _(
        "Somebody breaks their word, or talks end without an agreement. Neither is a failure of the player."
    )
    if scenario.fiction is None:
        yield _(
            "The case is real, and so are the people in it. What is known may have changed since {date}; "
            "say so, and look together what happened to people since."
        ).format(date=day(scenario.as_of))
    else:
        yield _(
            "The case is invented. People judge invented countries more harshly than real "
            "ones: ask whether the class did."
        )


def _questions(scenario: Scenario) -> Markup:
    parts = (
        (_("Out of role"), [_("How are you? What did you feel when you accepted, refused or waited?")]),
        (
            _("What happened"),
            [
                _("What did each side know that the other did not? When could you have agreed?"),
                _("Who had to say yes besides the two of you? Who was never asked?"),
            ],
        ),
        (_("This case"), [*scenario.debrief]),
        (
            _("The model"),
            [
                _("What did the model assume? Which weights would you change, and what would follow?"),
                *(_("It leaves out: {what}").format(what=text) for text in scenario.left_out),
            ],
        ),
        (_("Beyond it"), [_("Where else do people bargain over people? What would you want a rule to say?")]),
    )
    return inside(inside([element("h3", title), listed(lines)]) for title, lines in parts)


def _secrets(scenario: Scenario, seat: int) -> Markup:
    own = scenario.seats[seat]
    kinds = [
        _("{title} ({prior} of 100)").format(title=kind.title, prior=round(100 * kind.prior))
        for kind in own.types
    ]
    return element(
        "div",
        [
            element("h3", own.title, class_=("envoy", "government")[seat]),
            element("p", _("Was sent to reach:")),
            listed(wish.text for wish in own.mandate),
            element("p", _("Must not:")),
            listed(own.brief.must_not),
            element("p", _("In each game it is one of these, drawn by lot:")),
            listed(kinds),
        ],
    )
