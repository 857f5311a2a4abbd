"""Every asset that others made is listed with author, version and licence."""

import re

from tests.house.checkout import TOP

ASSETS = TOP / "assets"
OWN = {"ATTRIBUTION.md", "readme.png"}  # made for Reprieve: the page itself and a picture of the game


def rows() -> list[list[str]]:
    lines = (ASSETS / "ATTRIBUTION.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return cells[2:]


def listed() -> set[str]:
    return {name.strip(" `") for row in rows() for name in row[0].split(",")}


def test_every_row_is_filled():
    for row in rows():
        assert len(row) == 5, row
        assert all(row), row
        assert re.search(r"\d", row[3]), f"{row[0]} states no version"


def test_every_asset_is_listed():
    for path in ASSETS.rglob("*"):
        name = path.relative_to(ASSETS).as_posix()
        if path.is_file() and name not in OWN and not name.startswith("translations/"):
            assert name in listed(), f"assets/{name} is not listed in assets/ATTRIBUTION.md"


def test_every_listed_asset_exists():
    for name in listed():
        assert (ASSETS / name).is_file(), f"assets/ATTRIBUTION.md lists {name}, which is not there"
