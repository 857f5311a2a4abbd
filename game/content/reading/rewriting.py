"""How something that was written in another way would be written here: ids and dates of everyday use."""

import calendar
import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from game.foundation.texts import _

_LONGEST = 80
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "æ": "ae"})
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})([-/.](?P<day>\d{1,2}))?( (am|pm))?")
_NAMED = re.compile(r"((?P<day>\d{1,2})\.? )?(?P<name>[A-Za-z]{3,9})\.? (?P<year>\d{4})")
_MONTHS = tuple(name.lower() for name in calendar.month_name)


def as_pattern(text: str, pattern: str) -> str:
    """A hint with the same text in a form that fits a pattern, or nothing."""
    for candidate in _forms(text) if len(text) <= _LONGEST else ():
        if re.fullmatch(pattern, candidate):
            return _("Write {text}.").format(text=candidate)
    return ""


def as_day(text: str) -> str:
    """A hint with a date in the form that is read, or how dates are written."""
    whole = next((form for form in _dates(text[:_LONGEST]) if len(form) == len("2025-06-21")), "")
    return _("Write {text}.").format(text=whole) if whole else _("Write year, month and day.")


def impossible_day(text: str) -> str:
    """What is wrong with a date that has the right form."""
    year, month, _day = (int(part) for part in text.split("-"))
    if not 1 <= month <= len(_MONTHS) - 1:
        return _("The month stands in the middle and is 01 to 12.")
    if year < 1:
        return ""
    last = calendar.monthrange(year, month)[1]
    return _("That month has the days 01 to {last}.").format(last=last)


def _forms(text: str) -> Iterator[str]:
    yield from _dates(text)
    letters = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    words = re.findall(r"[a-z0-9]+", "".join(one for one in letters if not unicodedata.combining(one)))
    yield "_".join(words)
    yield "-".join(words)


def _dates(text: str) -> Iterator[str]:
    """A date as day and as month, the longer first; nothing if there is no such date."""
    for pattern in (_DAY_FIRST, _YEAR_FIRST, _NAMED):
        match = pattern.fullmatch(text.strip())
        if match is None:
            continue
        parts = match.groupdict()
        month = _month_of(parts)
        try:
            whole = date(int(parts["year"]), month, int(parts.get("day") or 1)).isoformat()
        except ValueError:
            continue
        if parts.get("day"):
            yield whole
        yield whole[: len("2025-06")]


def _month_of(parts: dict[str, str | None]) -> int:
    """The number of a month, 0 if a word names none."""
    name = (parts.get("name") or "").lower()
    if name:
        return next((number for number, full in enumerate(_MONTHS) if full and full.startswith(name)), 0)
    return int(parts["month"] or 0)
