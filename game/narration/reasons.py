"""Why a computer seat decided as it did, as sentences; the rules are those of docs/policies.md."""

from __future__ import annotations

from collections.abc import Mapping

from game.foundation.texts import _, marked, ngettext
from game.narration.course import Reasoning
from game.narration.figures import utils

_TALK = {
    "good-enough": marked(
        "it accepted: their offer was worth {value_of_their_offer} to it, and it aimed at {target}"
    ),
    "best-for-them-at-target": marked(
        "it aimed at {target}, and of what was worth that to it this looked best for the other side"
    ),
    "nothing-to-offer": marked("it aimed at {target}, and nothing it could offer was worth that to it"),
    "own-offer-too-dear": marked("its own standing offer had become too dear, so it took it off the table"),
    "random": marked("it chose at random among what was allowed"),
    "history": marked("it followed what really happened"),
}
# Values of choices are counted over the rest of the game, as what a broken word costs is below.
_CHOICE = {
    "best-accept": marked(
        "it weighed {options_weighed} moves, and to accept promised most: {value_of_choice}, "
        "against {value_of_waiting} for waiting"
    ),
    "best-offer": marked(
        "it weighed {options_weighed} moves, and this offer promised most: {value_of_choice}, "
        "against {value_of_waiting} for waiting"
    ),
    "best-wait": marked("it weighed {options_weighed} moves, and to wait promised most: {value_of_choice}"),
    "only-wait": marked("nothing was left to it but to wait"),
    "best-leave": marked(
        "it weighed {options_weighed} moves, and to take its own offer off the table promised most: "
        "{value_of_choice}, against {value_of_waiting} for letting it stand"
    ),
    "erred": marked(
        "it weighed {options_weighed} moves and erred: this one promised {value_of_choice}, "
        "the best {value_of_best}"
    ),
    "hardly-erred": marked(
        "it weighed {options_weighed} moves, "
        "and this one promised hardly less than the best: {value_of_choice}"
    ),
}
# What these compare is counted over the rest of the game: micro-utils times thousandths of a month.
_WORD = {
    "honour": marked(
        "it kept its word: keeping it cost {shock} more than foreseen, "
        "breaking it would have cost {price_of_breach}"
    ),
    "honour-as-foreseen": marked("it kept its word: that cost no more than it had foreseen"),
    "delay": marked(
        "it put the step off: keeping its word cost {shock} more than foreseen, waiting {price_of_delay}"
    ),
    "breach": marked(
        "it broke its word: keeping it cost {shock} more than foreseen, breaking it only {price_of_breach}"
    ),
    "let-pass": marked(
        "it let the breach pass: taking measures back would have saved {saved_by_snapping_back}, "
        "at a price in trust of {price}"
    ),
    "snap-back": marked(
        "it took measures back: that saved {saved_by_snapping_back}, more than the trust it cost, {price}"
    ),
}


def in_words(reasoning: Reasoning) -> str:
    """A reason as the end of a sentence; a rule without words of its own is named with its numbers."""
    rule = _as_told(reasoning)
    for texts, scale in ((_TALK, 1), (_CHOICE, 1000), (_WORD, 1000)):
        text = texts.get(rule)
        if text is not None:
            return _(text).format_map(_Shown(reasoning.numbers, scale))
    numbers = ", ".join(
        f"{name.replace('_', ' ')} {utils(value)}" for name, value in reasoning.numbers.items()
    )
    rule = rule.replace("-", " ")
    return _("by its rule '{rule}' ({numbers})").format(rule=rule, numbers=numbers) if numbers else rule


def _as_told(reasoning: Reasoning) -> str:
    """The rule, or the name of a case of it that needs words of its own."""
    numbers, shown = reasoning.numbers, _Shown(reasoning.numbers, 1000)
    match reasoning.rule:
        case "best-wait" if numbers.get("options_weighed") == 1:
            return "only-wait"
        case "honour" if shown["shock"] == utils(0):
            return "honour-as-foreseen"
        case "erred" if shown["value_of_choice"] == shown["value_of_best"]:
            return "hardly-erred"
    return reasoning.rule


_COUNTS = frozenset({"options_weighed"})  # numbers that are no amounts


class _Shown(dict[str, str]):
    """The numbers of a reason as they are shown; a dash for what a policy did not say."""

    def __init__(self, numbers: Mapping[str, int], scale: int) -> None:
        super().__init__(
            {
                name: str(value) if name in _COUNTS else utils(value // scale)
                for name, value in numbers.items()
            }
        )

    def __missing__(self, _name: str) -> str:
        return "-"


def not_kept(decisions: int) -> str:
    """That the reasons of some decisions are not known any more."""
    text = ngettext(
        "Of {n} decision the reason was not kept when the game was put away.",
        "Of {n} decisions the reasons were not kept when the game was put away.",
        decisions,
    )
    return text.format(n=decisions)
