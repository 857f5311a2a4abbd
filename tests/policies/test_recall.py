"""What seats remember of their searches changes how long they think, never what they decide."""

import numpy as np
import pytest

from game.analysis.episodes import simulate
from game.bargaining import lattice
from game.content.compiling.compile import compile_
from game.content.loading import load
from game.foundation.arrays import I32, I64, Bool
from game.foundation.places import scenarios_folder
from game.information.brief import brief
from game.policies import choosing, recall
from game.policies.appraiser import Appraiser
from game.policies.situation import Situation
from game.rules.tables import Tables


@pytest.fixture(scope="module")
def flagship() -> Tables:
    return compile_(load(scenarios_folder() / "belarus-2025.yaml"))[0]


def test_forgetting_changes_no_outcome(flagship: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered = simulate(flagship, ("linear", "conceder"), 7, 60, chunk=60)
    times = []
    forget = recall.Recall._forget

    def counted(self: recall.Recall) -> None:
        times.append(1)
        forget(self)

    monkeypatch.setattr(recall.Recall, "_forget", counted)
    for name, most in (("MOST_HALVES", 20), ("MOST_LEDGERS", 30), ("MOST_PACKAGES", 40)):
        monkeypatch.setattr(recall, name, most)
    forgetful = simulate(flagship, ("linear", "conceder"), 7, 60, chunk=60)
    assert len(times) > 10
    assert forgetful.outcome_digest() == remembered.outcome_digest()


def test_an_offer_judged_before_is_not_judged_again(
    flagship: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[int] = []
    judge = choosing.Chooser._judged

    def counted(self: choosing.Chooser, here: Situation, offer: I32, found: Bool) -> tuple[I64, Bool]:
        judged.append(len(offer))
        return judge(self, here, offer, found)

    monkeypatch.setattr(choosing.Chooser, "_judged", counted)
    quick = simulate(flagship, ("boulware", "conceder"), 7, 60, chunk=60)
    few = sum(judged)
    monkeypatch.setattr(choosing, "_same_package", lambda one, _other: np.zeros(len(one), np.bool_))
    slow = simulate(flagship, ("boulware", "conceder"), 7, 60, chunk=60)
    assert 5 * few < 4 * (sum(judged) - few)
    assert quick.outcome_digest() == slow.outcome_digest()


def test_conditions_worked_out_beforehand_are_those_asked_one_by_one(
    flagship: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = Appraiser(brief(flagship, 0)).halves
    monkeypatch.setattr(lattice, "LARGEST_TABLE", 0)
    slow = Appraiser(brief(flagship, 0)).halves
    for one, other in zip(quick, slow, strict=True):
        assert one.synergies.table is not None
        assert other.synergies.table is None
        chosen = np.arange(one.size, dtype=np.int32)
        standing = np.arange(1 << one.synergies.bits, dtype=np.uint64)[:, None]
        something = False
        for view in range(len(one.synergies.amounts)):
            found = one.synergies.change(standing, chosen, view)
            assert np.array_equal(found, other.synergies.change(standing, chosen, view))
            something |= bool(np.any(found))
        assert something
