"""What a draw is for. The number is part of a draw's address, so it is never changed or used again."""

from enum import IntEnum, unique


@unique
class Purpose(IntEnum):
    """Everything that chance decides in a game. New purposes are added at the end.

    The purpose of a draw, its turn and its index say which number comes out; so adding one purpose moves none
    of the others, and two draws for the same thing in the same turn are the same draw.
    """

    GAME_KEY = 0
    SEAT_TYPE = 1
    SEAT_FLOOR = 2
    FIRST_MOVER = 3
    EVENT = 4
    MOOD = 5
    RATIFICATION = 6
    COST_SHOCK = 7
    RECEPTION = 8
    LIST_MISMATCH = 9
    ARREST = 10
    SERVED = 11
    HAZARD = 12
    LEAK = 13
    ALLY = 14
    MONITOR = 15
    MEDIATOR = 16
    POLICY = 17
    RESAMPLE = 18
    ROLLOUT = 19
