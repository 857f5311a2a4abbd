"""Texts that users read, in the language they chose.

English stands in the code and is what appears where no translation exists. The language is chosen per
context, so that two people served by one program can read two languages. A catalogue is opened when it is
first needed.
"""

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from game.foundation.places import assets_folder

ENGLISH = "en"
_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


def _(message: str) -> str:
    """The text in the language in use now.

    Call it where the text is shown. A text that is written down before (in a table of a module) goes through
    `marked` there and through `_` when it is shown.
    """
    return _catalogue(_language.get()).gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """The text for a number of things: languages have up to six forms, so never build it with an `s`."""
    return _catalogue(_language.get()).ngettext(one, many, number)


def marked(message: str) -> str:
    """The text unchanged; only tells the extraction that translators need it."""
    return message


def use_language(code: str) -> None:
    """Choose the language (`en`, `ru`, `pt_BR`) for everything in this context from now on."""
    _language.set(code)


def language() -> str:
    """The code of the language in use."""
    return _language.get()


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Use a language inside a `with` block only."""
    before = _language.set(code)
    try:
        yield
    finally:
        _language.reset(before)


def languages() -> tuple[str, ...]:
    """The codes of all languages there are texts in, English first."""
    catalogues = assets_folder().glob("translations/*/LC_MESSAGES/reprieve.mo")
    return (ENGLISH, *sorted(path.parent.parent.name for path in catalogues))


@cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    if code == ENGLISH:
        return _gettext.NullTranslations()
    return _gettext.translation("reprieve", assets_folder() / "translations", [code], fallback=True)
