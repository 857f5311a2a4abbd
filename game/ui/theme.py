"""Everything the window looks like: colours with their meanings, sizes in units, text styles.

A unit is one pixel of a 1280x720 window at 100 %. Meanings never rest on colour alone: every tone brings a
shape. The marks follow the palette of Okabe and Ito, which stays apart under the common forms of colour
blindness; the text colours are lighter or darker relatives of it that reach 4.5:1 on every ground.

Source: M. Okabe, K. Ito, "Color Universal Design", jfly.uni-koeln.de/color (2008); WCAG 2.2, 1.4.3.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Colour = tuple[int, int, int]
Shape = Literal[
    "circle", "diamond", "triangle", "square", "down", "ring", "cross", "tick", "bar", "star", "none"
]
ToneName = Literal[
    "plain",
    "muted",
    "envoy",
    "government",
    "news",
    "good",
    "bad",
    "warning",
    "third",
    "link",
    "accent",
    "inverse",
]
StyleName = Literal["body", "strong", "note", "heading", "title", "number", "display"]
ButtonKind = Literal["plain", "primary", "danger", "quiet"]
GroundName = Literal["ground", "panel", "raised", "sunken"]

LEAST_CONTRAST = 4.5  # WCAG 2.2 level AA for text
LEAST_TEXT = 16  # units


@dataclass(frozen=True, slots=True)
class Tone:
    """One meaning: the colour of its marks, the colour of its words, the shape that says it without."""

    mark: Colour
    text: Colour
    shape: Shape


@dataclass(frozen=True, slots=True)
class ButtonColours:
    """The grounds of one kind of button, and the colour of its words on all of them."""

    rest: Colour
    hover: Colour
    pressed: Colour
    text: Colour
    edge: Colour


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A size in units and a weight."""

    size: int
    bold: bool


@dataclass(frozen=True, slots=True)
class Sizes:
    """Distances in units. Everything stands on a grid of four."""

    gap: int = 8
    pad: int = 16
    wide: int = 24
    radius: int = 8
    edge: int = 1
    control: int = 40
    ring: int = 3
    track: int = 8
    thumb: int = 20
    mark: int = 12
    bar: int = 10


@dataclass(frozen=True, slots=True)
class Theme:
    """A whole look. `grounds` hold the surfaces that text stands on."""

    name: str
    dark: bool
    grounds: Mapping[GroundName, Colour]
    line: Colour  # hairlines and the edges of panels
    grid: Colour  # behind charts
    strong_line: Colour  # the edges of controls: 3:1 on the panel
    track: Colour  # the empty part of sliders and bars
    focus: Colour
    select: Colour  # behind selected text and the chosen row
    scrim: Colour  # multiplied over what lies behind a dialog
    tones: Mapping[ToneName, Tone]
    buttons: Mapping[ButtonKind, ButtonColours]
    styles: Mapping[StyleName, TextStyle]
    sizes: Sizes = Sizes()
    family: Literal["inter", "andika"] = "inter"
    shadow: bool = True


STYLES: Mapping[StyleName, TextStyle] = {
    "body": TextStyle(16, False),
    "strong": TextStyle(16, True),
    "note": TextStyle(16, False),
    "heading": TextStyle(18, True),
    "title": TextStyle(24, True),
    "number": TextStyle(22, True),
    "display": TextStyle(34, True),
}


def luminance(colour: Colour) -> float:
    """The relative luminance of an sRGB colour, 0 to 1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def blend(over: Colour, under: Colour, share: float) -> Colour:
    """`over` laid on `under` with the opacity `share`, 0 to 1."""
    r, g, b = (round(o * share + u * (1 - share)) for o, u in zip(over, under, strict=True))
    return (r, g, b)


def text_pairs(theme: Theme) -> Iterator[tuple[str, Colour, Colour]]:
    """Every text colour of a theme with every ground it may stand on, and a name for the pair."""
    for tone_name, tone in theme.tones.items():
        if tone_name == "inverse":
            continue
        for ground_name, ground in theme.grounds.items():
            yield f"{tone_name} on {ground_name}", tone.text, ground
        if tone_name in {"plain", "muted", "envoy", "government"}:
            yield f"{tone_name} on select", tone.text, theme.select
    yield "inverse on accent", theme.tones["inverse"].text, theme.tones["accent"].mark
    for kind, colours in theme.buttons.items():
        for state in ("rest", "hover", "pressed"):
            yield f"{kind} button, {state}", colours.text, getattr(colours, state)


def mark_pairs(theme: Theme) -> Iterator[tuple[str, Colour, Colour]]:
    """Every mark and control edge with the grounds it stands on: these need 3:1 (WCAG 2.2, 1.4.11)."""
    for ground_name in ("ground", "panel", "raised", "sunken"):
        ground = theme.grounds[ground_name]
        for tone_name, tone in theme.tones.items():
            if tone_name != "inverse":
                yield f"{tone_name} mark on {ground_name}", tone.mark, ground
        yield f"focus on {ground_name}", theme.focus, ground
        yield f"strong line on {ground_name}", theme.strong_line, ground
