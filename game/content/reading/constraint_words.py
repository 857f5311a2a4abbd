"""What pydantic found, in plain words: only limits on values that already have the right type come here."""

from collections.abc import Mapping as AnyMapping
from decimal import Decimal
from typing import Any

from game.content.reading.faults import Complaint, Fault
from game.content.reading.limits import shortened
from game.content.reading.nodes import Node, Scalar
from game.content.reading.rewriting import as_pattern
from game.content.reading.shapes import Leaf, Shape
from game.content.reading.suggestions import number_in_range
from game.foundation.texts import _, ngettext

_COMPARISONS = {
    "greater_than_equal": "ge",
    "greater_than": "gt",
    "less_than_equal": "le",
    "less_than": "lt",
}


def constraint_fault(error: AnyMapping[str, Any], node: Node | None, shape: Shape | None) -> Fault:
    """The fault of one of pydantic's errors.

    Args:
        error: one of `ValidationError.errors()`.
        node: what was written there.
        shape: what was expected there.
    """
    kind, context = str(error["type"]), error.get("ctx", {})
    leaf = shape if isinstance(shape, Leaf) else None
    got = shortened(node.text) if isinstance(node, Scalar) else ""
    complaint = context.get("error")
    if isinstance(complaint, Complaint):
        return complaint.fault
    if isinstance(complaint, Exception):
        return Fault("value", str(complaint))
    if kind in _COMPARISONS:
        return _out_of_range(context, leaf, got, node)
    if kind in ("too_short", "too_long", "string_too_short", "string_too_long"):
        return _length(kind, context, error["input"])
    if kind == "string_pattern_mismatch":
        words = _(leaf.form) if leaf and leaf.form else _("written like {pattern}")
        message = _("must be {words}").format(words=words.format(pattern=context.get("pattern")))
        return _got(message, got, as_pattern(str(error["input"]), str(context.get("pattern"))))
    if kind == "multiple_of":
        return _got(_("must be a multiple of {step}").format(step=context.get("multiple_of")), got)
    if kind in ("decimal_max_places", "decimal_max_digits", "decimal_whole_digits"):
        return _digits(kind, context, got)
    code = "missing-key" if kind == "missing" else "value"
    return Fault(code, str(error["msg"]))


def _got(message: str, got: str, hint: str = "", code: str = "range") -> Fault:
    return Fault(code, message + (_(" (got {value})").format(value=got) if got else ""), hint)


def _out_of_range(context: AnyMapping[str, Any], leaf: Leaf | None, got: str, node: Node | None) -> Fault:
    low, high = (leaf.low, leaf.high) if leaf else (None, None)
    hint = ""
    if low is not None and high is not None:
        message = _("must be between {low} and {high}").format(low=low, high=high)
        if isinstance(node, Scalar):
            hint = number_in_range(Decimal(node.text), low, high)
    elif "ge" in context:
        message = _("must be at least {limit}").format(limit=context["ge"])
    elif "gt" in context:
        message = _("must be more than {limit}").format(limit=context["gt"])
    elif "le" in context:
        message = _("must be at most {limit}").format(limit=context["le"])
    else:
        message = _("must be less than {limit}").format(limit=context["lt"])
    return _got(message, got, hint)


def _length(kind: str, context: AnyMapping[str, Any], value: Any) -> Fault:
    limit = int(context["min_length" if kind.endswith("too_short") else "max_length"])
    if kind == "string_too_short":
        words = ngettext("needs at least {limit} character", "needs at least {limit} characters", limit)
    elif kind == "string_too_long":
        words = ngettext("can have at most {limit} character", "can have at most {limit} characters", limit)
    elif kind == "too_short":
        words = ngettext("needs at least {limit} entry", "needs at least {limit} entries", limit)
    else:
        words = ngettext("can have at most {limit} entry", "can have at most {limit} entries", limit)
    return Fault("range", (words + _(" (has {actual})")).format(limit=limit, actual=len(value)))


def _digits(kind: str, context: AnyMapping[str, Any], got: str) -> Fault:
    if kind == "decimal_max_places":
        limit = int(context["decimal_places"])
        words = ngettext(
            "can have at most {limit} digit after the point",
            "can have at most {limit} digits after the point",
            limit,
        )
    else:
        limit = int(context.get("max_digits", context.get("whole_digits", 0)))
        words = ngettext("can have at most {limit} digit", "can have at most {limit} digits", limit)
    return _got(words.format(limit=limit), got)
