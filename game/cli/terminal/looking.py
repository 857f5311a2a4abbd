"""What can be looked at between moves, at no cost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from game.cli.terminal import board
from game.cli.terminal.advice import assessment
from game.cli.terminal.pages import opening_pages, seat_pages
from game.cli.terminal.words import meaning_of, meanings_of_looks
from game.cli.terminal.wrapping import heading, item
from game.foundation.errors import UnreadableAction
from game.foundation.places import saves_folder
from game.foundation.texts import _
from game.match.estimating import Analysts
from game.match.notation import OFFER, WORDS, read_offer
from game.match.saves import SUFFIX, named_path, save_as
from game.match.table import Match
from game.narration.log import Narrator
from game.rules.state import Phase
from game.rules.tables import NONE

LEAVE = "quit"


class Looking:
    """Answers a seat's questions with what the seat may know. Changes nothing in the game."""

    def __init__(self, match: Match) -> None:
        self._match = match
        self._advisers: dict[int, Analysts] = {}
        self._answers: dict[str, Callable[[int, str], None]] = {
            "help": self._help, "status": self._status, "options": self._options, "try": self._try,
            "why": self._why, "owed": self._owed,
            "analysts": self._analysts, "log": self._log, "brief": self._brief,
            "facts": self._facts, "save": self._save,
        }  # fmt: skip

    @property
    def words(self) -> tuple[str, ...]:
        """What can be asked for."""
        return tuple(self._answers)

    def answer(self, seat: int, word: str, rest: str) -> None:
        """Show what a word asks for.

        Raises:
            UnreadableAction: what stands after the word makes no sense.
        """
        self._answers[word](seat, rest)

    def _help(self, seat: int, _rest: str) -> None:
        """What can be done and looked at now."""
        words = {kind: WORDS.get(kind, OFFER) for kind in self._match.legal(seat).kinds}
        click.echo(_("What you can do now:"))
        for kind, word in words.items():
            click.echo(item(f"{word}: {meaning_of(kind)}"))
        if self._match.phase is Phase.TALK:
            say(board.side_moves(self._match, seat))
        click.echo(_("What you can look at, at no cost:"))
        for word, meaning in meanings_of_looks():
            click.echo(item(f"{word}: {meaning}"))

    def _status(self, seat: int, _rest: str) -> None:
        """How things stand."""
        say(board.status(self._match, seat))

    def _options(self, seat: int, _rest: str) -> None:
        """Issues, levels, plans and side moves, as they are written."""
        say(board.possible(self._match, seat))
        say(board.side_moves(self._match, seat))

    def _owed(self, seat: int, _rest: str) -> None:
        """What both sides still owe."""
        say(board.owed(self._match, seat))

    def _analysts(self, seat: int, _rest: str) -> None:
        """What the analysts think of the other side by now."""
        say(assessment(self._match, seat, self._advisers))

    def _try(self, seat: int, rest: str) -> None:
        """What an offer would be worth."""
        offer = self._offer_named(seat, rest)
        if offer is None:
            raise UnreadableAction(
                "try", _("Write an offer after it, as in 'try {example}'.").format(example=self._example())
            )
        say(board.judged(self._match, seat, offer))

    def _why(self, seat: int, rest: str) -> None:
        """The sum behind a number."""
        if rest == "now":
            say(board.why_world(self._match, seat))
            return
        offer = self._offer_named(seat, rest)
        if offer is None:
            say(board.why_world(self._match, seat))
        else:
            say(board.why_offer(self._match, seat, offer))

    def _offer_named(self, seat: int, rest: str) -> tuple[int, int, int, int] | None:
        """Their offer, mine, or one that is written out; without a word theirs, then mine."""
        words = rest.removeprefix(OFFER).split()
        standing = self._match.observe(seat).state.offer[0].tolist()
        for name, owner in (("theirs", 1 - seat), ("mine", seat)):
            if words in ([], [name]) and standing[owner][0] != NONE:
                half0, half1, plan, people = standing[owner]
                return half0, half1, plan, people
        if words in ([], ["theirs"], ["mine"]):
            return None
        return read_offer(self._match.opened.lexicon, words)

    def _example(self) -> str:
        lexicon = self._match.opened.lexicon
        return f"{lexicon.issues.ids[0]}={lexicon.levels[0].ids[1]} plan={lexicon.plans.ids[0]}"

    def _log(self, seat: int, _rest: str) -> None:
        """Everything that has happened."""
        narrator = Narrator(self._match.opened.words, self._match.opened.tables, seat)
        for line in narrator.lines(self._match.happenings(seat)):
            click.echo(heading(line.text) if line.topic == "time" else item(line.text, "* "))

    def _brief(self, seat: int, _rest: str) -> None:
        """The seat's brief."""
        say(seat_pages(self._match, seat))

    def _facts(self, _seat: int, _rest: str) -> None:
        """The facts out of role."""
        say(opening_pages(self._match.opened))

    def _save(self, _seat: int, rest: str) -> None:
        """Keep the game under a name, or say where it is kept."""
        if not rest:
            kept = self._match.keeper
            click.echo(_("Every move is saved as it is made: {path}").format(path=kept.path if kept else "-"))
            return
        path = Path(rest).expanduser()
        if len(path.parts) == 1 or path.suffix != SUFFIX:  # a name, and not a file somewhere else
            path = named_path(saves_folder(), rest)
        save_as(path, self._match.transcript())
        click.echo(_("Saved: {path}").format(path=path))


def say(lines: list[str]) -> None:
    """Write lines to the terminal."""
    for line in lines:
        click.echo(line)
