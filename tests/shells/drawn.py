"""Pages as they are drawn, and what is written on them."""

from functools import cache

from game.ui.pictured_pages import Shot, shots
from game.ui.window import App
from tests.compiled import open_scenario


@cache
def pictured(scenario: str) -> dict[str, Shot]:
    """Every page that can be pictured, by name; the games they show are played once for all tests."""
    return {shot.name: shot for shot in shots(open_scenario(scenario))}


def words_on(app: App) -> list[str]:
    """Every line of text of a full redraw, in the order of drawing."""
    app.text_log = []
    app.fault_free_redraw()
    drawn, app.text_log = app.text_log, None
    return [text.text for text in drawn]
