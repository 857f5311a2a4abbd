"""The guide for designers says what the program says."""

from pathlib import Path

from tests.content.guide import CASE, PAGE, played


def test_every_command_says_what_the_page_says(tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page.count("\n$ python main.py ") >= 15
    assert played(page, tmp_path) == page, (
        "run: python -m tests.content.guide --write, and read the difference"
    )
    assert (tmp_path / CASE).exists()


def test_another_answer_would_be_seen(tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8").replace("lantern.yaml: good\n", "lantern.yaml: fine\n", 1)
    assert played(page, tmp_path) != page
