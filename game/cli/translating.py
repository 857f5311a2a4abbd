"""`texts`: a scenario's texts as a catalogue that translators fill."""

from __future__ import annotations

import click

from game.content.catalogues import catalogue_of, check_language, write_catalogue
from game.content.extending import read_whole
from game.content.loading import load
from game.foundation.texts import _, in_language
from game.match.library import find


def write_texts(file: str, language: str | None) -> int:
    """Write or update the catalogue of a scenario that has no errors."""
    path = find(file)
    with in_language("en"):
        scenario = load(path)
    tree = read_whole(path).tree
    assert tree is not None  # it was just loaded
    if language is not None:
        check_language(language)
    target = path.with_suffix(".pot") if language is None else catalogue_of(path, language)
    every, done = write_catalogue(tree, target, language, scenario.title)
    if language is None:
        click.echo(_("{path}: {n} texts").format(path=target, n=every))
    else:
        click.echo(_("{path}: {done} of {n} texts translated").format(path=target, done=done, n=every))
    return 0
