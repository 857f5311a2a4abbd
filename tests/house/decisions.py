"""The list of decisions in their README, made of the headings of the pages.

`python -m tests.house.decisions` writes it anew.
"""

import re

from tests.house.checkout import TOP

FOLDER = TOP / "docs" / "decisions"
BEGIN = "## All of them\n\n"
_HEADING = re.compile(r"# (\d{3})[.:]? (.+)")


def as_listed() -> str:
    """One line a page, in the order of the numbers; a page that was replaced says so."""
    lines = []
    for page in sorted(FOLDER.glob("[0-9]*.md")):
        text = page.read_text(encoding="utf-8")
        heading = _HEADING.match(text)
        assert heading is not None, f"{page.name} does not begin with its number and its decision"
        assert page.name.startswith(heading[1]), f"{page.name} has the heading {heading[0]!r}"
        by = re.search(r"^\*\*Replaced\*\* by \[(\d{3})\]", text, re.MULTILINE)
        replaced = f" (replaced by {by[1]})" if by else ""
        lines.append(f"* [{heading[1]}]({page.name}) {heading[2]}{replaced}\n")
    return "".join(lines)


def written() -> str:
    """The list that the README has."""
    return (FOLDER / "README.md").read_text(encoding="utf-8").partition(BEGIN)[2]


if __name__ == "__main__":
    readme = FOLDER / "README.md"
    head = readme.read_text(encoding="utf-8").partition(BEGIN)[0]
    readme.write_text(head + BEGIN + as_listed(), encoding="utf-8", newline="\n")
