"""What was collected stays to the end, so the garbage collector need not look through it again and again."""

import gc
from collections.abc import Generator

import pytest

SELDOM = 20_000  # new objects between two looks for garbage; most are freed at once, without any look


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collect without looking for garbage; leave out of later looks what is there then."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(SELDOM, *gc.get_threshold()[1:])
        gc.enable()
