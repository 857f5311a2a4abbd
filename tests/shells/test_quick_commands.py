"""A quick command collects no garbage while it imports, and does again afterwards."""

import gc
from collections.abc import Iterator

import pytest

from game.cli.commands.quick import only_imports


@pytest.fixture(autouse=True)
def _nothing_stays_set_aside() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.collect()
    gc.freeze()  # what all tests share stays set aside, as tests/conftest.py has it


def test_collecting_goes_on_afterwards_whatever_happens() -> None:
    assert gc.isenabled()
    with only_imports():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ImportError), only_imports():
        raise ImportError
    assert gc.isenabled()


def test_what_was_off_stays_off() -> None:
    gc.disable()
    try:
        with only_imports():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
