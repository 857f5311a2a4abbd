"""What a draw is for. The number is part of a draw's address, so it is never changed or used again."""

from enum import IntEnum, unique


@unique
class Purpose(IntEnum):
    """Everything that chance decides, with the numbers of docs/rules.md. New purposes are added at the end.

    Purpose, turn, index and lane say which number comes out; so adding a purpose moves none of the others,
    and two draws for the same thing in the same turn are the same draw.
    """

    TYPE = 1
    FLOOR = 2
    EVENT = 3
    MOVE = 4
    VOTE = 5
    SHOCK = 6
    LAG = 7
    RECEPTION = 8
    MISMATCH = 9
    ARRESTS = 10
    MOOD = 12
    POLICY = 13
    SPOIL = 14
    HINDER = 15
    COUNT = 16


KEYS_OF_GAMES = 0x52455052  # "REPR"; stands where a purpose stands when keys themselves are made
WALKS = 0x57414C4B  # "WALK"; stands there when the walks of a screening are drawn
