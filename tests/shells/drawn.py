"""What is written on a page, as it is drawn."""

from game.ui.window import App


def words_on(app: App) -> list[str]:
    """Every line of text of a full redraw, in the order of drawing."""
    app.text_log = []
    app.fault_free_redraw()
    drawn, app.text_log = app.text_log, None
    return [text.text for text in drawn]
