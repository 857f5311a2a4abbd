"""HTML that cannot be broken by a text: everything is escaped unless it was built here."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import TypeAlias

from game.foundation.texts import language

_ALONE = frozenset({"meta", "br", "hr", "line", "rect", "circle", "path", "polyline", "polygon"})
_BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "tr", "table", "section", "svg", "ul", "ol", "div", "dl"})
_MINUS = re.compile(r"(?<!\w)-(?=\d)")
# Nothing is loaded and nothing runs, whatever a scenario says.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Content: TypeAlias = "str | Iterable[Content]"


def escaped(text: str) -> Markup:
    """A text as HTML, with true minus signs; what is HTML already stays as it is."""
    if isinstance(text, Markup):
        return text
    clean = "".join(letter for letter in text if _writable(letter))
    return Markup(html.escape(_MINUS.sub("−", clean)))


def _writable(letter: str) -> bool:
    """Whether a letter may stand in a page: no control characters, no halves of pairs."""
    return letter in "\n\t" or (
        letter >= " " and not "\x7f" <= letter < "\xa0" and not "\ud800" <= letter < "\ue000"
    )


def inside(content: Content) -> Markup:
    """Texts and elements one after the other."""
    if isinstance(content, str):
        return escaped(content)
    return Markup("".join(inside(part) for part in content))


def element(tag: str, content: Content = "", **attributes: object) -> Markup:
    """An element.

    Args:
        content: texts and elements.
        attributes: a trailing underscore is left out and others become hyphens (`class_`, `text_anchor`).
    """
    said = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{html.escape(str(value))}"'
        for name, value in attributes.items()
        if value is not None and value != ""
    )
    if tag in _ALONE:
        return Markup(f"<{tag}{said}>" if tag in ("meta", "br", "hr") else f"<{tag}{said}/>")
    end = "\n" if tag in _BLOCKS else ""
    return Markup(f"<{tag}{said}>{inside(content)}</{tag}>{end}")


def listed(items: Iterable[Content], ordered: bool = False, **attributes: object) -> Markup:
    """A list."""
    return element("ol" if ordered else "ul", [element("li", item) for item in items], **attributes)


def table(
    heads: Iterable[Content], rows: Iterable[Iterable[Content]], caption: Content = "", class_: str = ""
) -> Markup:
    """A table whose first column names the rows."""
    top = element("tr", [element("th", head, scope="col") for head in heads])
    body = [
        element(
            "tr", [element("td" if n else "th", cell, scope="" if n else "row") for n, cell in enumerate(row)]
        )
        for row in rows
    ]
    said = [element("caption", caption)] if caption else []
    return element("table", [*said, element("thead", top), element("tbody", body)], class_=class_)


def link(text: str, address: str | None) -> Markup:
    """A link to a page of the web; anything else stays a text."""
    if address and address.startswith(("https://", "http://")):
        return element("a", text, href=address, rel="noreferrer")
    return escaped(text)


def page(title: str, style: str, content: Content) -> str:
    """A whole page that loads nothing."""
    head = [
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{html.escape(_POLICY)}">'),
        element("title", title),
        Markup(f"<style>{style}</style>\n"),
    ]
    whole = element(
        "html", [element("head", head), element("body", content)], lang=language().replace("_", "-")
    )
    return f"<!doctype html>\n{whole}\n"
