"""From bytes to text: UTF-8 only, and no character that hides, reorders or breaks what a reader sees."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from game.content.reading.faults import Fault, Placed
from game.content.reading.limits import MAX_BYTES, MAX_FINDINGS
from game.content.reading.opening import too_big
from game.foundation.texts import _


class CheckedText(NamedTuple):
    """Text that the YAML parser may see.

    Args:
        text: the text with every refused character replaced by one space, so that places stay right;
            None where going on would only produce misleading faults.
        faults: what was refused, at most one a line and kind.
    """

    text: str | None
    faults: tuple[Placed, ...]


INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control, bidi and invisible characters. U+200C and U+200D are not among them: Persian needs joiners."""

_ODD_INDENT = re.compile("^ *[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", re.MULTILINE)
_STRUCTURE_LOST = re.compile(f"^[ -]*\t|[\r\x0b\x0c\x85\u2028\u2029]|{_ODD_INDENT.pattern}", re.MULTILINE)
_MOST_LOOKED_AT = 1000
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BREAKS = frozenset("\r\x0b\x0c\x85\u2028\u2029")
_BOM_16 = (b"\xff\xfe", b"\xfe\xff")
_BOM_8 = b"\xef\xbb\xbf"


def check_characters(raw: bytes, file: str) -> CheckedText:
    """The text of a file with every fault of its encoding and characters."""
    whole = _whole_file_fault(raw)
    if whole:
        return CheckedText(None, (Placed(whole, file, 1, 1),))
    faults: list[Placed] = []
    if raw.startswith(_BOM_8):
        raw = raw[len(_BOM_8) :]
        faults.append(Placed(_bom(), file, 1, 1))
    text = raw.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
    if text.replace("\n", "").isprintable():  # four times as fast as the patterns, and true of most files
        return CheckedText(text, tuple(faults))
    found = sorted(islice(_refused(text), _MOST_LOOKED_AT))
    faults += _placed(text, found, file)
    if len(found) == _MOST_LOOKED_AT or _STRUCTURE_LOST.search(text):
        return CheckedText(None, tuple(faults[:MAX_FINDINGS]))
    return CheckedText(INVISIBLE.sub(" ", text) if found else text, tuple(faults))


def _whole_file_fault(raw: bytes) -> Fault | None:
    if len(raw) > MAX_BYTES:
        return too_big()
    if raw.startswith(_BOM_16) or _looks_like_utf16(raw):
        return Fault("encoding", _("is saved as UTF-16"), _("Save it as UTF-8."))
    if b"\x00" in raw:
        return Fault("encoding", _("is not a text file"), _("Name a text file that ends in .yaml."))
    return None


def _looks_like_utf16(raw: bytes) -> bool:
    start = raw[:64]
    zeros = start[::2].count(0), start[1::2].count(0)
    return len(start) >= 4 and max(zeros) >= len(start) * 0.4 and min(zeros) == 0


def _bom() -> Fault:
    return Fault("encoding", _("begins with a byte order mark"), _("Save it as UTF-8 without BOM."))


def _refused(text: str) -> Iterator[int]:
    """Offsets of refused characters."""
    for match in INVISIBLE.finditer(text):
        yield match.start()
    for match in _ODD_INDENT.finditer(text):
        yield match.end() - 1


def _placed(text: str, found: list[int], file: str) -> Iterator[Placed]:
    """One fault a line and kind, with line and column, in one pass over the text."""
    line, start, seen = 1, 0, set[tuple[int, str]]()
    for at in found:
        line += text.count("\n", start, at)
        start = max(start, text.rfind("\n", 0, at) + 1)
        fault = _fault_of(text[at])
        if (line, fault.code) not in seen and len(seen) < MAX_FINDINGS:
            seen.add((line, fault.code))
            yield Placed(fault, file, line, at - start + 1)


def _fault_of(character: str) -> Fault:
    if "\udc80" <= character <= "\udcff":
        return _not_utf8(ord(character) - 0xDC00)
    if character == "\t":
        return Fault("tab", _("a tab character"), _("Use spaces; YAML does not allow tabs."))
    name = f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
    if character in _BIDI:
        return Fault(
            "bidi",
            _("an invisible character that changes the direction of the text ({name})").format(name=name),
            _("Delete it; it can make a line look different from what it says."),
        )
    if unicodedata.category(character) == "Zs":
        return Fault("control", _("a special space ({name})").format(name=name), _("Use ordinary spaces."))
    if character in _BREAKS:
        return Fault(
            "control", _("an unusual line break ({name})").format(name=name), _("Use the Enter key.")
        )
    return Fault(
        "control",
        _("an invisible character ({name})").format(name=name),
        _("Delete it; it often comes in with text pasted from elsewhere."),
    )


def _not_utf8(byte: int) -> Fault:
    guess = bytes((byte,)).decode("cp1252", "replace")
    return Fault(
        "encoding",
        _("byte 0x{byte:02X} is not UTF-8 (in Latin-1 it would be '{guess}')").format(byte=byte, guess=guess),
        _("Save the file as UTF-8."),
    )
