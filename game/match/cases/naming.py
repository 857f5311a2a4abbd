"""What files of test cases are called."""

from pathlib import Path

SUFFIX = ".cases.yaml"


def cases_beside(scenario: Path) -> Path:
    """Where the test cases of a scenario file stand, if there are any."""
    return scenario.with_name(scenario.stem + SUFFIX)
