"""The order in which the keyboard visits widgets."""

from game.ui.widgets.base import Widget


def stops(root: Widget) -> list[Widget]:
    """Everything the Tab key stops at, in reading order."""
    return [widget for widget in root.walk() if widget.focusable and widget.usable]


def after(root: Widget, current: Widget | None, step: int) -> Widget | None:
    """The stop after (`step` 1) or before (-1) the current one, round and round."""
    order = stops(root)
    if not order:
        return None
    if current not in order:
        return order[0] if step > 0 else order[-1]
    return order[(order.index(current) + step) % len(order)]


def instead_of(root: Widget, lost: Widget | None) -> Widget | None:
    """Where the keyboard goes when its widget can no longer be used: to the next stop, or the last."""
    order = stops(root)
    everything = list(root.everything())
    if lost not in everything:
        return order[0] if order else None
    rest = everything[everything.index(lost) :]
    return next((widget for widget in rest if widget in order), order[-1] if order else None)
