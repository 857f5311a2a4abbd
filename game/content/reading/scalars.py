"""From the text of a single value to the value, by what the schema expects and not by what YAML guesses."""

import re
from datetime import date
from decimal import Decimal

from game.content.reading.faults import Fault
from game.content.reading.limits import MAX_DIGITS, shortened
from game.content.reading.nodes import Scalar
from game.content.reading.rewriting import as_day, impossible_day
from game.content.reading.shapes import Leaf
from game.content.reading.suggestions import closest, did_you_mean, plain_number
from game.foundation.texts import _

_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_MAYBE_TRUE = frozenset({"yes", "on", "y"})
_MAYBE_FALSE = frozenset({"no", "off", "n"})
_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST_CHOICES_NAMED = 12


def read_scalar(leaf: Leaf, scalar: Scalar) -> object | Fault:
    """The value of a text, or why it is none.

    Args:
        leaf: what is expected; whether the value is in its range is for the schema to say.
        scalar: what was written.
    """
    if leaf.kind == "text":
        return no_value(leaf) if scalar.is_nothing else scalar.text
    if leaf.kind == "choice":
        return _choice(leaf, scalar)
    if scalar.is_nothing:
        return no_value(leaf)
    if scalar.quoted:
        return _quoted(leaf, scalar)
    if leaf.kind == "bool":
        return _truth(leaf, scalar)
    if leaf.kind == "date":
        return _date(leaf, scalar.text)
    return _number(leaf, scalar.text)


def expectation(leaf: Leaf) -> str:
    """What is expected, to complete "must be ..."."""
    if leaf.form:
        return _(leaf.form)
    if leaf.kind == "choice":
        return choice_words(tuple(leaf.choices or ()))
    return {
        "bool": _("true or false"),
        "int": _("a whole number"),
        "decimal": _("a number"),
        "text": _("text"),
        "date": _("a date like 2025-06-21"),
    }[leaf.kind]


def choice_words(words: tuple[str, ...]) -> str:
    """`x`, `one of x, y`, cut where the list gets long."""
    if len(words) == 1:
        return words[0]
    named = ", ".join(words[:_MOST_CHOICES_NAMED]) + (", …" if len(words) > _MOST_CHOICES_NAMED else "")
    return _("one of {words}").format(words=named)


def is_ambiguous(scalar: Scalar) -> bool:
    """Whether YAML tools disagree on an unquoted word."""
    return not scalar.quoted and scalar.text.lower() in _MAYBE_TRUE | _MAYBE_FALSE


def ambiguous(scalar: Scalar, *, text_possible: bool) -> Fault:
    """What to say of an unquoted yes, no, on or off where it could mean true or false."""
    word = "true" if scalar.text.lower() in _MAYBE_TRUE else "false"
    hint = _("Write {word} or '{text}'.") if text_possible else _("Write {word}.")
    return Fault(
        "ambiguous-bool",
        _("unquoted {text} is ambiguous").format(text=scalar.text),
        hint.format(word=word, text=scalar.text),
    )


def no_value(leaf: Leaf) -> Fault:
    """What to say where nothing, `~` or `null` stands."""
    return Fault("no-value", _("has no value, but must be {expected}").format(expected=expectation(leaf)))


def _wrong_type(leaf: Leaf, text: str, hint: str = "") -> Fault:
    return Fault(
        "type",
        _("must be {expected} (got {text})").format(expected=expectation(leaf), text=shortened(text)),
        hint,
    )


def _quoted(leaf: Leaf, scalar: Scalar) -> Fault:
    bare = read_scalar(leaf, scalar._replace(quoted=False))
    hint = "" if isinstance(bare, Fault) else _("Remove the quotes.")
    return _wrong_type(leaf, f"'{shortened(scalar.text)}'", hint)


def _choice(leaf: Leaf, scalar: Scalar) -> object | Fault:
    choices = leaf.choices or {}
    if scalar.text in choices:
        value = choices[scalar.text]
        return _wrong_type(leaf, f"'{scalar.text}'") if scalar.quoted and isinstance(value, int) else value
    if scalar.is_nothing:
        return no_value(leaf)
    if is_ambiguous(scalar) and any(isinstance(value, bool) for value in choices.values()):
        return ambiguous(scalar, text_possible=any(isinstance(value, str) for value in choices.values()))
    message = _("must be {expected} (got {text})")
    return Fault(
        "enum",
        message.format(expected=expectation(leaf), text=shortened(scalar.text)),
        did_you_mean(closest(scalar.text, choices)),
    )


def _truth(leaf: Leaf, scalar: Scalar) -> object | Fault:
    if scalar.text in _TRUTH:
        return _TRUTH[scalar.text]
    if is_ambiguous(scalar):
        return ambiguous(scalar, text_possible=False)
    return _wrong_type(leaf, scalar.text)


def _date(leaf: Leaf, text: str) -> object | Fault:
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            message = _("there is no such day (got {text})").format(text=text)
            return Fault("range", message, impossible_day(text))
    return _wrong_type(leaf, text, as_day(text))


def _number(leaf: Leaf, text: str) -> object | Fault:
    whole = leaf.kind == "int"
    if not (_WHOLE if whole else _DECIMAL).fullmatch(text):
        return _wrong_type(leaf, text, plain_number(text, whole=whole))
    digits = len(text) - text.startswith("-") - ("." in text)
    if digits > MAX_DIGITS:
        return Fault(
            "range",
            _("has {digits} digits; at most {limit} are possible (got {text})").format(
                digits=digits, limit=MAX_DIGITS, text=shortened(text)
            ),
        )
    return int(text) if whole else Decimal(text)
