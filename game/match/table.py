"""One table over time: who sits where, whose turn it is, what was done, and what of it is on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.foundation.draws import game_keys
from game.foundation.errors import IllegalAction, SeatError
from game.foundation.texts import _
from game.information.brief import Brief, brief
from game.information.observe import Observation, observe
from game.match.chairs import Chair, HistoryChair, computer
from game.match.library import Opened
from game.match.moments import Decision, Moment, Stated, Unconfirmed, late
from game.match.notation import write_action
from game.match.record import Record
from game.match.saves import Keeper
from game.match.transcript import Heading, Move, Seated, Transcript
from game.narration.course import NOT_KEPT, Course, Ply, Reasoning
from game.narration.log import seen_by
from game.rules.actions import Action, Kind
from game.rules.happenings import Happening
from game.rules.play import Legal, apply, is_legal, legal, start
from game.rules.reasons import why_not
from game.rules.state import Phase, State

if TYPE_CHECKING:
    from game.policies.thinking import Thinking

PERSON = "person"


class Match:
    """A game of one scenario with two seats, each played by a person or by a policy.

    Args:
        opened: the scenario.
        players: who sits on seat 0 and 1: `person` or a policy's name.
        seed, game: the game's key is that of game number `game` under `seed`.
        keeper: keeps the game on disk after every move; None for none.

    Raises:
        GameError: no policy of that name.
    """

    def __init__(
        self, opened: Opened, players: tuple[str, str], seed: int, game: int = 0, keeper: Keeper | None = None
    ) -> None:
        self.opened = opened
        self.players = players
        self.seed = seed
        self.game = game
        self._briefs = (brief(opened.tables, 0), brief(opened.tables, 1))
        self._chairs = [self._chair(seat, player) for seat, player in enumerate(players)]
        news: list[Happening] = []
        self._state = start(opened.tables, game_keys(seed, [game]), news)
        self._course = Course(self._state, tuple(news), ())
        ids = opened.words.seats
        heading = Heading(
            opened.scenario.id,
            opened.tables.digest,
            opened.tables.rules_version,
            seed,
            game,
            (ids[0].id, ids[1].id),
            players,
            opened.ban,
        )
        self._record = Record(heading, keeper)
        self._record.mark(self._state)
        self._record.keep()

    def _chair(self, seat: int, player: str) -> Chair | HistoryChair | None:
        if player == PERSON:
            return None
        return computer(player, self.opened, self._briefs[seat], self.seed, self.game)

    # what anybody may know

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self._state.clock.phase is Phase.OVER

    @property
    def asked(self) -> int | None:
        """The seat that has to decide now; None when the game is over."""
        return None if self.over else self._state.clock.seat

    @property
    def moment(self) -> Moment:
        """The slot that is played now."""
        return Moment(self._state.clock.turn, self._state.clock.slot)

    @property
    def phase(self) -> Phase:
        """What kind of slot it is."""
        return self._state.clock.phase

    @property
    def people(self) -> tuple[int, ...]:
        """The seats that persons play."""
        return tuple(seat for seat in (0, 1) if self.players[seat] == PERSON)

    def happenings(self, viewer: int | None = None) -> tuple[Happening, ...]:
        """What has happened so far, as far as a seat learns of it; None for what everybody may know."""
        return seen_by(self._course.happenings, viewer)

    @property
    def unsaved(self) -> str:
        """Why the game as it stands is not on disk; empty if it is, or if nobody asked for it."""
        return self.keeper.trouble if self.keeper else ""

    @property
    def keeper(self) -> Keeper | None:
        """What keeps the game on disk."""
        return self._record.keeper

    @keeper.setter
    def keeper(self, keeper: Keeper | None) -> None:
        self._record.keeper = keeper

    # what a seat may know

    def brief(self, seat: int) -> Brief:
        """What a seat knows of the scenario."""
        return self._briefs[seat]

    def observe(self, seat: int) -> Observation:
        """The game as a seat sees it now."""
        return observe(self.opened.tables, self._state, seat)

    def legal(self, seat: int) -> Legal:
        """What a seat may do now.

        Raises:
            SeatError: it is not this seat's turn.
        """
        self._require_turn(seat)
        return legal(self._briefs[seat].tables, self.observe(seat).state)

    def why_not(self, seat: int, action: Action) -> str:
        """Why a move is not allowed now, as a sentence; empty if it is. Costs nothing."""
        tables, seen = self._briefs[seat].tables, self.observe(seat).state
        if self.asked != seat:
            return _("It is not this seat's turn.")
        return "" if is_legal(tables, seen, action)[0] else why_not(tables, seen, action, 0)

    def experience(self, seat: int) -> tuple[tuple[Observation, Action], ...]:
        """What a seat saw each time that it was asked in talks, and what it did then."""
        return tuple(
            (observe(self.opened.tables, ply.before, seat), ply.action)
            for ply in self._course.plies
            if ply.seat == seat and ply.before.clock.phase is Phase.TALK
        )

    # play

    def submit(
        self, seat: int, action: Action, *, at: Moment | None = None, confirm: bool = False
    ) -> tuple[Happening, ...]:
        """Make a person's move.

        Args:
            seat: who moves.
            action: the move.
            at: the moment it was meant for, from `moment`; a second press of a key then does no harm.
            confirm: breaking off ends the game and has to be confirmed.

        Returns: what happened until the next decision, as far as this seat learns of it.

        Raises:
            SeatError: not this seat's turn, not a person's seat, or another moment than `at`.
            IllegalAction: not allowed now; nothing has changed.
            Unconfirmed: confirmation is missing; nothing has changed.
        """
        self._require_turn(seat)
        if self.players[seat] != PERSON:
            raise SeatError(_("{seat} is played by the computer.").format(seat=self._title(seat)))
        if at is not None and at != self.moment:
            raise SeatError(late(at, self.moment))
        reason = self.why_not(seat, action)
        if reason:
            raise IllegalAction(0, self.moment.turn + 1, self._title(seat), self._named(action), reason)
        if int(action.kind[0]) == Kind.BREAK_OFF and not confirm:
            raise Unconfirmed(_("Breaking off ends the talks for good. It has to be confirmed."))
        return seen_by(self._play(seat, action), seat)

    def step(self) -> tuple[Happening, ...]:
        """Let a computer seat make its move; nothing if a person is asked or the game is over.

        Returns: what everybody may know of what happened; `happenings` has what a seat learns beyond that.
        """
        decision = self.decided()
        return () if decision is None else self.carry_out(decision)

    def decided(self) -> Decision | None:
        """What the computer seat that is asked decides; None if a person is asked or the game is over.

        Nothing changes, so another thread may wait for it while nobody plays on.

        Raises:
            Stopped: it was told to stop thinking.
        """
        seat = self.asked
        chair = None if seat is None else self._chairs[seat]
        if seat is None or chair is None:
            return None
        return Decision(self.moment, seat, *chair.decide(self.observe(seat)))

    def carry_out(self, decision: Decision) -> tuple[Happening, ...]:
        """Make the move that a computer seat has decided on; returns as `step`.

        Raises:
            SeatError: it was meant for another moment.
        """
        if (decision.moment, decision.seat) != (self.moment, self.asked):
            raise SeatError(_("This move was meant for another moment of the game."))
        return seen_by(self._play(decision.seat, decision.action, decision.reason), None)

    def thinking(self) -> Thinking | None:
        """How far the computer seat is that is asked, if it thinks for a while about its moves in talks."""
        chair = None if self.asked is None else self._chairs[self.asked]
        return None if chair is None or self.phase is not Phase.TALK else chair.thinking

    def advance(self) -> tuple[Happening, ...]:
        """Let computer seats move until a person is asked or the game is over; returns as `step`."""
        happened: list[Happening] = []
        while self.asked is not None and self._chairs[self.asked] is not None:
            happened += self.step()
        return tuple(happened)

    def change_seat(self, seat: int, player: str) -> None:
        """Give a seat to a person or to a policy from this moment on; nobody is asked why.

        A policy that takes over is shown what the seat has seen so far, so that it remembers what it would
        remember had it sat there from the start.

        Args:
            seat: which one.
            player: `person` or a policy's name.

        Raises:
            SeatError: the game is over.
            GameError: no policy of that name; nothing has changed.
        """
        if self.over:
            raise SeatError(_("The game is over."))
        if player == self.players[seat]:
            return
        chair = self._chair(seat, player)
        for ply in self._course.plies:
            if chair is not None and ply.seat == seat:
                chair.again(observe(self.opened.tables, ply.before, seat), ply.action)
        self._chairs[seat] = chair
        self.players = (player, self.players[1]) if seat == 0 else (self.players[0], player)
        self._record.add(Seated(*self.moment, seat, player))
        self._record.keep()

    def stated(self) -> tuple[Stated, ...]:
        """What computer seats have given as reasons for their moves: rules, and nothing of their numbers."""
        moves = [entry for entry in self._record.entries if isinstance(entry, Move)]
        return tuple(
            Stated(Moment(move.turn, move.slot), ply.seat, ply.reason.rule)
            for move, ply in zip(moves, self._course.plies, strict=True)
            if ply.reason is not None
        )

    def keep_at(self, keeper: Keeper) -> None:
        """Keep the game on disk from now on."""
        self.keeper = keeper
        self._record.keep()

    def whole_state(self) -> State:
        """The state with all its secrets: for records and tests, never for a seat."""
        return self._state

    def transcript(self) -> Transcript:
        """The game as far as it was played."""
        return self._record.transcript()

    def course(self) -> Course:
        """Everything, secrets and reasons of computer seats included: for the debrief.

        Raises:
            SeatError: the game is not over.
        """
        if not self.over:
            raise SeatError(_("The debrief opens when the game is over."))
        return self._course

    def repeat(self, move: Move, action: Action) -> None:
        """Make a move of a transcript again: computer seats are asked too, so that they remember.

        Raises:
            SeatError, IllegalAction: the move does not fit here.
        """
        if (move.turn, move.slot) != self.moment:
            raise SeatError(
                _("Turn {turn}, slot {slot} is not what is asked.").format(
                    turn=move.turn + 1, slot=move.slot + 1
                )
            )
        self._require_turn(move.seat)
        refused = self.why_not(move.seat, action)
        if refused:
            raise IllegalAction(0, move.turn + 1, self._title(move.seat), move.do, refused)
        chair = self._chairs[move.seat]
        said = None
        if chair is not None:
            again = chair.again(self.observe(move.seat), action)
            said = again[1] if again is not None and self._wording(again[0]) == move.do else NOT_KEPT
        self._play(move.seat, action, said)

    def _play(self, seat: int, action: Action, reason: Reasoning | None = None) -> tuple[Happening, ...]:
        happened: list[Happening] = []
        before, moment = self._state, self.moment
        self._state = apply(self.opened.tables, before, action, happened)
        ply = Ply(seat, action, before, self._state, tuple(happened), reason)
        self._course = Course(self._course.opening, self._course.news, (*self._course.plies, ply))
        self._record.add(Move(moment.turn, moment.slot, seat, self._wording(action)))
        if self.over or self._state.clock.turn != moment.turn:
            self._record.mark(self._state)
        self._record.keep()
        return ply.happenings

    def _require_turn(self, seat: int) -> None:
        if self.over:
            raise SeatError(_("The game is over."))
        if seat != self._state.clock.seat:
            raise SeatError(
                _("It is the turn of {asked}, not of {seat}.").format(
                    asked=self._title(self._state.clock.seat), seat=self._title(seat)
                )
            )

    def _title(self, seat: int) -> str:
        return self.opened.words.seats[seat].title

    def _named(self, action: Action) -> str:
        """A move that may name things that do not exist, in words."""
        try:
            return self._wording(action)
        except (IndexError, ValueError):
            return str(int(action.kind[0]))

    def _wording(self, action: Action) -> str:
        return write_action(self.opened.lexicon, self.opened.tables, action)
