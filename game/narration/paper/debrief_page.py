"""The debrief as one HTML file that needs nothing else, with its pictures: to keep, to print, to hand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.foundation.texts import _
from game.narration.deal_map import map_of
from game.narration.debrief import Finished
from game.narration.figures import utils
from game.narration.offers import half_items, nothing
from game.narration.paper.charts import deal_chart, look_of
from game.narration.paper.debrief_parts import agreement_parts, ballots, outcome, revealed, third_parties
from game.narration.paper.drawing import Drawing
from game.narration.paper.markup import Content, Markup, element, inside, link, listed, page, table
from game.narration.paper.scenario_parts import caution, facts, sources
from game.narration.paper.style import STYLE
from game.narration.said import Said
from game.narration.telling import Section, fate_in_words, tell, when_in_words
from game.narration.telling_quality import map_note


@dataclass(frozen=True)
class Part:
    """A part of the page: its anchor, its heading, its content."""

    key: str
    title: str
    content: Markup


def debrief_page(done: Finished, game: str) -> str:
    """The whole page.

    Args:
        done: a finished game; its secrets are on the page.
        game: which game it was, in a few words (who played, its number).
    """
    parts = [part for part in _parts(done) if part.content]
    contents = element("nav", listed([element("a", part.title, href=f"#{part.key}") for part in parts]))
    sections = [element("section", [element("h2", part.title), part.content], id=part.key) for part in parts]
    title = _("Debrief: {title}").format(title=done.scenario.title)
    return page(title, STYLE, [element("h1", title), element("p", game, class_="muted"), _caution(done),
                               contents, *sections])  # fmt: skip


def _caution(done: Finished) -> Markup:
    shown = _("This page shows what was hidden during play, both sides' secrets included.")
    return element("div", [caution(done.scenario), element("p", shown)], class_="box")


def _parts(done: Finished) -> Iterator[Part]:
    told = {section.key: section for section in tell(done, whole=True)}
    yield Part("outcome", told["outcome"].title, outcome(done))
    yield Part("others", _("Who gained and who lost"), third_parties(done))
    yield Part("was", told["was"].title, revealed(done))
    yield Part("map", _("Deal map"), _map(done))
    yield Part("offers", _("The offers, and what they were really worth"), _offers(done))
    if "votes" in told:
        yield Part("votes", told["votes"].title, ballots(done))
    if "good" in told:
        yield Part("good", told["good"].title, inside([said_as_html(told["good"]), agreement_parts(done)]))
    yield from (_told(told[key]) for key in ("possible", "reasons") if key in told)
    if done.scenario.history:
        yield Part("history", told["history"].title, _history(done))
    yield Part("facts", _("Out of role: the facts"), facts(done.scenario))
    yield from (_told(told[key]) for key in ("left-out", "talk"))
    yield Part("sources", _("Sources"), sources(done.scenario))


def _told(section: Section) -> Part:
    return Part(section.key, section.title, said_as_html(section))


def said_as_html(section: Section) -> Markup:
    """Paragraphs and items of a told section; what stands in deeper becomes a list inside."""
    out: list[Markup] = []
    run: list[Said] = []
    for said in (*section.said, Said("", "head")):
        if said.form == "item" or (said.depth and run):
            run.append(said)
            continue
        if run:
            out.append(_items(run))
            run = []
        if said.text:
            out.append(element("p", said.text))
    return inside(out)


def _items(run: list[Said]) -> Markup:
    top = min(said.depth for said in run)
    groups: list[list[Said]] = []
    for said in run:
        if said.depth == top or not groups:
            groups.append([said])
        else:
            groups[-1].append(said)
    return listed([[group[0].text, *([_items(group[1:])] if group[1:] else [])] for group in groups])


def _map(done: Finished) -> Markup:
    shown = map_of(done, done.at_opening.found)
    first, second = (seat.title for seat in done.words.seats)
    rows: list[list[Content]] = [
        [[_sign(*look_of(mark)), f" {mark.sign} {mark.name}"], utils(mark.gains[0]), utils(mark.gains[1])]
        for mark in shown.marks
    ]
    spoke = sorted({tabled.seat for tabled in done.told.tabled})
    keys = [_("The line: no package is better for both. The green part: both gain.")]
    for seat in spoke:
        shape = _("dots") if seat == 0 else _("diamonds")
        keys.append(_("Offers of {seat}: {shape}.").format(seat=done.words.seats[seat].title, shape=shape))
    return inside([
        deal_chart(done, shown), element("p", " ".join(keys)),
        table([_("Mark"), *(_("gain of {seat}").format(seat=seat) for seat in (first, second))], rows),
        element("p", map_note(done), class_="muted"),
    ])  # fmt: skip


def _sign(shape: str, colour: str) -> Markup:
    drawing = Drawing(20, 20, "")
    drawing.mark(shape, (10, 10), colour, 0.9)  # type: ignore[arg-type]  # from look_of
    return Markup(
        drawing.markup()
        .replace("<svg ", '<svg style="display:inline;margin:0;vertical-align:-4px" ', 1)
        .rstrip()
    )


def _offers(done: Finished) -> Markup:
    words = done.words
    if not done.told.tabled:
        return element("p", _("Nobody made an offer."))
    first, second = (seat.title for seat in words.seats)
    rows: list[list[Content]] = []
    for tabled in done.told.tabled:
        given = [
            element("p", [element("strong", f"{words.seats[seat].title}: "), _half(done, seat, tabled.offer)])
            for seat in (0, 1)
        ]
        rows.append([
            [words.date(tabled.turn), element("br"), _seat_name(done, tabled.seat)],
            [*given, element("p", words.plans[tabled.offer[2]].title, class_="muted")],
            utils(tabled.gains[0]), utils(tabled.gains[1]), fate_in_words(done, tabled),
        ])  # fmt: skip
    caption = _(
        "Worth: utils a month over walking away, as things stood then, by the scenario's assumed weights."
    )
    heads = [_("When, who"), _("What each would give"), _("worth to {seat}").format(seat=first),
             _("worth to {seat}").format(seat=second), _("What became of it")]  # fmt: skip
    return table(heads, rows, caption)


def _seat_name(done: Finished, seat: int) -> Markup:
    return element("strong", done.words.seats[seat].title, class_=("envoy", "government")[seat])


def _half(done: Finished, seat: int, offer: tuple[int, int, int, int]) -> str:
    items = half_items(done.words, done.tables, seat, offer)
    return "; ".join(f"{issue}: {level}" for issue, level in items) or nothing()


def _history(done: Finished) -> Markup:
    scenario = done.scenario
    rows: list[list[Content]] = []
    for step in scenario.history:
        named = [scenario.sources[source] for source in step.sources if source in scenario.sources]
        said: list[Content] = []
        for source in named:
            said += [link(source.title, source.url), f" ({source.date})", element("br")]
        rows.append([when_in_words(done, step), step.text, said[:-1] or _("assumed")])
    return table([_("When"), _("What happened"), _("Source")], rows)
