"""Typefaces with fall-back, and the measuring and drawing of single lines of text.

A character that the chosen typeface lacks is taken from the other one; a letter that both lack is looked for
in the fonts of the system; what is found nowhere is drawn as an empty box. So no text can stop the window.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

import pygame

from game.ui.theme import Colour

Family = Literal["inter", "andika"]
FILES: Mapping[tuple[Family, bool], str] = {
    ("inter", False): "Inter-Regular.otf",
    ("inter", True): "Inter-SemiBold.otf",
    ("andika", False): "Andika-Regular.woff2",
    ("andika", True): "Andika-Bold.woff2",
}
MISSING = "□"
NOWHERE = "\uffff"  # never a character: what a font draws for it is its picture of a missing glyph
MOST_PIXELS_KEPT = 800_000  # of rendered text, about 3 MB: that of four pages at the smallest scale
SYSTEM_NAMES = "notosans,dejavusans,segoeui,segoeuisymbol,arial,arialunicode,geneva,freesans,unifont"
RIGHT_TO_LEFT = {"R", "AL"}


class Face:
    """One font file at one size in pixels, and what it can draw."""

    def __init__(self, path: Path | None, pixels: int, bold: bool) -> None:
        self.font = pygame.font.Font(path, pixels)
        if path is None:
            self.font.set_bold(bold)
        self._drawn: set[str] = set()
        self._lacking: set[str] = set()
        self._missing = self.font.metrics(NOWHERE)[0]
        self._missing_picture = self._picture(NOWHERE)

    def has(self, character: str) -> bool:
        """Whether the font has a picture of its own for a character."""
        if character in self._drawn:
            return True
        if character in self._lacking:
            return False
        found = self._look(character)
        (self._drawn if found else self._lacking).add(character)
        return found

    def has_all(self, text: str) -> bool:
        """Whether it has one for every character of a text."""
        return self._drawn.issuperset(text) or all(map(self.has, text))

    def _look(self, character: str) -> bool:
        metrics = self.font.metrics(character)
        if not metrics or metrics[0] is None:
            return False
        return metrics[0] != self._missing or self._picture(character) != self._missing_picture

    def _picture(self, character: str) -> bytes:
        return pygame.image.tobytes(self.font.render(character, True, (255, 255, 255)), "RGBA")


class Fonts:
    """All faces of one typeface choice. The pictures kept stay bounded however long the game runs."""

    def __init__(
        self,
        folder: Path,
        family: Family = "inter",
        *,
        system: bool = True,
        most_kept: int = MOST_PIXELS_KEPT,
    ) -> None:
        pygame.font.init()
        self._folder = folder
        self._family: Family = family
        self._other: Family = "andika" if family == "inter" else "inter"
        self._system = system
        self._most_kept = most_kept
        self._faces: dict[tuple[str, bool, int], Face] = {}
        self._pictures: dict[tuple[str, int, bool, Colour], pygame.Surface] = {}
        self._pixels = 0
        self.broken: list[
            str
        ] = []  # font files that could not be read: said once by the screen, played without

    def width(self, text: str, pixels: int, bold: bool) -> int:
        """The width of a line in pixels."""
        return sum(face.font.size(part)[0] for face, part in self._runs(text, pixels, bold))

    def line_height(self, pixels: int) -> int:
        """The distance of two lines in pixels, roomy enough for paragraphs."""
        return max(self._face(self._family, False, pixels).font.get_linesize(), round(pixels * 1.375))

    def ascent(self, pixels: int, bold: bool) -> int:
        """From the top of a line's picture to its base line, in pixels."""
        return self._face(self._family, bold, pixels).font.get_ascent()

    def picture(self, text: str, pixels: int, bold: bool, colour: Colour) -> pygame.Surface:
        """The picture of one line; kept for the next time it is asked for."""
        key = (text, pixels, bold, colour)
        found = self._pictures.pop(key, None)
        if found is None:
            found = self._draw(text, pixels, bold, colour)
            self._pixels += found.get_width() * found.get_height()
        self._pictures[key] = found
        while self._pixels > self._most_kept and len(self._pictures) > 1:
            oldest = self._pictures.pop(next(iter(self._pictures)))
            self._pixels -= oldest.get_width() * oldest.get_height()
        return found

    def forget_pictures(self) -> None:
        """Free all pictures kept; they are drawn anew when they are asked for."""
        self._pictures.clear()
        self._pixels = 0

    def _draw(self, text: str, pixels: int, bold: bool, colour: Colour) -> pygame.Surface:
        runs = self._runs(text, pixels, bold)
        if len(runs) == 1:
            face, part = runs[0]
            return face.font.render(part, True, colour)
        ascent = max((face.font.get_ascent() for face, _ in runs), default=0)
        pictures = [
            (face.font.render(part, True, colour), ascent - face.font.get_ascent()) for face, part in runs
        ]
        height = max((picture.get_height() + down for picture, down in pictures), default=1)
        whole = pygame.Surface((max(1, sum(p.get_width() for p, _ in pictures)), height), pygame.SRCALPHA)
        whole.fill((*colour, 0))
        left = 0
        for picture, down in pictures:
            whole.blit(picture, (left, down))
            left += picture.get_width()
        return whole

    def _runs(self, text: str, pixels: int, bold: bool) -> list[tuple[Face, str]]:
        """The text in pieces that one face each can draw."""
        main = self._face(self._family, bold, pixels)
        clean = printable(text)
        if main.has_all(clean):
            return [(main, clean)] if clean else []
        runs: list[tuple[Face, str]] = []
        for character in clean:
            face, shown = self._face_for(character, main, pixels, bold)
            if runs and (
                runs[-1][0] is face or (unicodedata.combining(character) and runs[-1][0].has(character))
            ):
                runs[-1] = (runs[-1][0], runs[-1][1] + shown)
            else:
                runs.append((face, shown))
        return runs

    def _face_for(self, character: str, main: Face, pixels: int, bold: bool) -> tuple[Face, str]:
        if main.has(character):
            return main, character
        other = self._face(self._other, bold, pixels)
        if other.has(character):
            return other, character
        if self._system and unicodedata.category(character)[0] in "LMN":
            for path in system_fonts():
                strange = self._system_face(path, pixels, bold, rtl=is_right_to_left(character))
                if strange is not None and strange.has(character):
                    return strange, character
        return (main if main.has(MISSING) else other), MISSING

    def _face(self, family: Family, bold: bool, pixels: int) -> Face:
        key = (family, bold, pixels)
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = self._load(self._folder / FILES[family, bold], pixels, bold)
        return face

    def _load(self, path: Path, pixels: int, bold: bool) -> Face:
        try:
            return Face(path, pixels, bold)
        except (OSError, pygame.error):
            if path.name not in self.broken:
                self.broken.append(path.name)
            return Face(None, pixels, bold)

    def _system_face(self, path: str, pixels: int, bold: bool, *, rtl: bool) -> Face | None:
        key = (f"{path} {rtl}", bold, pixels)
        if key not in self._faces:
            try:
                face = Face(Path(path), pixels, bold)
            except (OSError, pygame.error):
                return None
            if rtl:
                face.font.set_direction(pygame.DIRECTION_RTL)
            self._faces[key] = face
        return self._faces[key]


@lru_cache(maxsize=1)
def system_fonts() -> tuple[str, ...]:
    """Files of widespread fonts on this machine. Slow the first time, so asked only for a letter we lack."""
    found: Iterable[str | None] = (pygame.font.match_font(name) for name in SYSTEM_NAMES.split(","))
    return tuple(dict.fromkeys(path for path in found if path))


def is_right_to_left(character: str) -> bool:
    """Whether a character belongs to a script written from right to left."""
    return unicodedata.bidirectional(character) in RIGHT_TO_LEFT


def printable(text: str) -> str:
    """The text as one line that can be drawn: controls become spaces, halves of pairs boxes."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_drawable, text))


def _drawable(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    if category == "Cs":
        return MISSING
    return "" if category == "Cf" or character in "\ufe0e\ufe0f" else character
