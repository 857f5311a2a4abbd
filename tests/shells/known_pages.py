"""How stable pages looked when somebody last looked at them: `python -m tests.shells.known_pages --write`.

They are kept at an eighth of their size, each pixel the mean of 64: small in the repository, and blind to how
a letter's edge is smoothed, but not to a panel that has moved or a colour that has changed.
"""

import sys
from pathlib import Path

import pygame

from game.ui.pictured_pages import shots
from game.ui.pictures import SIZE, shown
from game.ui.small_png import write_small
from tests.compiled import open_scenario

FOLDER = Path(__file__).parent.parent / "golden" / "pages"
SCENARIO = "one-page"
STABLE = (  # pages whose numbers no rule and no policy decides
    "04-before", "05-brief-envoy", "07-table", "14-curtain", "16-settings", "16-settings-keys", "17-credits",
)  # fmt: skip
SMALL = (SIZE[0] // 8, SIZE[1] // 8)
APART = 20  # of 255 in the mean of the colours: more is another picture at that place
MOST = 0.02  # of all places: more is another page


def seen() -> dict[str, pygame.Surface]:
    """The stable pages as they look now, small."""
    pages = {shot.name: shot for shot in shots(open_scenario(SCENARIO))}
    return {name: pygame.transform.smoothscale(shown(pages[name]).surface, SMALL) for name in STABLE}


def difference(one: pygame.Surface, other: pygame.Surface) -> float:
    """The share of places at which two small pictures are apart."""
    assert one.get_size() == other.get_size()
    first, second = (pygame.image.tobytes(picture, "RGB") for picture in (one, other))
    places = range(0, len(first), 3)
    apart = sum(abs(sum(first[n : n + 3]) - sum(second[n : n + 3])) > 3 * APART for n in places)
    return apart / len(places)


def write() -> None:
    """Keep the pages as they look now."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, picture in seen().items():
        write_small(picture, FOLDER / f"{name}.png")


if __name__ == "__main__" and "--write" in sys.argv:
    write()
