"""The page on the scenario format is what the models make of it today."""

from game.content.describing import PAGE, page
from game.foundation.places import content_root


def test_the_page_is_up_to_date() -> None:
    written = (content_root() / PAGE).read_text(encoding="utf-8")
    assert written == page(), "run: python -m game.content.describing"


def test_every_top_level_key_has_a_row() -> None:
    rows = page().partition("## Scenario")[2].partition("## Source")[0]
    one_page = (content_root() / "scenarios" / "one-page.yaml").read_text(encoding="utf-8")
    keys = {line.partition(":")[0] for line in one_page.splitlines() if line[:1].isalpha()}
    assert len(keys) > 20
    assert all(f"| `{key}` |" in rows for key in keys)
