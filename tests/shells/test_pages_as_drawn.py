"""Every page as a player sees it: no words cut off, covered, faint or small; the keyboard's ring in sight."""

import pytest

from game.ui.pictures import shown
from game.ui.themes import THEMES, themed
from tests.shells.audit import faults
from tests.shells.drawn import pictured
from tests.thinned import every

SMALL, FLAGSHIP = "one-page", "belarus-2025"
SIZES = [((1280, 720), 1.0), ((1280, 720), 1.75), ((1024, 600), 1.0)]
NAMES = list(pictured(SMALL))


@pytest.mark.parametrize(
    ("name", "size", "scale"), every(2, [(name, *size) for name in NAMES for size in SIZES]), ids=str
)
def test_nothing_on_a_page_is_cut_off_or_covered(name, size, scale):
    app = shown(pictured(FLAGSHIP)[name], size, scale)
    assert faults(app) == []


@pytest.mark.parametrize(
    "name", ["08-table-later", "08-table-why", "12-outcome", "13-debrief", "16-settings"]
)
@pytest.mark.parametrize(
    "theme",
    [THEMES["light"], THEMES["contrast"], themed("light", "andika")],
    ids=lambda t: f"{t.name} {t.family}",
)
def test_all_words_can_be_read_in_every_theme(name, theme):
    app = shown(pictured(SMALL)[name], (1280, 720), 1.25, theme)
    assert faults(app) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_keyboard_begins_where_it_can_be_seen(name):
    app = shown(pictured(FLAGSHIP)[name])
    focused = app.focused
    assert focused is not None
    assert app.surface.get_rect().contains(focused.seen(focused.focus_rect()))
    assert focused.seen(focused.focus_rect()).width >= 8


def test_the_whole_draft_of_the_flagship_is_seen_at_once():
    """Their offer beside mine, its worth, the estimate and the voters too, at 1280x720 and 100 %."""
    app = shown(pictured(FLAGSHIP)["08-table-later"])
    root = app.top.root
    keys = [widget.key for widget in root.walk() if widget.role == "slider"]
    assert len(keys) == 14
    wanted = [
        *keys,
        "check",
        "send",
        "accept",
        "hold",
        "leave",
        "mine value",
        "mine estimate",
        "theirs value",
    ]
    for key in [*wanted, "theirs estimate", "theirs signs", "mine vote 2", "asked", "space"]:
        widget = root.find(key)
        assert widget.seen(widget.rect).height == widget.rect.height > 0, key
