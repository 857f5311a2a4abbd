"""Objects in which exactly one of two keys is written."""

from game.content.reading.faults import Complaint
from game.content.schema.part import Part
from game.foundation.texts import _


def need_one_of_two(part: Part, first: str, second: str, right: str) -> None:
    """Complain of an object that has both keys or neither.

    Args:
        right: how it would be right, already translated.

    Raises:
        Complaint: it has.
    """
    if (getattr(part, first) is None) == (getattr(part, second) is None):
        raise Complaint(
            _("needs exactly one of {first!r} and {second!r}").format(first=first, second=second), right
        )
