"""Giving memory back to the system, so that the tenth game takes no more of it than the first."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from contextlib import suppress

MMAP_THRESHOLD = -3  # glibc, malloc.h
TRIM_THRESHOLD = -1
BLOCK = 262_144  # bytes


def return_large_blocks() -> None:
    """Have glibc give large arrays back as soon as they are freed.

    Left alone it learns from the first large array to keep such blocks for itself, and what the debrief works
    out once then stays with the process for good: 30 MB after a few games. Other systems do this anyway.
    To be called before numpy is imported.
    """
    if sys.platform.startswith("linux"):
        # Of arrays that are 0 nearly everywhere numpy would have 2 MB taken wherever one number is written.
        os.environ.setdefault("NUMPY_MADVISE_HUGEPAGE", "0")
        with suppress(OSError, AttributeError):  # another C library
            library = ctypes.CDLL(None)
            library.mallopt(MMAP_THRESHOLD, BLOCK)
            library.mallopt(TRIM_THRESHOLD, BLOCK)


def keep_for_good() -> None:
    """Have the collector look no more at what was imported and read: it then takes 2 ms instead of 30."""
    gc.collect()
    gc.freeze()


def forget_the_game() -> None:
    """After a game: pages and widgets point at each other, so that only the collector can free them.

    What lies free between what is still used goes back to the system too: 20 MB after a long game.
    """
    gc.collect()
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
