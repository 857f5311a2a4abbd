"""Texts of a scenario in other languages: gettext catalogues beside its file, keyed by path.

`belarus-2025.de.po` beside `belarus-2025.yaml` holds the German texts. The key (`msgctxt`) is the path as
findings
write it, so that a text keeps its translation wherever in the file it stands.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, NamedTuple

from game.content.reading.nodes import Mapping, Node, Scalar, Sequence
from game.content.reading.places import Path, path_text
from game.foundation.errors import GameError
from game.foundation.keeping import PUBLIC, write_whole
from game.foundation.texts import _

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

READ = frozenset(
    {
        "title", "summary", "fiction", "content_note", "text", "want", "must_not", "can_give", "story", "why",
        "fact_box", "left_out", "debrief", "goals", "reading", "contact",
    }
)  # fmt: skip
"""Keys whose values players read."""

_NOT_SHOWN = frozenset({"sources", "allow"})
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z]{2,8})*")
_MOST_BYTES = 4 << 20


class Text(NamedTuple):
    """A text of a scenario and where it stands."""

    path: Path
    key: str
    node: Scalar


class Translation(NamedTuple):
    """What a catalogue says of one text.

    Args:
        source: the text that was translated.
        text: the translation; empty where there is none yet, or only a doubtful one.
        line: where in the catalogue.
    """

    source: str
    text: str
    line: int


def texts_of(tree: Node) -> Iterator[Text]:
    """Every text that players read, in the order of the file."""
    for path, node in _scalars(tree, ()):
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        if key in READ and path[0] not in _NOT_SHOWN and not node.is_nothing:
            yield Text(path, path_text(tree, path), node)


def catalogue_of(file: FilePath, language: str) -> FilePath:
    """Where the texts of a scenario file in a language stand."""
    return file.with_name(f"{file.stem}.{language}.po")


def languages_of(file: FilePath) -> dict[str, FilePath]:
    """The catalogues beside a scenario file, by language."""
    named = ((path.name[len(file.stem) + 1 : -3], path) for path in file.parent.glob(f"{_bare(file)}.*.po"))
    return {language: path for language, path in sorted(named) if _LANGUAGE.fullmatch(language)}


def read_catalogue(path: FilePath) -> dict[str, Translation]:
    """The translations of a catalogue by the path of their text.

    Raises:
        GameError: the file cannot be read as a catalogue.
    """
    return {
        message.context: Translation(
            str(message.id), "" if message.fuzzy else str(message.string), message.lineno or 0
        )
        for message in _opened(path)
        if message.id and message.context
    }


def translated(tree: Node, path: FilePath) -> Node:
    """The tree with the texts of a catalogue; a text that has changed since stays as it is.

    Raises:
        GameError: the file cannot be read as a catalogue.
    """
    known = read_catalogue(path)
    for text in list(texts_of(tree)):
        found = known.get(text.key)
        if found and found.text and found.source == text.node.text:
            node = text.node._replace(text=found.text, quoted=True, file=str(path), line=found.line, column=1)
            tree = _with(tree, text.path, node)
    return tree


def write_catalogue(tree: Node, path: FilePath, language: str | None, title: str) -> tuple[int, int]:
    """Write a catalogue of a tree's texts, or bring one that is there up to date.

    Args:
        language: None for a template.

    Returns: how many texts there are, and how many have a translation.

    Raises:
        GameError: the file cannot be read or written.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    head = f"# {title}: its texts, for translators."
    fresh = Catalog(project=title, header_comment=head, charset="utf-8", fuzzy=False)
    for text in texts_of(tree):
        place = (FilePath(text.node.file).name, text.node.line)
        fresh.add(text.node.text, locations=[place], context=text.key)
    book = fresh
    if language is not None:
        begun = Catalog(locale=language, project=title, header_comment=head, fuzzy=False)
        book = _opened(path, language) if path.exists() else begun
        book.update(fresh)
    out = io.BytesIO()
    write_po(out, book, sort_output=False, width=100)
    try:
        write_whole(path, out.getvalue(), PUBLIC)  # months of a translator's work may lie there
    except OSError as fault:
        raise _unusable(path, fault.strerror or str(fault)) from None
    done = [message for message in book if message.id and message.string and not message.fuzzy]
    return len([message for message in book if message.id]), len(done)


def check_language(language: str) -> None:
    """Raises GameError if a text is no code of a language."""
    from babel import Locale, UnknownLocaleError

    try:
        if not _LANGUAGE.fullmatch(language):
            raise ValueError(language)
        Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        raise GameError(
            _("{language!r} is no code of a language; write one such as de, ru or pt_BR").format(
                language=language[:40]
            )
        ) from None


def _opened(path: FilePath, language: str | None = None) -> Catalog:
    from babel.messages.pofile import PoFileError, read_po

    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _unusable(path, _("it is larger than 4 MiB"))
        with path.open("rb") as file:
            return read_po(file, locale=language, abort_invalid=True)
    except OSError as fault:
        raise _unusable(path, fault.strerror or str(fault)) from None
    except (PoFileError, ValueError, LookupError, SyntaxError) as fault:
        raise _unusable(path, str(fault)) from None


def _unusable(path: FilePath, why: str) -> GameError:
    return GameError(_("{path}: cannot be used as a catalogue of texts: {why}").format(path=path, why=why))


def _bare(file: FilePath) -> str:
    """The stem of a file, with nothing in it that a pattern would understand."""
    return re.sub(r"([*?\[])", r"[\1]", file.stem)


def _scalars(node: Node, path: Path) -> Iterator[tuple[Path, Scalar]]:
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Mapping):
        for key, entry in node.entries.items():
            yield from _scalars(entry.value, (*path, key))
    else:
        for number, item in enumerate(node.items):
            yield from _scalars(item, (*path, number))


def _with(node: Node, path: Path, scalar: Scalar) -> Node:
    """The node with another value at a path."""
    if not path:
        return scalar
    step, *rest = path
    if isinstance(node, Mapping):
        entry = node.entries[str(step)]
        below = entry._replace(value=_with(entry.value, tuple(rest), scalar))
        return node._replace(entries={**node.entries, str(step): below})
    assert isinstance(node, Sequence)
    assert isinstance(step, int)
    items = list(node.items)
    items[step] = _with(items[step], tuple(rest), scalar)
    return node._replace(items=tuple(items))
