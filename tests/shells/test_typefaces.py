"""The fonts have what is needed, and nothing that is typed can stop the window."""

import pytest

from game.ui.fonts import MISSING, MOST_PIXELS_KEPT, Fonts, is_right_to_left, printable
from game.ui.kit import fonts_folder

NEEDED = "АЯаяЁёЎўІіЇїЄєҐґ ÅÉłżčšž „“”‘’«»–—… →≥≤≠−±× ▲▼◆●■□✓⚠ €§½"
WHITE = (255, 255, 255)


@pytest.fixture
def fonts():
    return Fonts(fonts_folder(), system=False)


@pytest.mark.parametrize("bold", [False, True])
def test_inter_has_every_sign_the_window_uses(fonts, bold):
    face = fonts._face("inter", bold, 16)
    assert [c for c in NEEDED if c != " " and not face.has(c)] == []


@pytest.mark.parametrize("bold", [False, True])
def test_andika_borrows_the_signs_that_it_lacks(bold):
    fonts = Fonts(fonts_folder(), "andika", system=False)
    own = fonts._face("andika", bold, 16)
    lacking = [c for c in NEEDED if c != " " and not own.has(c)]
    assert lacking
    assert set(lacking) <= set("▲▼◆●■□⚠")
    faces = {id(face) for face, _ in fonts._runs("walk ▲ away", 16, bold)}
    assert len(faces) == 2


def test_what_no_font_has_becomes_a_box(fonts):
    assert not fonts._face("inter", False, 16).has("\U0001f600")
    assert [text for _, text in fonts._runs("a\U0001f600b", 16, False)] == [f"a{MISSING}b"]


@pytest.mark.parametrize(
    "text", ["a\0b", "\ud800", "", "a\nb\tc", "\u202eabc", "e\u0301", "שלום عرب", "👩‍👧‍👦" * 60, "ﷺ" * 50]
)
def test_no_text_stops_the_window(fonts, text):
    picture = fonts.picture(text, 16, False, WHITE)
    assert fonts.width(text, 16, False) <= picture.get_width()


def test_width_and_picture_agree(fonts):
    for text in ("Prisoners released", "Ў ▲ 60 %", "a\U0001f600b"):
        assert fonts.width(text, 17, True) == fonts.picture(text, 17, True, WHITE).get_width()


def test_controls_become_spaces_and_formats_vanish():
    assert printable("a\tb\u200bc\ufe0f") == "a bc"
    assert is_right_to_left("ש")
    assert not is_right_to_left("a")


def test_caches_stay_bounded(fonts):
    for n in range(400):
        fonts.picture(f"{n} " + "long line of text " * 12, 48, False, WHITE)
    assert fonts._pixels <= MOST_PIXELS_KEPT
    assert len(fonts._pictures) < 400
    assert fonts._pixels == sum(p.get_width() * p.get_height() for p in fonts._pictures.values())


def test_a_missing_or_damaged_font_file_is_named_and_played_without(tmp_path):
    (tmp_path / "Inter-Regular.otf").write_bytes(b"not a font")
    fonts = Fonts(tmp_path, system=False)
    assert fonts.picture("hello", 16, False, WHITE).get_width() > 10
    assert "Inter-Regular.otf" in fonts.broken
