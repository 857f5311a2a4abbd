"""Every page in every look, size and in a language 40 % longer: nothing cut off, covered, faint or small.

The short run takes the hardest combinations, `-m slow` each look, size and scale once, `-m long` all of them.
"""

import pytest

from game.match.library import find
from game.ui.focus import stops
from game.ui.pictured_pages import shots
from game.ui.pictures import shown
from game.ui.themes import THEMES, themed
from tests.compiled import open_scenario
from tests.shells.audit import faults
from tests.shells.drawn import pictured
from tests.shells.longer import longer, longer_scenario, longer_texts

FLAGSHIP = "belarus-2025"
NAMES = list(pictured("one-page"))
SCALES = (1.0, 1.25, 1.5, 1.75)
LOOKS = [*THEMES.values(), themed("light", "andika")]
SIZES = [(1280, 720), (1024, 600), (1920, 1080), (3840, 2160)]
HARD = (
    "02-scenarios", "03-seats", "06-brief-government", "08-table-later", "08-table-why", "09-projected",
    "10-decision", "12-outcome", "13-debrief", "13-debrief-votes", "13-replay", "16-settings",
)  # fmt: skip


@pytest.fixture(scope="module")
def longer_flagship(tmp_path_factory):
    return longer_scenario(find(FLAGSHIP), tmp_path_factory.mktemp("longer") / "longer.yaml")


def lengthened(path):
    return {shot.name: shot for shot in shots(open_scenario(path))}


def test_the_longer_language_is_longer_and_keeps_its_fields():
    assert longer("Send {n} of 45 %") == "Šëñññd {n} ööf 45 %"
    text = "The envoy decides what is worth more to the government."
    assert 1.4 * len(text) <= len(longer(text)) <= 1.7 * len(text)


@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_the_hardest_pages_in_a_longer_language(scale, longer_flagship, monkeypatch):
    longer_texts(monkeypatch)
    pages = lengthened(longer_flagship)
    found = {name: faults(shown(pages[name], (1280, 720), scale)) for name in HARD}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def each_once(others, scales=SCALES):
    """Every one of the others with one scale, and every scale with one of them: slow; all the rest: long."""
    return [
        pytest.param(
            other, scale,
            marks=pytest.mark.slow if number % len(scales) == place else pytest.mark.long,
            id=f"{other if isinstance(other, tuple) else f'{other.name} {other.family}'} {scale}",
        )
        for number, other in enumerate(others)
        for place, scale in enumerate(scales)
    ]  # fmt: skip


@pytest.mark.parametrize(("look", "scale"), each_once(LOOKS))
def test_every_page_in_every_look_and_size(scale, look):
    found = {name: faults(shown(shot, (1280, 720), scale, look)) for name, shot in pictured(FLAGSHIP).items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(("size", "scale"), each_once(SIZES))
def test_every_page_in_a_longer_language(scale, size, longer_flagship, monkeypatch):
    longer_texts(monkeypatch)
    pages = lengthened(longer_flagship)
    found = {name: faults(shown(shot, size, scale)) for name, shot in pages.items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


# the keyboard


def walked_through(app) -> list[str]:
    """What is wrong with the round that the Tab key makes: order, sight, the ring, the way back."""
    found = []
    app.focus(None)
    order = stops(app.top.root)
    for number, wanted in enumerate(order):
        app.keyboard._to_window(_key("tab"))
        app.step()
        now = app.focused
        if now is not wanted:
            found.append(f"stop {number}: {now.key if now else None} instead of {wanted.key}")
            break
        ring = app.drawing.ring.now()
        if ring is None or not app.ring:
            found.append(f"no ring at {wanted.key}")
        elif ring[1].clip(app.surface.get_rect()).width < 8 or ring[1].height < 8:
            found.append(f"the ring at {wanted.key} is out of sight")
        if not wanted.said():
            found.append(f"nothing is said of {wanted.key} ({type(wanted).__name__})")
    if order:
        app.keyboard._to_window(_key("shift+tab"))
        if len(order) > 1 and app.focused is not order[-2]:
            found.append(f"the way back from {order[-1].key} leads to {app.focused.key}")
    return found


def _key(combo):
    from game.ui.events import Key

    return Key(combo)


@pytest.mark.parametrize("name", NAMES)
def test_the_tab_key_comes_everywhere_in_order_and_is_seen(name):
    app = shown(pictured(FLAGSHIP)[name])
    assert walked_through(app) == []


@pytest.mark.parametrize(("look", "scale"), each_once(LOOKS, SCALES[1:]))
def test_the_ring_is_seen_in_every_look_and_size(scale, look):
    found = {
        name: walked_through(shown(shot, (1280, 720), scale, look))
        for name, shot in pictured(FLAGSHIP).items()
    }
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
