"""Are the facts of a real case still those of today?"""

from collections.abc import Iterator
from datetime import date, timedelta

from game.content.checks.remarks import Remark
from game.foundation.texts import _
from game.linting.case import Case

OLD = timedelta(days=365)


def check(case: Case) -> Iterator[Remark]:
    """An as-of date long past, and sources younger than it."""
    if case.invented:
        return
    as_of = case.scenario.as_of
    if case.today - as_of > OLD:
        yield Remark(
            ("as_of",),
            "old-facts",
            _("the facts were followed up to {as_of}, more than a year ago").format(as_of=as_of),
            _("Look through the sources again, change what has changed, and then the date."),
            "warning",
        )
    for name, source in case.scenario.sources.items():
        if _first_day(source.date) > as_of:
            yield Remark(
                ("sources", name, "date"),
                "younger-source",
                _("the source is of {date}, but facts were followed up to {as_of} only").format(
                    date=source.date, as_of=as_of
                ),
                _("Move as_of to the day up to which everything was followed."),
                "warning",
            )


def _first_day(text: str) -> date:
    """The first day that a day, month or year may mean; long ago where there is no such day."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    try:
        return date(year, month, day)
    except ValueError:
        return date.min
