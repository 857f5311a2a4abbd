"""Where typed text goes on in the next line, and where a caret can stand."""

from collections.abc import Callable

from game.ui.editing import step_right


def places(text: str, start: int, end: int) -> list[int]:
    """Where a caret may stand in a line, its end included unless that is a line end."""
    found, at = [start], start
    while at < end:
        at = step_right(text, at)
        if at <= end and text[at - 1] != "\n":
            found.append(at)
    return found


def broken(text: str, width: int, measure: Callable[[str], int]) -> list[tuple[int, int]]:
    """The text as lines that fit a width: where each begins and ends. Every character belongs to one line."""
    lines: list[tuple[int, int]] = []
    start = at = 0
    space = -1  # after the last space of this line
    while at < len(text):
        if text[at] == "\n":
            lines.append((start, at + 1))
            start, space = at + 1, -1
        elif measure(text[start : at + 1].rstrip(" ")) > width and at > start:
            cut = space if space > start else at
            lines.append((start, cut))
            start, space = cut, -1
            continue
        elif text[at] == " ":
            space = at + 1
        at += 1
    return [*lines, (start, len(text))]
