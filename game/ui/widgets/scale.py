"""A track with steps: where levels stand on it, and drawing it with the marks of both sides."""

from dataclasses import dataclass

import pygame

from game.ui.painter import Painter
from game.ui.theme import ToneName, blend


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands on a track: level numbers from 0, or None."""

    mine: int
    theirs: int | None = None
    ghost: int | None = None


def place_of(level: int, count: int, track: pygame.Rect) -> int:
    """The x of a level."""
    return track.x + round(level * track.width / max(1, count - 1))


def level_at(x: int, count: int, track: pygame.Rect) -> int:
    """The level nearest to an x."""
    share = (x - track.x) / max(1, track.width)
    return min(count - 1, max(0, round(share * (count - 1))))


def draw_track(painter: Painter, track: pygame.Rect, count: int) -> None:
    """The empty track, with a tick for each level where there are few."""
    kit = painter.kit
    painter.box(track, kit.theme.track, None, track.height // 2)
    if 2 < count <= 16:
        for level in range(count):
            x = place_of(level, count, track)
            painter.fill(pygame.Rect(x, track.bottom + kit.px(4), 1, kit.px(4)), kit.theme.strong_line)


def draw_marks(
    painter: Painter,
    track: pygame.Rect,
    count: int,
    marks: Marks,
    tones: tuple[ToneName, ToneName],
    *,
    active: bool,
    together: float = 30,
) -> None:
    """The gap as a bar, then ghost, theirs and mine on top.

    Args:
        together: how large theirs is, in units, where mine stands on it.
    """
    kit = painter.kit
    mine, theirs = (kit.theme.tones[tone] for tone in tones)
    here = place_of(marks.mine, count, track)
    if marks.theirs is not None:
        there = place_of(marks.theirs, count, track)
        gap = pygame.Rect(min(here, there), track.y, abs(here - there), track.height)
        painter.fill(gap, blend(mine.mark, kit.theme.track, 0.45))
    ground = kit.theme.grounds["panel"]
    if marks.ghost is not None and marks.ghost != marks.mine:
        x = place_of(marks.ghost, count, track)
        painter.mark(mine.shape, (x, track.centery), kit.px(14), mine.mark, hollow=True)
    if marks.theirs is not None:
        x = place_of(marks.theirs, count, track)
        size = kit.px(together if marks.theirs == marks.mine else 13)
        painter.mark(theirs.shape, (x, track.centery), size, theirs.mark, edge=ground)
    thumb = kit.px(kit.theme.sizes.thumb if active else kit.theme.sizes.thumb - 2)
    painter.mark(mine.shape, (here, track.centery), thumb, mine.mark, edge=kit.theme.tones["plain"].mark)
