"""What was taken out of a scenario and is needed: said where it is taken out, and not where it is needed.

Whoever extends a scenario looks at their own file. A finding in a file below it is theirs if it is gone once
what they took out is back. The same of what was changed or added stands in `blaming_changes.py`.
"""

from collections.abc import Callable
from typing import Final

from game.content.reading.loading import Drop, Reading
from game.content.reading.nodes import Entry, Mapping, Node, Sequence
from game.content.reading.places import own_id, path_text
from game.foundation.findings import Finding
from game.foundation.texts import _, ngettext

MOST_TRIED: Final = 40
"""How many drops are tried one by one; nobody takes out more."""

_MOST_NAMED: Final = 4


def at_their_drops(
    reading: Reading, found: tuple[Finding, ...], judge: Callable[[Reading], tuple[Finding, ...]]
) -> tuple[Finding, ...]:
    """The findings, with one at each drop in place of those that are there only because of it.

    Args:
        reading: a scenario with those that it extends.
        found: what is to be said of it.
        judge: what is to be said of another one.
    """
    said: list[Finding] = []
    explained: set[Finding] = set()
    for drop in reading.drops[:MOST_TRIED]:
        due = [finding for finding in found if _may_be_due(finding, drop)]
        back = _put_back(reading.tree, drop.path, drop) if due and reading.tree else None
        if back is not None:
            left = {key_of(finding) for finding in judge(reading._replace(tree=back, drops=()))}
            due = [finding for finding in due if key_of(finding) not in left]
            if due:
                explained.update(due)
                said.append(_at(drop, back, due))
    return tuple(sorted((*(finding for finding in found if finding not in explained), *said)))


def key_of(finding: Finding) -> tuple[object, ...]:
    """By what a finding is known again."""
    return finding.file, finding.line, finding.column, finding.code, finding.message


def _may_be_due(finding: Finding, drop: Drop) -> bool:
    """Whether it is an error in a file below that of the drop, or of something that is not there."""
    if finding.severity != "error":
        return False
    if finding.file == drop.place.file:
        return finding.code == "missing-key" and f"'{drop.path[-1]}'" in finding.message
    return finding.file not in drop.above


def _at(drop: Drop, tree: Node, due: list[Finding]) -> Finding:
    needing = [finding for finding in due if finding.code != "missing-key"]
    if needing:
        message = _("is taken out here, but needed by {places}").format(places=places_of(needing))
        hint = _("Keep it, or write here as well what takes its place there.")
        reason = next((finding for finding in needing if finding.code != "unknown-id"), None)
        if reason is not None:
            hint += " " + _("Without it: {message}.").format(message=reason.message)
    else:
        message = _("is taken out here, but cannot be left out")
        hint = _("Write what takes its place, or nothing at all to keep it as it is.")
    return Finding(
        code="extends",
        severity="error",
        file=drop.place.file,
        line=drop.place.line,
        column=drop.place.column,
        path=path_text(tree, drop.path),
        message=message,
        hint=hint,
    )


def places_of(needing: list[Finding]) -> str:
    """Where some findings stand, in words."""
    named = [
        _("{path} (line {line} of {file})").format(
            path=finding.path, line=finding.line, file=finding.file.replace("\\", "/").rpartition("/")[2]
        )
        for finding in needing[:_MOST_NAMED]
    ]
    more = len(needing) - len(named)
    if more:
        named.append(ngettext("{n} more place", "{n} more places", more).format(n=more))
    *most, last = named
    return _("{most} and {last}").format(most=", ".join(most), last=last) if most else last


def _put_back(node: Node, steps: tuple[str | int, ...], drop: Drop) -> Node | None:
    step, rest = steps[0], steps[1:]
    if isinstance(node, Mapping):
        if not rest:
            return _with_entry(node, str(step), drop) if drop.key else None
        entry = node.entries.get(str(step))
        below = _put_back(entry.value, rest, drop) if entry else None
        return below and entry and node._replace(entries={**node.entries, str(step): Entry(entry.key, below)})
    if isinstance(node, Sequence):
        items = list(node.items)
        if not rest:
            items.insert(drop.number, drop.value)
            return node._replace(items=tuple(items))
        for number, item in enumerate(items):
            if own_id(item) == step:
                below = _put_back(item, rest, drop)
                items[number] = below or item
                return node._replace(items=tuple(items)) if below else None
    return None


def _with_entry(node: Mapping, key: str, drop: Drop) -> Node:
    entries = list(node.entries.items())
    assert drop.key is not None
    entries.insert(drop.number, (key, Entry(drop.key, drop.value)))
    return node._replace(entries=dict(entries))
