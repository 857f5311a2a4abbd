"""What is said where the structure of a file is not that of its schema: keys, lists, maps and branches."""

from collections.abc import Iterable
from collections.abc import Mapping as AnyMapping

from game.content.reading.faults import Fault
from game.content.reading.limits import shortened
from game.content.reading.nodes import Mapping, Node, Scalar
from game.content.reading.scalars import choice_words, expectation
from game.content.reading.shapes import (
    Either,
    Field,
    Leaf,
    ListOf,
    Raw,
    Shape,
    TupleOf,
    fields_of,
    required_of,
    root_of,
)
from game.content.reading.shapes import ModelOf as _ModelOf
from game.content.reading.suggestions import closest, did_you_mean
from game.foundation.texts import _, ngettext

_MOST_KEYS_NAMED = 16
_MOST_KEYS_WRITTEN = 4
_EVERYWHERE = frozenset({"note", "basis"})


def wrong_shape(shapes: Iterable[Shape], node: Node) -> Fault:
    """A list where a map belongs, and the like."""
    shapes = tuple(shapes)
    kinds = {shape.kind for shape in shapes if isinstance(shape, Leaf)}
    expected = _or(dict.fromkeys(_shape_words(shape) for shape in shapes))
    if isinstance(node, Scalar) and node.is_nothing:
        hint = _("Write [] for an empty list.") if any(isinstance(shape, ListOf) for shape in shapes) else ""
        return Fault("no-value", _("has no value, but must be {expected}").format(expected=expected), hint)
    hint = _instead_of_a_value(shapes) if isinstance(node, Scalar) else ""
    if isinstance(node, Mapping) and "text" in kinds:
        hint = _("Put the text in quotes if it holds ': '.")
    elif isinstance(node, Mapping) and any(isinstance(shape, ListOf) for shape in shapes):
        hint = _("Begin each entry of the list with '- '.")
    elif isinstance(node, Scalar) and any(isinstance(shape, ListOf) for shape in shapes):
        hint = _("Write [{text}].").format(text=shortened(node.text))
    message = _("must be {expected} (got {found})").format(expected=expected, found=_node_words(node))
    return Fault("type", message, hint)


def _instead_of_a_value(shapes: Iterable[Shape]) -> str:
    """The hint where a single value stands for a map with a few keys that it cannot do without."""
    for shape in shapes:
        needed = required_of(shape.model) if isinstance(shape, _ModelOf) else frozenset()
        if 0 < len(needed) <= _MOST_KEYS_WRITTEN and isinstance(shape, _ModelOf):
            keys = ", ".join(f"{key}: …" for key in fields_of(shape.model) if key in needed)
            return _("Write {{{keys}}}.").format(keys=keys)
    return ""


def or_a_map(fault: Fault, shape: Either) -> Fault:
    """The fault of a single value, with the maps that may stand there instead of one."""
    keys = [
        key for branch in shape.branches if isinstance(branch, _ModelOf) for key in fields_of(branch.model)
    ]
    keys = [key for key in dict.fromkeys(keys) if key not in _EVERYWHERE]
    if fault.hint or not keys:
        return fault
    return fault._replace(hint=_("Or write {{key: …}} with one of {keys}.").format(keys=_listed(keys)))


def no_branch_fits(leaves: Iterable[Leaf], node: Scalar, faults: list[Fault]) -> Fault:
    """A value that is none of several sorts."""
    hints = dict.fromkeys(fault.hint for fault in faults if fault.hint)
    return Fault(
        "type",
        _("must be {expected} (got {text})").format(
            expected=_or(expectation(leaf) for leaf in leaves), text=shortened(node.text)
        ),
        next(iter(hints), ""),
    )


def wrong_length(expected: int, found: int) -> Fault:
    """A list of fixed length that has another."""
    words = ngettext("must have exactly {expected} entry", "must have exactly {expected} entries", expected)
    return Fault("range", (words + _(" (has {found})")).format(expected=expected, found=found))


def duplicate_id(earlier: Scalar) -> Fault:
    """An `id` that an earlier thing of the same list has."""
    return Fault(
        "duplicate-id",
        _("'{id}' is already the id of the entry at line {line}").format(
            id=shortened(earlier.text), line=earlier.line
        ),
        _("Give each entry an id of its own."),
    )


def duplicate_item(earlier: Scalar) -> Fault:
    """A thing that stands twice in a set."""
    return Fault(
        "duplicate-item",
        _("'{text}' is already listed at line {line}").format(
            text=shortened(earlier.text), line=earlier.line
        ),
        _("Remove one of the two."),
    )


def unknown_key(
    key: str, free: Iterable[str], fields: Iterable[str], *, empty: bool = False, lacking: str = ""
) -> tuple[Fault, str]:
    """A key that means nothing here.

    Args:
        key: what was written.
        free: keys that are possible and not written.
        fields: all keys that are possible.
        empty: whether it has no value.
        lacking: the one key that is missing, if this value would fit it.

    Returns:
        The fault, and the key that was probably meant, or "".
    """
    before, colon, after = key.partition(":")
    names, unset = tuple(fields), tuple(free)
    if colon and after and before in names:
        hint = _("Write a space after the ':', as in '{key}: {value}'.").format(
            key=before, value=shortened(after)
        )
        return Fault("unknown-key", _("unknown key"), hint), before
    guess = closest(key, unset) or ""
    if guess:
        hint = did_you_mean(guess)
    elif lacking:
        guess, hint = lacking, _("Is '{key}' meant? It is missing.").format(key=lacking)
    elif key.isdigit() and empty:
        hint = _(
            "A ',' ends a value inside braces. Write a '.' in a number such as 0.5, and 1000 for a thousand."
        )
    elif empty:
        hint = _("A ',' ends a text inside braces. Put the whole text in quotes if this belongs to it.")
    elif names:
        hint = _("Possible here: {keys}.").format(keys=_listed(names))
    else:
        hint = _("Nothing can be set here.")
    return Fault("unknown-key", _("unknown key"), hint), guess


def missing_keys(keys: list[str], fields: AnyMapping[str, Field], written: Iterable[str] = ()) -> Fault:
    """Keys that cannot be left out; those that are not written yet are named as well."""
    there = {*keys, *written}
    others = [key for key in fields if key not in there]
    names = ", ".join(f"'{key}'" for key in keys)
    words = ngettext("the key {keys} is missing", "the keys {keys} are missing", len(keys))
    first = fields[keys[0]]
    wanted = _("'{key}' must be {expected}.").format(key=first.key, expected=_shape_words(first.shape))
    if first.about and not isinstance(first.shape, Leaf):
        wanted = wanted[:-1] + f": {first.about}"
    rest = _("Also possible here: {keys}.").format(keys=_listed(others)) if others else ""
    return Fault("missing-key", words.format(keys=names), f"{wanted} {rest}".strip())


def missing_tag(tag: str, choices: tuple[str, ...], keys: tuple[str, ...]) -> Fault:
    """A thing that does not say of which kind it is."""
    guess = closest(tag, keys)
    hint = (
        _("Is '{guess}' meant to be '{tag}'?").format(guess=guess, tag=tag)
        if guess
        else _("'{tag}' must be {choices}.").format(tag=tag, choices=choice_words(choices))
    )
    return Fault("missing-key", _("the key '{tag}' is missing").format(tag=tag), hint)


def no_form(key: str, forms: list[tuple[str, ...]]) -> Fault:
    """A map whose keys belong to none of several forms."""
    keys = tuple(dict.fromkeys(name for form in forms for name in form))
    if not key:
        return Fault(
            "missing-key", _("nothing is set here"), _("Possible: {keys}.").format(keys=_listed(keys))
        )
    guess = closest(key, keys)
    hint = did_you_mean(guess) or _("Possible here: {keys}.").format(keys=_listed(keys))
    return Fault("unknown-key", _("unknown key"), hint)


def _shape_words(shape: Shape) -> str:
    if isinstance(shape, Leaf):
        return expectation(shape)
    if isinstance(shape, Raw):
        return _("a value")
    if isinstance(shape, ListOf | TupleOf):
        return _("a list")
    if isinstance(shape, Either):
        return _or(dict.fromkeys(_shape_words(branch) for branch in shape.branches))
    if isinstance(shape, _ModelOf) and (root := root_of(shape.model)):
        return _shape_words(root)
    return _("lines of 'key: value'")


def _node_words(node: Node) -> str:
    if isinstance(node, Scalar):
        return shortened(node.text)
    if isinstance(node, Mapping):
        return _("lines of 'key: value'")
    return _("a list")


def _or(words: Iterable[str]) -> str:
    *most, last = words
    return _("{words} or {last}").format(words=", ".join(most), last=last) if most else last


def _listed(names: Iterable[str]) -> str:
    listed = list(names)
    return ", ".join(listed[:_MOST_KEYS_NAMED]) + (", …" if len(listed) > _MOST_KEYS_NAMED else "")
