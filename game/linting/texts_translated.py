"""Is every text there in every language that was begun?"""

from collections.abc import Iterator
from pathlib import Path

from game.content.catalogues import Text, languages_of, read_catalogue, texts_of
from game.content.checks.remarks import Remark
from game.content.extending import read_whole
from game.foundation.errors import GameError
from game.foundation.texts import _, ngettext
from game.linting.case import Case


def check(case: Case) -> Iterator[Remark]:
    """Catalogues beside the file with texts missing or out of date, at the first such text."""
    catalogues = languages_of(case.file) if case.file is not None else {}
    if not catalogues or case.file is None:
        return
    tree = read_whole(case.file).tree
    texts = list(texts_of(tree)) if tree is not None else []
    for language, path in catalogues.items():
        yield from _of_language(texts, language, path)


def _of_language(texts: list[Text], language: str, path: Path) -> Iterator[Remark]:
    try:
        known = read_catalogue(path)
    except GameError as fault:
        yield Remark((), "untranslated", str(fault), _("Write it anew with 'texts'."), "warning")
        return
    lacking = [
        text
        for text in texts
        if text.key not in known or not known[text.key].text or known[text.key].source != text.node.text
    ]
    if lacking:
        yield Remark(
            lacking[0].path,
            "untranslated",
            ngettext(
                "{file}: {n} of {all} texts is missing or of an earlier wording, here the first",
                "{file}: {n} of {all} texts are missing or of an earlier wording, here the first",
                len(lacking),
            ).format(file=path.name, n=len(lacking), all=len(texts)),
            _("Run 'texts FILE --language {language}', then translate what is empty or marked fuzzy.").format(
                language=language
            ),
            "warning",
        )
