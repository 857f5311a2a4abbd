"""Did you mean ...? Only where one answer is likely; a wrong guess costs more than none."""

import re
from collections.abc import Iterable
from decimal import Decimal
from difflib import get_close_matches

from game.foundation.texts import _

_LONGEST_WORD = 60


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant: same but for case, dashes or plural, or nearly the same."""
    if len(word) > _LONGEST_WORD:
        return None
    by_plain: dict[str, str] = {}
    for candidate in candidates:
        by_plain.setdefault(_plain(candidate), candidate)
    plain = _plain(word)
    if plain in by_plain:
        return by_plain[plain]
    longer = [candidate for candidate in by_plain if len(plain) > 2 and candidate.startswith(f"{plain}_")]
    if len(longer) == 1:
        return by_plain[longer[0]]
    near = get_close_matches(plain, by_plain, n=1, cutoff=0.7)
    return by_plain[near[0]] if near else None


def did_you_mean(word: str | None) -> str:
    """The hint, or nothing."""
    return _("Did you mean '{word}'?").format(word=word) if word else ""


def number_in_range(value: Decimal, low: Decimal | None, high: Decimal | None) -> str:
    """A hint for a number out of range that looks like a slip of the point, a percentage or a sign."""
    if low is None or high is None:
        return ""
    slips = [-value] if value < 0 else []
    if high <= 1:
        slips += [value / 100] if abs(value) >= 10 else [value / 10] if value != value.to_integral() else []
    for slip in slips:
        if low <= slip <= high:
            return _("Did you mean {number}?").format(number=f"{slip.normalize():f}")
    return ""


def plain_number(text: str, *, whole: bool) -> str:
    """A hint for a number in a form that is not accepted: 1_000, 1,5, 010, 1e3, 5%, .5, 1/2, 7 months."""
    written = _as_it_is_read(text, whole=whole)
    if not written or written == text:
        written = _as_it_is_read(_number_among_words(text), whole=whole)
    return _("Write {number}.").format(number=written) if written and written != text else ""


def _number_among_words(text: str) -> str:
    """A fraction as a decimal, or the only number in a text of few words; else nothing."""
    parts = re.fullmatch(r"(\d{1,3})/([1-9]\d?)", text.strip())
    if parts:
        quotient = Decimal(parts[1]) / Decimal(parts[2])
        return f"{quotient:f}" if quotient == round(quotient, 3) else ""
    if len(text) > _LONGEST_WORD or "%" in text:
        return ""
    bare = re.sub(r"^(minus\s+|\u2212)(?=[\d.])", "-", text.strip())
    found = re.findall(r"(?<![\w.,:/-])[-+]?\d[\d.,]*(?![\w.,:/-])", bare)
    return found[0] if len(found) == 1 and not re.search(r"\d", bare.replace(found[0], "", 1)) else ""


def _as_it_is_read(text: str, *, whole: bool) -> str:
    """A number that was written in another form as it is read here, or nothing."""
    bare = text.strip().rstrip("%").replace("_", "").replace(" ", "")
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+", bare):
        bare = bare.replace(",", "")
    if whole and re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+", bare):
        bare = bare.replace(".", "")
    bare = bare.replace(",", ".") if bare.count(",") == 1 and "." not in bare else bare
    if len(bare) > 2 * _LONGEST_WORD or not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?", bare):
        return ""
    number = Decimal(bare)
    if text.strip().endswith("%"):
        number /= 100
    written = f"{number.normalize():f}"
    return "" if (whole and "." in written) or len(written) > 20 else written


def _plain(word: str) -> str:
    plain = re.sub(r"[\s_-]+", "_", word.strip()).lower()
    if plain.endswith("ies"):
        return plain[:-3] + "y"
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") else plain
