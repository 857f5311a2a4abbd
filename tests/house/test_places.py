"""Content is found in a checkout and in a wheel; a user's files go where the user says."""

from pathlib import Path

import pytest

from game.foundation import places
from tests.house.checkout import TOP


def test_in_a_checkout_content_stands_beside_main():
    assert places.content_root() == TOP
    assert (places.scenarios_folder() / "..").resolve() == TOP
    assert places.assets_folder().is_dir()
    assert places.glossary_file().is_file()


def test_in_a_wheel_content_lies_in_the_package(tmp_path, monkeypatch):
    (tmp_path / "game/_shipped/scenarios").mkdir(parents=True)
    monkeypatch.setattr(places, "PACKAGE", tmp_path / "game")
    assert places.scenarios_folder() == tmp_path / "game/_shipped/scenarios"
    assert places.assets_folder() == tmp_path / "game/_shipped/assets"


def test_the_home_of_a_user_can_be_put_elsewhere(tmp_path, monkeypatch):
    monkeypatch.setenv("REPRIEVE_HOME", str(tmp_path / "class 3"))
    assert places.saves_folder().parent == places.settings_file().parent == tmp_path / "class 3"
    assert not places.home_folder().exists()
    monkeypatch.setenv("REPRIEVE_HOME", "~/reprieve")
    assert places.home_folder() == Path.home() / "reprieve"


@pytest.mark.parametrize("unset", ["", "  "])
def test_an_empty_wish_is_no_wish(monkeypatch, unset):
    monkeypatch.setenv("REPRIEVE_HOME", unset)
    empty = places.home_folder()
    monkeypatch.delenv("REPRIEVE_HOME")
    assert places.home_folder() == empty
    assert "reprieve" in str(empty)
