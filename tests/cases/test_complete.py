"""Each of the eleven cases has everything a teacher is promised of a case."""

import re
from pathlib import Path

import pytest
import yaml

from game.content.schema.scenario import Scenario
from tests.cases.pack import INVENTED, PACK, opened
from tests.house.checkout import TOP

REAL_ONES = tuple(name for name in PACK if name not in INVENTED)
FOLDER = TOP / "scenarios"
LONG = 200  # characters; shorter notes and boxes say too little
KINDS = 3
FEW = 10  # a smaller number says nothing by itself
FIVE_TESTS = "P1900"


def _of(name: str) -> Scenario:
    return opened(name).scenario


def _cases(name: str) -> list[dict[str, object]]:
    path: Path = FOLDER / f"{name}.cases.yaml"
    cases: list[dict[str, object]] = yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
    return cases


@pytest.mark.parametrize("name", PACK)
def test_both_briefs_say_what_is_wanted_forbidden_and_at_hand(name: str) -> None:
    one, other = (seat.brief for seat in _of(name).seats)
    for brief in (one, other):
        assert min(len(brief.want), len(brief.must_not), len(brief.can_give)) >= 2
        assert len(brief.story or "") >= LONG
    assert not {*one.want, *one.can_give} & {*other.want, *other.can_give}, "both sides in the same terms"
    assert all(len(seat.mandate) >= 2 for seat in _of(name).seats)


@pytest.mark.parametrize("name", PACK)
def test_it_warns_explains_and_asks(name: str) -> None:
    case = _of(name)
    assert len(case.content_note) >= LONG
    assert len(case.fact_box) >= LONG
    assert FIVE_TESTS in case.fact_box
    assert len(case.goals) >= 2
    assert len(case.reading) >= 2
    assert len(case.debrief) >= 5
    assert len(case.left_out) >= 4


@pytest.mark.parametrize("name", PACK)
def test_the_count_has_a_range_and_says_who_differs(name: str) -> None:
    held = _of(name).people
    assert held is not None
    assert held.low <= held.held <= held.high
    assert held.note
    assert held.low < held.high or "all" in held.note, "nobody counts otherwise, and the note says so"
    assert (held.counted_by == "assumed") == (name in INVENTED)


@pytest.mark.parametrize("name", REAL_ONES)
def test_sources_have_address_kind_and_date(name: str) -> None:
    sources = _of(name).sources
    assert len(sources) >= 10
    assert all(source.url and source.date and source.title for source in sources.values())
    assert len({source.kind for source in sources.values()}) >= KINDS


@pytest.mark.parametrize("name", REAL_ONES)
def test_the_history_has_dates_sources_and_words(name: str) -> None:
    steps = _of(name).history
    assert len(steps) >= 5
    for step in steps:
        assert step.source, step
        assert step.text, step
    assert sum(step.date is not None for step in steps) * 2 > len(steps)
    assert any(step.do in ("offer", "accept") for step in steps)


@pytest.mark.parametrize("name", REAL_ONES)
def test_what_is_read_before_play_does_not_tell_how_it_ended(name: str) -> None:
    case = _of(name)
    assert case.people is not None
    stories = [seat.brief.story or "" for seat in case.seats]
    before = " ".join((case.summary, case.fact_box, case.content_note, case.people.note or "", *stories))
    freed = {str(step.people) for step in case.history if step.do == "offer" and (step.people or 0) >= FEW}
    assert not freed & set(re.findall(r"\d+", before)), "a number that was agreed later"


@pytest.mark.parametrize("name", PACK)
def test_it_has_test_cases_and_a_golden_game(name: str) -> None:
    assert len(_cases(name)) >= 2
    assert (TOP / "tests" / "golden" / f"{name}.txt").is_file()


@pytest.mark.parametrize("name", PACK)
def test_it_claims_deals_and_fairness_or_says_that_it_is_lopsided(name: str) -> None:
    gates = _of(name).balance
    metrics = {gate.metric for gate in gates}
    assert {"deal_rate", "seat_advantage"} <= metrics
    assert len(gates) >= 2
    for gate in gates:
        assert len(gate.why) > 15, gate.id
        if gate.metric == "seat_advantage" and gate.between is not None:
            low, high = gate.between
            even = low < -0.02 and high > 0.02
            assert even or "more of what it can hope for" in gate.why, f"{name}: lopsided without a word"
