"""What a computer seat says of its own move at the table: a reason in a few words, no number of its own.

The debrief tells more (`reasons.py`); during play a seat says what an office would say.
"""

from __future__ import annotations

from game.foundation.texts import _, marked

_SAID = {
    "good-enough": marked("this is good enough for us"),
    "best-for-them-at-target": marked("of all that suits us, the best for you"),
    "nothing-to-offer": marked("we have nothing new to offer now"),
    "own-offer-too-dear": marked("our offer has become too dear for us"),
    "best-accept": marked("we see nothing better for us than this"),
    "best-offer": marked("this seems to us the best way on"),
    "best-wait": marked("we would rather wait"),
    "erred": marked("it seemed right to us"),
    "best-leave": marked("what we offered no longer suits us"),
    "honour": marked("we keep our word"),
    "delay": marked("it is dearer than foreseen, so not yet"),
    "breach": marked("it has become too dear for us"),
    "let-pass": marked("we let it pass"),
    "history": marked("so it really was"),
    "snap-back": marked("you broke your word, so we take back"),
}


def in_their_words(rule: str) -> str:
    """What is said with a move that a rule decided; empty for a rule that says nothing of itself."""
    text = _SAID.get(rule)
    return _(text) if text is not None else ""
