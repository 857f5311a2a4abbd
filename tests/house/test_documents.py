"""Documents speak of files and names that exist."""

import ast
import re

import pytest

from tests.house.checkout import TOP
from tests.house.decisions import as_listed, written

PAGES = [
    "README.md",
    "docs/designer-guide.md",
    "docs/teacher-guide.md",
    "docs/contributing.md",
    "docs/code-walk.md",
    "docs/models.md",
    "changes/README.md",
]
PAGES += [f"docs/decisions/{page.name}" for page in sorted((TOP / "docs/decisions").glob("*.md"))]
FOLDERS = "game|scenarios|assets|tests|docs|changes"
IN_BACKTICKS = re.compile(rf"`((?:{FOLDERS})/[\w./-]*|main\.py|pyproject\.toml|constraints\.txt|setup\.py)`")
NAMED = re.compile(r"`(game/[\w/]+\.py): ([\w, ]+)`")
LINKED = re.compile(r"\]\(([^)#:]+)\)")
MADE_LATER = {"game/_shipped/"}  # while a wheel is built


def page_text(page: str) -> str:
    return (TOP / page).read_text(encoding="utf-8")


def names_in(path: str) -> set[str]:
    tree = ast.parse((TOP / path).read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
    return found


@pytest.mark.parametrize("page", PAGES)
def test_files_that_are_named_exist(page):
    for path in IN_BACKTICKS.findall(page_text(page)):
        assert path in MADE_LATER or (TOP / path).exists(), f"{page} speaks of {path}"


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    for link in LINKED.findall(page_text(page)):
        assert ((TOP / page).parent / link).exists(), f"{page} links to {link}"


@pytest.mark.parametrize("page", ["docs/code-walk.md", "docs/models.md"])
def test_names_in_code_that_are_mentioned_are_there(page):
    mentions = NAMED.findall(page_text(page))
    assert len(mentions) >= 20
    for path, names in mentions:
        missing = {name.strip() for name in names.split(",")} - names_in(path)
        assert not missing, f"{page}: {path} has no {missing}"


def test_all_decisions_are_listed_by_their_headings():
    assert written() == as_listed(), "`python -m tests.house.decisions` writes the list anew"
