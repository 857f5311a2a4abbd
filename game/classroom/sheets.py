"""Sheets that are handed out: the brief of one seat, and the facts for everybody."""

from __future__ import annotations

from game.content.schema.issues import Issue
from game.content.schema.scenario import Scenario
from game.foundation.texts import _
from game.match.library import Opened
from game.narration.paper.markup import Content, Markup, element, inside, listed, page, table
from game.narration.paper.scenario_parts import caution, facts, sources
from game.narration.paper.style import STYLE

_CLASSES = ("envoy", "government")


def brief_sheet(opened: Opened, seat: int) -> str:
    """The brief of a seat as a page. It holds that seat's secrets, and nothing of the other's.

    Args:
        seat: 0 or 1.
    """
    scenario = opened.scenario
    own, other = scenario.seats[seat], scenario.seats[1 - seat]
    title = _("You are: {seat}").format(seat=own.title)
    secret = _("For this seat only. {seat} does not know it; keep it face down.").format(seat=other.title)
    columns = [
        _lines(_("You want"), own.brief.want),
        _lines(_("You must not"), own.brief.must_not),
        _lines(_("You can give"), own.brief.can_give),
    ]
    content = [
        element("p", scenario.title, class_="muted"),
        element("h1", title, class_=_CLASSES[seat]),
        element("div", element("p", secret), class_="box"),
        element("p", own.brief.story) if own.brief.story else "",
        element("div", columns, class_="two"),
        _mandate(scenario, seat),
        _ratifiers(scenario, seat),
        element("h2", _("On the table")),
        on_the_table(scenario, seat),
        element("h2", _("Before you play")),
        element("p", scenario.content_note),
        caution(scenario),
    ]
    return page(title, STYLE, content)


def _lines(title: str, lines: tuple[str, ...]) -> Markup:
    return element("div", [element("h3", title), listed(lines)])


def _mandate(scenario: Scenario, seat: int) -> Markup:
    wishes = [wish.text for wish in scenario.seats[seat].mandate]
    if not wishes:
        return Markup("")
    return inside([element("h3", _("What you were sent to reach")), listed(wishes)])


def _ratifiers(scenario: Scenario, seat: int) -> Markup:
    """Who has to agree at home."""
    own = scenario.seats[seat]
    titles = {actor.id: actor.title for actor in scenario.actors}
    lines: list[Content] = [
        _("{principal}: nothing is signed without it").format(principal=titles[own.principal])
    ]
    for actor in scenario.actors:
        if actor.side == own.id and actor.ratifier is not None:
            text = _("{actor}: {n} of the votes").format(actor=actor.title, n=actor.ratifier.votes)
            lines.append(_("{text}; can block alone").format(text=text) if actor.ratifier.veto else text)
    needed = _("Votes needed: {n}.").format(n=own.quorum)
    return inside([element("h3", _("Who has to agree on your side")), listed(lines), element("p", needed)])


def on_the_table(scenario: Scenario, seat: int) -> Markup:
    """Every issue with its levels, first what the seat asks for; with room for a pencil."""
    own = scenario.seats[seat].id
    asked = [issue for issue in scenario.issues if issue.owner != own]
    given = [issue for issue in scenario.issues if issue.owner == own]
    note = _("An offer names one level of each; the first of each means that nothing is given.")
    orders = _("In what order: {plans}.").format(plans="; ".join(plan.title for plan in scenario.plans))
    return inside([
        element("p", note), _issues(_("What you can ask for"), asked), _issues(_("What you can give"), given),
        element("p", orders),
    ])  # fmt: skip


def _issues(title: str, issues: list[Issue]) -> Markup:
    rows = [[issue.title, " · ".join(level.title for level in issue.levels), ""] for issue in issues]
    return table([title, _("Levels, from nothing to the most"), _("Your notes")], rows, class_="notes")


def fact_sheet(opened: Opened) -> str:
    """The facts out of role, the same for everybody, with every source."""
    scenario = opened.scenario
    title = _("The facts, out of role")
    content = [
        element("p", scenario.title, class_="muted"),
        element("h1", title),
        element("p", scenario.summary, class_="lead"),
        element("div", caution(scenario), class_="box"),
        facts(scenario),
        _lines(_("What the model leaves out"), scenario.left_out),
        _lines(_("To read"), scenario.reading) if scenario.reading else "",
        element("h2", _("Sources")),
        sources(scenario),
    ]
    return page(title, STYLE, content)
