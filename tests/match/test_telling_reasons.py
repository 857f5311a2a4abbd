"""A reason that a computer seat gives again and again is told once, with the turns it stands for."""

import re
from itertools import pairwise

from game.match.finished import finished
from game.match.table import Match
from game.narration.telling import tell

TURNS = re.compile(r"^turns? (\d+)(?: to (\d+))?, (.*)$")


def test_no_reason_stands_twice_in_a_row(flagship):
    match = Match(flagship, ("boulware", "boulware"), 3)
    match.advance()
    told = {section.key: section for section in tell(finished(flagship, match.course()), whole=True)}
    lines = [TURNS.match(said.text).groups() for said in told["reasons"].said]
    assert lines
    assert any(last for _first, last, _reason in lines), "nothing was ever said twice"
    for (_one, _until, before), (_other, _to, after) in pairwise(lines):
        assert before != after
    firsts = [int(first) for first, _last, _reason in lines]
    assert firsts == sorted(firsts)
