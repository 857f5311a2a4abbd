"""The glossary of the window has the words that its readers meet, and leaves out those of the workshop."""

import ast
import re
from pathlib import Path

from game.ui.screens.glossary import NOT_FOR_PLAYERS, entries, meanings

TOP = Path(__file__).parents[2]
OF_THE_WORKSHOP = {"glossary.md", "code-walk.md", "contributing.md", "performance.md", "scale.md"}


def texts_in_code(*rooms: str) -> list[str]:
    """All texts that these rooms may show to a reader."""
    parts: list[str] = []
    for room in rooms:
        for file in (TOP / "game" / room).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                called = node.func if isinstance(node, ast.Call) else None
                if isinstance(called, ast.Name) and called.id in ("_", "marked", "ngettext"):
                    parts += [str(a.value) for a in node.args if isinstance(a, ast.Constant)]
    return parts


def spoken() -> str:
    """All texts for readers in code, all scenarios and the guides to them, in small letters, no hyphens."""
    parts = texts_in_code("ui", "narration", "classroom", "foundation")
    pages = [*(TOP / "scenarios").glob("*.yaml"), *(TOP / "docs").glob("*.md")]
    parts += [page.read_text(encoding="utf-8") for page in pages if page.name not in OF_THE_WORKSHOP]
    return plain("\n".join(parts))


def plain(text: str) -> str:
    """Small letters, and one blank for a hyphen or an underscore."""
    return re.sub("[-_]", " ", text.lower())


def said(word: str, texts: str) -> bool:
    """Whether a word of the glossary, one or many of it, stands in a text."""
    return re.search(rf"\b{re.escape(word)}(s|es|d|ed)?\b", texts) is not None


def test_every_word_shown_is_met_somewhere():
    texts = spoken() + "\n" + "\n".join(plain(meaning) for _words, meaning in entries())
    shown = [words for words, _meaning in entries()]
    assert len(shown) > 60
    assert not [words for words in shown if not any(said(plain(w.strip()), texts) for w in words.split(","))]


def test_words_of_the_workshop_are_not_shown():
    page = (TOP / "docs/glossary.md").read_text(encoding="utf-8")
    hidden = re.findall(r"^\*\*([^*]+)\*\* — ", page.partition(NOT_FOR_PLAYERS)[2], re.MULTILINE)
    assert {"batch", "oracle"} <= set(hidden)
    assert not {word.strip() for words in hidden for word in words.split(",")} & set(meanings())


def test_a_worth_over_walking_away_has_its_unit():
    told = [text for text in texts_in_code("ui", "narration", "cli") if "over walking away" in text]
    assert len(told) > 4
    assert not [text for text in told if "utils" not in text.lower()]
