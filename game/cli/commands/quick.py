"""For commands that end before anybody would wait for them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def only_imports() -> Iterator[None]:
    """Nothing is collected while modules are imported, as hardly anything of them is garbage.

    What they made is set aside afterwards, so that no later collection goes through it again.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()
