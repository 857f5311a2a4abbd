"""Texts appear in the chosen language, and in English where there is no other."""

import struct
import threading

import pytest

from game.foundation import texts
from game.foundation.errors import SeatError, UnreadableAction
from game.foundation.texts import _, in_language, language, languages, marked, ngettext, use_language


def catalogue(messages: dict[str, str]) -> bytes:
    """A compiled gettext catalogue (format: GNU gettext manual, "The format of GNU MO files")."""
    rows = sorted((key.encode(), value.encode()) for key, value in messages.items())
    start = 28 + 16 * len(rows)
    index, body = [], b""
    for column in (0, 1):
        for row in rows:
            index.append((len(row[column]), start + len(body)))
            body += row[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    return head + b"".join(struct.pack("<2I", *place) for place in index) + body


@pytest.fixture(autouse=True)
def _translated(tmp_path, monkeypatch):
    folder = tmp_path / "translations/eo/LC_MESSAGES"
    folder.mkdir(parents=True)
    head = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"
    messages = {"": head, "release": "liberigo", "{n} person\0{n} people": "{n} homo\0{n} homoj"}
    (folder / "reprieve.mo").write_bytes(catalogue(messages))
    monkeypatch.setattr(texts, "assets_folder", lambda: tmp_path)
    texts._catalogue.cache_clear()
    yield
    texts._catalogue.cache_clear()


def test_english_is_what_stands_in_the_code():
    assert language() == "en"
    assert _("release") == "release"
    assert [ngettext("{n} person", "{n} people", n) for n in (1, 2)] == ["{n} person", "{n} people"]


def test_another_language_inside_a_block():
    with in_language("eo"):
        assert _("release") == "liberigo"
        assert [ngettext("{n} person", "{n} people", n) for n in (1, 2)] == ["{n} homo", "{n} homoj"]
        assert _("nobody translated this") == "nobody translated this"
    assert _("release") == "release"


def test_a_language_without_texts_reads_as_english():
    with in_language("xx"):
        assert _("release") == "release"


def test_a_marked_text_is_translated_when_it_is_shown():
    written_early = marked("release")
    with in_language("eo"):
        assert _(written_early) == "liberigo"


def test_two_people_read_two_languages():
    read = {}

    def someone(code):
        use_language(code)
        read[code] = _("release")

    for code in ("eo", "en"):
        thread = threading.Thread(target=someone, args=(code,))
        thread.start()
        thread.join()
    assert read == {"eo": "liberigo", "en": "release"}
    assert language() == "en"


def test_languages_are_those_with_texts():
    assert languages() == ("en", "eo")


def test_an_error_speaks_the_language_of_the_moment():
    with in_language("eo"):
        assert str(SeatError(_("release"))) == "liberigo"
        assert "'x'" in str(UnreadableAction("x"))
