"""A parser's complaint, in the words of somebody who edits text, at the line that has to be changed.

The parser reports where it gave up, which is often a line later than the mistake. Both parsers of PyYAML word
their complaints differently; the patterns cover both, and everything else is taken from the text itself.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml
from yaml.events import AliasEvent, ScalarEvent

from game.content.reading.faults import Fault
from game.content.reading.limits import shortened
from game.content.reading.parsing import end_of, start_of
from game.foundation.texts import _

_LONGEST_PAIR, _MOST_WORDS = 80, 3
"""A line in which only the ':' is missing is short; a longer one is text that goes on."""


class _Scene(NamedTuple):
    """A parser's complaint with what it was looking at. Lines and columns count from 0."""

    problem: str
    line: int
    column: int
    context: str
    context_line: int
    context_column: int
    last: yaml.Event | None
    lines: list[str]

    def text(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def character(self) -> str:
        return self.text(self.line)[self.column : self.column + 1]


_Answer = tuple[int, int, Fault]


def place_and_words(error: Exception, last: yaml.Event | None, lines: list[str]) -> _Answer:
    """Line and column from 1, and what to say.

    Args:
        error: what the parser raised.
        last: the last event before it.
        lines: the lines of the text.
    """
    scene = _scene(error, last, lines)
    for pattern, answer in _ANSWERS:
        if re.search(pattern, scene.problem):
            line, column, fault = answer(scene)
            break
    else:
        line, column, fault = scene.line, scene.column, _unreadable(scene.problem)
    return (*_inside(line, column, lines), fault)


def _scene(error: Exception, last: yaml.Event | None, lines: list[str]) -> _Scene:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line, mark.column) if mark else end_of(last) if last else (0, 0)
    context_mark = getattr(error, "context_mark", None)
    before = (context_mark.line, context_mark.column) if context_mark else (line, column)
    problem = str(getattr(error, "problem", None) or error)
    return _Scene(problem, line, column, str(getattr(error, "context", "")), *before, last, lines)


def _inside(line: int, column: int, lines: list[str]) -> tuple[int, int]:
    """The place, moved from beyond the end of the text to the last line that has something on it."""
    last = len(lines) - 1
    if line >= last and not "".join(lines[line : line + 1])[column:].strip():
        while last > 0 and not lines[last].strip():
            last -= 1
        if line > last:
            return last + 1, max(1, len(lines[last].rstrip()))
    return line + 1, column + 1


def _yaml(message: str, hint: str) -> Fault:
    return Fault("yaml", message, hint)


def _here(scene: _Scene, fault: Fault) -> _Answer:
    return scene.line, scene.column, fault


def _before(scene: _Scene, fault: Fault) -> _Answer:
    return scene.context_line, scene.context_column, fault


def _unreadable(problem: str) -> Fault:
    message = _("cannot be read ({problem})").format(problem=shortened(problem))
    return _yaml(message, _("Compare this line and the one above with a line that works."))


def _open_quote(scene: _Scene) -> _Answer:
    message = _("the quote that opens here is not closed")
    return _before(scene, _yaml(message, _("Close it with the same mark at the end of the text.")))


def _colon(scene: _Scene) -> _Answer:
    """A `: ` where no key can be: a second one on the line, a line too deep, or a fault one line up."""
    line = scene.text(scene.line)
    if re.match(r"\s*-[{\[]", line):
        return scene.line, _indent(line), _no_space_after_dash()
    if re.search(r":(\s|$)", line[: scene.column]):
        message = _("a second ':' on this line")
        return _here(scene, _yaml(message, _("Put the text in quotes if the colon belongs to it.")))
    above = _line_above(scene)
    indent, indent_above = _indent(line), _indent(scene.text(above))
    if above >= 0 and (indent <= indent_above or not _has_key(scene.text(above))):
        return above, indent_above, _unfinished_line(scene.text(above))
    message = _("this line is indented, but the line above already has a value")
    return scene.line, indent, _yaml(message, _("Give it the same indentation as its neighbours."))


def _has_key(text: str) -> bool:
    return bool(re.match(r"(- +)*[^-\s].*?:(\s|$)", text.strip()))


def _no_space_after_dash() -> Fault:
    return _yaml(_("no space after the '-'"), _("Write it as '- item'."))


def _unfinished_line(text: str) -> Fault:
    """What to say of a line that should have been `key: value`."""
    text = text.strip()
    if re.match(r"-[^\s-]", text):
        return _no_space_after_dash()
    if re.match(r"[\w-]+:\S", text):
        return _yaml(_("no space after the ':'"), _("Write it as 'key: value'."))
    message = _("this line is not 'key: value'")
    pair = re.fullmatch(
        r"(?P<dash>- )?(?P<key>[a-z][a-z0-9_]*) *(=|:=| ) *(?P<value>[^\s=:#][^:#]*?)(\s+#.*)?", text
    )
    if pair and len(text) <= _LONGEST_PAIR and len(pair["value"].split()) <= _MOST_WORDS:
        written = f"{pair['dash'] or ''}{pair['key']}: {pair['value']}"
        return _yaml(message, _("Write '{pair}' if that is meant.").format(pair=written))
    return _yaml(message, _("Add a key, or indent it if it continues the line above."))


def _no_colon(scene: _Scene) -> _Answer:
    return _before(scene, _unfinished_line(scene.text(scene.context_line)))


def _after_value(scene: _Scene) -> _Answer:
    """Something where a block expected its next key or item."""
    last = scene.last
    if isinstance(last, AliasEvent) and end_of(last)[0] == scene.line:
        return (*start_of(last), _starts_with("*", scene.text(scene.line)))
    if isinstance(last, ScalarEvent) and last.style in ("'", '"') and end_of(last)[0] == scene.line:
        return _after_quote(scene, *start_of(last))
    if scene.character() in ("]", "}"):
        return _here(scene, _closing(scene.character()))
    if scene.character() == ":":
        return _here(scene, _yaml(_("no key before the ':'"), _("Write it as 'key: value'.")))
    return _here(scene, _misplaced_line(scene))


def _after_quote(scene: _Scene, line: int, column: int) -> _Answer:
    """Text after a closing quote; where the quoted text began further up, it was probably never closed."""
    if line < scene.line:
        return _open_quote(scene._replace(context_line=line, context_column=column))
    hint = _("Put all of the text in quotes; inside '…' write '' for an apostrophe.")
    return _here(scene, _yaml(_("text after the closing quote"), hint))


def _misplaced_line(scene: _Scene) -> Fault:
    in_list = "collection" in scene.context
    is_item = re.match(r"-(\s|$)", scene.text(scene.line)[scene.column :])
    if is_item and not in_list:
        hint = _("Indent it like the items above it, or give it a key of its own.")
        return _yaml(_("a list item where a key belongs"), hint)
    if re.match(r"-[^\s-]", scene.text(scene.line)[scene.column :]):
        return _no_space_after_dash()
    if in_list and not is_item:
        hint = _("Begin the line with '- ', or indent it as far as the keys of the item above.")
        return _yaml(_("a key where a list item belongs"), hint)
    hint = _("Give it exactly as many spaces as the lines it belongs with.")
    began = scene.context_line + 1
    if in_list and scene.line > scene.context_line + 1:  # the first item may be the one that is out of line
        hint = _("Give it exactly as many spaces as the list that begins in line {line}.").format(line=began)
    return _yaml(_("the indentation fits none of the lines above"), hint)


def _brackets(scene: _Scene) -> _Answer:
    """A list or map in brackets that does not go on as it should; at its start if it was never closed."""
    opening = scene.text(scene.context_line)[scene.context_column : scene.context_column + 1]
    closing = "}" if opening == "{" else "]"
    at_end = scene.line >= len(scene.lines) - 1 and not scene.text(scene.line)[scene.column :].strip()
    outside = scene.line > scene.context_line and (
        _indent(scene.text(scene.line)) <= _indent(scene.text(scene.context_line))
        and scene.character() != closing
    )
    if at_end or outside:
        message = _("the {opening} that opens here is not closed").format(opening=opening)
        return _before(scene, _yaml(message, _("Close it with {closing}.").format(closing=closing)))
    message = _("a ',' or a {closing} is missing before this").format(closing=closing)
    hint = _("Separate items with ', '; put text with brackets, colons or quotes in quotes.")
    return _here(scene, _yaml(message, hint))


def _no_content(scene: _Scene) -> _Answer:
    character = scene.character()
    if character in ("]", "}") and "block" in scene.context:
        return _here(scene, _closing(character))
    if character not in (",", "]", "}"):
        return _here(scene, _yaml(_("nothing stands where a value belongs"), _("Write the value.")))
    message = _("no value before this '{character}'").format(character=character)
    hint = _("Write the value, or remove one '{character}'.").format(character=character)
    return _here(scene, _yaml(message, hint))


def _closing(character: str) -> Fault:
    message = _("a {character} that closes nothing").format(character=character)
    return _yaml(message, _("Remove it, or put the text in quotes if it belongs to it."))


def _starts_with(character: str, line: str = "") -> Fault:
    if character == "*" and re.match(r"\s*\* ", line):
        return _yaml(_("an item of a list begins with '-'"), _("Write '- ' instead of '* '."))
    message = _("a value cannot begin with {character}").format(character=character)
    return _yaml(message, _("Put the text in quotes."))


def _odd_start(scene: _Scene) -> _Answer:
    return _here(scene, _starts_with(scene.character(), scene.text(scene.line)))


def _odd_name(scene: _Scene) -> _Answer:
    character = scene.text(scene.context_line)[scene.context_column : scene.context_column + 1]
    return _before(scene, _starts_with(character, scene.text(scene.context_line)))


def _escape(scene: _Scene) -> _Answer:
    line = scene.text(scene.line)
    column = max(line.rfind("\\", 0, scene.column + 1), 0)
    code = shortened(line[column : column + 2])
    message = _("{code} is no code that can be used in quotes").format(code=code)
    fault = _yaml(message, _("Write \\\\ for a backslash, or use single quotes."))
    return scene.line, column, fault


def _impossible_code(scene: _Scene) -> _Answer:
    """Only from the pure parser, which gives no place: the first such code after the last event."""
    for number in range(scene.line, len(scene.lines)):
        for match in re.finditer(r"\\U(?P<code>[0-9A-Fa-f]{8})", scene.lines[number]):
            if int(match["code"], 16) > 0x10FFFF:
                return _escape(scene._replace(line=number, column=match.start()))
    return _escape(scene)


def _dash(scene: _Scene) -> _Answer:
    hint = _("Begin it on the next line; put the text in quotes if the '-' belongs to it.")
    return _here(scene, _yaml(_("a list cannot begin on the same line as its key"), hint))


def _question_mark(scene: _Scene) -> _Answer:
    return _here(scene, _starts_with("?"))


def _block_text(scene: _Scene) -> _Answer:
    hint = _("Begin the text on the next line, indented; or put it in quotes.")
    return _before(scene, _yaml(_("nothing may follow the | or > on its line"), hint))


def _beyond(scene: _Scene) -> _Answer:
    hint = _("Let every top-level key begin in the first column.")
    return _here(scene, _yaml(_("this is outside of what the first line began"), hint))


_ANSWERS: tuple[tuple[str, Callable[[_Scene], _Answer]], ...] = (
    ("unexpected end of stream|unexpected document (indicator|separator)", _open_quote),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("did not find expected (key|'-' indicator)|expected <block end>", _after_value),
    ("expected ',' or '[]}]'", _brackets),
    ("expected (the )?node content", _no_content),
    ("cannot start any token", _odd_start),
    ("alphabetic or numeric", _odd_name),
    ("chr\\(\\)|too large to convert|signed integer is greater", _impossible_code),
    ("escape|hexdecimal", _escape),
    ("sequence entries are not allowed", _dash),
    ("mapping keys are not allowed", _question_mark),
    ("comment or (a )?line break|chomping or indentation|indentation indicator", _block_text),
    ("document start", _beyond),
)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _line_above(scene: _Scene) -> int:
    """The nearest line above that is neither empty nor a comment, or -1."""
    number = scene.line - 1
    while number >= 0 and (not scene.text(number).strip() or scene.text(number).lstrip().startswith("#")):
        number -= 1
    return number
