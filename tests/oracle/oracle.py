"""A second opinion on what the rules mean: one game at a time, in plain Python ints, lists and dicts.

Written from docs/rules.md alone (its sections stand in comments), from the Scenario and not the Tables, slow
and plain on purpose. Where the engine and this file differ, one of them misread the page. What actors value
(section 1) stands in worths.py.
"""

import copy
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import partial
from itertools import accumulate, product
from typing import Any

from tests.oracle.politics import Politics
from tests.oracle.worths import COUNTS, MILLION, Worths, micro, mille, numbered, times, tolerated

WORD, FOREVER = 2**32 - 1, 32767
TYPE, FLOOR, EVENT, MOVE, VOTE, SHOCK, LAG, RECEPTION, MISMATCH, ARRESTS, _, MOOD = range(1, 13)
COUNT = 16
NONE, OFFER, ACCEPT, HOLD, WALK_OUT, BREAK_OFF, HONOUR, DELAY, BREACH, LET_PASS, SNAP_BACK = range(11)
TALK, HONOURING, RESPONDING, OVER, TALKING = 0, 1, 2, 3, (OFFER, ACCEPT, HOLD, WALK_OUT, BREAK_OFF)
NOTHING = {"kind": NONE, "half0": -1, "half1": -1, "plan": -1, "people": -1, "move": -1, "amount": 0}
COMPARISON = re.compile(r"\s*([a-z]+)\.?(\w*)\s*([<>=!]+)\s*(.*\S)\s*")
threshold = partial(times, 2**32)


def philox(counter: tuple[int, int, int, int], key: int) -> tuple[int, int, int, int]:
    a, b, c, d = counter
    low, high = key & WORD, key >> 32
    for _ in range(10):
        left, right = 0xD2511F53 * a, 0xCD9E8D57 * c
        a, b, c, d = (right >> 32) ^ b ^ low, right & WORD, (left >> 32) ^ d ^ high, left & WORD
        low, high = (low + 0x9E3779B9) & WORD, (high + 0xBB67AE85) & WORD
    return a, b, c, d


class Book(Worths):  # the scenario by number: seats, issues, actors, moves and events as in the rules
    def __init__(self, scenario: Any) -> None:
        super().__init__(scenario)
        issues, calendar = self.issues, scenario.calendar
        self.move, self.event = numbered(scenario.moves), numbered(scenario.events)
        self.own = [[i for i, owner in enumerate(self.owner) if owner == s] for s in (0, 1)]
        voters = [(a, self.seat[actor.side]) for a, actor in enumerate(self.actors) if actor.ratifier]
        self.ratifiers = [[a for a, side in voters if side == s] for s in (0, 1)]
        self.members = [a for a, actor in enumerate(self.actors) if actor.member]
        self.patrons = {
            self.seat[actor.patron.of]: (a, actor.patron)
            for a, actor in enumerate(self.actors)
            if actor.patron
        }
        aspect = {issue.aspect: i for i, issue in enumerate(scenario.issues)}
        self.people, self.terms, self.verification = map(aspect.get, ("people", "terms", "verification"))
        self.reception = next((self.issue[one.id] for one in scenario.world if one.reception), None)
        self.jailer = -1 if self.people is None else self.owner[self.people]
        self.opening = scenario.people.held if scenario.people else 0
        self.wind = [getattr(issue, "winddown", None) for issue in issues]
        lags = [getattr(issue, "lag", ()) for issue in issues]
        self.lag = [[(one.chance, one.turns or one.months or 0) for one in lag] for lag in lags]
        self.shocks = [[(one.chance, micro(one.cost)) for one in seat.shocks] for seat in scenario.seats]
        self.plans = [[plan.sides[seat] for seat in self.seat] for plan in scenario.plans]
        self.rows = max(side.delay + side.steps for plan in self.plans for side in plan) + 2
        self.halves = [self._halves(s) for s in (0, 1)]
        self.turns, self.plies, self.first = calendar.turns, calendar.plies, self.seat[calendar.first]
        self.weight = [mille(calendar.weights[t % len(calendar.weights)]) for t in range(self.turns)]
        self.weight[-1] += mille(calendar.residual)
        self.remaining = [sum(self.weight[t:]) for t in range(self.turns + 1)]

    def _halves(self, s: int) -> list[tuple[int, ...]]:
        spans = [range(len(ids) if self.owner[i] == s else 1) for i, ids in enumerate(self.level)]
        cases = []
        for when in (rule.when for rule in self.file.forbid):
            mine = all(self.owner[self.issue[name]] == s for name in when)
            cases += [self.wanted(dict(zip(when, c, strict=True))) for c in product(*when.values()) if mine]
        return [half for half in product(*spans) if all(any(half[i] != c[i] for i in c) for c in cases)]


class Oracle(Politics):  # one game; its attributes are the fields of docs/rules.md 3, and those in APART
    APART = ("book", "draws", "verdicts", "turn", "slot", "worth_at_start")

    def __init__(self, scenario: Any, key: int, draws: Any = None, verdicts: Any = None) -> None:
        self.book = book = scenario if isinstance(scenario, Book) else Book(scenario)
        self.draws, self.verdicts, self.key, self.turn, self.slot = draws or {}, verdicts or {}, key, 0, 0
        zeros, offs, pair = [0] * len(book.issues), [-1] * len(book.issues), [-1, -1]
        self.level = [book.level[i][issue.start] if issue.start else 0 for i, issue in enumerate(book.issues)]
        self.expires = [self.lasts(i, -1) if level else FOREVER for i, level in enumerate(self.level)]
        self.enacting, self.enact_turn, self.wind_until = offs[:], zeros[:], offs[:]
        self.wound, self.uses, self.base, self.owed_people = zeros[:], zeros[:], zeros[:], [0] * book.rows
        self.owed = [zeros[:] for _ in range(book.rows)]
        self.freed = self.arrested = self.served = self.exiled = self.base_freed = self.base_exiled = 0
        self.counted = self.unsure = 0
        self.held, self.promised, self.trust = book.opening, 0, [seat.trust for seat in book.file.seats]
        self.offer, self.barred, self.vow = [[-1] * 4, [-1] * 4], [pair[:], pair[:]], [pair[:], pair[:]]
        self.barred_turn, self.fired, self.moved = pair[:], [-1] * len(book.event), [-1] * len(book.move)
        self.honoured, self.delayed, self.breached, self.snapped = [0, 0], [0, 0], [0, 0], [0, 0]
        self.hindered, self.paid = [0, 0], [0] * len(book.actors)
        self.late, self.shock, self.payoff, self.type, self.floor = [0, 0], [0, 0], [0, 0], [0, 0], [0, 0]
        self.agreements = self.revoked = self.closing = self.first_people = self.last_people = self.ended = 0
        self.first_turn = self.last_turn = self.end_turn = -1
        voices = [actor.ratifier or actor.member for actor in book.actors]
        self.escrow, self.deposited = [False] * book.rows, -1
        self.aid, self.aid_turn, self.spoiled = [0, 0], pair[:], [-1] * len(voices)
        self.mood, self.ally_vote = [voice.mood if voice else 0 for voice in voices], [0] * len(voices)
        for s, seat in enumerate(book.file.seats):
            limits, u = accumulate(micro(kind.prior) for kind in seat.types), self.u(TYPE, s, MILLION)
            self.type[s] = next(k for k, limit in enumerate(limits) if u < limit)
            low, high = micro(seat.floor.low), micro(seat.floor.high)
            self.floor[s] = low + self.u(FLOOR, s, high - low + 1)
        self.worth_at_start = [self.world_value(a) for a in range(len(book.actors))]
        self._news()

    def u(self, purpose: int, lane: int = 0, below: int = 2**32, index: int = 0) -> int:  # 2
        forced = self.draws.get((self.turn, purpose, index if purpose == MOVE else lane))
        word = philox((lane // 4, self.turn, purpose, index), self.key)[lane % 4]
        return (word if forced is None else forced) * below >> 32

    def drawn(self, purpose: int, lane: int, chances: list[tuple[Decimal, int]]) -> int:
        u, reached = self.u(purpose, lane), accumulate(chance for chance, _ in chances)
        limits = map(threshold, reached)
        return next((what for (_, what), limit in zip(chances, limits, strict=True) if u < limit), 0)

    def holds(self, condition: Any) -> bool:  # 5
        if condition is None or isinstance(condition, str):
            return condition is None or self._compares(*COMPARISON.fullmatch(condition).groups())
        form, given = next(iter(condition))
        fold = all if form == "all_of" else any
        return not self.holds(given) if form == "none_of" else fold(map(self.holds, given))

    def _compares(self, name: str, of: str, sign: str, written: str) -> bool:
        ids = self.book.level[self.book.issue[of]] if name == "level" else {}
        want = self.book.file.calendar.turn_of(written) if name == "turn" else ids.get(written)
        have, want = self._quantity(name, of), int(written) if want is None else want
        signs = {"=": have == want, "!=": have != want, ">": have > want, "<": have < want}
        return signs.get(sign, have >= want if sign == ">=" else have <= want)

    def _quantity(self, name: str, of: str) -> int:
        if name == "relief":
            return self.leverage(1 - self.book.jailer) if self.book.jailer >= 0 else 0
        if name in ("since", "moved"):
            last = self.fired[self.book.event[of]] if name == "since" else self.moved[self.book.move[of]]
            return 9999 if last < 0 else self.turn - last
        if name == "disputed":
            return max(0, self.freed - self.counted - self.unsure)
        value, numbers = getattr(self, name), self.book.issue if name == "level" else self.book.seat
        return int(value[numbers[of]] if of else value)

    def leverage(self, s: int) -> int:
        return sum(self.book.at(i, self.level[i], "leverage") for i in self.book.own[s])

    def _trusts(self, s: int, by: int) -> None:
        self.trust[s] = max(0, min(15, self.trust[s] + by))

    def _moods(self, actors: Iterable[int], by: int) -> None:
        for a in actors:
            self.mood[a] = max(-3, min(3, self.mood[a] + by))

    def effect(self, effect: Any) -> None:
        book, (form, what) = self.book, next(iter(effect))
        if form == "trust":
            self._trusts(book.seat[what.seat], what.by)
        elif form == "mood":
            one = what.actor and [numbered(book.actors)[what.actor]]
            self._moods(one or book.ratifiers[book.seat[what.side]], what.by)
        elif form == "level":
            i, now = book.issue[what.issue], self.level[book.issue[what.issue]]
            new = book.level[i][what.to] if what.to else max(0, min(len(book.level[i]) - 1, now + what.by))
            if book.owner[i] < 0:
                self.level[i] = new
            elif new != now:
                self.come_into_force(i, new) if new > now else self.wind_down(i)
        elif form == "revoke":
            self.revoked += self.revoke(book.seat[what])
        elif form == "arrest":
            self.held, self.arrested = self.held + what, self.arrested + what
        elif form == "free":
            self.free(max(0, min(what, self.held - sum(self.owed_people))))
        elif form == "promise":
            a = numbered(book.actors)[what.actor]
            self.paid[a] = min(self.paid[a] + micro(what.by), 100 * MILLION)
        elif form == "payoff":
            self.payoff[book.seat[what.seat]] += micro(what.by) * 1000
        else:
            self.closing = self.closing or numbered(book.file.endings)[what] + 1

    def revoke(self, s: int) -> bool:
        mine = [i for i in self.book.own[s] if self.book.issues[i].revocable]
        anything = any(self.level[i] > 0 for i in mine)
        for i in mine:
            self.wind_down(i)
            self.enacting[i] = -1
        return anything

    def lasts(self, i: int, since: int) -> int:
        turns = getattr(self.book.issues[i].levels[self.level[i]], "lasts", None)
        return since + turns if turns else FOREVER

    def come_into_force(self, i: int, level: int) -> None:
        self.level[i] = max(self.level[i], level)
        self.expires[i], self.enacting[i], self.wound[i] = self.lasts(i, self.turn), -1, 0
        if self.book.repeat[i] < 1000:
            self.uses[i] = min(7, self.uses[i] + 1)

    def wind_down(self, i: int) -> None:
        turns = self.book.wind[i].turns if self.book.wind[i] else 0
        if self.level[i] > 0:
            self.wound[i], self.wind_until[i] = (self.level[i] if turns else 0), self.turn + turns
            self.level[i], self.expires[i] = 0, FOREVER

    def exile(self, *levels: Sequence[int]) -> int:
        terms = self.book.terms
        return 0 if terms is None else self.book.at(terms, max(level[terms] for level in levels), "exile")

    def free(self, n: int) -> int:
        self.exiled += n * self.exile(self.level, self.enacting) // 1000
        self.freed, self.held = self.freed + n, self.held - n
        book, here = self.book, self.book.verification
        known, off = 1000, 0
        if here is not None:
            known, off = (book.at(here, self.level[here], *one) for one in (("known", 1), ("unclear", 0)))
        counted = n * max(0, min(1000, known + self.u(COUNT, 0, 2 * off + 1) - off)) // 1000
        self.counted, self.unsure = self.counted + counted, self.unsure + n * off // 1000
        return counted

    def _news(self) -> None:  # 4.1
        self.talking, self.broke, self.signed, self.verdict = True, [0, 0], [-1] * 4, [0, 0]
        self.deposited = -1
        self.vote = [0] * len(self.book.actors)
        for e, event in enumerate(self.book.file.events):
            again = not event.once and self.turn - self.fired[e] >= event.cooldown
            ready = (self.fired[e] < 0 or again) and self.holds(event.when)
            if ready and self.u(EVENT, e) < threshold(event.chance):
                self.fired[e] = self.turn
                for effect in event.effects:
                    self.effect(effect)
        self.allies_vote()
        self._base()
        self.patrons_offer()

    def _base(self) -> None:
        self.base = self.level[:]
        for i in self.book.own[0] + self.book.own[1]:
            secured = 0 if self.expires[i] <= self.turn + 2 else self.level[i]
            self.base[i] = max(secured, self.enacting[i], *(row[i] for row in self.owed))
        self.promised = sum(self.owed_people)
        self.base_freed = self.freed + self.promised
        self.base_exiled = self.exiled + self.promised * self.exile(self.base) // 1000

    def clock(self) -> tuple[int, int, int, int]:  # 4: turn, slot, phase and seat
        step = self.slot - self.book.plies
        phase = TALK if step < 0 else HONOURING if step < 2 else RESPONDING
        seat = (self.book.first + self.turn + (self.slot if step < 0 else step)) % 2
        return (self.turn, self.slot, phase, seat) if self.turn < self.book.turns else (self.turn, 0, OVER, 0)

    def asked(self) -> bool:
        _, _, phase, s = self.clock()
        due = {TALK: self.talking, HONOURING: any(self.owes(s)), RESPONDING: self.broke[1 - s] > 0}
        return due.get(phase, False) and not self.ended

    def owes(self, s: int) -> tuple[dict[int, int], int]:  # levels and people, this turn
        row = self.turn % self.book.rows
        levels = {i: self.owed[row][i] for i in self.book.own[s] if self.owed[row][i] > 0}
        return levels, self.owed_people[row] if s == self.book.jailer else 0

    def legal_kinds(self) -> list[int]:  # 4.2
        _, _, phase, s = self.clock()
        if not self.asked():
            return [NONE]
        pair, late = self.offer[1 - s][:2], self.late[s] >= self.book.file.trust.delays
        if phase == TALK:
            open_ = pair[0] >= 0 and not self.is_barred(pair) and self.plan_open(self.offer[1 - s][2])
            return [kind for kind in TALKING if kind != ACCEPT or open_]
        return [LET_PASS, SNAP_BACK] if phase == RESPONDING else [HONOUR, *([] if late else [DELAY]), BREACH]

    def is_barred(self, pair: list[int]) -> bool:
        return any(self.barred[b] == pair and self.turn <= self.barred_turn[b] + 2 for b in (0, 1))

    def is_legal(self, action: dict[str, int]) -> bool:
        kind, move = action["kind"], action["move"]
        if kind not in self.legal_kinds() or (kind == OFFER and not self._may_offer(action)):
            return False
        return move == -1 or (kind in TALKING and self._may_move(move, action["amount"]))

    def _may_offer(self, action: dict[str, int]) -> bool:
        pair, book, people = [action["half0"], action["half1"]], self.book, action["people"]
        exist = all(0 <= half < len(book.halves[s]) for s, half in enumerate(pair))
        if not exist or pair == [0, 0] or not 0 <= action["plan"] < len(book.plans) or self.is_barred(pair):
            return False
        if not self.plan_open(action["plan"]):
            return False
        some = book.people is not None and self.in_offer(pair)[book.people] > 0
        return people == -1 or (some and 1 <= people <= self.held)

    def _may_move(self, m: int, amount: int) -> bool:
        move, used = (self.book.file.moves[m], self.moved[m]) if 0 <= m < len(self.moved) else (None, 0)
        tired = move and used >= 0 and self.turn - used < move.cooldown
        if not move or tired or self.book.seat[move.seat] != self.clock()[3] or not self.holds(move.needs):
            return False
        if move.people:
            return 1 <= amount <= min(move.people.max, self.held - self.promised)
        return 1 <= amount < len(self.book.level[self.book.issue[move.vow]]) if move.vow else amount == 0

    def apply(self, action: dict[str, int]) -> None:  # plays the present slot, with NOTHING if not asked
        assert self.is_legal(action), f"illegal at {self.clock()}: {action}"
        (_, _, phase, s), kind = self.clock(), action["kind"]
        if kind in TALKING:
            self._talk(s, action)
        elif kind not in (NONE, LET_PASS):
            together = kind != SNAP_BACK and self.in_escrow()
            if kind == HONOUR and self.held_up(s):
                self.drag_along(s, True, together)
            elif kind == HONOUR:
                self._put_in(s) if together else self._honour(s)
            else:
                self._fail(s, kind)
                self.drag_along(s, kind == DELAY, together)
        self.slot += phase != OVER
        if self.slot == self.book.plies and not self.ended:
            if self.signed[0] >= 0:
                self._ratify()
            self._open_execution()
        if self.slot == self.book.plies + 4:
            if not self.ended:
                self._drift()
            self.turn, self.slot = self.turn + 1, 0
            if not self.ended:
                self._news()

    def _talk(self, s: int, action: dict[str, int]) -> None:
        if action["move"] >= 0:
            self._side_move(s, action["move"], action["amount"])
        if action["kind"] == OFFER:
            self.offer[s] = [action[part] for part in ("half0", "half1", "plan", "people")]
        elif action["kind"] == BREAK_OFF:
            self._end(2 + s, self.turn)
        elif action["kind"] != HOLD:
            self.signed = self.offer[1 - s] if action["kind"] == ACCEPT else self.signed
            self.talking, self.offer = False, [[-1] * 4, [-1] * 4]

    def _side_move(self, s: int, m: int, amount: int) -> None:
        move, self.moved[m] = self.book.file.moves[m], self.turn
        if move.vow:
            self.vow[s] = [m, amount]
        self.payoff[s] -= 0 if move.vow else micro(move.cost) * 1000
        if self.u(MOVE, self.slot, index=m) < threshold(move.chance):
            self.free(amount if move.people else 0)
            for effect in move.effects:
                self.effect(effect)
            self._base()

    def in_offer(self, offer: Sequence[int]) -> list[int]:  # 4.3: l
        return list(map(max, self.book.halves[0][offer[0]], self.book.halves[1][offer[1]]))

    def increment(self, offer: Sequence[int]) -> int:  # n
        if self.book.people is None:
            return 0
        number = self.book.issues[self.book.people].levels[self.in_offer(offer)[self.book.people]].people or 0
        return max(0, min(offer[3] if offer[3] >= 0 else number, self.held - self.promised))

    def rising(self, s: int, offer: Sequence[int]) -> dict[int, int]:  # l', where above the base
        levels = self.in_offer(offer)
        return {i: levels[i] for i in self.book.own[s] if levels[i] > self.base[i] and i != self.book.people}

    def worth(self, a: int, s: int, k: int, offer: Sequence[int]) -> list[int]:  # given, got, received
        book, there = self.book, list(map(max, self.in_offer(offer), self.base))
        then, now = book.Y(a, k, there), book.Y(a, k, self.base)
        sums = {owner: then[owner] - now[owner] for owner in then}
        for owner in (0, 1):
            for i, level in self.rising(owner, offer).items():
                used, theirs = max(self.uses[i] - 1, 0), owner != s
                sums[owner] += book.T(a, k, i, self.uses[i], level, theirs)
                sums[owner] -= book.T(a, k, i, used, self.base[i], theirs)
        n, held = self.increment(offer), self.held - self.promised
        leaving = n * self.exile(there) // 1000
        counts = (("freed", self.base_freed, n), ("exiled", self.base_exiled, leaving), ("held", held, -n))
        for count, before, more in counts:
            sums[book.jailer] += book.valued(a, k, count, before + more) - book.valued(a, k, count, before)
        promise = mille(book.file.trust.promise)
        factor = promise + (1000 - promise) * self.trust[s] // 15
        return [sums[s], sums[1 - s], sums[1 - s] * factor // 1000]

    def outside(self, s: int) -> int:  # r
        listed = () if self.agreements else self.book.file.seats[s].outside
        return sum(micro(outside.amount) for outside in listed if self.holds(outside.when))

    def broken_vow(self, s: int, offer: Sequence[int]) -> int | None:  # v, or None
        move = self.book.file.moves[self.vow[s][0]] if self.vow[s][0] >= 0 else None
        breaks = move and self.in_offer(offer)[self.book.issue[move.vow]] < self.vow[s][1]
        return micro(move.cost) if move and breaks else None

    def exposure(self, s: int, offer: Sequence[int]) -> int:
        at, x = self.book.at, self.people_share(s, self.increment(offer), self.held)
        for i, level in self.rising(s, offer).items():
            x += at(i, level, "leverage") - at(i, self.base[i], "leverage")
        e = mille(self.book.plans[offer[2]][s].exposure) * max(0, min(1000, x)) // 1000
        return micro(self.book.file.seats[s].exposure) * (15 - self.trust[s]) * e * e // 15_000_000

    def people_share(self, s: int, n: int, of: int) -> int:
        jailer = s == self.book.jailer
        return mille(self.book.issues[self.book.people].leverage or 0) * n // max(1, of) if jailer else 0

    def appraise(self, s: int, k: int, offer: Sequence[int]) -> dict[str, int]:  # G - r and parts
        parts = dict(zip(("given", "got", "received"), self.worth(s, s, k, offer), strict=True))
        parts |= {"exposure": self.exposure(s, offer), "audience": self.broken_vow(s, offer) or 0}
        kept = mille(self.book.plans[offer[2]][s].keep) * parts["received"] // 1000
        gross = kept + parts["given"] - parts["exposure"] - parts["audience"]
        parts |= {
            "outside": self.outside(s) + self.aid_lost(s) + self.promised_at_home(s),
            "people": self.increment(offer),
            "gross": gross,
        }
        return parts | {"net": gross - parts["outside"]}

    def _ratify(self) -> None:  # 4.4
        passed = [self.verdicts.get((self.turn, s), self._passes(s)) for s in (0, 1)]
        self.verdict = [1 if yes else -1 for yes in passed]
        for s in (0, 1):
            self._trusts(1 - s, 0 if passed[s] else -self.book.file.trust.failed)
        if all(passed):
            self._agree(self.signed)
        else:
            self.barred[self.turn % 2], self.barred_turn[self.turn % 2] = self.signed[:2], self.turn

    def _passes(self, s: int) -> bool:
        seat, weight, vetoes = self.book.file.seats[s], 0, 0
        gains = self.appraise(s, self.type[s], self.signed)["net"] >= self.floor[s]
        approves = gains and not self.crosses(s, self.signed)
        self.vote[s] = 1 if approves else -1
        for a in self.book.ratifiers[s]:
            office = self.book.actors[a].ratifier
            given, _, received = self.worth(a, s, 0, self.signed)
            swing = (self.mood[a] + self.u(VOTE, a, 3) - 1) * micro(seat.mood_unit)
            gains = received + given + self.paid[a] + swing >= -tolerated(self.book.actors[a])
            yes = gains and not self.crosses(a, self.signed)
            self.vote[a] = 1 if yes else -1
            weight, vetoes = weight + office.votes * yes, vetoes + (office.veto and not yes)
        return approves and weight >= seat.quorum and not vetoes

    def _agree(self, offer: list[int]) -> None:
        n, rows = self.increment(offer), self.book.rows
        for s in (0, 1):
            self.payoff[s] -= self.book.remaining[self.turn] * self.promised_at_home(s)
        self.paid = [0] * len(self.paid)
        self.pass_over_aid()
        self.agreements, self.last_turn, self.last_people = self.agreements + 1, self.turn, n
        if self.agreements == 1:
            self.first_turn, self.first_people = self.turn, n
        for s, plan in enumerate(self.book.plans[offer[2]]):
            if self.vow[s][0] >= 0:
                cost = self.broken_vow(s, offer)
                self.payoff[s] -= (cost or 0) * self.book.remaining[self.turn]
                self._moods(self.book.ratifiers[s], 1 if cost is None else -1)
                self.vow[s] = [-1, -1]
            for j in range(plan.steps):
                due = (self.turn + plan.delay + j) % rows
                self.escrow[due] = self.escrow[due] or self.book.file.plans[offer[2]].escrow
                for i, level in self.rising(s, offer).items():
                    stage, before = ((level - self.base[i]) * part // plan.steps for part in (j + 1, j))
                    if stage > before:
                        self.owed[due][i] = max(self.owed[due][i], self.base[i] + stage)
                if s == self.book.jailer:
                    self.owed_people[due] += n * (j + 1) // plan.steps - n * j // plan.steps

    def _open_execution(self) -> None:  # 4.5
        self.spoilers_act()
        for i in self.book.own[0] + self.book.own[1]:
            if self.expires[i] <= self.turn:
                self.wind_down(i)
            if self.wind_until[i] <= self.turn:
                self.wound[i] = 0
            if self.enacting[i] > 0 and self.enact_turn[i] <= self.turn:
                self.come_into_force(i, self.enacting[i])
        self.shock = [self.drawn(SHOCK, s, self.book.shocks[s]) for s in (0, 1)]

    def _cancel(self, s: int, rows: Iterable[int]) -> None:
        for row in rows:
            for i in self.book.own[s]:
                self.owed[row][i] = 0
            self.owed_people[row] *= s != self.book.jailer

    def _put_in(self, s: int) -> None:  # 4.5, escrow
        if self.deposited != 1 - s:
            self.deposited = s
        elif self.release_waits():
            for seat in (0, 1):
                self.move_along(seat)
        else:
            self._honour(1 - s, reviewed=True)
            self._honour(s, reviewed=True)

    def _honour(self, s: int, reviewed: bool = False) -> None:
        book, trust, (levels, people) = self.book, self.book.file.trust, self.owes(s)
        self._cancel(s, [self.turn % book.rows])
        self.payoff[s] -= self.shock[s] * 1000
        self.honoured[s], self.late[s], held, x = self.honoured[s] + 1, 0, self.held, 0
        for i, level in levels.items():
            x += max(0, book.at(i, level, "leverage") - book.at(i, self.level[i], "leverage"))
            lag = self.drawn(LAG, i, book.lag[i])
            if lag:
                self.enacting[i], self.enact_turn[i] = max(self.enacting[i], level), self.turn + lag
            else:
                self.come_into_force(i, level)
        waits = people > 0 and held > 0 and not reviewed and not self._received()
        self.owed_people[(self.turn + 1) % book.rows] += people if waits else 0
        n = 0 if waits else min(people, held)
        counted = self.free(n)
        if levels or n > 0:
            x, full = x + self.people_share(s, counted, held), mille(trust.full)
            gain = 1 + (trust.honour - 1) * min(x, full) // full
            if n > 0 and book.verification is not None:
                credit = book.at(book.verification, self.level[book.verification], "credit", 1)
                gain = (gain * credit + 999) // 1000
            self._trusts(1 - s, gain)

    def _received(self, *more: Sequence[int]) -> bool:  # taken in where they must go, and the lists match
        host, here, at = self.book.reception, self.book.verification, self.book.at
        asks = host is not None and self.exile(self.level, self.enacting, *more) > 0
        if asks and self.u(RECEPTION) >= at(host, self.level[host], "accept", 1, 2**32):
            return False
        return here is None or self.u(MISMATCH) >= at(here, self.level[here], "mismatch", 0, 2**32)

    def _fail(self, s: int, kind: int) -> None:  # delay, breach or snap back
        (levels, people), later, trust = self.owes(s), (self.turn + 1) % self.book.rows, self.book.file.trust
        self._cancel(s, [self.turn % self.book.rows] if kind == DELAY else range(self.book.rows))
        if kind == DELAY:
            self.owed[later] = [max(owed, levels.get(i, 0)) for i, owed in enumerate(self.owed[later])]
            self.owed_people[later] += people
            self.late[s], self.delayed[s] = self.late[s] + 1, self.delayed[s] + 1
        elif kind == BREACH:
            self.breached[s], self.broke[s], self.late[s] = self.breached[s] + 1, 1, 0
        else:
            self.revoke(s)
            self.snapped[s] += 1
        self._trusts(1 - s, -{DELAY: trust.delay, BREACH: trust.breach, SNAP_BACK: trust.snap}[kind])

    def _drift(self) -> None:  # 4.6
        self.escrow[self.turn % self.book.rows] = False
        if self.book.people is not None and self.book.file.arrests:
            self._arrests(self.book.file.arrests)
        for a in self.book.ratifiers[0] + self.book.ratifiers[1] + self.book.members:
            calmer = (self.mood[a] < 0) - (self.mood[a] > 0)
            self._moods([a], {0: -1, 1: 1, 2: calmer, 3: calmer}.get(self.u(MOOD, a, 8), 0))
        self._pay(self.book.weight[self.turn])
        for e, ending in enumerate(self.book.file.endings):
            called = self.closing == e + 1 if self.closing else ending.when and self.holds(ending.when)
            if called and not self.ended:
                self._end(4 + e, self.turn + 1)
        if self.turn == self.book.turns - 1 and not self.ended:
            self._end(1, self.turn + 1)

    def _arrests(self, rule: Any) -> None:
        recent = self.agreements > 0 and self.turn - self.last_turn <= rule.recent
        rate = mille(rule.base) + mille(rule.per_relief) * self._quantity("relief", "") // 1000
        rate = max(0, rate + mille(rule.after_agreement) * recent)
        for i, level in enumerate(self.level):
            rate = rate * self.book.at(i, level, "arrests", 1) // 1000
        rate = rate * mille(rule.spread[self.u(ARRESTS, 0, len(rule.spread))]) // 1000
        new = (rate + self.u(ARRESTS, 1, 1000)) // 1000
        gone = min(self.held, (self.held * mille(rule.served) + self.u(ARRESTS, 2, 1000)) // 1000)
        self.held += new - gone
        self.arrested, self.served = self.arrested + new, self.served + gone
        if 0 < rule.wave <= new:
            self._trusts(1 - self.book.jailer, -self.book.file.trust.wave)

    def world_value(self, a: int) -> int:  # W
        book, k = self.book, self.type[a] if a < 2 else 0
        total = sum(book.Y(a, k, self.level).values())
        for i, level in enumerate(self.level):
            uses, wind = max(self.uses[i] - 1, 0), book.wind[i]
            now = book.T(a, k, i, uses, level)
            total += now
            if wind and self.wound[i] > level and self.turn < self.wind_until[i]:
                total += mille(wind.keep) * (book.T(a, k, i, uses, self.wound[i]) - now) // 1000
        return total + sum(book.valued(a, k, count, getattr(self, count)) for count in COUNTS)

    def _pay(self, weight: int) -> None:
        for s in (0, 1):
            self.payoff[s] += weight * (self.world_value(s) + self.outside(s) + self.aid[s])

    def _end(self, how: int, since: int) -> None:
        self._pay(self.book.remaining[since])
        self.ended, self.end_turn, self.talking = how, self.turn, False

    def fields(self) -> dict[str, Any]:
        return {name: copy.deepcopy(value) for name, value in vars(self).items() if name not in self.APART}

    def outcome(self) -> dict[str, Any]:  # 6, by the names of the engine's Outcome
        now, self.turn, seats = self.turn, self.end_turn if self.ended else self.turn, self.book.file.seats
        used = [self.leverage(s) + self.people_share(s, self.freed, self.freed + self.held) for s in (0, 1)]
        kept, broken = sum(self.honoured), sum(self.breached) + 2 * sum(self.snapped) + 2 * self.revoked
        result = self.fields() | {"mandate": [[self.holds(m.when) for m in seat.mandate] for seat in seats]}
        result["change"] = [self.world_value(a) - worth for a, worth in enumerate(self.worth_at_start)]
        result["leverage_left"] = [1000 - max(0, min(1000, share)) for share in used]
        result["held_change"] = self.held - self.book.opening
        result["durability"] = 1000 * kept // max(1, kept + broken)
        self.turn = now
        return result | {"payoff": [paid // self.book.remaining[0] for paid in self.payoff]}
