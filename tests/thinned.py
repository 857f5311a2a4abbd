"""A long list of cases of which the usual run takes every so-manieth, and `-m slow` all the others."""

from collections.abc import Iterable
from typing import Any

import pytest


def every(step: int, cases: Iterable[Any]) -> list[Any]:
    """Parameters for `parametrize`: the first and every `step`th after it as they are, the others slow.

    Args:
        cases: a plain tuple stands for several arguments.
    """
    found = []
    for n, case in enumerate(cases):
        several = case if type(case) is tuple else (case,)
        found.append(pytest.param(*several, marks=[pytest.mark.slow] if n % step else []))
    return found
