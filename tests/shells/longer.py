"""A language 40 % longer than English, for finding room that is too small: every word grows, with accents.

The texts of the code go through it by `longer_texts`, those of a scenario by `longer_scenario`.
"""

import math
import re
from gettext import NullTranslations

import yaml

PARTS = re.compile(r"(\{[^{}]*\}|[^\w{}]+)")
ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "áćëïñöšüýžÁĆËÏÑÖŠÜÝŽ")
READ = {
    "title", "summary", "text", "story", "content_note", "fact_box", "fiction", "contact", "note", "why",
}  # fmt: skip
LISTS = {"want", "must_not", "can_give", "left_out", "debrief", "goals", "reading"}
SHORT = {"title", "contact"}
MOST = 200  # letters of a line in a scenario
MORE = 0.45  # of a word; of a text, with its spaces, 40 %


def longer(text: str) -> str:
    """The text with every word 40 % longer; fields in braces, numbers and signs stay."""
    return "".join(part if PARTS.fullmatch(part) else _word(part) for part in PARTS.split(text) if part)


def _word(word: str) -> str:
    if not any(letter.isalpha() for letter in word):
        return word
    more = math.ceil(MORE * len(word))
    stretched = word[:-1] + (word[-2:-1] or word) * more + word[-1:]
    return stretched.translate(ACCENTS)


class Longer(NullTranslations):
    """A catalogue that makes every text longer."""

    def gettext(self, message: str) -> str:
        return longer(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return longer(one if number == 1 else many)


def longer_texts(monkeypatch) -> None:
    """From now on all texts of the code are longer."""
    catalogue = Longer()
    monkeypatch.setattr("game.foundation.texts._catalogue", lambda _code: catalogue)


class _Plain(yaml.SafeLoader):
    """Reads everything but lists and tables as text, as it stands."""


_Plain.yaml_implicit_resolvers = {}


def longer_scenario(source, target):
    """Write a scenario whose texts for people are longer.

    Returns: the file.
    """
    content = yaml.load(source.read_text(encoding="utf-8"), _Plain)
    target.write_text(_dumped(_stretched(content)), encoding="utf-8")
    return target


def _stretched(node, key=""):
    if isinstance(node, dict):
        return {name: _stretched(value, name) for name, value in node.items()}
    if isinstance(node, list):
        return [
            longer(item)[:MOST] if key in LISTS and isinstance(item, str) else _stretched(item)
            for item in node
        ]
    return _text(node, MOST if key in SHORT else None) if key in READ else node


def _text(node, most):
    return longer(node)[:most] if isinstance(node, str) else _stretched(node)


def _dumped(node, key="") -> str:
    """YAML in one line a node: texts for people in quotes, everything else as it stood."""
    if isinstance(node, dict):
        return "{" + ", ".join(f"{name}: {_dumped(value, name)}" for name, value in node.items()) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(_dumped(item, key) for item in node) + "]"
    quoted = key in READ or key in LISTS or not re.fullmatch(r"[\w./+-]+( (am|pm))?", node) or not node
    return "'" + node.replace("'", "''").replace("\n", " ") + "'" if quoted else node
