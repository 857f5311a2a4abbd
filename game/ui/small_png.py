"""Pictures of the window in a quarter of the room: 256 colours are enough for what is flat."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pygame

from game.foundation.results import put

COLOURS = 256
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def write_small(surface: pygame.Surface, path: Path) -> int:
    """Write a surface as a PNG with at most 256 colours: the most frequent ones, the rest to the nearest.

    Returns: the size of the file in bytes.
    """
    width, height = surface.get_size()
    flat = np.frombuffer(pygame.image.tobytes(surface, "RGB"), np.uint8).reshape(-1, 3)
    palette, indices = _reduced(flat)
    rows = np.zeros((height, width + 1), np.uint8)  # each row begins with its filter: none
    rows[:, 1:] = indices.reshape(height, width)
    content = SIGNATURE + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette.tobytes()),
            _chunk(b"IDAT", zlib.compress(rows.tobytes(), 9)),
            _chunk(b"IEND", b""),
        )
    )
    put(path, content)
    return len(content)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _reduced(
    flat: np.ndarray[tuple[int, int], np.dtype[np.uint8]],
) -> tuple[np.ndarray[tuple[int, int], np.dtype[np.uint8]], np.ndarray[tuple[int], np.dtype[np.uint8]]]:
    """A palette uint8[C,3] and the number of its colour for each pixel."""
    colours, which, counts = np.unique(flat, axis=0, return_inverse=True, return_counts=True)
    kept = np.sort(np.argsort(-counts, kind="stable")[:COLOURS])
    palette = colours[kept].astype(np.int32)
    nearest = np.empty(len(colours), np.uint8)
    for start in range(0, len(colours), 512):
        part = colours[start : start + 512].astype(np.int32)
        nearest[start : start + 512] = ((part[:, None] - palette[None]) ** 2).sum(axis=2).argmin(axis=1)
    return colours[kept], nearest[which.reshape(-1)]
