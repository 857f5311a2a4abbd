"""From a path to the bytes of the file, without ever reading more than a scenario may hold."""

import stat
from pathlib import Path

from game.content.reading.faults import Fault, Placed
from game.content.reading.limits import MAX_BYTES
from game.foundation.texts import _


def read_bytes(path: Path) -> bytes | Placed:
    """The content of a file, or the one fault why it cannot be had."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            fault = Fault("no-file", _("is a folder, not a file"), _("Name a file inside it."))
        elif not stat.S_ISREG(mode):
            fault = Fault("no-file", _("is not an ordinary file"), _("Name a text file that ends in .yaml."))
        else:
            with path.open("rb") as file:
                raw = file.read(MAX_BYTES + 1)
            if len(raw) <= MAX_BYTES:
                return raw
            fault = too_big()
    except FileNotFoundError:
        fault = Fault("no-file", _("there is no such file"), _("Check the name and the folder."))
    except PermissionError:
        fault = Fault("no-file", _("you are not allowed to read this file"), _("Change its permissions."))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        fault = Fault("no-file", _("cannot be read: {reason}").format(reason=reason))
    return Placed(fault, str(path), 0, 0)


def too_big() -> Fault:
    """The fault of a file beyond `MAX_BYTES`."""
    return Fault(
        "too-big",
        _("is larger than 1 MiB"),
        _("A scenario is a few hundred lines of text; is this the right file?"),
    )
