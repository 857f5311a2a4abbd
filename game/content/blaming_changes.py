"""What a scenario changes in the one that it extends, and what does not fit that: said at the change.

A finding in a file below belongs to a change if it is gone once the change is undone, and nothing else is
said then. Many changes are undone together first, then by halves, so that a few trials find the one.
"""

from collections.abc import Callable, Sequence
from typing import Final

from game.content.blaming import key_of, places_of
from game.content.reading.limits import shortened
from game.content.reading.loading import Change, Reading
from game.content.reading.nodes import Entry, Mapping, Node, Scalar
from game.content.reading.nodes import Sequence as Things
from game.content.reading.places import own_id, path_text
from game.foundation.findings import Finding
from game.foundation.texts import _

MOST_TRIALS: Final = 40
"""How often everything is checked again for the changes of one file."""

Judge = Callable[[Reading], tuple[Finding, ...]]


def at_their_changes(
    reading: Reading, found: tuple[Finding, ...], plain: tuple[Finding, ...], judge: Judge
) -> tuple[Finding, ...]:
    """The findings, with one at each change in place of those that are there only because of it.

    Args:
        reading: a scenario with those that it extends.
        found: what is to be said of it.
        plain: the same before anything was said at a drop.
        judge: what is to be said of another one.
    """
    said = list(found)
    judged = set(plain)
    for file in dict.fromkeys(change.node.file for change in reading.changes):
        own = [change for change in reading.changes if change.node.file == file]
        above = {file, *own[0].above}
        changes = [change for change in own if reading.tree and _undone(reading.tree, change.path, change)]
        below = [finding for finding in said if finding in judged and finding.file not in above]
        due = [finding for finding in below if finding.severity == "error"]
        causes = _Trials(reading, plain, judge).causes(changes, due) if due and changes else {}
        said = [finding for finding in said if finding not in causes]
        for change in changes:
            if needing := [finding for finding in due if causes.get(finding) is change]:
                said.append(_at(change, reading.tree, needing))
    return tuple(sorted(said))


class _Trials:
    """Which changes make findings go away when they are undone."""

    def __init__(self, reading: Reading, found: tuple[Finding, ...], judge: Judge) -> None:
        self._reading = reading
        self._known = {key_of(finding) for finding in found}
        self._judge = judge
        self._left = MOST_TRIALS
        self._perhaps: dict[Finding, Change] = {}

    def causes(self, changes: Sequence[Change], due: list[Finding]) -> dict[Finding, Change]:
        """The change that each of the findings is due to; without those for which there is no single one."""
        found: dict[Finding, Change] = {}
        gone, alone = self._gone(changes, due)
        if len(changes) == 1:
            if alone:
                return dict.fromkeys(gone, changes[0])
            self._perhaps |= dict.fromkeys(gone, changes[0])
            return {}
        open_ = gone if alone else due
        half = len(changes) // 2
        for part in (changes[:half], changes[half:]):
            if open_ := [finding for finding in open_ if finding not in found]:
                found |= self.causes(part, open_)
        if alone:
            found |= self._needed(changes, [finding for finding in gone if finding not in found])
        return found

    def _needed(self, changes: Sequence[Change], rest: list[Finding]) -> dict[Finding, Change]:
        """Of findings that go away with all the changes, those that stay unless a certain one is undone.

        To undo it alone may break another change that rests on it, which is why it was not found alone.
        """
        found: dict[Finding, Change] = {}
        for suspect in dict.fromkeys(self._perhaps[one] for one in rest if one in self._perhaps):
            gone, _alone = self._gone([change for change in changes if change is not suspect], rest)
            found |= {one: suspect for one in rest if self._perhaps.get(one) is suspect and one not in gone}
        return found

    def _gone(self, changes: Sequence[Change], due: list[Finding]) -> tuple[list[Finding], bool]:
        """Those findings that are gone without some changes, and whether nothing new is said then."""
        tree = self._reading.tree
        for change in changes:
            tree = tree and _undone(tree, change.path, change)
        if tree is None or not changes or not due or self._left == 0:
            return [], False
        self._left -= 1
        said = self._judge(self._reading._replace(tree=tree, drops=(), changes=()))
        left = {key_of(finding) for finding in said if finding.severity == "error"}
        return [finding for finding in due if key_of(finding) not in left], left <= self._known


def _undone(node: Node, steps: tuple[str | int, ...], change: Change) -> Node | None:
    """The tree as it was before a change; None where a file above says something else again."""
    step, rest = steps[0], steps[1:]
    if isinstance(node, Mapping):
        entries, name = dict(node.entries), str(step)
        entry = entries.get(name)
        if entry is None:
            return None
        if rest:
            below = _undone(entry.value, rest, change)
            if below is None:
                return None
            entries[name] = Entry(entry.key, below)
        elif entry.value is not change.node:
            return None
        elif change.was is None:
            del entries[name]
        else:
            entries[name] = Entry(change.key or entry.key, change.was)
        return node._replace(entries=entries)
    if not isinstance(node, Things):
        return None
    items = list(node.items)
    number = next((n for n, item in enumerate(items) if own_id(item) == step), None)
    if number is None:
        return None
    if rest:
        below = _undone(items[number], rest, change)
        if below is None:
            return None
        items[number] = below
    elif items[number] is not change.node or change.was is not None:
        return None
    else:
        del items[number]
    return node._replace(items=tuple(items))


def _at(change: Change, tree: Node | None, needing: list[Finding]) -> Finding:
    if change.was is None:
        message = _("is new here, and does not fit {places}")
        hint = _("Leave it out, or change here as well what it does not fit.")
    else:
        message = _("is changed here, and then does not fit {places}")
        file = change.was.file.replace("\\", "/").rpartition("/")[2]
        if isinstance(change.was, Scalar):
            hint = _("Keep '{value}' as in {file}, or change here as well what it does not fit.").format(
                value=shortened(change.was.text), file=file
            )
        else:
            hint = _("Keep what {file} has, or change here as well what it does not fit.").format(file=file)
    return Finding(
        code="extends",
        severity="error",
        file=change.node.file,
        line=change.node.line,
        column=change.node.column,
        path=path_text(tree, change.path),
        message=message.format(places=places_of(needing)),
        hint=f"{hint} " + _("What is wrong there: {message}.").format(message=needing[0].message),
    )
