"""One game at the prompt: shows how things stand, reads a line, does what it says, until the game is over."""

from __future__ import annotations

import re

import click

from game.cli.terminal import board
from game.cli.terminal.debriefing import show_debrief
from game.cli.terminal.looking import LEAVE, Looking, say
from game.cli.terminal.pages import opening_pages, seat_pages
from game.cli.terminal.sources import MovesUnreadable, Source
from game.cli.terminal.wrapping import heading, item, paragraph
from game.foundation.errors import GameError, IllegalAction, UnreadableAction
from game.foundation.texts import _
from game.match.moments import Unconfirmed
from game.match.notation import DO, KINDS, OFFER, WORDS, near, read_action, read_side_move
from game.match.table import Match
from game.narration.asks import asked_line, shock_in_words
from game.narration.log import Narrator
from game.rules.actions import Kind
from game.rules.happenings import Happening, What

_FORGET_SCROLLED = "\033[3J"  # the other seat's board is not to be found by scrolling back


class UnknownWord(UnreadableAction):
    """No word of the game; the hint already says what is possible now."""


def as_written(line: str) -> str:
    """A line as the notation has it: words of the game in small letters, no space around '='."""
    word, space, rest = line.partition(" ")
    if word.lower() == "save":  # names of files keep their capitals
        return f"save{space}{rest}"
    return re.sub(r"\s*=\s*", "=", line.lower())


class Session:
    """A person or two at one terminal.

    Args:
        match: the game; at least one seat is a person's.
        source: where the lines come from.
    """

    def __init__(self, match: Match, source: Source) -> None:
        self.match = match
        self.source = source
        self._staged = ""
        self._told = 0
        self._offers: list[tuple[int, int, int, int] | None] = [None, None]
        self._shown: tuple[int, ...] = ()
        self._last_seat: int | None = None
        self._briefed: set[int] = set()
        self._news: list[str] = []
        self._looking = Looking(match)

    def run(self) -> bool:
        """Play to the end and through the debrief.

        Returns: whether the game is over; if not, the player left or the moves ended.
        """
        say(opening_pages(self.match.opened))
        for seat in self.match.people if len(self.match.people) == 1 else ():
            say(seat_pages(self.match, seat))
        self._catch_up()
        while not self.match.over:
            if not self._one_line():
                return False
        say(show_debrief(self.match.opened, self.match.course()))
        return True

    def _one_line(self) -> bool:
        seat = self.match.asked
        assert seat is not None
        if not self._announce(seat):
            return False
        line = self.source.next_line(self._prompt(seat))
        if line is None:
            return False
        if line.strip().lower() == LEAVE:
            return not self._may_leave()
        if line.strip():
            self._obey(seat, line.strip())
        return True

    def _may_leave(self) -> bool:
        """Leaving is free unless the last moves are on no disk; then somebody at a keyboard is asked."""
        if not (self.match.unsaved and self.source.typed):
            return True
        self._warn()
        return self._confirmed()

    def _obey(self, seat: int, line: str) -> None:
        try:
            self._do(seat, line)
        except (UnreadableAction, IllegalAction) as fault:
            self._fault(seat, str(fault), hint=not isinstance(fault, UnknownWord))
        except GameError as fault:
            self._fault(seat, str(fault), hint=False)

    def _do(self, seat: int, line: str) -> None:
        line = as_written(line)
        word, _space, rest = line.partition(" ")
        if word in self._looking.words:
            self._looking.answer(seat, word, rest.strip())
        elif word == "undo":
            self._staged = ""
        elif word == DO and ";" not in line:
            self._stage(seat, line)
        else:
            self._move(seat, line)

    def _move(self, seat: int, line: str) -> None:
        opened = self.match.opened
        word = line.split(" ", 1)[0]
        if word not in {OFFER, DO} and line not in KINDS:
            raise UnknownWord(line, near(line, [*self._open_words(seat), *self._looking.words, LEAVE]))
        text = f"{self._staged}; {line}" if self._staged and ";" not in line else line
        action = read_action(opened.lexicon, opened.tables, seat, text)
        try:
            happened = self.match.submit(seat, action, at=self.match.moment)
        except Unconfirmed as fault:
            click.echo(paragraph(str(fault)))
            if not self._confirmed():
                click.echo(_("Nothing was done."))
                return
            happened = self.match.submit(seat, action, at=self.match.moment, confirm=True)
        self._staged = ""
        self._acknowledge(happened)

    def _confirmed(self) -> bool:
        return (self.source.next_line(_("Write yes to do it: ")) or "").strip().lower() == "yes"

    def _acknowledge(self, happened: tuple[Happening, ...]) -> None:
        assert happened, "every move leaves a trace"
        self._catch_up()

    def _catch_up(self) -> None:
        """Let computer seats move, and tell what has not been told."""
        self.match.advance()
        viewer = self.match.people[0] if len(self.match.people) == 1 else None
        happened = self.match.happenings(viewer)
        narrator = Narrator(self.match.opened.words, self.match.opened.tables, viewer)
        for happening in happened[self._told :]:
            self._tell(narrator, happening)
        self._told = len(happened)
        if self.match.unsaved:
            self._warn()
        if self.match.keeper and self.match.keeper.moved:
            click.echo(paragraph(self.match.keeper.moved))
            self.match.keeper.moved = ""

    def _warn(self) -> None:
        click.echo(paragraph(self.match.unsaved))
        click.echo(paragraph(_("'save FOLDER/NAME.transcript' keeps it in another place.")))

    def _tell(self, narrator: Narrator, happening: Happening) -> None:
        """One sentence; an offer that the board shows next is only mentioned."""
        if happening.what is What.OFFERED and not self.match.over:
            known, self._offers[happening.seat] = self._offers[happening.seat], happening.offer
            text = (
                _("{seat} makes an offer.")
                if known != happening.offer
                else _("{seat} offers the same again.")
            )
            if happening.seat not in self.match.people:
                click.echo(item(text.format(seat=narrator.name(happening.seat)), "* "))
                return
        for line in narrator.lines([happening]):
            self._news.append(heading(line.text) if line.topic == "time" else item(line.text, "* "))
            click.echo(self._news[-1])

    def _announce(self, seat: int) -> bool:
        """Show the board once for every decision; with two people at one screen, a curtain first.

        Returns: whether somebody is still there to see it.
        """
        if self._shown == self.match.moment:
            return True
        first = not self._shown or self._shown[0] != self.match.moment.turn
        self._shown = self.match.moment
        if len(self.match.people) == 2 and seat != self._last_seat and not self._curtain(seat):
            return False
        self._last_seat = seat
        full = first or len(self.match.people) == 2
        say((board.opening_of_turn if full else board.later_in_turn)(self.match, seat))
        if shock := shock_in_words(self.match.observe(seat)):
            click.echo(paragraph(shock))
        click.echo(
            paragraph(
                ">> "
                + asked_line(self.match.opened.words, self.match.opened.tables, self.match.observe(seat))
            )
        )
        return True

    def _curtain(self, seat: int) -> bool:
        """Hide what the other seat saw; then the news that both may know, and once the seat's brief."""
        title = self.match.opened.words.seats[seat].title
        if self.source.typed:
            hides = self._last_seat is not None
            if hides:
                click.clear()
                click.echo(_FORGET_SCROLLED, nl=False)
            if self.source.next_line(_("Pass to: {seat}. Press Enter to see.").format(seat=title)) is None:
                return False
            if hides:
                say(self._news)
        else:
            click.echo(heading(title))
        self._news = []
        if seat not in self._briefed:
            self._briefed.add(seat)
            say(seat_pages(self.match, seat))
        return True

    def _prompt(self, seat: int) -> str:
        staged = f" ({self._staged})" if self._staged else ""
        return f"{self.match.opened.words.seats[seat].id}{staged}> "

    def _fault(self, seat: int, text: str, hint: bool = True) -> None:
        possible = _("Possible now: {words}.").format(words=", ".join(self._open_words(seat))) if hint else ""
        if not self.source.typed:
            raise MovesUnreadable(f"{self.source.place()}: {text} {possible}".rstrip())
        click.echo(paragraph(f"{text} {possible}".rstrip()))

    def _open_words(self, seat: int) -> list[str]:
        legal = self.match.legal(seat)
        words = [OFFER if kind is Kind.OFFER else WORDS[kind] for kind in legal.kinds]
        moves = self.match.opened.lexicon.moves.ids
        return words + [f"{DO} {moves[move]}" for move in legal.moves]

    def _stage(self, seat: int, line: str) -> None:
        move, amount = read_side_move(self.match.opened.lexicon, self.match.opened.tables, seat, line)
        least_most = self.match.legal(seat).moves.get(move)
        if least_most is None or not least_most[0] <= amount <= least_most[1]:
            hold = read_action(self.match.opened.lexicon, self.match.opened.tables, seat, f"{line}; hold")
            reason = self.match.why_not(seat, hold)
            title = self.match.opened.words.seats[seat].title
            raise IllegalAction(0, self.match.moment.turn + 1, title, line, reason)
        self._staged = line
        click.echo(paragraph(_("It goes with your next move. 'undo' takes it back.")))
